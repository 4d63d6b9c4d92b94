package uk.footprints.report.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.EvidenceBuilder;

/** Findings about stays between two years, with the numbers by hand. */
class StaysReportTest {

  private static final String NO_NIGHT = "stay_zero_day_share_residence";
  private static final String ENGLAND = "E92000001";
  private static final Period FIRST = Period.financialYear(2013);
  private static final Period SECOND = Period.financialYear(2016);

  private static StaysReport.Row finding(Evidence evidence, String id) {
    return new StaysReport().rows(evidence).stream().filter(row -> row.finding().equals(id)).findFirst().orElseThrow();
  }

  private static EvidenceBuilder spells(double firstNoNight, double first, double secondNoNight, double second) {
    return new EvidenceBuilder()
        .answer(NO_NIGHT, "country", ENGLAND, FIRST, firstNoNight, first)
        .answer(NO_NIGHT, "country", ENGLAND, SECOND, secondNoNight, second);
  }

  @Test
  void growthAndItsShareWithoutANight() {
    Evidence evidence = spells(300, 1_000, 360, 1_100).evidence();
    StaysReport.Row growth = finding(evidence, "emergency_growth");
    assertThat(growth.ours()).as("1,100 on 1,000").isCloseTo(10, within(1e-9));
    assertThat(growth.quoted()).isEqualTo(9.3);
    assertThat(growth.yearFrom()).isEqualTo("2013/14");
    assertThat(growth.yearTo()).isEqualTo("2016/17");
    assertThat(growth.records()).isEqualTo("real");
    assertThat(growth.status()).isEqualTo(IndicatorValue.REPORTED);
    assertThat(finding(evidence, "no_overnight_growth").ours()).as("60 of 100").isCloseTo(60, within(1e-9));
    assertThat(finding(evidence, "no_overnight_share").ours()).as("360 of 1,100").isCloseTo(32.727, within(0.001));
    assertThat(finding(evidence, "no_overnight_share").quoted()).as("no number was quoted").isNaN();
  }

  @Test
  void aFallHasNoShareOfGrowth() {
    StaysReport.Row row = finding(spells(300, 1_000, 200, 900).evidence(), "no_overnight_growth");
    assertThat(row.ours()).isNaN();
    assertThat(row.status()).isEqualTo(IndicatorValue.NO_VALUE);
    assertThat(row.reason()).isEqualTo("nothing to divide by, or no growth");
  }

  @Test
  void anotherIndicatorThatIsAbsentIsNoZero() {
    StaysReport.Row row = finding(spells(300, 1_000, 360, 1_100).evidence(), "bed_days_growth");
    assertThat(row.ours()).isNaN();
    assertThat(row.reason()).isEqualTo("no figures of both years");
  }

  @Test
  void anIncompleteYearIsNamed() {
    Evidence evidence =
        new EvidenceBuilder()
            .answer(NO_NIGHT, "country", ENGLAND, FIRST, 300, 1_000)
            .incomplete(NO_NIGHT, "country", ENGLAND, SECOND, 200, 700)
            .evidence();
    StaysReport.Row row = finding(evidence, "emergency_growth");
    assertThat(row.ours()).isNaN();
    assertThat(row.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    assertThat(row.reason()).isEqualTo("2016/17: a return is missing");
  }
}
