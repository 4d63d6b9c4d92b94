package uk.footprints.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.footprints.statistics.DeprivationSlope.RatedArea;

/** The line over the cumulative share of people, from the most to the least deprived. */
class DeprivationSlopeTest {

  /** Five equal areas at 0.1, 0.3, ... of the people; rates 50, 40, 30, 20, 10: the ends are 55 and 5. */
  @Test
  void anExactLineHasItsEndsAndNoWidth() {
    List<RatedArea> areas =
        IntStream.range(0, 5).mapToObj(i -> new RatedArea(100, 90 - 10 * i, 50 - 10 * i)).toList();
    DeprivationSlope slope = DeprivationSlope.of(areas);
    assertThat(slope.most()).isCloseTo(55, within(1e-9));
    assertThat(slope.least()).isCloseTo(5, within(1e-9));
    assertThat(slope.slope()).isCloseTo(50, within(1e-9));
    assertThat(slope.relative()).isCloseTo(11, within(1e-9));
    assertThat(slope.slope95().upper() - slope.slope95().lower()).isCloseTo(0, within(1e-6));
    assertThat(slope.explained()).isCloseTo(1, within(1e-12));
  }

  /** Rates 50, 40, 30, 20, 20: fall 40 a unit, what is left 10 per area: by numpy.polyfit with equal weights. */
  @Test
  void limitsAreByStudentsT() {
    double[] rates = {50, 40, 30, 20, 20};
    DeprivationSlope slope =
        DeprivationSlope.of(
            IntStream.range(0, 5).mapToObj(i -> new RatedArea(7, 5 - i, rates[i])).toList());
    assertThat(slope.slope()).isCloseTo(40, within(1e-9));
    // Residuals 2, 0, -2, -4, 4 of 0.4 spread: error sqrt(40 / 3 / 0.4) and t of 3 degrees 3.182446.
    double half = 3.182446305 * Math.sqrt(40.0 / 3 / 0.4);
    assertThat(slope.slope95().lower()).isCloseTo(40 - half, within(1e-6));
    assertThat(slope.slope95().upper()).isCloseTo(40 + half, within(1e-6));
  }

  @Test
  void orderAndUnitsOfPeopleDoNotMatter() {
    List<RatedArea> areas =
        List.of(
            new RatedArea(10, 1, 5), new RatedArea(30, 9, 20), new RatedArea(20, 4, 9), new RatedArea(5, 7, 14),
            new RatedArea(15, 2, 6));
    List<RatedArea> other =
        IntStream.range(0, 5).map(i -> 4 - i).mapToObj(areas::get)
            .map(a -> new RatedArea(1_000 * a.people(), a.deprivation(), a.rate())).toList();
    assertThat(DeprivationSlope.of(other).slope()).isCloseTo(DeprivationSlope.of(areas).slope(), within(1e-9));
    assertThat(DeprivationSlope.of(areas).slope()).isPositive();
  }

  @Test
  void fourAreasAreTooFew() {
    assertThatThrownBy(() -> DeprivationSlope.of(List.of(new RatedArea(1, 1, 1))))
        .hasMessage("1 areas are too few for a slope");
  }
}
