package uk.footprints.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.pipeline.check.TotalSeries.Total;

/** What holds a release, and what does not. */
class TotalAnomaliesTest {

  private static final TotalSeries SERIES = new TotalSeries("d", "d.m", "provider", PeriodKind.MONTH);

  /** Months from April 2015 on; winters are a tenth higher, and each has a little noise. */
  private static TreeMap<Period, Total> months(int months, long seed, IntToDoubleFunction factor) {
    Random chance = new Random(seed);
    TreeMap<Period, Total> totals = new TreeMap<>();
    for (int i = 0; i < months; i++) {
      int month = (i + 3) % 12 + 1;
      double usual = 100_000 * (month <= 2 || month == 12 ? 1.1 : 1) * Math.exp(0.02 * chance.nextGaussian());
      totals.put(Period.month(2015 + (i + 3) / 12, month), new Total(usual * factor.applyAsDouble(i), 100));
    }
    return totals;
  }

  private static List<Finding> after(TreeMap<Period, Total> all) {
    TreeMap<Period, Total> before = new TreeMap<>(all.headMap(all.lastKey(), false));
    return TotalAnomalies.between(Map.of(SERIES, before), Map.of(SERIES, all));
  }

  @Test
  void usualMonthsHoldNothing() {
    int held = 0;
    for (int seed = 0; seed < 200; seed++) {
      for (int months = 12; months < 48; months += 5) {
        held += after(months(months, seed, i -> 1)).size();
      }
    }
    assertThat(held).isZero();
  }

  @Test
  void aMonthWithHalfItsFiguresHolds() {
    for (double factor : new double[] {0, 0.01, 0.5, 0.75, 1.4, 10, 1000}) {
      assertThat(after(months(30, 1, i -> i == 29 ? factor : 1)))
          .as("times " + factor)
          .singleElement()
          .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.HOLD))
          .satisfies(f -> assertThat(f.message()).contains("d of September 2017: 1 of 1 totals changed more"));
    }
  }

  @Test
  void oneWildMonthDoesNotHideTheNextOrRaiseAnotherAlarmAYearLater() {
    IntToDoubleFunction wild = i -> i == 20 ? 0.3 : 1;
    assertThat(after(months(21, 3, wild))).hasSize(1);
    assertThat(after(months(30, 3, i -> i == 29 ? 0.6 : wild.applyAsDouble(i)))).hasSize(1);
    assertThat(after(months(33, 3, wild))).isEmpty();
  }

  @Test
  void fewStepsAndHandfulsTellNothing() {
    assertThat(after(months(8, 1, i -> i == 7 ? 3 : 1))).isEmpty();
    assertThat(after(months(30, 1, i -> i == 29 ? 0.0003 : 0.0005))).isEmpty();
  }

  @Test
  void aRevisionByMoreThanAQuarterHoldsAndASmallOneDoesNot() {
    TreeMap<Period, Total> all = months(30, 1, i -> 1);
    Period old = Period.month(2016, 4);
    TreeMap<Period, Total> little = new TreeMap<>(all);
    little.put(old, new Total(all.get(old).total() * 1.1, 100));
    TreeMap<Period, Total> much = new TreeMap<>(all);
    much.put(old, new Total(all.get(old).total() * 1.3, 100));
    assertThat(TotalAnomalies.between(Map.of(SERIES, all), Map.of(SERIES, little))).isEmpty();
    assertThat(TotalAnomalies.between(Map.of(SERIES, all), Map.of(SERIES, much)))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("d of April 2016: 1 totals were revised by more than a quarter"));
  }

  @Test
  void aDatasetThatLosesItsFiguresHoldsAndOneMonthDoesNot() {
    TreeMap<Period, Total> all = months(30, 1, i -> 1);
    TreeMap<Period, Total> few = new TreeMap<>(all.tailMap(Period.month(2016, 6)));
    TreeMap<Period, Total> most = new TreeMap<>(all);
    most.pollFirstEntry();
    assertThat(TotalAnomalies.between(Map.of(SERIES, all), Map.of(SERIES, few)))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).isEqualTo("d: 1,400 of 3,000 figures of the previous release are missing"));
    assertThat(TotalAnomalies.between(Map.of(SERIES, all), Map.of(SERIES, most))).isEmpty();
    assertThat(TotalAnomalies.between(Map.of(SERIES, all), Map.of())).hasSize(1);
  }
}
