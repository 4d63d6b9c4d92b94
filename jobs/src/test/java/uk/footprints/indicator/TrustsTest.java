package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Indicators;
import uk.footprints.period.Period;

/** Trusts and groups as areas of their own. Central Manchester (RW3) and South Manchester (RM2) became R0A in October 2017. */
class TrustsTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();
  private static final Period BEFORE = Period.month(2017, 9);
  private static final Period AFTER = Period.month(2017, 10);

  private static ObservationSeries attendances() {
    ObservationSeries figures = new ObservationSeries();
    attendances(figures, "RW3", BEFORE, 24_000, 2_400);
    attendances(figures, "RM2", BEFORE, 8_000, 1_600);
    attendances(figures, "R0A", AFTER, 32_000, 4_000);
    return figures;
  }

  private static void attendances(ObservationSeries figures, String org, Period month, double all, double over) {
    figures.add("ae_attendances", "ae.attendances.type_1", org, month, all);
    figures.add("ae_attendances", "ae.over_4h.type_1", org, month, over);
  }

  private static List<IndicatorValue> values(String indicator, Basis basis, String... geographies) {
    Indicator four = Indicators.find(indicator).orElseThrow();
    return new IndicatorCalculator(
            OrganisationContributions.of(four, attendances(), ReferenceData.ofJar().register()), AREAS, new AreaPopulation(), basis)
        .of(List.of(geographies).stream().map(Geography::get).toList());
  }

  private static IndicatorValue value(List<IndicatorValue> values, String area, Period period) {
    return values.stream()
        .filter(v -> v.areaCode().equals(area) && v.period().equals(period))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTrustAsItWasHasItsOwnFigures() {
    List<IndicatorValue> was = values("ae_four_hour_type_1", Basis.AS_WAS, Geography.TRUST);
    assertThat(value(was, "RW3", BEFORE).estimate().value()).isCloseTo(90, within(1e-9));
    assertThat(value(was, "RM2", BEFORE).estimate().value()).isCloseTo(80, within(1e-9));
    assertThat(value(was, "R0A", AFTER).denominator()).isEqualTo(32_000);
    assertThat(was).noneMatch(v -> v.areaCode().equals("R0A") && v.period().equals(BEFORE));
  }

  @Test
  void aMergedTrustAsItIsNowHasNoJump() {
    List<IndicatorValue> now = values("ae_four_hour_type_1", Basis.AS_NOW, Geography.TRUST);
    assertThat(value(now, "R0A", BEFORE).denominator()).isEqualTo(32_000);
    assertThat(value(now, "R0A", BEFORE).numerator()).isEqualTo(28_000);
    assertThat(value(now, "R0A", AFTER).numerator()).isEqualTo(28_000);
    assertThat(now).noneMatch(v -> v.areaCode().equals("RW3") || v.areaCode().equals("RM2"));
  }

  @Test
  void whatIsDividedByPeopleHasNoValuesOfTrusts() {
    assertThat(values("emergency_admissions_per_1000", Basis.AS_WAS, Geography.TRUST)).isEmpty();
    assertThat(values("ae_four_hour_type_1", Basis.AS_WAS, Geography.GROUPS, Geography.SUB_LOCATIONS)).isEmpty();
    assertThat(values("ae_four_hour_type_1", Basis.AS_WAS, Geography.COUNCIL)).isEmpty();
  }

  @Test
  void regionsHoldTheTrustsOfAllTimes() {
    List<IndicatorValue> regions = values("ae_four_hour_type_1", Basis.AS_WAS, Geography.REGIONS);
    assertThat(value(regions, "E40000010", BEFORE).denominator()).isEqualTo(32_000);
    assertThat(value(regions, "E40000010", AFTER).denominator()).isEqualTo(32_000);
  }

  @Test
  void everyGroupIsInTheSubLocationThatItBecame() {
    java.time.LocalDate day = java.time.LocalDate.of(2013, 4, 1);
    assertThat(AREAS.listShares(Basis.AS_WAS, "ccg", "03M", Geography.SUB_LOCATIONS, day))
        .singleElement()
        .satisfies(share -> assertThat(share.areaCode()).isEqualTo("E38000241"));
    assertThat(AREAS.listShares(Basis.AS_WAS, "ccg", "03M", Geography.GROUPS, day))
        .singleElement()
        .satisfies(share -> assertThat(share.areaCode()).isEqualTo("03M"));
    assertThat(AREAS.listShares(Basis.AS_NOW, "ccg", "03M", Geography.GROUPS, day))
        .singleElement()
        .satisfies(share -> assertThat(share.areaCode()).isEqualTo("42D"));
    assertThat(AREAS.listAreas(Geography.SUB_LOCATIONS)).hasSize(106);
    assertThat(AREAS.listAreas(Geography.REGIONS)).hasSize(7);
    assertThat(AREAS.listAreas(Geography.COUNCIL)).hasSize(152);
  }
}
