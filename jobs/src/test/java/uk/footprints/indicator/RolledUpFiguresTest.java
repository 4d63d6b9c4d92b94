package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static uk.footprints.indicator.TinyCountry.EVENTS;
import static uk.footprints.indicator.TinyCountry.OF;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.Datasets;
import uk.footprints.indicator.TinyCountry.Events;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;
import uk.footprints.transform.Measure;

/** Indicators use daily figures by a declared rule; part of a period is called so. */
class RolledUpFiguresTest {

  private static final Period JANUARY = Period.month(2019, 1);
  private static final Period QUARTER = Period.quarterEnding(2019, 3);

  private static TinyCountry country() {
    return new TinyCountry()
        .area("stp_2018", "NORTH").member("G1", "stp_2018", "NORTH").member("G2", "stp_2018", "NORTH")
        .people("stp_2018", "NORTH", "2018-06-30", 1_000);
  }

  /** Figures of these days of January, the same every day but for the last. */
  private static void days(TinyCountry country, String measure, String org, int from, int to, double each) {
    for (int day = from; day <= to; day++) {
      country.figure(measure, org, Period.day(LocalDate.of(2019, 1, day)), each);
    }
  }

  @Test
  void eventsOfDaysAreAddedUp() {
    TinyCountry country = country().rule(RollUp.SUM, EVENTS);
    days(country, EVENTS, "G1", 1, 31, 2);
    IndicatorValue north = country.value(Events.PER_1000, "stp_2018", "NORTH", JANUARY);
    assertThat(north.numerator()).isEqualTo(62);
    assertThat(north.status()).isEqualTo(IndicatorValue.REPORTED);
    assertThat(north.completeness()).isEqualTo(1);
  }

