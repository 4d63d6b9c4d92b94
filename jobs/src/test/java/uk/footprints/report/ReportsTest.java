package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.period.Period;
import uk.footprints.report.beds.BedsReport;
import uk.footprints.report.trend.Contributions;
import uk.footprints.report.trend.ControlCharts;
import uk.footprints.report.trend.GrowthReport;
import uk.footprints.report.trend.Plans;
import uk.footprints.report.trend.SeriesForecast;
import uk.footprints.report.trend.Target;
import uk.footprints.report.variation.Drivers;
import uk.footprints.report.variation.FunnelReport;
import uk.footprints.report.variation.ModelResiduals;
import uk.footprints.report.variation.PeerGroups;
import uk.footprints.report.variation.PeerMeans;
import uk.footprints.report.variation.VariationSummary;
import uk.footprints.statistics.DasGupta;

/** The arithmetic of the reports, on tables small enough to read. */
class ReportsTest {

  private static final String NEL = "non_elective_per_1000";
  private static final String STP = "stp_2016";

  private static double number(Map<String, Object> row, String column) {
    return (Double) row.get(column);
  }

  @Test
  void growthAddsUpWhateverTheAgesAndRates() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      double[] from = random.doubles(AreaPopulation.AGES, 100, 20_000).toArray();
      double[] to = random.doubles(AreaPopulation.AGES, 100, 20_000).toArray();
      double[] profile = random.doubles(AreaPopulation.AGES, 0.1, 5).toArray();
      double first = random.nextDouble(1e3, 6e6);
      double second = random.nextDouble(1e3, 6e6);
      GrowthReport.Parts parts = GrowthReport.Parts.of(first, from, second, to, profile);
      assertThat(parts.size() + parts.structure() + parts.rate()).isCloseTo(second - first, within(1e-9));
      assertThat(parts.reason()).isEmpty();
    }
  }

  /** 100 and 100 people become 100 and 200; the old are admitted three times as often. */
  @Test
  void growthByHand() {
    double[] from = {100, 100};
    double[] to = {100, 200};
    GrowthReport.Parts parts = GrowthReport.Parts.of(40, from, 70, to, new double[] {1, 3});
    List<DasGupta.Effect> effects =
        DasGupta.effects(
            List.of(
                new DasGupta.Factor("p", new double[] {200, 200}, new double[] {300, 300}),
                new DasGupta.Factor("s", new double[] {0.5, 0.5}, new double[] {1 / 3.0, 2 / 3.0}),
                new DasGupta.Factor("r", new double[] {0.1, 0.3}, new double[] {0.1, 0.3})));
    assertThat(parts.rate()).isCloseTo(0, within(1e-9));
    assertThat(parts.size()).isCloseTo(effects.get(0).difference(), within(1e-9));
    assertThat(parts.structure()).isCloseTo(effects.get(1).difference(), within(1e-9));
  }

  /** F9: no split where both years have one estimate of people, and no part of ages that are not known. */
  @Test
  void peopleOfOneYearGiveNoSplit() {
    double[] people = {100, 100};
    GrowthReport.Parts parts = GrowthReport.Parts.of(40, people, 70, people, null);
    assertThat(parts.change()).isEqualTo(30);
    assertThat(new double[] {parts.size(), parts.structure(), parts.rate()}).containsOnly(Double.NaN);
    assertThat(parts.reason()).contains("same population estimate").contains("cannot be split");
    GrowthReport.Parts flat = GrowthReport.Parts.of(40, people, 70, new double[] {100, 150}, null);
    assertThat(flat.size()).isPositive();
    assertThat(new double[] {flat.structure(), flat.rate()}).containsOnly(Double.NaN);
    assertThat(flat.reason()).contains("ages of those counted are not known");
  }

  /** From August 2020 attendances by appointment are counted apart, and England's series counts them in. */
  @Test
  void sumsOfOrganisationsStandBesideTheSeries() {
    Period july = Period.month(2020, 7);
    Period august = Period.month(2020, 8);
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .figure("ae_attendances", "ae.attendances.type_1", "RAA", july, 100)
            .figure("ae_attendances", "ae.attendances.type_1", "RBB", july, Double.NaN)
            .figure("ae_attendances", "ae.attendances_booked.type_1", "RAA", july, 7)
            .figure("ae_attendances", "ae.attendances.type_1", "RAA", august, 90)
            .figure("ae_attendances", "ae.attendances_booked.type_1", "RAA", august, 10)
            .figure("ae_timeseries", "ae.attendances.type_1", "E92000001", july, 125)
            .figure("ae_timeseries", "ae.attendances.type_1", "E92000001", august, 100)
            .rows(new Reconciliation());
    assertThat(rows).extracting(r -> r.get("ours")).containsExactly(100.0, 100.0);
    assertThat(rows).extracting(r -> r.get("organisations")).containsExactly(1L, 1L);
    assertThat(rows).extracting(r -> r.get("difference_pct")).containsExactly(-20.0, 0.0);
    assertThat(rows).extracting(r -> r.get("agreement")).containsExactly("differs", "equal");
    assertThat(rows).extracting(r -> r.get("reason")).containsExactly("no figure here: RBB", null);
  }

  /** Groups of England's readmissions: 2,080 of 2,090, of which the regions lack 8. */
  @Test
  void whatIsInNoGroupOfAPublicationIsExplained() {
    Period year = Period.financialYear(2016);
    String observed = "readmissions.observed";
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .figure("readmissions", observed, "country", "E92000001", year, 2_090)
            .figure("readmissions", observed, "region", "Y56", year, 1_000)
            .figure("readmissions", observed, "region", "Y57", year, 1_082)
            .figure("readmissions", observed, "region", "E12000001", year, 2_060)
            .figure("readmissions", observed, "commissioner", "01A", year, 1_000)
            .figure("readmissions", observed, "commissioner", "02A", year, 1_080)
            .figure("readmissions", observed, "commissioner", "03A", year, Double.NaN)
            .figure("readmissions", observed, "provider", "RAA", year, 2_089)
            .rows(new Reconciliation());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).containsEntry("ours", 2_080.0).containsEntry("published", 2_090.0)
        .containsEntry("difference", -10.0).containsEntry("organisations", 2L).containsEntry("agreement", "differs");
    assertThat(rows.get(0).get("reason")).isEqualTo(
        "no figure for 1 of 3 organisations, as small ones are withheld; rounding of figures to 5 makes at most 5 over "
            + "2 of them; the publisher's regions add up to 2,082, so 8 (0.38%) are in England's figure and in no "
            + "region: people whose commissioner is not known or is not in England");
  }

  /** Regions that add up to England leave nothing but what providers withhold. */
  @Test
  void regionsThatAddUpLeaveWhatIsWithheld() {
    Period year = Period.financialYear(2016);
    String emergency = "hes.admissions.emergency";
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .figure("hes_apc_provider", emergency, "country", "E92000001", year, 100)
            .figure("hes_apc_provider", emergency, "region", "Y56", year, 100)
            .figure("hes_apc_provider", emergency, "provider", "RAA", year, 97)
            .figure("hes_apc_provider", emergency, "provider", "RBB", year, Double.NaN)
            .rows(new Reconciliation());
    assertThat(rows).extracting(r -> r.get("reason")).containsExactly(
        "no figure for 1 of 2 organisations, as small ones are withheld; the publisher's regions add up to England's "
            + "figure, so the rest is in organisations without one");
  }

  /** Until 2016/17 figures are exact, and two of three differ from England's by more than nothing. */
  @Test
  void exactFiguresOfAPublicationHaveNoRounding() {
    Period year = Period.financialYear(2016);
    String zero = "hes.zero_day.emergency";
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .figure("hes_apc_commissioner", zero, "country", "E92000001", year, 100)
            .figure("hes_apc_commissioner", zero, "commissioner", "01A", year, 98)
            .figure("hes_apc_commissioner", zero, "country", "E92000001", Period.financialYear(2017), 100)
            .figure("hes_apc_commissioner", zero, "commissioner", "01A", Period.financialYear(2017), 98)
            .rows(new Reconciliation());
    assertThat(rows).extracting(r -> r.get("reason")).containsExactly(
        "the rest is in England's figure and in no row of an organisation",
        "rounding of figures to 5 makes at most 2.5 over 1 of them");
  }

  @Test
  void areasAndWhatBelongsToNoneAddUpToTheCountry() {
    Period before = Period.financialYear(2015);
    Period after = Period.financialYear(2016);
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .answer(NEL, STP, "A", before, 100, 1_000)
            .answer(NEL, STP, "B", before, 300, 1_000)
            .answer(NEL, STP, "A", after, 130, 1_000)
            .incomplete(NEL, STP, "B", after, 290, 1_000)
            .rows(new Contributions());
    assertThat(rows).extracting(r -> r.get("points")).containsExactly(7.5, -2.5);
    assertThat(rows).extracting(r -> r.get("country_growth_pct")).containsExactly(5.0, 5.0);
    assertThat(rows.get(1).get("reason").toString()).contains("2016/17 is incomplete");
  }

  @Test
  void aMissingQuarterEndsARun() {
    EvidenceBuilder builder = new EvidenceBuilder();
    double[] occupied = {80, 90, 91, 92, 93};
    for (int i = 0; i < occupied.length; i++) {
      Period quarter = Period.quarterEnding(2016 + (i + 1) / 4, (i + 1) % 4 * 3 + 3);
      if (i == 3) {
        builder.incomplete("ga_bed_occupancy", STP, "A", quarter, occupied[i], 100);
      } else {
        builder.answer("ga_bed_occupancy", STP, "A", quarter, occupied[i], 100);
      }
    }
    List<Map<String, Object>> rows = builder.rows(new BedsReport());
    assertThat(rows).extracting(r -> r.get("quarters_over_85")).containsExactly(0L, 1L, 2L, 0L, 1L);
    assertThat(rows).extracting(r -> r.get("over_92")).containsExactly(false, false, false, null, true);
    assertThat(rows.get(2).get("over_85_since")).isEqualTo(LocalDate.of(2016, 7, 1));
  }

  @Test
  void aPlanAgainstWhatHappened() {
    EvidenceBuilder builder = new EvidenceBuilder();
    double[] years = {190_000, 194_000, 198_405, 204_637, 219_263};
    for (int y = 0; y < years.length; y++) {
      builder.answer(NEL, STP, "E54000027", Period.financialYear(2014 + y), years[y], 2_000_000);
      for (int m = 0; m < 12; m++) {
        Period month = Period.month(2014 + y + (m + 3) / 12, (m + 3) % 12 + 1);
        builder.answer(NEL, STP, "E54000027", month, years[y] * month.days() / 365, 2_000_000);
      }
    }
    Map<String, Object> row =
        builder.rows(new Plans()).stream()
            .filter(r -> r.get("target").equals("nwl_admissions"))
            .findFirst()
            .orElseThrow();
    assertThat(number(row, "target_value")).isEqualTo(99_405);
    assertThat(number(row, "base_count")).isEqualTo(198_405);
    assertThat(number(row, "latest")).isEqualTo(219_263);
    assertThat(number(row, "change_since_base_pct")).isCloseTo(10.5, within(0.05));
    assertThat(row.get("met")).isEqualTo(false);
    assertThat(row.get("since")).isEqualTo(LocalDate.of(2014, 4, 1));
    assertThat(row.get("periods_in_a_row")).isEqualTo(5L);
    assertThat(row.get("trend_reaches")).isEqualTo("not on this trend");
    assertThat(number(row, "forecast")).isBetween(230_000.0, 290_000.0);
    assertThat(number(row, "forecast_lower_95")).isLessThan(number(row, "forecast"));
  }

  @Test
  void aStraightLineGoesOn() {
    double[] values = {10, 12, 14, 16, 18, 20};
    SeriesForecast outlook = SeriesForecast.line(values, 3);
    assertThat(outlook.value()).isCloseTo(26, within(1e-9));
    assertThat(outlook.until(30)).isCloseTo(5, within(1e-9));
    assertThat(outlook.until(5)).isNaN();
    assertThat(SeriesForecast.line(new double[] {1, 2}, 1).reason()).contains("fewer than 5");
  }

  /** A season of 12 months upon a level: nothing special is left of it, and a hole stays a hole. */
  @Test
  void aWinterIsNoSpecialCause() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int i = 0; i < 48; i++) {
      Period month = Period.month(2013 + (i + 3) / 12, (i + 3) % 12 + 1);
      double events = (1_000 + (i % 12 == 9 ? 300 : 0) + (i * 7 % 5 - 2) * 4) * month.days() / 30;
      if (i == 20) {
        builder.incomplete(NEL, STP, "A", month, 1, 10_000);
      } else {
        builder.answer(NEL, STP, "A", month, events, 10_000);
      }
    }
    List<Map<String, Object>> rows = builder.rows(new ControlCharts());
    assertThat(rows).hasSize(48);
    assertThat(rows.stream().filter(r -> "Above UCL".equals(r.get("special_cause")))).isEmpty();
    assertThat(rows.get(20).get("adjusted")).isNull();
    assertThat(rows.get(20).get("reason")).isEqualTo("a return is missing");
    assertThat(rows.get(0).get("method").toString()).contains("seasonally adjusted: STL");
  }

  @Test
  void spreadLeavesOutAndNamesWhoIsIncomplete() {
    EvidenceBuilder builder = new EvidenceBuilder();
    Period year = Period.financialYear(2016);
    double[] events = {100, 120, 90, 110, 80, 130};
    for (int i = 0; i < events.length; i++) {
      builder.answer(NEL, STP, "A" + i, year, events[i], 1_000);
    }
    builder.incomplete(NEL, STP, "GLOS", year, 10, 1_000);
    Map<String, Object> row = builder.rows(new VariationSummary()).get(0);
    assertThat(row.get("n")).isEqualTo(6L);
    assertThat(row.get("left_out")).isEqualTo("GLOS GLOS");
    assertThat(number(row, "highest_over_lowest")).isCloseTo(130 / 80.0, within(1e-12));
    double expected = 105;
    double scv = 0;
    for (double o : events) {
      scv += ((o - expected) / expected * ((o - expected) / expected) - 1 / expected) / events.length;
    }
    assertThat(number(row, "scv")).isCloseTo(Math.max(0, scv), within(1e-12));
  }

  @Test
  void ranksThatChanceAllows() {
    EvidenceBuilder builder = new EvidenceBuilder();
    Period year = Period.financialYear(2016);
    double[] events = {100, 1_000, 1_010, 10_000};
    for (int i = 0; i < events.length; i++) {
      builder.answer(NEL, STP, "A" + i, year, events[i], 100_000);
    }
    List<Map<String, Object>> rows = builder.rows(new FunnelReport());
    assertThat(rows).extracting(r -> r.get("rank_lower_95")).containsExactly(4.0, 2.0, 2.0, 1.0);
    assertThat(rows).extracting(r -> r.get("rank_upper_95")).containsExactly(4.0, 3.0, 3.0, 1.0);
    assertThat(rows).allMatch(r -> r.get("od_method") != null && number(r, "phi") > 1);
  }

  /** Twenty-five areas in which only the share of old people matters. */
  @Test
  void driversFindWhatIsThereAndPeersLeaveThemselvesOut() {
    EvidenceBuilder builder = new EvidenceBuilder();
    Period year = Period.financialYear(2016);
    LocalDate day = LocalDate.of(2016, 6, 30);
    for (int i = 0; i < 25; i++) {
      double old = 100 + 8 * i;
      String area = "A%02d".formatted(i);
      builder.people(STP, area, day, 5, 200 + i * 7 % 11);
      builder.people(STP, area, day, 40, 700 - old);
      builder.people(STP, area, day, 70, old);
      builder.people(STP, area, day, 88, 20 + i * 5 % 7);
      double people = 200 + i * 7 % 11 + 700 + 20 + i * 5 % 7;
      builder.answer(NEL, STP, area, year, Math.round(people * Math.exp(-2 + 3 * old / people)), people);
    }
    List<Map<String, Object>> drivers = builder.rows(new Drivers());
    assertThat(drivers).extracting(r -> r.get("term")).containsExactly("share_under_18", "share_65_84", "share_85");
    assertThat(number(drivers.get(1), "lower_95")).isGreaterThan(1);
    assertThat(number(drivers.get(1), "explained")).isGreaterThan(0.95);
    assertThat(builder.rows(new ModelResiduals())).hasSize(25)
        .noneMatch(r -> r.get("place").toString().startsWith("High"));
    List<Map<String, Object>> peers = builder.rows(new PeerGroups());
    assertThat(peers).hasSize(250).noneMatch(r -> r.get("area_code").equals(r.get("peer_code")));
    assertThat(builder.rows(new PeerMeans()))
        .hasSize(25)
        .allMatch(r -> number(r, "difference") == number(r, "value") - number(r, "peer_mean"));
  }

  @Test
  void whatIsNotThereIsListedWithItsReason() {
    List<Map<String, Object>> rows = new EvidenceBuilder().rows(new UnansweredQuestions());
    assertThat(rows)
        .extracting(r -> r.get("id"))
        .contains("delayed_days_per_1000", "non_elective_directly_standardised");
    assertThat(rows).allMatch(r -> !r.get("reason").toString().isBlank());
  }

  @Test
  void targetsAreRead() {
    assertThat(Target.list()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(Arrays.stream(Target.Kind.values()).map(k -> Target.list().stream().anyMatch(t -> t.kind() == k)))
        .containsOnly(true);
  }
}
