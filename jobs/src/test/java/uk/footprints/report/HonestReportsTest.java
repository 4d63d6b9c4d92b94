package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.Reports;
import uk.footprints.period.Period;
import uk.footprints.report.beds.BedsAndWaits;
import uk.footprints.report.money.EmergencyCosts;
import uk.footprints.report.trend.Contributions;
import uk.footprints.report.trend.ControlCharts;
import uk.footprints.report.trend.GrowthReport;
import uk.footprints.report.trend.LongTrends;
import uk.footprints.report.trend.Plans;
import uk.footprints.report.trend.Trends;
import uk.footprints.report.variation.FunnelReport;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Regression;
import uk.footprints.table.RevisionKind;

/** Figures of reports that were wrong or silent, each kind with its right value. */
class HonestReportsTest {

  private static final String NEL = "non_elective_per_1000";
  private static final String ADMISSIONS = "emergency_admissions_per_1000";
  private static final String STP = "stp_2016";
  private static final String ENGLAND = "E92000001";

  private static double number(Map<String, Object> row, String column) {
    return (Double) row.get(column);
  }

  private static Map<String, Object> row(List<Map<String, Object>> rows, String column, Object value) {
    return rows.stream().filter(r -> value.equals(r.get(column))).findFirst().orElseThrow();
  }

  /** F2, F9: a change without people of both years has no parts, and keeps its size. */
  @Test
  void growthWithoutPeopleOfBothYearsHasNoParts() {
    Map<String, Object> row =
        new EvidenceBuilder()
            .answer(NEL, STP, "A", Period.financialYear(2012), 40, 1_000)
            .answer(NEL, STP, "A", Period.financialYear(2018), 70, 1_000)
            .people(STP, "A", LocalDate.of(2018, 6, 30), 70, 1_000)
            .rows(new GrowthReport())
            .get(0);
    assertThat(number(row, "change")).isEqualTo(30);
    assertThat(number(row, "growth_pct")).isCloseTo(75, within(1e-9));
    assertThat(row.get("population_size")).isNull();
    assertThat(row.get("age_structure")).isNull();
    assertThat(row.get("age_specific_rate")).isNull();
    assertThat(row.get("reason")).asString().contains("no population estimate for both years");
  }

  /** F3: 300 pounds for 30 episodes, 10 of 15 admissions in A, 4 in B, and 1 in no area: 200, 80 and 20 pounds. */
  @Test
  void costsOfAreasAddToEngland() {
    Period year = Period.financialYear(2024);
    EvidenceBuilder builder =
        new EvidenceBuilder()
            .line(EmergencyCosts.COSTS, new EmergencyCosts.CareCost("non_elective_long_stay", year.start(), 20, 250))
            .line(EmergencyCosts.COSTS, new EmergencyCosts.CareCost("non_elective_short_stay", year.start(), 10, 50))
            .answer(ADMISSIONS, "country", ENGLAND, year, 15, 1_000)
            .answer(ADMISSIONS, STP, "A", year, 10, 600)
            .answer(ADMISSIONS, STP, "B", year, 4, 400)
            .unassigned(ADMISSIONS, STP, year, 1, Double.NaN)
            .people(STP, "A", LocalDate.of(2020, 6, 30), 40, 500);
    List<Map<String, Object>> rows = builder.rows(new EmergencyCosts());
    List<Map<String, Object>> areas = rows.stream().filter(r -> r.get("geography").equals(STP)).toList();
    assertThat(areas).extracting(r -> r.get("cost")).containsExactly(200.0, 80.0, 20.0);
    assertThat(areas).extracting(r -> r.get("unit_cost")).containsOnly(20.0);
    assertThat(areas.get(0).get("population_on")).isEqualTo(LocalDate.of(2020, 6, 30));
    assertThat(number(areas.get(0), "cost_per_head")).isEqualTo(0.4);
    assertThat(areas.get(1).get("reason")).isEqualTo("no population for this area");
    assertThat(number(row(rows, "scope", "admissions"), "unit_cost")).isEqualTo(10);
  }