  @Test
  void aMonthOfWhichSomeDaysArePresentIsIncompleteAndSaysSo() {
    TinyCountry country = country().rule(RollUp.SUM, EVENTS);
    days(country, EVENTS, "G1", 1, 20, 2);
    IndicatorValue north = country.value(Events.PER_1000, "stp_2018", "NORTH", JANUARY);
    assertThat(north.numerator()).isEqualTo(40);
    assertThat(north.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    assertThat(north.completeness()).isCloseTo(20 / 31.0, within(1e-9));
    assertThat(north.reason()).contains("20 of 31 days are present");
  }

  @Test
  void anAverageIsOverTheDaysThatWereReported() {
    Events beds = Events.by(PeriodKind.MONTH, RollUp.MEAN, true);
    TinyCountry country = country().rule(RollUp.MEAN, EVENTS, OF);
    days(country, EVENTS, "G1", 1, 20, 90);
    days(country, OF, "G1", 1, 20, 100);
    IndicatorValue month = country.value(beds, "stp_2018", "NORTH", JANUARY);
    assertThat(month.numerator()).isEqualTo(90);
    assertThat(month.denominator()).isEqualTo(100);
    assertThat(month.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    IndicatorValue year = country.value(beds, "stp_2018", "NORTH", Period.financialYear(2018));
    assertThat(year.denominator()).isCloseTo(100, within(1e-9));
    assertThat(year.reason()).contains("20 of 365 days are present");
  }

  /** 30 days at 100 and 2 days at 200 average 106.25, although both months have some 30 days. */
  @Test
  void aMonthOfTwoDaysCountsTwoDaysInTheYear() {
    Events beds = Events.by(PeriodKind.MONTH, RollUp.MEAN, false);
    TinyCountry country = country().rule(RollUp.MEAN, EVENTS);
    days(country, EVENTS, "G1", 1, 2, 200);
    for (int day = 1; day <= 30; day++) {
      country.figure(EVENTS, "G1", Period.day(LocalDate.of(2018, 11, day)), 100);
    }
    IndicatorValue year = country.value(beds, "stp_2018", "NORTH", Period.financialYear(2018));
    assertThat(year.numerator()).isCloseTo((30 * 100 + 2 * 200) / 32.0, within(1e-9));
    assertThat(year.reason()).contains("32 of 365 days are present");
  }

  @Test
  void anOrganisationWithoutSomeDaysIsMissingOnThem() {
    TinyCountry country = country().rule(RollUp.SUM, EVENTS);
    days(country, EVENTS, "G1", 1, 31, 2);
    days(country, EVENTS, "G2", 1, 21, 2);
    IndicatorValue north = country.value(Events.PER_1000, "stp_2018", "NORTH", JANUARY);
    assertThat(north.numerator()).isEqualTo(62 + 42);
    assertThat(north.completeness()).isCloseTo(104 / 124.0, within(1e-9));
    assertThat(north.reason()).contains("G2").doesNotContain("days are present");
  }

  @Test
  void bothSidesOfARatioAreOfTheSameDays() {
    Events share = Events.by(PeriodKind.MONTH, RollUp.SUM, true);
    TinyCountry country = country().rule(RollUp.SUM, EVENTS, OF);
    days(country, EVENTS, "G1", 1, 30, 5);
    country.figure(EVENTS, "G1", Period.day(LocalDate.of(2019, 1, 31)), Double.NaN);
    days(country, OF, "G1", 1, 31, 10);
    IndicatorValue north = country.value(share, "stp_2018", "NORTH", JANUARY);
    assertThat(north.numerator()).isEqualTo(150);
    assertThat(north.denominator()).isEqualTo(300);
    assertThat(north.estimate().value()).isCloseTo(50, within(1e-9));
    assertThat(north.completeness()).isCloseTo(30 / 31.0, within(1e-9));
  }

  @Test
  void aNumberAtTheEndIsTheLast() {
    Events waiting = Events.by(PeriodKind.QUARTER, RollUp.LAST, false);
    TinyCountry country = country().rule(RollUp.LAST, EVENTS);
    country.events("G1", Period.month(2019, 1), 10).events("G1", Period.month(2019, 2), 20)
        .events("G1", Period.month(2019, 3), 30);
    IndicatorValue quarter = country.value(waiting, "stp_2018", "NORTH", QUARTER);
    assertThat(quarter.numerator()).isEqualTo(30);
    assertThat(quarter.status()).isEqualTo(IndicatorValue.REPORTED);
    country.events("G1", Period.month(2018, 10), 7).events("G1", Period.month(2018, 11), 8)
        .events("G1", Period.month(2018, 12), 9);
    IndicatorValue year = country.value(waiting, "stp_2018", "NORTH", Period.financialYear(2018));
    assertThat(year.numerator()).isEqualTo(30);
    assertThat(year.reason()).contains("2 of 4 quarters are present");
  }

  @Test
  void whoHasNoFigureOnTheLastDayHasNoneForThePeriod() {
    Events waiting = Events.by(PeriodKind.QUARTER, RollUp.LAST, false);
    TinyCountry country = country().rule(RollUp.LAST, EVENTS);
    country.events("G1", Period.month(2019, 1), 10).events("G1", Period.month(2019, 3), 30)
        .events("G2", Period.month(2019, 1), 10);
    IndicatorValue quarter = country.value(waiting, "stp_2018", "NORTH", QUARTER);
    assertThat(quarter.numerator()).isEqualTo(30);
  }

  @Test
  void monthsBecomeQuartersWeightedByDays() {
    Events beds = Events.by(PeriodKind.QUARTER, RollUp.MEAN, false);
    TinyCountry country = country().rule(RollUp.MEAN, EVENTS);
    country.events("G1", Period.month(2019, 1), 31).events("G1", Period.month(2019, 2), 28)
        .events("G1", Period.month(2019, 3), 31);
    assertThat(country.value(beds, "stp_2018", "NORTH", QUARTER).numerator())
        .isCloseTo((31 * 31 + 28 * 28 + 31 * 31) / 90.0, within(1e-9));
  }

  @Test
  void aPublishedFigureOfThePeriodIsUsedAsItIs() {
    TinyCountry country = country().rule(RollUp.SUM, EVENTS).events("G1", JANUARY, 70);
    days(country, EVENTS, "G1", 1, 31, 2);
    IndicatorValue north = country.value(Events.PER_1000, "stp_2018", "NORTH", JANUARY);
    assertThat(north.numerator()).isEqualTo(70);
    assertThat(north.status()).isEqualTo(IndicatorValue.REPORTED);
  }

  @Test
  void figuresWithoutADeclaredRuleAreNotRolledUp() {
    TinyCountry country = country();
    days(country, EVENTS, "G1", 1, 2, 2);
    assertThatThrownBy(() -> country.value(Events.PER_1000, "stp_2018", "NORTH", JANUARY))
        .hasMessageContaining("No rule declares how made_up.events of made_up is rolled up");
  }

  @Test
  void theCatalogueDeclaresBedsAsMeansPeopleAsLastAndEventsAsSums() {
    List<String> numbers = List.of("beds", "cots", "average daily beds", "people", "GBP");
    List<String> stocks = List.of("persons", "weighted persons", "per cent");
    // People on a ward at one time of the day are a number, although their unit is that of those who came.
    List<String> atOneTime = List.of("virtual_wards.occupied");
    Datasets.all().forEach(dataset -> dataset.measures().forEach((Measure m) -> {
      boolean mean = numbers.contains(m.unit()) || atOneTime.contains(m.id());
      RollUp expected = mean ? RollUp.MEAN : stocks.contains(m.unit()) ? RollUp.LAST : RollUp.SUM;
      boolean money = m.unit().equals("GBP");
      assertThat(m.rollUp() == expected || money).as("%s in %s: %s", m.id(), m.unit(), m.rollUp()).isTrue();
    }));
  }
}
