package uk.footprints.records.casemix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.footprints.records.casemix.ExpectedCounts.Sum;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Significance;

/**
 * Known truth over two hundred seeds: limits hold what they promise. The fit is a plain one, which {@link
 * CaseMixStudyTest} holds against MLlib's; sums, variances and limits are the program's.
 */
class CaseMixCoverageTest {

  private static final int SEEDS = 200;
  private static final int PROVIDERS = 20;
  private static final int EACH = 150;
  private static final int BAD = 3;
  private static final double WORSE = 0.9;

  @Test
  void limitsHoldTheTruthAndProvidersWithoutEffectAreNotFlaggedMoreOftenThanPromised() {
    int covered = 0;
    int coefficients = 0;
    int flagged95 = 0;
    int flagged998 = 0;
    int providers = 0;
    int found = 0;
    int ratios = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      boolean effect = seed % 2 == 1;
      List<CaseMixSample.Spell> spells = CaseMixSample.spells(random, PROVIDERS, EACH);
      boolean[] had = new boolean[spells.size()];
      for (int i = 0; i < had.length; i++) {
        CaseMixSample.Spell spell = spells.get(i);
        had[i] = CaseMixSample.happens(
            random, spell.logOdds() + (effect && spell.provider() == BAD ? WORSE : 0));
      }
      LogisticFit fit = fit(spells, had);
      Sum[] sums = sums(spells, had, fit);
      if (effect) {
        found += CaseMixRatios.position(sums[BAD]) == Significance.HIGH_95
            || CaseMixRatios.position(sums[BAD]) == Significance.HIGH_998 ? 1 : 0;
        continue;
      }
      for (int i = 0; i < CaseMixSample.TRUTH.length; i++) {
        double off = Math.abs(fit.coefficients()[i] - CaseMixSample.TRUTH[i]);
        covered += off <= CaseMixCoefficient.Z95 * fit.errors()[i] ? 1 : 0;
        coefficients++;
      }
      for (Sum sum : sums) {
        Significance position = CaseMixRatios.position(sum);
        flagged95 += position == Significance.NOT_SIGNIFICANT ? 0 : 1;
        flagged998 += position == Significance.LOW_998 || position == Significance.HIGH_998 ? 1 : 0;
        Interval limits = CaseMixRatios.limits(sum.observed() / sum.expected(), CaseMixRatios.effective(sum), Confidence.P95);
        ratios += limits.lower() <= 1 && 1 <= limits.upper() ? 1 : 0;
        providers++;
      }
    }
    System.out.printf("coefficients covered %.1f%%, ratios covered %.1f%%, flagged at 95%% %.1f%%, at 99.8%% %.2f%%, "
        + "a bad provider found %.0f%%%n", 100.0 * covered / coefficients, 100.0 * ratios / providers,
        100.0 * flagged95 / providers, 100.0 * flagged998 / providers, 100.0 * found / (SEEDS / 2.0));
    assertThat((double) covered / coefficients).isBetween(0.93, 0.97);
    assertThat((double) ratios / providers).isBetween(0.93, 0.97);
    // Two thousand providers without effect: 5% and 0.2%, and what chance adds in one of a thousand times.
    assertThat((double) flagged95 / providers).isLessThan(0.065);
    assertThat((double) flagged998 / providers).isLessThan(0.005);
    assertThat(found).isGreaterThan(90);
  }

  static LogisticFit fit(List<CaseMixSample.Spell> spells, boolean[] had) {
    int[][] rows = spells.stream().map(CaseMixSample.Spell::features).toArray(int[][]::new);
    long[] trials = new long[rows.length];
    long[] events = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      trials[i] = 1;
      events[i] = had[i] ? 1 : 0;
    }
    return LogisticFit.of(rows, trials, events, CaseMixSample.TRUTH.length - 1);
  }

  private static Sum[] sums(List<CaseMixSample.Spell> spells, boolean[] had, LogisticFit fit) {
    Sum[] sums = new Sum[PROVIDERS];
    for (int i = 0; i < had.length; i++) {
      CaseMixSample.Spell spell = spells.get(i);
      double p = fit.probability(spell.features());
      Sum one = new Sum(1, had[i] ? 1 : 0, p, p * (1 - p));
      sums[spell.provider()] = sums[spell.provider()] == null ? one : sums[spell.provider()].plus(one);
    }
    return sums;
  }
}
