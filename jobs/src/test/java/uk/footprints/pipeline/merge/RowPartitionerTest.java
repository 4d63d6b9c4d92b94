package uk.footprints.pipeline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.TransformResult;

/** Checks that partitions are about equal, whatever one measure has of all figures, and keep together what belongs so. */
class RowPartitionerTest {

  private static final int ORGANISATIONS = 300;

  /** Returns a file of a month with figures of the measures for all organisations. */
  private static TransformResult month(int number, List<String> measures) {
    Period period = Period.month(2015 + number / 12, 1 + number % 12);
    List<String> codes = IntStream.range(0, ORGANISATIONS).mapToObj(i -> "R%03d".formatted(i)).toList();
    double[][] values = new double[ORGANISATIONS][measures.size()];
    CellStatus[][] statuses = new CellStatus[ORGANISATIONS][measures.size()];
    Arrays.stream(statuses).forEach(row -> Arrays.fill(row, CellStatus.REPORTED));
    ObservationBatch batch =
        new ObservationBatch(
            "d", "provider", period,
            new ObservationBatch.Origin(
                "file" + number + measures.size(), LocalDate.of(2026, 1, 1), RevisionStatus.PROVISIONAL),
            "Sheet", measures, codes, Collections.nCopies(ORGANISATIONS, "Name"),
            IntStream.range(0, ORGANISATIONS).toArray(), values, statuses);
    return new TransformResult(List.of(batch), List.of(), List.of(), RowAccounting.NONE, List.of());
  }

  @Test
  void partitionsAreEqualAndAMeasureWithHalfOfAllFiguresIsDivided() {
    List<TransformResult> files = new ArrayList<>();
    for (int month = 0; month < 120; month++) {
      files.add(month(month, List.of("a", "large", "z")));
      files.add(month(month, List.of("large")));
    }
    RowInventory inventory = new RowInventory();
    files.forEach(file -> inventory.add(file, name -> null, file.batches().get(0).origin().sha256().hashCode()));
    assertThat(inventory.rows()).isEqualTo(120L * ORGANISATIONS * 4);
    RowDictionary names = RowDictionary.of(inventory);
    RowPartitioner partitioner = RowPartitioner.of(inventory, names, 3);
    int large = names.measures().indexOf(new MeasureName("d", "large"));
    assertThat(partitioner.numPartitions()).isEqualTo(3);
    assertThat(partitioner.first(large)).isLessThan(partitioner.last(large));
    RowSplitter splitter = new RowSplitter(names, partitioner);
    long[] sizes = new long[3];
    List<Set<Integer>> organisations = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
    Set<Integer> periods = new HashSet<>();
    for (TransformResult file : files) {
      splitter.split(file).forEachRemaining(row -> {
        int partition = partitioner.getPartition(row);
        sizes[partition]++;
        if (row instanceof FigureRow figure && figure.measure() == large) {
          organisations.get(partition).add(figure.organisation());
        } else if (row instanceof FigurePeriod period && period.measure() == large) {
          periods.add(partition);
        }
      });
    }
    long[] sorted = sizes.clone();
    Arrays.sort(sorted);
    assertThat(sorted[2]).isLessThan(sorted[1] * 3 / 2).isLessThan(sorted[0] * 2);
    for (int p = 0; p < 3; p++) {
      assertThat(periods.contains(p)).as("periods go where the measure's figures are").isEqualTo(
          !organisations.get(p).isEmpty());
      for (int q = 0; q < p; q++) {
        assertThat(organisations.get(p)).as("an organisation is in one partition").doesNotContainAnyElementsOf(
            organisations.get(q));
      }
    }
  }

  @Test
  void theNumberOfPartitionsFollowsTheRows() {
    assertThat(RowPartitioner.count(0, 8)).isEqualTo(1);
    assertThat(RowPartitioner.count(60_000, 8)).isEqualTo(2);
    assertThat(RowPartitioner.count(2_000_000, 2)).isEqualTo(2);
    assertThat(RowPartitioner.count(2_000_000, 200)).isEqualTo(41);
    assertThat(RowPartitioner.count(90_000_000, 2)).isEqualTo(90);
    assertThat(RowPartitioner.count(90_000_001, 64)).isEqualTo(128);
  }
}
