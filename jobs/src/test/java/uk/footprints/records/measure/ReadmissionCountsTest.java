package uk.footprints.records.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmissionCountsTest {

  @Test
  void expectsTheRatesOfAllInEachBandAndSex() {
    ReadmissionCounts.Strata young = ReadmissionCounts.Strata.empty("2016-04", "provider", "RJ1");
    young.add(4, 1, 90, 9);
    young.add(16, 2, 10, 4);
    ReadmissionCounts.Strata old = ReadmissionCounts.Strata.empty("2016-04", "provider", "R1H");
    old.add(4, 1, 10, 1);
    old.add(16, 2, 90, 16);
    List<ReadmissionCounts> both = ReadmissionCounts.standardise(List.of(young, old));
    // Rates of all: 10 of 100 at 20-24, 20 of 100 at 80-84.
    assertThat(both.get(0).expected()).isCloseTo(90 * 0.1 + 10 * 0.2, within(1e-12));
    assertThat(both.get(0).ratio()).isCloseTo(13 / 11.0, within(1e-12));
    assertThat(both.get(0).crudePercent()).isEqualTo(13);
    assertThat(both.get(1).ratio()).isCloseTo(17 / 19.0, within(1e-12));
  }

  @Test
  void hasNoRatioWhereNothingIsExpected() {
    ReadmissionCounts alone =
        ReadmissionCounts.standardise(List.of(ReadmissionCounts.Strata.empty("2016-04", "provider", "RJ1"))).get(0);
    assertThat(alone.ratio()).isNaN();
    assertThat(alone.crudePercent()).isNaN();
  }

  @Test
  void bandsAges() {
    assertThat(AgeBand.label(AgeBand.of(7003))).isEqualTo("0-4");
    assertThat(AgeBand.label(AgeBand.of(89))).isEqualTo("85-89");
    assertThat(AgeBand.label(AgeBand.of(104))).isEqualTo("90+");
    assertThat(AgeBand.label(AgeBand.of(Integer.MIN_VALUE))).isEqualTo("unknown");
    assertThat(AgeBand.label(AgeBand.of(999))).isEqualTo("unknown");
  }
}
