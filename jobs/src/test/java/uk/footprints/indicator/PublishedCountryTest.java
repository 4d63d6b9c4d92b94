package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.indicator.Indicator.Direction;
import uk.footprints.indicator.Indicator.Method;
import uk.footprints.indicator.Indicator.Term;
import uk.footprints.indicator.declared.DeclaredIndicator;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/** Annual tables with rows of several roles, England's own figures, and contributions to growth. */
class PublishedCountryTest {

  private static final String ENGLAND = ObservationSeries.ENGLAND;
  private static final Period FIRST = Period.financialYear(2016);
  private static final Period SECOND = Period.financialYear(2017);

  private static DeclaredIndicator share(String kind, boolean published, boolean contribution) {
    return new DeclaredIndicator(
        "share", "Share", "Share.", "%", TinyCountry.DATASET, kind, List.of(),
        List.of(new Term(TinyCountry.EVENTS, 1)), List.of(new Term(TinyCountry.OF, 1)), Optional.empty(), published,
        contribution, TinyCountry.OF, "", false, 100, Method.RATIO, PeriodKind.FINANCIAL_YEAR, RollUp.SUM,
        Direction.NEITHER, true, LocalDate.MIN, LocalDate.MAX, 0.98, List.of("Made up."), "2026-11-30", "made up",
        List.of());
  }

  /** Two groups in two areas, a provider and England, whose own figures are larger than the groups'. */
  private static TinyCountry country() {
    TinyCountry country =
        new TinyCountry().area("stp_2016", "A1").area("stp_2016", "A2").area("country", ENGLAND)
            .member("01A", "stp_2016", "A1").member("02B", "stp_2016", "A2");
    for (Period year : List.of(FIRST, SECOND)) {
      int more = year.equals(SECOND) ? 10 : 0;
      country.role(TinyCountry.EVENTS, "commissioner", "01A", year, 300 + more);
      country.role(TinyCountry.OF, "commissioner", "01A", year, 1000 + 2 * more);
      country.role(TinyCountry.EVENTS, "commissioner", "02B", year, 200);
      country.role(TinyCountry.OF, "commissioner", "02B", year, 1000);
      country.role(TinyCountry.EVENTS, "provider", "RAA", year, 510);
      country.role(TinyCountry.OF, "provider", "RAA", year, 2010);
      country.role(TinyCountry.EVENTS, "country", ENGLAND, year, 520 + more);
      country.role(TinyCountry.OF, "country", ENGLAND, year, 2040 + 2 * more);
    }
    return country;
  }

  @Test
  void onlyOrganisationsOfTheIndicatorsRoleAreCounted() {
    IndicatorValue area = country().value(share("ccg", true, false), "stp_2016", "A1", FIRST);
    assertThat(area.numerator()).isEqualTo(300);
    assertThat(area.estimate().value()).isEqualTo(30);
    IndicatorValue england = country().value(share("ccg", false, false), "country", ENGLAND, FIRST);
    assertThat(england.numerator()).isEqualTo(500);
  }

  @Test
  void englandHasThePublishersOwnFigure() {
    IndicatorValue england = country().value(share("ccg", true, false), "country", ENGLAND, FIRST);
    assertThat(england.numerator()).isEqualTo(520);
    assertThat(england.denominator()).isEqualTo(2040);
    assertThat(england.reason())
        .contains("England's own figure is used")
        .contains("add up to 96.2% of its numerator and 98.0% of its denominator");
  }

  @Test
  void anIndicatorOfEnglandHasNoAreas() {
    List<IndicatorValue> answers =
        Stream.of("stp_2016", "country")
            .flatMap(id -> new IndicatorCalculator(
                    OrganisationContributions.of(share("country", true, false), country().figures(), ReferenceData.ofJar().register()),
                    country().areas(), country().people(), Basis.AS_WAS)
                .of(Geography.get(id)).stream())
            .toList();
    assertThat(answers).extracting(IndicatorValue::areaCode).containsOnly(ENGLAND);
    assertThat(answers).extracting(IndicatorValue::numerator).containsExactly(520.0, 530.0);
  }

  @Test
  void whereOnlyEnglandIsPublishedAreasHaveNoRow() {
    TinyCountry country = new TinyCountry().area("stp_2016", "A1").area("country", ENGLAND);
    country.role(TinyCountry.EVENTS, "country", ENGLAND, FIRST, 10).role(TinyCountry.OF, "country", ENGLAND, FIRST, 20);
    IndicatorCalculator calculator =
        new IndicatorCalculator(
            OrganisationContributions.of(share("ccg", true, false), country.figures(), ReferenceData.ofJar().register()), country.areas(),
            country.people(), Basis.AS_WAS);
    assertThat(calculator.of(Geography.get("stp_2016"))).isEmpty();
    assertThat(calculator.of(Geography.get("country"))).singleElement()
        .extracting(v -> v.estimate().value()).isEqualTo(50.0);
  }

  @Test
  void aContributionIsTheChangeOverTheDenominatorOfTheYearBefore() {
    IndicatorValue england = country().value(share("ccg", true, true), "country", ENGLAND, SECOND);
    assertThat(england.numerator()).isEqualTo(10);
    assertThat(england.denominator()).isEqualTo(2040);
    assertThat(england.estimate().value()).isEqualTo(100 * 10 / 2040.0, within(1e-12));
    IndicatorValue area = country().value(share("ccg", true, true), "stp_2016", "A1", SECOND);
    assertThat(area.estimate().value()).isEqualTo(1.0, within(1e-12));
    assertThat(area.rank()).isEqualTo(1);
  }

  @Test
  void aBoardIsFoundByItsOwnCode() {
    TinyCountry country = new TinyCountry().area("icb_2022", "E1", "QAA").area("country", ENGLAND);
    country.role(TinyCountry.EVENTS, "commissioner", "QAA", FIRST, 5).role(TinyCountry.OF, "commissioner", "QAA", FIRST, 10);
    assertThat(country.value(share("ccg", false, false), "icb_2022", "E1", FIRST).estimate().value()).isEqualTo(50);
  }
}
