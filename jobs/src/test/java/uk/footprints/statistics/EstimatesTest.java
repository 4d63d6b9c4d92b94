package uk.footprints.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates, proportions, means and standardised rates by their definitions. */
class EstimatesTest {

  private static final Offset<Double> DIGITS = within(1e-8);

  @ParameterizedTest(name = "{0} of {1}: {2} ({3} to {4}) {5}")
  @CsvSource(delimiter = '|', textBlock = """
      1  | 100 | 1  | 0.025317808  | 5.571643391  | Exact
      5  | 100 | 5  | 1.623486390  | 11.668332079 | Exact
      20 | 100 | 20 | 12.211428835 | 30.889880369 | Byars
      65 | 100 | 65 | 50.163187710 | 82.849138546 | Byars
      """)
  void aRateIsExactBelowTenEventsAndByarsFromTen(
      double x, double n, double value, double lower, double upper, String method) {
    Estimate rate = Rates.crude(x, n, 100);
    assertThat(rate.value()).isEqualTo(value, DIGITS);
    assertThat(rate.lower95()).isEqualTo(lower, DIGITS);
    assertThat(rate.upper95()).isEqualTo(upper, DIGITS);
    assertThat(rate.method()).isEqualTo(method);
  }

  @Test
  void noEventsHaveALowerLimitOfZero() {
    Estimate rate = Rates.crude(0, 1, 1);
    assertThat(rate.lower95()).isZero();
    assertThat(rate.upper95()).isEqualTo(3.688879, within(1e-6));
    assertThat(rate.upper998()).isEqualTo(6.907755, within(1e-6));
  }

  @Test
  void aMissingNumberIsMissingAndNoPopulationHasNoRate() {
    assertThat(Rates.crude(Double.NaN, 100, 1).status()).isEqualTo(ResultStatus.MISSING);
    assertThat(Rates.crude(1, 0, 1).status()).isEqualTo(ResultStatus.NOT_APPLICABLE);
    assertThat(Rates.crude(150, 100, 1).isPresent()).as("people come more than once").isTrue();
    assertThat(Proportions.wilson(150, 100, 1).reason()).isEqualTo("numerator is above the denominator");
  }

  @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
  @CsvSource(delimiter = '|', textBlock = """
      0  | 10  | 0           | 0.277532800
      1  | 1   | 0.206549314 | 1
      1  | 100 | 0.001767432 | 0.054486196
      81 | 263 | 0.2553      | 0.3662
      """)
  void aProportionHasWilsonsLimits(double x, double n, double lower, double upper) {
    Estimate proportion = Proportions.wilson(x, n, 1);
    assertThat(proportion.lower95()).isEqualTo(lower, within(5e-5));
    assertThat(proportion.upper95()).isEqualTo(upper, within(5e-5));
  }

  @Test
  void aMeanOfOneValueHasNoLimits() {
    assertThat(Means.studentT(new double[] {4}).value()).isEqualTo(4);
    assertThat(Means.studentT(new double[] {4}).lower95()).isNaN();
    Estimate mean = Means.studentT(new double[] {3, 5, 7});
    assertThat(mean.upper95()).as("5 + 4.302653 * 2 / sqrt 3").isEqualTo(9.968275, within(1e-6));
    assertThat(Means.studentT(new double[] {3, Double.NaN}).status()).isEqualTo(ResultStatus.MISSING);
  }

  private static DirectlyStandardised.Band band(double events, double population, double standard) {
    return new DirectlyStandardised.Band(events, population, standard);
  }

  @Test
  void aStandardisedRateOfFewerThanTenEventsIsNotShown() {
    DirectlyStandardised.Result nine = DirectlyStandardised.rate(List.of(band(4, 100, 1), band(5, 100, 1)), 1000);
    assertThat(nine.events()).isEqualTo(9);
    assertThat(nine.rate().status()).isEqualTo(ResultStatus.SUPPRESSED);
    assertThat(nine.rate().reason()).isEqualTo("dsr NA for total count < 10");
    assertThat(DirectlyStandardised.rate(List.of(band(5, 100, 1), band(5, 100, 1)), 1000).rate().value()).isEqualTo(50);
  }

  @Test
  void aBandWithoutPeopleTakesTheRateOfItsAreaAndSaysSo() {
    Estimate rate = DirectlyStandardised.rate(List.of(band(50, 100, 1), band(0, 0, 1)), 1000).rate();
    assertThat(rate.isPresent()).isFalse();
    assertThat(rate.reason()).isEqualTo("an age band has no population");
  }

  @Test
  void anEmptyAgeBandCounts() {
    double with = DirectlyStandardised.rate(List.of(band(50, 100, 1), band(0, 100, 1)), 1000).rate().value();
    double without = DirectlyStandardised.rate(List.of(band(50, 100, 1)), 1000).rate().value();
    assertThat(with).isEqualTo(250);
    assertThat(without).isEqualTo(500);
  }

  @Test
  void eventsOfOnePersonWidenTheLimits() {
    List<DirectlyStandardised.Band> once = List.of(band(100, 1000, 1), band(50, 1000, 1));
    List<DirectlyStandardised.Band> twice = List.of(band(50, 1000, 1), band(25, 1000, 1));
    Estimate independent = DirectlyStandardised.rate(once, 1000).rate();
    Estimate repeated = DirectlyStandardised.rateOfRepeatedEvents(Map.of(2, twice), 1000).rate();
    assertThat(repeated.value()).isEqualTo(independent.value(), DIGITS);
    double ratio = (repeated.upper95() - repeated.value()) / (independent.upper95() - independent.value());
    assertThat(ratio).as("two events a person: twice the variance").isEqualTo(Math.sqrt(2), DIGITS);
  }

  @Test
  void anIndirectRatioIsShownHoweverFewTheEvents() {
    Estimate ratio = IndirectlyStandardised.ratio(9, 835.8835612312, 1);
    assertThat(ratio.value()).isEqualTo(0.0107670499, within(1e-10));
    assertThat(ratio.lower95()).isEqualTo(0.0049233808, within(1e-10));
    assertThat(ratio.upper95()).isEqualTo(0.0204392146, within(1e-10));
    assertThat(IndirectlyStandardised.ratio(895, 835.8835612312, 1).value()).isEqualTo(1.0707232939, within(1e-10));
  }

  @Test
  void aWithheldCountIsARangeUnlessEveryValueReadsTheSame() {
    Estimate range = Bounds.estimate(Rates.crude(1, 100, 100), Rates.crude(7, 100, 100), 1);
    assertThat(range.status()).isEqualTo(ResultStatus.SUPPRESSED);
    assertThat(range.reason()).isEqualTo("a count is withheld: between 1.0 and 7.0");
    Estimate same = Bounds.estimate(Rates.crude(1001, 1e5, 100), Rates.crude(1007, 1e5, 100), 1);
    assertThat(same.value()).isEqualTo(1.0);
    assertThat(Bounds.known(100).plus(Bounds.SUPPRESSED)).isEqualTo(new Bounds(101, 107));
    assertThat(Bounds.rounded(5, 5)).isEqualTo(new Bounds(2.5, 7.5));
  }
}
