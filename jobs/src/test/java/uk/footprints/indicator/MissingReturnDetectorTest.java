package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;

/** A hospital that sends nothing makes its commissioners' figures smaller; a winter does not. */
class MissingReturnDetectorTest {

  private static Period month(int i) {
    return PeriodText.monthOf(2015 + i / 12, (i + 3) % 12 + 1);
  }

  private static ObservationSeries steady(int months) {
    ObservationSeries figures = new ObservationSeries();
    for (int i = 0; i < months; i++) {
      double winter = i % 12 > 7 ? 1.3 : 1;
      double epidemic = i == 20 ? 0.4 : 1;
      figures.add("d", "m", "BIG", month(i), 50_000 * winter * epidemic);
      figures.add("d", "m", "ONE", month(i), 5_000 * winter * epidemic);
    }
    return figures;
  }

  private static MissingReturnDetector look(ObservationSeries figures) {
    return MissingReturnDetector.find(figures, "d", "m", 300);
  }

  @Test
  void wintersAndEpidemicsAreNoGaps() {
    assertThat(look(steady(36)).all()).isEmpty();
  }

  @Test
  void monthsFarBelowTheUsualAreEstimated() {
    ObservationSeries figures = steady(36);
    for (int i = 12; i < 18; i++) {
      figures.add("d", "m", "ONE", month(i), 600);
    }
    MissingReturnDetector returns = look(figures);
    assertThat(returns.all().get("ONE")).hasSize(6);
    assertThat(returns.lost("ONE", month(14))).isCloseTo(4_400, within(450.0));
    assertThat(returns.lost("ONE", month(11))).isZero();
    assertThat(returns.lost("BIG", month(14))).isZero();
  }

  @Test
  void aGapOfNineOrFourteenMonthsIsFoundFromItsFirstToItsLast() {
    for (int length : new int[] {9, 14, 20}) {
      ObservationSeries figures = steady(60);
      for (int i = 18; i < 18 + length; i++) {
        figures.add("d", "m", "ONE", month(i), 600);
      }
      MissingReturnDetector returns = look(figures);
      assertThat(returns.all().get("ONE")).as("a gap of %d", length).hasSize(length);
      assertThat(returns.lost("ONE", month(17))).isZero();
      assertThat(returns.lost("ONE", month(18 + length))).isZero();
    }
  }

  @Test
  void aSteadyStepAtTheEndIsNoGapButAFallOfTheLastMonthsIs() {
    ObservationSeries step = steady(36);
    for (int i = 30; i < 36; i++) {
      step.add("d", "m", "ONE", month(i), 2_500 * (i % 12 > 7 ? 1.3 : 1));
    }
    assertThat(look(step).all()).isEmpty();
    ObservationSeries fall = steady(36);
    for (int i = 34; i < 36; i++) {
      fall.add("d", "m", "ONE", month(i), 600);
    }
    assertThat(look(fall).all().get("ONE")).hasSize(2);
  }

  @Test
  void anAbsentMonthWithinALifeIsAGapButNotBeforeOrAfterIt() {
    ObservationSeries figures = steady(36);
    for (int i = 6; i < 30; i++) {
      if (i != 15) {
        figures.add("d", "m", "TWO", month(i), 5_000);
      }
    }
    MissingReturnDetector returns = look(figures);
    assertThat(returns.lost("TWO", month(15))).isPositive();
    assertThat(returns.lost("TWO", month(3))).isZero();
    assertThat(returns.lost("TWO", month(33))).isZero();
  }

  @Test
  void aLastingChangeIsNoGap() {
    ObservationSeries figures = steady(36);
    for (int i = 18; i < 36; i++) {
      figures.add("d", "m", "ONE", month(i), 2_000);
    }
    assertThat(look(figures).all().getOrDefault("ONE", Map.of()).keySet())
        .allMatch(p -> p.start().isBefore(month(19).start()));
  }

  @Test
  void smallNumbersAreNotLookedAt() {
    ObservationSeries figures = steady(36);
    for (int i = 0; i < 36; i++) {
      figures.add("d", "m", "WEE", month(i), i == 20 ? 1 : 40);
    }
    assertThat(look(figures).all()).doesNotContainKey("WEE");
  }

  @Test
  void aFigureNamedWithoutAValueIsExpectedAtTheEndsToo() {
    ObservationSeries figures = steady(36);
    figures.add("d", "m", "ONE", month(0), Double.NaN);
    figures.add("d", "m", "ONE", month(35), Double.NaN);
    MissingReturnDetector returns = look(figures);
    assertThat(returns.lost("ONE", month(0))).isPositive();
    assertThat(returns.lost("ONE", month(35))).isPositive();
    assertThat(returns.lost("ONE", month(1))).isZero();
    MissingReturnDetector closed =
        MissingReturnDetector.find(
            figures, "d", "m", 300, false, (org, period) -> org.equals("ONE") && period.equals(month(35)),
            org -> Collections.emptyNavigableSet());
    assertThat(closed.lost("ONE", month(0))).isPositive();
    assertThat(closed.lost("ONE", month(35))).isZero();
  }

