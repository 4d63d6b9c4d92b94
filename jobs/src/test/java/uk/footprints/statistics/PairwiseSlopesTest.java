package uk.footprints.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slopes of a rank against all slopes, sorted. */
@Tag("integration")
class PairwiseSlopesTest {

  @Test
  void a_long_series_gives_what_sorting_gives() {
    Random random = new Random(3);
    for (int period : new int[] {1, 12}) {
      double[] y = new double[period == 1 ? 2_500 : 7_500];
      for (int i = 0; i < y.length; i++) {
        y[i] = random.nextInt(20) == 0 ? Double.NaN : 0.001 * i + random.nextGaussian();
      }
      check(y, period);
    }
  }

  @Test
  void ties_are_no_exception() {
    Random random = new Random(4);
    double[] y = new double[2_500];
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextInt(3);
    }
    check(y, 1);
    check(new double[2_500], 1);
  }

  @Test
  void no_pairs_have_no_slope() {
    assertThat(new PairwiseSlopes(new double[] {1}, 1).smallest(0)).containsExactly(Double.NaN);
    assertThat(TheilSen.of(new double[] {Double.NaN, 2}).slope()).isNaN();
  }

  private static void check(double[] y, int period) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      for (int j = i + period; j < y.length; j += period) {
        if (!Double.isNaN(y[i]) && !Double.isNaN(y[j])) {
          all.add((y[j] - y[i]) / ((j - i) / period));
        }
      }
    }
    Collections.sort(all);
    PairwiseSlopes slopes = new PairwiseSlopes(y, period);
    int n = all.size();
    assertThat(n).isGreaterThan(2_000_000);
    assertThat(slopes.count()).isEqualTo(n);
    assertThat(slopes.smallest(0, n / 3, (n - 1) / 2, n / 2, n - 1))
        .containsExactly(all.get(0), all.get(n / 3), all.get((n - 1) / 2), all.get(n / 2), all.get(n - 1));
  }
}