  /** A year of which only long stays are published has no cost of all admissions. */
  @Test
  void aSettingThatIsNotPublishedIsNotFree() {
    Period year = Period.financialYear(2024);
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .line(EmergencyCosts.COSTS, new EmergencyCosts.CareCost("non_elective_long_stay", year.start(), 30, 300))
            .rows(new EmergencyCosts());
    assertThat(number(row(rows, "scope", "long_stay"), "cost")).isEqualTo(300);
    Map<String, Object> admissions = row(rows, "scope", "admissions");
    assertThat(admissions.get("cost")).isNull();
    assertThat(admissions.get("reason")).isEqualTo("the collection of this year has no non elective short stay");
    assertThat(row(rows, "scope", "admissions_and_attendances").get("reason"))
        .isEqualTo("the collection of this year has no non elective short stay and no emergency care");
  }

  /** 100 a day in both Februaries: growth of 3.6% is the leap day. */
  @Test
  void growthOfFebruaryNamesTheLeapDay() {
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .answer(ADMISSIONS, STP, "A", Period.month(2019, 2), 2_800, 1_000)
            .answer(ADMISSIONS, STP, "A", Period.month(2020, 2), 2_900, 1_000)
            .answer(ADMISSIONS, STP, "A", Period.month(2019, 1), 3_100, 1_000)
            .answer(ADMISSIONS, STP, "A", Period.month(2020, 1), 3_100, 1_000)
            .rows(new Trends());
    List<Map<String, Object>> later =
        rows.stream().filter(r -> ((LocalDate) r.get("period_start")).getYear() == 2020).toList();
    assertThat(later).extracting(r -> r.get("reason")).containsExactlyInAnyOrder("29 days, 28 a year before", null);
  }

  /** A: 100 to 120, B: 100 to 60 with a missing return; the country's -10% has B's. */
  @Test
  void growthOfTheCountrySaysWhoseReturnsAreMissing() {
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .answer(ADMISSIONS, STP, "A", Period.financialYear(2016), 100, 1_000)
            .answer(ADMISSIONS, STP, "B", Period.financialYear(2016), 100, 1_000)
            .answer(ADMISSIONS, STP, "A", Period.financialYear(2017), 120, 1_000)
            .incomplete(ADMISSIONS, STP, "B", Period.financialYear(2017), 60, 1_000)
            .rows(new Contributions());
    assertThat(row(rows, "part", "A").get("reason"))
        .isEqualTo("the country's growth includes missing returns: B");
    assertThat(row(rows, "part", "B").get("reason")).asString().startsWith("2017/18 is incomplete");
  }

