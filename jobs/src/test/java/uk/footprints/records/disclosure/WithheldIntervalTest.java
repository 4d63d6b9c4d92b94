package uk.footprints.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
 * An attempt to narrow withheld counts: everything that is published of stays as linear equations and limits, and for
 * small counts that are withheld the least and the largest value that these leave, by linear programming.
 */
class WithheldIntervalTest {

  private static final ObservationBatch.Origin ORIGIN =
      new ObservationBatch.Origin("0", LocalDate.EPOCH, RevisionStatus.ARTIFICIAL);
  private static final int THRESHOLD = 8;

  /** The most counts of one table that are attacked by linear programming, and of how large a table. */
  private static final int MOST = 6;

  private static final int MOST_VARIABLES = 300;

  private int programmed;

  @Test
  void noSmallCountOfFiveHundredTablesCanBeNarrowed() {
    Random random = new Random(2018);
    int attacked = 0;
    int shown = 0;
    List<String> narrowed = new ArrayList<>();
    for (int table = 0; table < 500; table++) {
      boolean rich = table % 5 == 0;
      int months = table % 7 == 0 && !rich ? 12 : 1 + random.nextInt(3);
      int stays = 20 + random.nextInt(rich ? 300 : 900);
      AreaCounts counts = RandomStays.of(random, stays, 3, months, rich);
      PublishableStays published = PublishableStays.of(counts, THRESHOLD, year -> ORIGIN);
      shown += published.shown() > 0 ? 1 : 0;
      attacked += attack(table, counts, published, random, narrowed);
    }
    System.out.printf("%,d small counts of 500 tables attacked by intervals, %,d of them by linear programming;"
        + " figures are shown of %d tables%n", attacked, programmed, shown);
    assertThat(narrowed).isEmpty();
    assertThat(attacked).isGreaterThan(50_000);
    assertThat(programmed).isGreaterThan(200);
    assertThat(shown).isGreaterThan(400);
  }

  private int attack(
      int table, AreaCounts counts, PublishableStays published, Random random, List<String> narrowed) {
    PublishedEquations equations = PublishedEquations.of(published);
    Map<PublishedEquations.Count, Long> truth = truth(counts);
    List<PublishedEquations.Count> small = new ArrayList<>(equations.withheld().stream()
        .filter(c -> !c.measure().label().contains("bed_days"))
        .filter(c -> truth.getOrDefault(c, 0L) > 0 && truth.getOrDefault(c, 0L) < THRESHOLD).toList());
    assertThat(equations.contradictions(truth)).isEmpty();
    if (small.isEmpty()) {
      return 0;
    }
    Map<PublishedEquations.Count, double[]> intervals = equations.intervals();
    for (PublishedEquations.Count count : small) {
      double[] interval = intervals.get(count);
      compare(table, count, truth.get(count), interval[0], interval[1], narrowed);
    }
    if (equations.size() > MOST_VARIABLES) {
      return small.size();
    }
    Collections.shuffle(small, random);
    LinearBounds bounds = equations.bounds();
    for (PublishedEquations.Count count : small.subList(0, Math.min(MOST, small.size()))) {
      double least = bounds.least(equations.objective(Map.of(count, 1.0)));
      double most = -bounds.least(equations.objective(Map.of(count, -1.0)));
      compare(table, count, truth.get(count), least, most, narrowed);
      programmed++;
    }
    return small.size();
  }

  private static void compare(
      int table, PublishedEquations.Count count, long truth, double least, double most, List<String> narrowed) {
    if (least > 1 + 1e-4 || most < THRESHOLD - 1 - 1e-4) {
      narrowed.add("table %d, %s: %d is from %.2f to %.2f".formatted(table, count, truth, least, most));
    }
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
