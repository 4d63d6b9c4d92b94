package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static uk.footprints.indicator.TinyCountry.Events.PER_1000;
import static uk.footprints.indicator.TinyCountry.Events.SHARE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.ReferenceData;
import uk.footprints.indicator.TinyCountry.Events;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/** Values of areas and of the country, worked by hand on tables of a few rows. */
class IndicatorCalculatorTest {

  private static final String ENGLAND = "E92000001";
  private static final Period MAY = Period.month(2018, 5);
  private static final Period YEAR = Period.financialYear(2018);

  /** Two areas; G1 is in the first, G2 in both, X in none. */
  private static TinyCountry country() {
    return new TinyCountry()
        .area("stp_2018", "NORTH").area("stp_2018", "SOUTH")
        .member("G1", "stp_2018", "NORTH")
        .member("G2", "stp_2018", "NORTH", "", "", 0.25).member("G2", "stp_2018", "SOUTH", "", "", 0.75)
        .people("stp_2018", "NORTH", "2018-06-30", 10_000)
        .people("stp_2018", "SOUTH", "2018-06-30", 20_000)
        .people("country", ENGLAND, "2018-06-30", 30_000);
  }

  private static TinyCountry wholeYear(TinyCountry country) {
    for (int month = 0; month < 12; month++) {
      Period period = Period.month(2018 + (month + 3) / 12, (month + 3) % 12 + 1);
      country.events("G1", period, 100).events("G2", period, 200).events("X", period, 10);
    }
    return country;
  }

  @Test
  void aGroupInTwoAreasIsDivided() {
    TinyCountry country = wholeYear(country());
    IndicatorValue north = country.value(PER_1000, "stp_2018", "NORTH", MAY);
    assertThat(north.numerator()).isEqualTo(150);
    assertThat(north.estimate().value()).isEqualTo(15);
    assertThat(north.rank()).isEqualTo(1);
    assertThat(country.value(PER_1000, "stp_2018", "SOUTH", MAY).estimate().value()).isEqualTo(7.5);
  }

  @Test
  void aFinancialYearIsTheSumOfItsMonths() {
    IndicatorValue north = wholeYear(country()).value(PER_1000, "stp_2018", "NORTH", YEAR);
    assertThat(north.numerator()).isEqualTo(12 * 150);
    assertThat(north.status()).isEqualTo(IndicatorValue.REPORTED);
    assertThat(north.wholeYear()).isTrue();
  }