  @Test
  void aMissingMonthOfARouteIsNamed() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int m = 0; m < 24; m++) {
      Period month = Period.month(2016 + (m + 3) / 12, (m + 3) % 12 + 1);
      for (String type : List.of("type_1", "type_2", "other")) {
        boolean missing = m == 15 && type.equals("type_1");
        builder.figure("ae_attendances", "ae.attendances." + type, "RAA", month, 10)
            .figure("ae_attendances", "ae.attendances." + type, "RBB", month, missing ? Double.NaN : 10);
      }
    }
    List<Map<String, Object>> rows = builder.rows(new Contributions());
    assertThat(row(rows, "part", "ae.attendances.type_1").get("reason"))
        .isEqualTo("2017/18 is incomplete: monthly figures of organisations that are missing: 1");
    assertThat(row(rows, "part", "ae.attendances.other").get("reason"))
        .isEqualTo("the country's growth includes missing returns: ae.attendances.type_1");
  }

  /** F5: 10 a month to July 2020, then 8 and 3 booked: 2019/20 to 2021/22 grows by a tenth. */
  @Test
  void attendancesByAppointmentAreAttendances() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int m = 0; m < 36; m++) {
      Period month = Period.month(2019 + (m + 3) / 12, (m + 3) % 12 + 1);
      boolean booked = !month.start().isBefore(LocalDate.of(2020, 8, 1));
      for (String type : List.of("type_1", "type_2", "other")) {
        builder.figure("ae_attendances", "ae.attendances." + type, "RAA", month, booked ? 8 : 10);
        if (booked) {
          builder.figure("ae_attendances", "ae.attendances_booked." + type, "RAA", month, 3);
        }
      }
    }
    List<Map<String, Object>> rows =
        builder.rows(new Contributions()).stream()
            .filter(r -> r.get("from_year").equals("2019/20") && r.get("to_year").equals("2021/22"))
            .toList();
    assertThat(rows).hasSize(3).allMatch(r -> Math.abs(number(r, "country_growth_pct") - 10) < 1e-9);
    assertThat(rows).extracting(r -> r.get("to_count")).containsOnly(132.0);
  }

  /** F6: where nothing was published there is no zero, in either way in which indicators may say so. */
  @Test
  void nothingPublishedIsNoZero() {
    for (boolean zero : new boolean[] {true, false}) {
      EvidenceBuilder builder =
          new EvidenceBuilder()
              .nothing(ADMISSIONS, STP, "A", Period.financialYear(2018), zero)
              .answer(ADMISSIONS, STP, "A", Period.financialYear(2019), 50, 1_000)
              .answer(ADMISSIONS, STP, "B", Period.financialYear(2018), 40, 1_000)
              .answer(ADMISSIONS, STP, "B", Period.financialYear(2019), 60, 1_000)
              .answer(ADMISSIONS, STP, "C", Period.financialYear(2018), 40, 1_000)
              .answer(ADMISSIONS, STP, "C", Period.financialYear(2019), 60, 1_000);
      Map<String, Object> trend = builder.rows(new Trends()).get(0);
      assertThat(trend.get("numerator")).isNull();
      assertThat(trend.get("value")).isNull();
      Map<String, Object> varied = row(builder.rows(new FunnelReport()), "area_code", "A");
      assertThat(varied.get("numerator")).isNull();
      assertThat(varied.get("value")).isNull();
      Map<String, Object> growth = row(builder.rows(new GrowthReport()), "area_code", "A");
      assertThat(growth.get("from_count")).isNull();
      assertThat(growth.get("change")).isNull();
      List<Map<String, Object>> parts = builder.rows(new Contributions());
      assertThat(parts.get(0).get("from_count")).isNull();
      assertThat(parts).allMatch(r -> r.get("points") == null && r.get("country_growth_pct") == null);
      assertThat(parts.get(0).get("reason")).asString().contains("2018/19 has no figure");
      assertThat(parts.get(1).get("reason")).isEqualTo("the country's growth is not known: no figure of A");
    }
  }

  private static EvidenceBuilder months(EvidenceBuilder builder, String indicator, int from, int to, double value) {
    for (int m = from; m < to; m++) {
      builder.answer(indicator, STP, "A", Period.month(m / 12, m % 12 + 1), value, 100);
    }
    return builder;
  }

  /** F7: values from April 2018 to March 2019, and from June 2023: each era names its own, and there is no step. */
  @Test
  void aStepThatIsTooFarIsNone() {
    String four = "ae_four_hour_type_1";
    EvidenceBuilder builder = months(new EvidenceBuilder(), four, 2018 * 12 + 3, 2019 * 12 + 3, 80);
    builder.incomplete(four, STP, "A", Period.month(2021, 4), 1, 100);
    List<Map<String, Object>> rows = months(builder, four, 2023 * 12 + 5, 2024 * 12 + 5, 60).rows(new LongTrends());
    assertThat(row(rows, "era", "before").get("last")).isEqualTo(LocalDate.of(2019, 3, 31));
    assertThat(row(rows, "era", "after").get("first")).isEqualTo(LocalDate.of(2023, 6, 1));
    Map<String, Object> step = row(rows, "era", "across");
    assertThat(step.get("growth_pct")).isNull();
    assertThat(step.get("reason")).asString().contains("no step").contains("2023-06-01 to 2024-05-31");
  }

  /** F7: a step of whole years near the break names both. */
  @Test
  void aStepNamesItsYears() {
    String four = "ae_four_hour_type_1";
    EvidenceBuilder builder = months(new EvidenceBuilder(), four, 2018 * 12 + 3, 2020 * 12 + 2, 80);
    Map<String, Object> step =
        row(months(builder, four, 2021 * 12 + 3, 2022 * 12 + 3, 60).rows(new LongTrends()), "era", "across");
    assertThat(number(step, "growth_pct")).isCloseTo(-25, within(1e-9));
    assertThat(step.get("first")).isEqualTo(LocalDate.of(2019, 3, 1));
    assertThat(step.get("last")).isEqualTo(LocalDate.of(2022, 3, 31));
    assertThat(step.get("method")).asString().contains("2019-03-01 to 2020-02-29").contains("2021-04-01");
  }

  /** F7: the quarter that holds March 2020 is not before it. */
  @Test
  void aQuarterWithMarch2020IsNotBefore() {
    assertThat(Era.of(Period.quarterEnding(2019, 12))).isEqualTo(Era.BEFORE);
    assertThat(Era.of(Period.quarterEnding(2020, 3))).isEqualTo(Era.ACROSS);
    assertThat(Era.of(Period.month(2020, 2))).isEqualTo(Era.BEFORE);
    assertThat(Era.of(Period.month(2020, 3))).isEqualTo(Era.ACROSS);
    assertThat(Era.of(Period.quarterEnding(2021, 6))).isEqualTo(Era.AFTER);
  }

  private static Map<String, Object> growthPlan(EvidenceBuilder builder) {
    return row(builder.rows(new Plans()), "target", "growth_2017_18");
  }

  /** F8: met in 2017/18 by 1.0%, and a tenth more in 2018/19: the target is met. */
  @Test
  void aTargetIsJudgedOnItsDay() {
    Map<String, Object> row =
        growthPlan(
            new EvidenceBuilder()
                .answer(NEL, "country", ENGLAND, Period.financialYear(2015), 990, 10_000)
                .answer(NEL, "country", ENGLAND, Period.financialYear(2016), 1_000, 10_000)
                .answer(NEL, "country", ENGLAND, Period.financialYear(2017), 1_010, 10_000)
                .answer(NEL, "country", ENGLAND, Period.financialYear(2018), 1_100, 10_000));
    assertThat(row.get("met")).isEqualTo(true);
    assertThat(number(row, "distance")).isCloseTo(-5, within(1e-9));
    assertThat(number(row, "change_since_base_pct")).isCloseTo(1, within(1e-9));
    assertThat(number(row, "at_due")).isEqualTo(1_010);
    assertThat(number(row, "latest")).isEqualTo(1_100);
    assertThat(row.get("n")).isEqualTo(1L);
    assertThat(row.get("periods_met")).isEqualTo(1L);
    assertThat(row.get("since")).isEqualTo(LocalDate.of(2017, 4, 1));
    assertThat(row.get("judged_on")).isEqualTo(LocalDate.of(2018, 3, 31));
  }

  /** F8: a day whose period is incomplete is not judged by another. */
  @Test
  void aDayWithoutAFigureIsNotJudged() {
    Map<String, Object> row =
        growthPlan(
            new EvidenceBuilder()
                .answer(NEL, "country", ENGLAND, Period.financialYear(2016), 1_000, 10_000)
                .incomplete(NEL, "country", ENGLAND, Period.financialYear(2017), 10, 10_000)
                .answer(NEL, "country", ENGLAND, Period.financialYear(2018), 1_100, 10_000));
    assertThat(row.get("met")).isNull();
    assertThat(row.get("distance")).isNull();
    assertThat(row.get("judged_on")).isNull();
    assertThat(row.get("reason")).asString().contains("2018-03-31 cannot be compared");
  }

  /** F13: a hole before a run is named. */
  @Test
  void aHoleBeforeARunIsNamed() {
    String four = "ae_four_hour_type_1";
    EvidenceBuilder builder = months(new EvidenceBuilder(), four, 2023 * 12, 2023 * 12 + 4, 80);
    builder.incomplete(four, STP, "A", Period.month(2023, 5), 1, 100);
    Map<String, Object> row =
        row(months(builder, four, 2023 * 12 + 5, 2023 * 12 + 9, 80).rows(new Plans()), "target", "four_hour_type_1_95");
    assertThat(row.get("periods_in_a_row")).isEqualTo(4L);
    assertThat(row.get("reason")).asString().contains("the run may be longer").contains("2023-05-31");
  }

  /** F11: two of England's 300 belong to no area: both values are there, and why they differ. */
  @Test
  void twoValuesOfTheCountrySayWhyTheyDiffer() {
    Period year = Period.financialYear(2018);
    Map<String, Object> row =
        row(
            new EvidenceBuilder()
                .answer(NEL, "country", ENGLAND, year, 300, 3_000)
                .answer(NEL, STP, "A", year, 98, 1_000)
                .answer(NEL, STP, "B", year, 100, 1_000)
                .answer(NEL, STP, "C", year, 100, 1_000)
                .unassigned(NEL, STP, year, 2, Double.NaN)
                .rows(new FunnelReport()),
            "area_code", "A");
    assertThat(number(row, "england_value")).isCloseTo(100, within(1e-9));
    assertThat(number(row, "country_value")).isCloseTo(298 / 3.0, within(1e-9));
    assertThat(row.get("country_reason")).isEqualTo("2 of the numerator belong to no area");
  }

  /** F16: a difference in which nobody is without a figure has a sentence, too. */
  @Test
  void everyDifferenceHasAReason() {
    Period month = Period.month(2016, 5);
    List<Map<String, Object>> rows =
        new EvidenceBuilder()
            .figure("mar_provider", "mar.non_elective", "RAA", month, 101)
            .figure("mar_commissioner", "mar.non_elective", "01A", month, 100)
            .figure("dtoc", "dtoc.delayed_days.total", "E10000001", month, 90)
            .figure("dtoc_england", "dtoc.delayed_days.total", ENGLAND, month, 100)
            .rows(new Reconciliation());
    assertThat(rows).hasSize(2).allMatch(r -> r.get("reason") != null);
    assertThat(row(rows, "dataset", "mar_provider").get("reason")).asString().contains("other nations");
  }

  /** F17: eight areas on a falling line, and one far out that turns Pearson's: the sentence says why. */
  @Test
  void differingSignsAreExplained() {
    EvidenceBuilder builder = new EvidenceBuilder();
    Period quarter = Period.quarterEnding(2019, 6);
    for (int i = 0; i < 9; i++) {
      builder.answer("ga_bed_occupancy", STP, "A" + i, quarter, i == 8 ? 10 : 80 + i, 100);
      for (int m = 4; m <= 6; m++) {
        double within = i == 8 ? 5 : 90 - i;
        builder.answer("ae_four_hour_type_1", STP, "A" + i, Period.month(2019, m), within, 100);
      }
    }
    Map<String, Object> row = builder.rows(new BedsAndWaits()).get(0);
    assertThat(number(row, "correlation")).isPositive();
    assertThat(number(row, "slope")).isNegative();
    assertThat(row.get("reason")).asString().contains("differ in sign");
  }

  /** A year of nothing, of zeros and of people that are not known: every number of every report is finite or absent. */
  @Test
  void everyNumberIsFiniteOrAbsent() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int year = 2015; year < 2019; year++) {
      for (String area : List.of("A", "B", "C", "D")) {
        builder.answer(NEL, STP, area, Period.financialYear(year), year == 2015 ? 0 : 10, area.equals("D") ? 0 : 100);
        builder.answer("ga_bed_occupancy", STP, area, Period.quarterEnding(year, 6), 0, 0);
      }
      builder.nothing(ADMISSIONS, STP, "A", Period.financialYear(year), false);
      builder.answer(NEL, "country", ENGLAND, Period.financialYear(year), year == 2015 ? 0 : 30, 300);
    }
    for (Report<?> report : Reports.all()) {
      assertThat(builder.rows(report))
          .as(report.id())
          .allMatch(r -> r.values().stream().allMatch(v -> !(v instanceof Double d) || Double.isFinite(d)));
    }
  }

  /** F14: three per cent a year for eight years, and one month far off: only that month is special. */
  @Test
  void aTrendIsNoSpecialCause() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int i = 0; i < 96; i++) {
      Period month = Period.month(2011 + i / 12, i % 12 + 1);
      double level = 10_000 + 25 * i + (i * 7 % 5 - 2) * 15 + (i == 50 ? 1_500 : 0);
      builder.answer(NEL, STP, "A", month, level * month.days() / 30.4375, 100_000);
    }
    List<Map<String, Object>> rows = builder.rows(new ControlCharts());
    assertThat(rows).extracting(r -> r.get("centre")).containsOnly("line");
    assertThat(number(rows.get(0), "slope_per_year")).isCloseTo(3, within(0.1));
    assertThat(rows.get(50).get("special_cause")).isEqualTo("Above UCL");
    assertThat(number(rows.get(0), "special_share")).isLessThan(0.15);
    assertThat(number(rows.get(95), "mean") - number(rows.get(0), "mean")).isCloseTo(95 * 0.25, within(1.0));
  }

  /** F14: a series without a trend has one level, as before. */
  @Test
  void aLevelStaysALevel() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int i = 0; i < 48; i++) {
      Period month = Period.month(2012 + i / 12, i % 12 + 1);
      builder.answer("ae_four_hour_type_1", STP, "A", month, 900 + (i * 7 % 5 - 2) * 3, 1_000);
    }
    List<Map<String, Object>> rows = builder.rows(new ControlCharts());
    assertThat(rows).extracting(r -> r.get("centre")).containsOnly("level");
    assertThat(rows).allMatch(r -> r.get("slope_per_year") == null);
    assertThat(rows).extracting(r -> r.get("mean")).containsOnly(rows.get(0).get("mean"));
  }

  /** F15: a blank that became 0 is no change of a figure. */
  @Test
  void aBlankThatBecameZeroIsNoChange() {
    assertThat(RevisionKind.of(null, 0.0).id()).isEqualTo("blank_to_zero");
    assertThat(RevisionKind.of(Double.NaN, 0.0)).isEqualTo(RevisionKind.BLANK_TO_ZERO);
    assertThat(RevisionKind.of(0.0, null)).isEqualTo(RevisionKind.ZERO_TO_BLANK);
    assertThat(RevisionKind.of(3.0, 4.0)).isEqualTo(RevisionKind.CHANGED_FIGURE);
    assertThat(RevisionKind.of(null, 4.0)).isEqualTo(RevisionKind.NEW_FIGURE);
    assertThat(RevisionKind.of(4.0, null)).isEqualTo(RevisionKind.WITHDRAWN_FIGURE);
    assertThat(RevisionKind.of(4.0, 4.0)).isEqualTo(RevisionKind.STATUS_ONLY);
  }

  /** F18: with 9 degrees of freedom t is 2.262157, where z is 1.959964. */
  @Test
  void limitsWithAnEstimatedDispersionAreByT() {
    double[][] design = new double[11][2];
    double[] counts = new double[11];
    for (int i = 0; i < 11; i++) {
      design[i] = new double[] {1, i - 5};
      counts[i] = 100 + 4 * i + i * 7 % 5 * 9;
    }
    Regression fit = Regression.fit(Regression.Family.QUASI_POISSON, design, counts, new double[11]);
    Interval t = fit.limits(1, Confidence.P95, 9);
    assertThat((t.upper() - t.lower()) / 2 / fit.errors()[1]).isCloseTo(2.262157, within(1e-6));
  }
}