  @Test
  void anOrganisationThatGaveNoneForAYearIsNotExpected() {
    ObservationSeries figures = steady(48);
    for (int i = 20; i < 48; i++) {
      figures.add("d", "m", "ONE", month(i), Double.NaN);
    }
    MissingReturnDetector returns = look(figures);
    assertThat(returns.lost("ONE", month(20))).isPositive();
    assertThat(returns.lost("ONE", month(40))).isZero();
  }

  /** Financial years from 2014/15 of a large hospital, and of one with these figures. */
  private static ObservationSeries years(double... one) {
    ObservationSeries figures = new ObservationSeries();
    for (int i = 0; i < one.length; i++) {
      figures.add("d", "m", "BIG", Period.financialYear(2014 + i), 500_000);
      figures.add("d", "m", "ONE", Period.financialYear(2014 + i), one[i]);
    }
    return figures;
  }

  @Test
  void aMonthWithoutARowIsMissingAlsoWhereTheOrganisationChangedInIt() {
    ObservationSeries figures = new ObservationSeries();
    for (int i = 0; i < 48; i++) {
      figures.add("d", "m", "BIG", month(i), 50_000);
      if (i != 24) {
        figures.add("d", "m", "ONE", month(i), 5_000);
      }
    }
    assertThat(gaps(figures, month(24).start().plusDays(14))).containsExactly(month(24).financialYear());
  }

  private static List<Integer> gaps(ObservationSeries figures, LocalDate... changes) {
    return MissingReturnDetector.find(
            figures, "d", "m", 300, false, (org, period) -> false,
            org -> new TreeSet<>(org.equals("ONE") ? List.of(changes) : List.of()))
        .all().getOrDefault("ONE", Map.of()).keySet().stream().map(Period::financialYear).sorted().toList();
  }

  @Test
  void yearsBeforeAMergerAreNoGap() {
    ObservationSeries merged = years(46_990, 48_770, 49_020, 51_440, 181_425, 177_485, 126_515, 152_220);
    assertThat(gaps(merged)).isNotEmpty();
    assertThat(gaps(merged, LocalDate.of(2018, 4, 1))).isEmpty();
  }

  @Test
  void theYearOfAMergerIsComparedWithNeitherSide() {
    ObservationSeries merged = years(36_000, 36_500, 37_000, 36_900, 66_000, 75_000, 74_000, 75_500, 76_000);
    assertThat(gaps(merged, LocalDate.of(2018, 10, 1))).isEmpty();
  }

  /** The merged trust reports under both codes until September: what it reports as itself is what it did before. */
  @Test
  void monthsInWhichAMergedTrustReportsUnderTwoCodesAreNoGap() {
    ObservationSeries figures = new ObservationSeries();
    for (int i = 0; i < 48; i++) {
      figures.add("d", "m", "BIG", month(i), 50_000);
      figures.add("d", "m", "ONE", month(i), i < 29 ? 8_000 : 24_000);
    }
    MissingReturnDetector returns =
        MissingReturnDetector.find(
            figures, "d", "m", 300, false, (org, period) -> false,
            org -> new TreeSet<>(List.of(month(24).start())));
    assertThat(returns.all()).doesNotContainKey("ONE");
  }

  @Test
  void aGapAfterAMergerIsStillFound() {
    ObservationSeries gap = years(36_000, 36_500, 37_000, 36_900, 75_000, 13_000, 74_000, 75_500, 76_000);
    assertThat(gaps(gap, LocalDate.of(2018, 4, 1))).containsExactly(2019);
    ObservationSeries first = years(36_000, 36_500, 37_000, 36_900, 13_000, 75_000, 74_000, 75_500, 76_000);
    assertThat(gaps(first, LocalDate.of(2018, 4, 1))).containsExactly(2018);
  }

  @Test
  void theFirstYearOfAPublicationIsCheckedButNotTheFirstOfAnOrganisation() {
    ObservationSeries low = years(29_665, 30_600, 32_645, 32_000, 60_255, 59_720, 60_325, 62_310, 65_080, 64_000);
    assertThat(gaps(low)).containsExactly(2014, 2015, 2016, 2017);
    ObservationSeries opened = new ObservationSeries();
    for (int i = 0; i < 8; i++) {
      opened.add("d", "m", "BIG", Period.financialYear(2014 + i), 500_000);
    }
    for (int i = 2; i < 8; i++) {
      opened.add("d", "m", "ONE", Period.financialYear(2014 + i), i == 2 ? 20_000 : 60_000);
    }
    assertThat(gaps(opened)).isEmpty();
  }
}