  @Test
  void aYearWithoutAMonthIsIncompleteAndSaysSo() {
    TinyCountry country = country();
    for (int month = 4; month <= 12; month++) {
      country.events("G1", Period.month(2018, month), 100);
    }
    IndicatorValue north = country.value(PER_1000, "stp_2018", "NORTH", YEAR);
    assertThat(north.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    assertThat(north.completeness()).isEqualTo(0.75);
    assertThat(north.wholeYear()).isFalse();
    assertThat(north.reason()).contains("9 of 12 months are present").contains("not ranked");
    assertThat(north.rank()).isZero();
  }

  @Test
  void aFigureOfAYearWithoutAnyMonthIsOfTheWholeYear() {
    IndicatorValue north = country().events("G1", YEAR, 1_200).value(PER_1000, "stp_2018", "NORTH", YEAR);
    assertThat(north.numerator()).isEqualTo(1_200);
    assertThat(north.status()).isEqualTo(IndicatorValue.REPORTED);
    assertThat(north.completeness()).isEqualTo(1);
  }

  @Test
  void whatBelongsToNoAreaIsShownWithItsShare() {
    IndicatorValue none = wholeYear(country()).value(PER_1000, "stp_2018", IndicatorValue.UNASSIGNED, YEAR);
    assertThat(none.numerator()).isEqualTo(120);
    assertThat(none.estimate().value()).isNaN();
    assertThat(none.reason()).isEqualTo("belongs to no area: X; 120 of England's 3,720 (3.2%)");
  }

  @Test
  void englandSaysHowMuchOfItIsInNoArea() {
    IndicatorValue england = wholeYear(country()).value(PER_1000, "country", ENGLAND, YEAR);
    assertThat(england.numerator()).isEqualTo(3_720);
    assertThat(england.status()).isEqualTo(IndicatorValue.REPORTED);
    assertThat(england.reason())
        .isEqualTo("120 of England's 3,720 (3.2%) belong to no area of stp_2018 (X), so areas add up to less");
  }

  @Test
  void aCountryWhoseOrganisationsAreAllInAreasNeedsNoReason() {
    assertThat(country().events("G1", MAY, 5).value(PER_1000, "country", ENGLAND, MAY).reason()).isEmpty();
  }

  @Test
  void bothSidesOfARatioSayWhatIsInNoArea() {
    IndicatorValue england =
        country().events("G1", MAY, 90).of("G1", MAY, 200).events("X", MAY, 10).of("X", MAY, 50)
            .value(SHARE, "country", ENGLAND, MAY);
    assertThat(england.estimate().value()).isCloseTo(40, within(1e-9));
    assertThat(england.reason())
        .startsWith("10 of England's 100 (10.0%), divided by 50 of England's 250 (20.0%) belong to no area");
  }

  @Test
  void observedEqualsExpectedForEnglandWhereARateIsStandardised() {
    TinyCountry country = wholeYear(new TinyCountry()
        .area("stp_2018", "NORTH").area("stp_2018", "SOUTH")
        .member("G1", "stp_2018", "NORTH").member("G2", "stp_2018", "SOUTH"));
    AreaPopulation people = new AreaPopulation();
    java.time.LocalDate day = java.time.LocalDate.of(2017, 6, 30);
    people.add("stp_2018", "NORTH", day, 20, 6_000);
    people.add("stp_2018", "NORTH", day, 80, 1_000);
    people.add("stp_2018", "SOUTH", day, 20, 2_000);
    people.add("stp_2018", "SOUTH", day, 80, 3_000);
    people.add("country", ENGLAND, day, 20, 8_000);
    people.add("country", ENGLAND, day, 80, 4_000);
    double[] weights = new double[AreaPopulation.AGES];
    weights[20] = 0.5;
    weights[80] = 4;
    Events standardised = new Events(false, RollUp.SUM, PeriodKind.MONTH, true, Optional.empty());
    AreaPopulation weighted = people.weighted(weights, people);
    IndicatorValue england = country.value(standardised, weighted, "country", ENGLAND, YEAR);
    assertThat(england.numerator()).isEqualTo(3_600);
    assertThat(england.denominator()).isCloseTo(12_000, within(1e-6));
    assertThat(england.reason())
        .contains("120 of England's 3,720 (3.2%) belong to no area of stp_2018 (X) and are left out");
    double observed = 0;
    double expected = 0;
    for (String area : List.of("NORTH", "SOUTH")) {
      IndicatorValue value = country.value(standardised, weighted, "stp_2018", area, YEAR);
      observed += value.numerator();
      expected += value.denominator() * england.estimate().value() / 1_000;
    }
    assertThat(observed).isCloseTo(expected, within(1e-6)).isEqualTo(3_600);
  }

  @Test
  void anAreaWhoseOrganisationsGaveNoFigureHasNoValue() {
    IndicatorValue south =
        country().events("G1", MAY, 5).events("G2", MAY, Double.NaN).value(PER_1000, "stp_2018", "SOUTH", MAY);
    assertThat(south.status()).isEqualTo(IndicatorValue.NO_VALUE);
    assertThat(south.numerator()).isNaN();
    assertThat(south.reason()).contains("no organisation here gave a figure");
  }

  @Test
  void anOrganisationWithOneSideOfARatioIsLeftOutOfBoth() {
    IndicatorValue north =
        country().events("G1", MAY, 90).of("G1", MAY, 100).of("G2", MAY, 400).value(SHARE, "stp_2018", "NORTH", MAY);
    assertThat(north.denominator()).isEqualTo(100);
    assertThat(north.completeness()).isCloseTo(0.5, within(1e-9));
    assertThat(north.status()).isEqualTo(IndicatorValue.INCOMPLETE);
    assertThat(north.reason()).contains("about 50.0% is missing").contains("G2");
  }

  @Test
  void onlyCompleteValuesAreRankedAndEqualOnesShareARank() {
    TinyCountry country = country().people("stp_2018", "EAST", "2018-06-30", 10_000)
        .area("stp_2018", "EAST").member("G3", "stp_2018", "EAST");
    country.events("G1", MAY, 100).events("G3", MAY, 100);
    assertThat(country.value(PER_1000, "stp_2018", "NORTH", MAY).rank()).isEqualTo(1);
    assertThat(country.value(PER_1000, "stp_2018", "EAST", MAY).rank()).isEqualTo(1);
    assertThat(country.value(PER_1000, "stp_2018", "EAST", MAY).ranked()).isEqualTo(2);
  }

  @Test
  void thePublishersOwnFigureForEnglandIsNamedWhereItDiffers() {
    Indicator.CountrySeries series =
        new Indicator.CountrySeries("own_series", List.of(new Indicator.Term("own.events", 1)), List.of());
    Events compared = new Events(false, RollUp.SUM, PeriodKind.MONTH, false, Optional.of(series));
    TinyCountry country = country().events("G1", MAY, 980).other("own_series", "own.events", ENGLAND, MAY, 1_000);
    IndicatorValue england = country.value(compared, "country", ENGLAND, MAY);
    assertThat(england.numerator()).isEqualTo(980);
    assertThat(england.reason())
        .isEqualTo("the sum of organisations is used, because it adds up with the areas; England's own series "
            + "(own_series) has 1,000: the numerator here is 20 less (-2.00%)");
    assertThat(country.value(compared, "stp_2018", "NORTH", MAY).reason()).isEmpty();
    assertThat(country().events("G1", MAY, 1_000).other("own_series", "own.events", ENGLAND, MAY, 1_000)
        .value(compared, "country", ENGLAND, MAY).reason()).isEmpty();
  }

  @Test
  void thePublishersFigureIsNamedWhereNoOrganisationGaveOne() {
    Indicator.CountrySeries series =
        new Indicator.CountrySeries("own_series", List.of(new Indicator.Term("own.events", 1)), List.of());
    Events compared = new Events(false, RollUp.SUM, PeriodKind.MONTH, false, Optional.of(series));
    IndicatorValue england =
        country().events("G1", MAY, Double.NaN).other("own_series", "own.events", ENGLAND, MAY, 1_000)
            .value(compared, "country", ENGLAND, MAY);
    assertThat(england.status()).isEqualTo(IndicatorValue.NO_VALUE);
    assertThat(england.reason())
        .contains("no organisation here gave a figure")
        .contains("England's own series (own_series) has 1,000, which is not used here");
  }

  /** Two groups; the land of one went to the other in July 2022. The boards' memberships follow it, the groups' not. */
  private static TinyCountry changed() {
    return new TinyCountry()
        .area("ccg_2021", "A").area("ccg_2021", "B").area("ccg_2021", "C")
        .area("icb_2022", "WEST").area("icb_2022", "EAST")
        .member("GA", "ccg_2021", "A").member("GB", "ccg_2021", "B").member("GC", "ccg_2021", "C")
        .member("GA", "icb_2022", "WEST", "", "2022-06-30", 0.9)
        .member("GA", "icb_2022", "EAST", "", "2022-06-30", 0.1)
        .member("GA", "icb_2022", "WEST", "2022-07-01", "", 1)
        .member("GB", "icb_2022", "EAST").member("GC", "icb_2022", "WEST")
        .landChanges("GA", "2022-07-01", "ccg council own").landChanges("GB", "2022-07-01", "ccg council own");
  }

  private static String status(TinyCountry country, Indicator indicator, String geography, String area, Period period) {
    for (String member : List.of("GA", "GB", "GC")) {
      country.events(member, period, 100).of(member, period, 1_000);
    }
    return country.value(indicator, geography, area, period).status();
  }

  @Test
  void figuresAfterAChangeOfLandAreNotDividedByPeopleBeforeIt() {
    Period later = Period.month(2023, 5);
    for (String area : List.of("A", "B", "C")) {
      TinyCountry country = changed().people("ccg_2021", area, "2020-06-30", 1_000);
      assertThat(status(country, PER_1000, "ccg_2021", area, later))
          .as(area)
          .isEqualTo(area.equals("C") ? IndicatorValue.REPORTED : IndicatorValue.NOT_COMPARABLE);
    }
  }

  @Test
  void figuresBeforeAChangeOfLandAreNotDividedByPeopleAfterIt() {
    TinyCountry country = changed().people("ccg_2021", "A", "2023-06-30", 1_000);
    assertThat(status(country, PER_1000, "ccg_2021", "A", Period.month(2022, 6))).isEqualTo("not_comparable");
    assertThat(status(country, PER_1000, "ccg_2021", "A", Period.month(2022, 7))).isEqualTo("reported");
    assertThat(country.value(PER_1000, "ccg_2021", "A", Period.month(2022, 6)).reason())
        .startsWith("the land of GA changed; not ranked");
  }

  @Test
  void aLevelWhoseMembershipsFollowTheLandStaysComparable() {
    for (String day : List.of("2020-06-30", "2023-06-30")) {
      TinyCountry country =
          changed().people("icb_2022", "WEST", day, 1_000).people("icb_2022", "EAST", day, 1_000);
      for (Period period : List.of(Period.month(2022, 6), Period.month(2023, 5))) {
        assertThat(status(country, PER_1000, "icb_2022", "WEST", period)).isEqualTo("reported");
        assertThat(status(country, PER_1000, "icb_2022", "EAST", period)).isEqualTo("reported");
      }
    }
  }

  @Test
  void aQuarterOrYearThatContainsTheChangeIsOfTwoLands() {
    TinyCountry country = changed();
    for (int month = 0; month < 12; month++) {
      Period period = Period.month(2022 + (month + 3) / 12, (month + 3) % 12 + 1);
      for (String member : List.of("GA", "GC")) {
        country.events(member, period, 100).of(member, period, 1_000);
      }
    }
    Period year = Period.financialYear(2022);
    assertThat(country.value(SHARE, "ccg_2021", "A", Period.month(2022, 6)).status()).isEqualTo("reported");
    assertThat(country.value(SHARE, "ccg_2021", "A", year).status()).isEqualTo("not_comparable");
    assertThat(country.value(SHARE, "ccg_2021", "C", year).status()).isEqualTo("reported");
    assertThat(country.value(SHARE, "icb_2022", "WEST", year).status()).isEqualTo("reported");
  }

  @Test
  void theTablesNameEveryCodeWhoseLandChangedInJuly2022AtItsLevels() {
    Areas areas = ReferenceData.ofJar().areas();
    java.time.LocalDate before = java.time.LocalDate.of(2022, 3, 1);
    java.time.LocalDate after = java.time.LocalDate.of(2023, 3, 1);
    List<String> groups = List.of("E38000182", "E38000229", "E38000250", "E38000220", "E38000026", "E38000242");
    for (String group : groups) {
      assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "ccg_2021", group, before, after)).as(group).hasSize(1);
      assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "ccg_2021", group, after, before)).as(group).hasSize(1);
      assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "ccg_2021", group, after, after.plusYears(1))).isEmpty();
    }
    assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "nhs_region_2020", "E40000010", before, after)).hasSize(1);
    assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "council_2021", "E08000025", before, after)).isNotEmpty();
    for (String level : List.of("stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026")) {
      areas.listAreas(level).forEach(
          area -> assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", level, area.code(), before, after)).isEmpty());
    }
    // Bassetlaw (02Q) moved as a whole: the land of its code stayed, and every geography has it in one area.
    assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "ccg_2021", "E38000008", before, after)).isEmpty();
  }

  @Test
  void cumbriaOf2017IsMarkedAtEveryLevelAsBefore() {
    Areas areas = ReferenceData.ofJar().areas();
    java.time.LocalDate before = java.time.LocalDate.of(2016, 12, 1);
    java.time.LocalDate after = java.time.LocalDate.of(2018, 6, 30);
    for (String area : List.of("E54000002", "E54000004")) {
      assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "stp_2016", area, before, after)).as(area).hasSize(1);
    }
    assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "stp_2016", "E54000007", before, after)).isEmpty();
    assertThat(areas.listBreaks(Basis.AS_WAS, "ccg", "nhs_region_2016", "E40000001", before, after)).isEmpty();
  }
}
