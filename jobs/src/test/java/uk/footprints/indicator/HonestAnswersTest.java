package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Indicators;
import uk.footprints.period.Period;

/** A figure of the country is right, or it is absent or incomplete with its reason. */
class HonestAnswersTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();

  private static final String BEDS = "beds.available.overnight.general_acute";
  private static final String OCCUPIED = "beds.occupied.overnight.general_acute";

  private static Period quarter(int i) {
    return Period.quarterEnding(2023 + i / 4, 3 * (i % 4) + 3);
  }

  private static IndicatorValue country(Indicator indicator, ObservationSeries figures, Period period) {
    Geography country = new Geography("country", "England", "country", null);
    AreaPopulation people = new AreaPopulation();
    people.add("country", "E92000001", java.time.LocalDate.of(2024, 6, 30), 40, 1_000_000);
    return new IndicatorCalculator(OrganisationContributions.of(indicator, figures, ReferenceData.ofJar().register()), AREAS, people, Basis.AS_WAS)
        .of(country).stream().filter(a -> a.period().equals(period)).findFirst().orElseThrow();
  }

  private static void beds(ObservationSeries figures, String org, Period period, double available, double occupied) {
    figures.add("kh03_beds", BEDS, org, period, available);
    figures.add("kh03_beds", OCCUPIED, org, period, occupied);
  }

  private static ObservationSeries twoTrusts(int quarters) {
    ObservationSeries figures = new ObservationSeries();
    for (int i = 0; i < quarters; i++) {
      beds(figures, "AAA", quarter(i), 200, 180);
      beds(figures, "BBB", quarter(i), 800, 640);
    }
    return figures;
  }

  @Test
  void aTrustWithoutItsDenominatorLeavesBothSides() {
    ObservationSeries figures = twoTrusts(1);
    figures.add("kh03_beds", OCCUPIED, "CCC", quarter(0), 82);
    IndicatorValue answer = country(Indicators.find("ga_bed_occupancy").orElseThrow(), figures, quarter(0));
    assertThat(answer.numerator()).isEqualTo(820);
    assertThat(answer.estimate().value()).isCloseTo(82, within(1e-9));
    assertThat(answer.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    assertThat(answer.completeness()).isCloseTo(1000 / (1000 + 82 * 1000 / 902.0), within(1e-9));
    assertThat(answer.reason()).contains("CCC");
  }

  @Test
  void aTrustWithoutItsNumeratorLeavesBothSides() {
    ObservationSeries figures = twoTrusts(1);
    figures.add("kh03_beds", BEDS, "CCC", quarter(0), 100);
    IndicatorValue answer = country(Indicators.find("ga_bed_occupancy").orElseThrow(), figures, quarter(0));
    assertThat(answer.denominator()).isEqualTo(1000);
    assertThat(answer.estimate().value()).isCloseTo(82, within(1e-9));
    assertThat(answer.status()).isEqualTo(IndicatorValue.INCOMPLETE);
  }

  @Test
  void theFourHourShareNeedsTheWaitsOfEveryTrust() {
    ObservationSeries figures = new ObservationSeries();
    Period month = Period.month(2019, 1);
    figures.add("ae_attendances", "ae.attendances.type_1", "AAA", month, 1_000);
    figures.add("ae_attendances", "ae.over_4h.type_1", "AAA", month, 200);
    figures.add("ae_attendances", "ae.attendances.type_1", "BBB", month, 500);
    IndicatorValue answer = country(Indicators.find("ae_four_hour_type_1").orElseThrow(), figures, month);
    assertThat(answer.estimate().value()).isCloseTo(80, within(1e-9));
    assertThat(answer.completeness()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void aTypingErrorUpwardIsNoBed() {
    ObservationSeries figures = twoTrusts(9);
    beds(figures, "AAA", quarter(4), 2_000, 181);
    IndicatorValue answer = country(Indicators.find("ga_bed_occupancy").orElseThrow(), figures, quarter(4));
    assertThat(answer.estimate().value()).isCloseTo(80, within(1e-9));
    assertThat(answer.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    assertThat(answer.completeness()).isCloseTo(0.8, within(1e-9));
    assertThat(answer.reason()).contains("AAA");
  }

  @Test
  void bedsThatDoubleWithTheirPatientsAreBeds() {
    ObservationSeries figures = twoTrusts(9);
    beds(figures, "AAA", quarter(4), 500, 450);
    assertThat(ImplausibleBeds.find(Indicators.find("ga_bed_occupancy").orElseThrow(), figures).all()).isEmpty();
  }

  @Test
  void occupiedBedsFarFromTheirOwnPastAreLeftOutOfOccupancyOnly() {
    ObservationSeries figures = twoTrusts(9);
    beds(figures, "AAA", quarter(4), 200, 40);
    assertThat(country(Indicators.find("ga_bed_occupancy").orElseThrow(), figures, quarter(4)).status()).isEqualTo(IndicatorValue.INCOMPLETE);
    assertThat(country(Indicators.find("ga_beds_per_1000").orElseThrow(), figures, quarter(4)).status()).isEqualTo(IndicatorValue.REPORTED);
  }

  @Test
  void bedsOfPartOfAYearAreAveragedOverItsDays() {
    ObservationSeries figures = twoTrusts(1);
    Period year = Period.financialYear(2022);
    IndicatorValue beds = country(Indicators.find("ga_beds_per_1000").orElseThrow(), figures, year);
    assertThat(beds.numerator()).isCloseTo(1000, within(1e-9));
    assertThat(beds.estimate().value()).isCloseTo(1, within(1e-9));
    assertThat(beds.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    IndicatorValue occupancy = country(Indicators.find("ga_bed_occupancy").orElseThrow(), figures, year);
    assertThat(occupancy.numerator()).isCloseTo(820, within(1e-9));
    assertThat(occupancy.denominator()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void aMonthInWhichNobodyGaveAFigureHasNoValue() {
    ObservationSeries figures = new ObservationSeries();
    Period month = Period.month(2017, 1);
    String measure = Indicators.find("emergency_admissions_per_1000").orElseThrow().weight();
    figures.add("ae_attendances", measure, "AAA", month, Double.NaN);
    IndicatorValue answer = country(Indicators.find("emergency_admissions_per_1000").orElseThrow(), figures, month);
    assertThat(answer.status()).isEqualTo(IndicatorValue.NO_VALUE);
    assertThat(answer.numerator()).isNaN();
    assertThat(answer.estimate().value()).isNaN();
    assertThat(answer.estimate().upper95()).isNaN();
  }

  @Test
  void aCouncilWhoseDaysFallSendsNoReturnThatCouldBeMissing() {
    ObservationSeries figures = new ObservationSeries();
    for (int i = 0; i < 24; i++) {
      Period month = Period.month(2015 + i / 12, i % 12 + 1);
      figures.add("dtoc", "dtoc.delayed_days.total", "101", month, i == 12 ? 100 : 1_000);
      figures.add("dtoc", "dtoc.delayed_days.total", "102", month, 9_000);
    }
    IndicatorValue answer = country(Indicators.find("delayed_days_per_1000").orElseThrow(), figures, Period.month(2016, 1));
    assertThat(answer.status()).isEqualTo(IndicatorValue.REPORTED);
    assertThat(answer.completeness()).isEqualTo(1);
  }
}
