package uk.footprints.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.records.measure.AgeBand;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.AreaCounts;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.transform.ObservationBatch;

/**
 * An attempt to narrow withheld counts: what is published of stays as equations and limits, and for small counts that
 * are withheld the least and the largest value that these leave, one equation after the other until nothing changes.
 */
class WithheldIntervalTest {

  private static final ObservationBatch.Origin ORIGIN =
      new ObservationBatch.Origin("0", LocalDate.EPOCH, RevisionStatus.ARTIFICIAL);
  private static final int THRESHOLD = 8;

  /** Small counts that were attacked, and those that cannot be each number below the threshold any more. */
  private record Outcome(long attacked, List<String> narrowed) {

    double share() {
      return 100.0 * narrowed.size() / attacked;
    }
  }

  @Test
  void noSmallCountOfFiveHundredTablesCanBeNarrowedByItsTable() {
    Outcome alone = new Outcome(0, List.of());
    Outcome measures = alone;
    Outcome together = alone;
    Random random = new Random(2018);
    int shown = 0;
    for (int table = 0; table < 500; table++) {
      boolean rich = table % 5 == 0;
      int months = table % 7 == 0 ? 12 : 1 + random.nextInt(3);
      AreaCounts counts = RandomStays.of(random, 20 + random.nextInt(rich ? 600 : 900), 3, months, rich);
      PublishableStays published = PublishableStays.of(counts, THRESHOLD, year -> ORIGIN);
      Map<PublishedEquations.Count, Long> truth = truth(counts);
      shown += published.shown() > 0 ? 1 : 0;
      for (StaySide side : List.of(StaySide.RESIDENCE, StaySide.PROVIDER)) {
        alone = attack(table, PublishedEquations.ofMonths(published, side), truth, alone);
      }
      if (table % 4 == 0) {
        measures = attack(table, PublishedEquations.ofMeasures(published), truth, measures);
        together = attack(table, PublishedEquations.of(published), truth, together);
      }
    }
    System.out.printf("%,d withheld counts of 1 to 7 in 500 tables: %d narrowed by their own table; %.2f%% of %,d by"
        + " both sides, ages and years together; %.1f%% by all measures together%n", alone.attacked,
        alone.narrowed.size(), measures.share(), measures.attacked, together.share());
    assertThat(alone.narrowed).isEmpty();
    assertThat(alone.attacked).isGreaterThan(10_000);
    assertThat(shown).isEqualTo(500);
    // What docs/security.md says is not protected, so that a change for the worse is seen.
    assertThat(measures.share()).isLessThan(0.1);
    assertThat(together.share()).isLessThan(5);
  }

  private static Outcome attack(
      int table, PublishedEquations equations, Map<PublishedEquations.Count, Long> truth, Outcome before) {
    assertThat(equations.contradictions(truth)).isEmpty();
    List<String> narrowed = new ArrayList<>(before.narrowed);
    long attacked = before.attacked;
    Map<PublishedEquations.Count, double[]> intervals = equations.intervals();
    for (PublishedEquations.Count count : equations.withheld()) {
      long value = truth.getOrDefault(count, 0L);
      if (value > 0 && value < THRESHOLD && !count.measure().label().contains("bed_days")) {
        double[] interval = intervals.get(count);
        attacked++;
        if (interval[0] > 1 || interval[1] < THRESHOLD - 1) {
          narrowed.add("table %d, %s: %d is from %.0f to %.0f".formatted(
              table, count, value, interval[0], interval[1]));
        }
      }
    }
    return new Outcome(attacked, narrowed);
  }

  private static Map<PublishedEquations.Count, Long> truth(AreaCounts counts) {
    Map<PublishedEquations.Count, Long> truth = new HashMap<>();
    for (AreaCount month : counts.months()) {
      String time = LocalDate.of(month.time() / 12, month.time() % 12 + 1, 1).toString();
      for (String when : List.of(time, "year")) {
        add(truth, month, new PublishedEquations.Place(who(month), when));
        if (month.role().equals("provider")) {
          add(truth, month, new PublishedEquations.Place("all", when));
        }
      }
    }
    for (AreaCount group : counts.groups()) {
      if (group.group() >= AreaCount.DECILE) {
        unknown(truth, group, -1);
      } else if (group.role().equals("residence")) {
        unknown(truth, group, 1);
      }
      String when = group.group() >= AreaCount.DECILE
          ? "deprivation all all " + (group.group() - AreaCount.DECILE)
          : "age_sex " + AgeBand.label(group.group() / 4) + " " + AgeBand.sexLabel(group.group() % 4) + " all";
      add(truth, group, new PublishedEquations.Place(who(group), when));
      if (group.role().equals("provider") || group.group() >= AreaCount.DECILE) {
        add(truth, group, new PublishedEquations.Place("all", when));
      }
    }
    return truth;
  }

  /** What is in no tenth of deprivation: the year without its tenths. */
  private static void unknown(Map<PublishedEquations.Count, Long> truth, AreaCount count, int sign) {
    for (String who : List.of(who(count), "all")) {
      for (StayMeasure measure : StayMeasure.values()) {
        truth.merge(new PublishedEquations.Count(
            new PublishedEquations.Place(who, "deprivation all all unknown"), measure),
            sign * count.counts()[measure.ordinal()], Long::sum);
      }
    }
  }

  private static String who(AreaCount count) {
    return (count.role().equals("residence") ? "commissioner " : "provider ") + count.area();
  }

  private static void add(Map<PublishedEquations.Count, Long> truth, AreaCount count, PublishedEquations.Place place) {
    for (StayMeasure measure : StayMeasure.values()) {
      truth.merge(new PublishedEquations.Count(place, measure), count.counts()[measure.ordinal()], Long::sum);
    }
  }
}
