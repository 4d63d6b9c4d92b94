package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.report.money.CostLedger;
import uk.footprints.report.money.CostLedger.ScheduleLine;
import uk.footprints.report.money.CostLedger.ScheduleTotal;
import uk.footprints.report.money.CostScopes;
import uk.footprints.report.money.Deflators;

/** Our numbers beside quoted ones, on the published totals of England. */
class HeadlinesTest {

  private static final String ENGLAND = "E92000001";
  private static final String HES = "hes_apc_provider";
  private static final String EMERGENCY = "hes.admissions.emergency";
  private static final String ZERO = "hes.zero_day.emergency";

  private static Period year(int first) {
    return Period.financialYear(first);
  }

  private static Map<String, Object> headline(EvidenceBuilder builder, String id) {
    return builder.rows(new Headlines()).stream().filter(r -> r.get("headline").equals(id)).findFirst().orElseThrow();
  }

  private static EvidenceBuilder admissions(int first, double all, double zero) {
    return admissions(new EvidenceBuilder(), first, all, zero);
  }

  private static EvidenceBuilder admissions(EvidenceBuilder builder, int first, double all, double zero) {
    return builder.figure(HES, EMERGENCY, ENGLAND, year(first), all).figure(HES, ZERO, ENGLAND, year(first), zero);
  }

  private static EvidenceBuilder twoYears() {
    return admissions(admissions(2015, 5_764_765, 1_701_043), 2016, 5_883_234, 1_793_752);
  }

  private static double number(Map<String, Object> row, String column) {
    return (Double) row.get(column);
  }

  @Test
  void admissionsAndGrowthAreThoseOfTheAnnualTables() {
    Map<String, Object> count = headline(twoYears(), "admissions_2016_17");
    assertThat(number(count, "ours_same_window")).isCloseTo(5.883234, within(1e-9));
    Map<String, Object> growth = headline(twoYears(), "growth_on_year");
    assertThat(number(growth, "ours")).isCloseTo(2.055053, within(1e-6));
    assertThat(growth.get("latest_period")).isEqualTo("2016/17 on 2015/16");
    assertThat(growth.get("status")).isEqualTo("answered");
  }

  /** The file of 2013/14 is missing: the longest window inside is given under its own name, and the quoted one is absent. */
  @Test
  void aWindowWithoutItsFirstYearIsNotGuessed() {
    Map<String, Object> row = headline(twoYears(), "no_overnight_stay");
    assertThat(number(row, "ours")).isCloseTo(78.2559, within(1e-4));
    assertThat(row.get("ours_period")).isEqualTo("2016/17 on 2015/16");
    assertThat(row.get("ours_same_window")).isNull();
    assertThat(row.get("difference")).asString().contains("no figure of England of 2013/14");
    Map<String, Object> whole = headline(admissions(twoYears(), 2013, 5_383_000, 1_398_000), "no_overnight_stay");
    assertThat(number(whole, "ours_same_window")).isCloseTo(79.1, within(0.05));
  }

  @Test
  void contributionsAddUpToGrowth() {
    double without = number(headline(twoYears(), "no_overnight_points"), "ours");
    double rest = number(headline(twoYears(), "overnight_points"), "ours");
    assertThat(without).isCloseTo(1.608201, within(1e-6));
    assertThat(without + rest).isCloseTo(number(headline(twoYears(), "growth_on_year"), "ours"), within(1e-12));
  }

  /** England grew by 1.1% in 2019/20: the change of the part is more than that of the whole, so no share is given. */
  @Test
  void aShareOfSmallGrowthIsNotGiven() {
    EvidenceBuilder builder = admissions(admissions(2015, 6_437_959, 2_158_368), 2016, 6_509_586, 2_248_256);
    Map<String, Object> row = headline(builder, "no_overnight_stay");
    assertThat(row.get("ours")).isNull();
    assertThat(row.get("status")).isEqualTo("no_data");
  }

  @Test
  void growthOverARecordingBreakSaysSo() {
    Map<String, Object> row = headline(admissions(twoYears(), 2024, 6_614_976, 2_430_157), "no_overnight_stay");
    assertThat(number(row, "ours_latest")).isCloseTo(85.8, within(0.06));
    assertThat(row.get("latest_period")).isEqualTo("2024/25 on 2015/16");
    assertThat(row.get("latest_reason")).asString().contains("same-day emergency care moves");
    assertThat(row.get("difference")).asString().doesNotContain("same-day emergency care moves");
  }

  private static EvidenceBuilder readmissions(EvidenceBuilder builder, int first, double count, LocalDate edition) {
    return builder
        .figure("readmissions", "readmissions.observed", ENGLAND, year(first), count)
        .edition("readmissions", "readmissions.observed", year(first), edition);
  }

  @Test
  void readmissionsAreNeverChainedAcrossEditions() {
    LocalDate now = LocalDate.of(2025, 11, 1);
    EvidenceBuilder one =
        readmissions(readmissions(new EvidenceBuilder(), 2014, 722_506, now), 2016, 762_078, now);
    Map<String, Object> row = headline(readmissions(one, 2024, 948_836, now), "readmissions");
    assertThat(number(row, "ours")).isCloseTo(5.477, within(1e-3));
    assertThat(number(row, "ours_latest")).isCloseTo(31.33, within(0.01));
    assertThat(row.get("ours_same_window")).isNull();

    EvidenceBuilder two =
        readmissions(
            readmissions(new EvidenceBuilder(), 2013, 758_955, LocalDate.of(2019, 3, 21)), 2016, 762_078, now);
    Map<String, Object> mixed = headline(two, "readmissions");
    assertThat(mixed.get("ours")).isNull();
    assertThat(mixed.get("status")).isEqualTo("no_data");
  }

  @Test
  void avoidableIsChronicAndAcuteOverEmergencies() {
    EvidenceBuilder builder =
        twoYears()
            .figure("acs_ccgois", "acs.chronic.observed", ENGLAND, year(2015), 455_576)
            .figure("acs_ccgois", "acs.acute.observed", ENGLAND, year(2015), 732_356);
    Map<String, Object> row = headline(builder, "avoidable");
    assertThat(number(row, "ours")).isCloseTo(20.607, within(1e-3));
    assertThat(row.get("ours_period")).isEqualTo("2015/16");
  }

  private static EvidenceBuilder costs(EvidenceBuilder builder, int first, double nel, double xs, double nes) {
    LocalDate day = year(first).start();
    return builder
        .line(CostLedger.SCHEDULES, new ScheduleLine("NEL", "", "AA22C", day, 10, nel / 10, Double.NaN, 60))
        .line(CostLedger.SCHEDULES, new ScheduleLine("NEL", "", "NZ30A", day, 1, 100, Double.NaN, 2))
        .line(CostLedger.SCHEDULES, new ScheduleLine("NEL_XS", "", "AA22C", day, 5, xs / 5, Double.NaN, Double.NaN))
        .line(CostLedger.SCHEDULES, new ScheduleLine("NES", "", "AA22C", day, 20, nes / 20, Double.NaN, Double.NaN))
        .line(CostLedger.TOTALS, new ScheduleTotal("NEL", day, 11, nel + 100))
        .line(CostLedger.TOTALS, new ScheduleTotal("NEL_XS", day, 5, xs))
        .line(CostLedger.TOTALS, new ScheduleTotal("NES", day, 20, nes));
  }

  @Test
  void costsOfScopesAtPricesOfOtherYearsAgreeWithTheIndex() {
    EvidenceBuilder builder =
        costs(costs(new EvidenceBuilder(), 2015, 1_000, 100, 300), 2016, 1_200, 110, 310)
            .line(Deflators.LEVELS, level(2015, 94.019350))
            .line(Deflators.LEVELS, level(2016, 96.245425));
    List<Map<String, Object>> rows = builder.rows(new CostScopes());
    Map<String, Object> all = cost(rows, "non_elective", "2015/16", "2015/16");
    assertThat(number(all, "cost")).isCloseTo(1_500, within(1e-9));
    assertThat(number(all, "activity")).isEqualTo(31);
    assertThat(number(all, "index_cost")).isCloseTo(1_500, within(1e-9));
    assertThat(number(all, "index_difference")).isZero();
    assertThat(number(cost(rows, "non_elective_without_obstetrics", "2015/16", "2015/16"), "cost"))
        .isCloseTo(1_400, within(1e-9));
    Map<String, Object> real =
        cost(rows, "non_elective_without_obstetrics_and_excess_days", "2015/16", "2016/17");
    assertThat(number(real, "cost")).isCloseTo(1_300 * 96.245425 / 94.019350, within(1e-9));
    assertThat(real.get("index_cost")).isNull();
  }

  /** The lines add up to 300.02 and the index of the publisher states 300.00: the difference has its reason. */
  @Test
  void anIndexThatDiffersFromItsLinesIsNamed() {
    LocalDate day = year(2018).start();
    EvidenceBuilder builder =
        new EvidenceBuilder()
            .line(CostLedger.SCHEDULES, new ScheduleLine("AE", "T01A", "VB01Z", day, 2, 50, 100.01, Double.NaN))
            .line(CostLedger.SCHEDULES, new ScheduleLine("AE", "T01NA", "VB01Z", day, 4, 50, 200.01, Double.NaN))
            .line(CostLedger.TOTALS, new ScheduleTotal("AE", day, 6, 300));
    Map<String, Object> row = cost(builder.rows(new CostScopes()), "attendances", "2018/19", "2018/19");
    assertThat(number(row, "index_difference")).isCloseTo(0.02, within(1e-9));
    assertThat(row.get("index_reason")).isEqualTo(
        "the 2 lines of the schedule, added without rounding, are 300.020 and its index states 300.000: "
            + "the publication differs from itself");
    Map<String, Object> admitted = cost(builder.rows(new CostScopes()), "attendances_admitted", "2018/19", "2018/19");
    assertThat(admitted.get("index_reason")).isNull();
  }

  /** A thousand costs of an eighth of a pound are 125 pounds beside a cost that would swallow each of them. */
  @Test
  void noPennyIsLostAmongBillions() {
    LocalDate day = year(2018).start();
    EvidenceBuilder builder = new EvidenceBuilder();
    builder.line(CostLedger.SCHEDULES, new ScheduleLine("AE", "T01A", "VB00Z", day, 1, 1, 4e15, Double.NaN));
    for (int i = 0; i < 1_000; i++) {
      builder.line(CostLedger.SCHEDULES, new ScheduleLine("AE", "T01A", "VB01Z", day, 1, 1, 0.125, Double.NaN));
    }
    Map<String, Object> row = cost(builder.rows(new CostScopes()), "attendances", "2018/19", "2018/19");
    assertThat(number(row, "cost")).isEqualTo(4e15 + 125);
  }

  private static Deflators.PriceLevel level(int first, double index) {
    return new Deflators.PriceLevel(year(first).start(), "2018-19", index, LocalDate.of(2020, 3, 11));
  }

  private static Map<String, Object> cost(List<Map<String, Object>> rows, String scope, String of, String prices) {
    return rows.stream()
        .filter(r -> r.get("scope").equals(scope) && r.get("financial_year").equals(of))
        .filter(r -> r.get("prices").equals(prices))
        .findFirst()
        .orElseThrow();
  }

  /** Excess bed days are part of long stays from 2018/19: the scope without them has a reason and no number. */
  @Test
  void aScopeThatCannotBeSeparatedHasAReason() {
    LocalDate day = year(2018).start();
    EvidenceBuilder builder =
        new EvidenceBuilder()
            .line(CostLedger.SCHEDULES, new ScheduleLine("NEL", "", "AA22C", day, 10, 100, 1_000, Double.NaN))
            .line(CostLedger.SCHEDULES, new ScheduleLine("NES", "", "AA22C", day, 20, 15, 300, Double.NaN));
    List<Map<String, Object>> rows = builder.rows(new CostScopes());
    Map<String, Object> stays = cost(rows, "non_elective_without_obstetrics_and_excess_days", "2018/19", "2018/19");
    assertThat(stays.get("cost")).isNull();
    assertThat(stays.get("reason")).isEqualTo("excess bed days are part of long stays from 2018/19");
    assertThat(number(cost(rows, "non_elective", "2018/19", "2018/19"), "cost")).isCloseTo(1_300, within(1e-9));
  }

  /** 62 + 5 bed days of long stays, and at most 20 - 4 - 6 of one night: at least 67 of 77. */
  @Test
  void bedDaysOfTwoDaysAndMoreAreABound() {
    EvidenceBuilder builder =
        costs(new EvidenceBuilder(), 2016, 1_000, 100, 300)
            .figure(HES, ZERO, ENGLAND, year(2016), 4)
            .figure(HES, "hes.zero_day.other", ENGLAND, year(2016), 6);
    Map<String, Object> row = headline(builder, "bed_days_two_or_more");
    assertThat(number(row, "ours_same_window")).isCloseTo(100.0 * 67 / 77, within(1e-9));
    assertThat(row.get("status")).isEqualTo("bounded");
  }

  @Test
  void monthsInARowEndAtTheFirstThatMeetsTheLevel() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int m = 0; m < 12; m++) {
      Period month = Period.month(2022 + (m + 3) / 12, (m + 3) % 12 + 1);
      double within = m == 4 ? 96 : 80;
      builder.figure("ae_timeseries", "ae.within_4h.total", ENGLAND, month, within);
      builder.figure("ae_timeseries", "ae.over_4h.total", ENGLAND, month, 100 - within);
    }
    assertThat(number(headline(builder, "four_hour_all_missed"), "ours_same_window")).isEqualTo(7);
  }

  /** Nothing is known of the month before the first: the run may have begun earlier. */
  @Test
  void aRunToTheFirstFigureIsABound() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int m = 0; m < 12; m++) {
      Period month = Period.month(2022 + (m + 3) / 12, (m + 3) % 12 + 1);
      builder.figure("ae_timeseries", "ae.within_4h.total", ENGLAND, month, 80);
      builder.figure("ae_timeseries", "ae.over_4h.total", ENGLAND, month, 20);
    }
    Map<String, Object> row = headline(builder, "four_hour_all_missed");
    assertThat(number(row, "ours_same_window")).isEqualTo(12);
    assertThat(row.get("status")).isEqualTo("bounded");
    assertThat(row.get("difference")).asString().endsWith("It is at least this number: March 2022 has no value.");
  }

  /** 44 footprints in 2016, 42 by 2018, 42 boards in 2022, 36 from April 2026. */
  @Test
  void areasAreCounted() {
    EvidenceBuilder builder = new EvidenceBuilder();
    assertThat(number(headline(builder, "footprints_2016"), "ours")).isEqualTo(44);
    assertThat(number(headline(builder, "footprints_2018"), "ours")).isEqualTo(42);
    assertThat(number(headline(builder, "care_systems_2017"), "ours")).isEqualTo(10);
    assertThat(number(headline(builder, "boards_2022"), "ours")).isEqualTo(42);
    assertThat(number(headline(builder, "boards_2026"), "ours")).isEqualTo(36);
    assertThat(headline(builder, "boards_2022").get("latest_period")).isEqualTo("July to September 2022");
  }

  @Test
  void aQuestionAboutTheLatestNamesNoYearToCome() {
    Map<String, Object> row = headline(new EvidenceBuilder(), "target_twelve_hours");
    assertThat(row.get("difference")).asString()
        .endsWith("(this release has no month with a value of ecds.over_12h_from_arrival (ecds_supplement)"
            + " and of ecds.attendances (ecds_supplement))");
  }

  @Test
  void aYearOfMonthsIsAddedOnlyWhenWhole() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int m = 1; m < 12; m++) {
      Period month = Period.month(2022 + (m + 3) / 12, (m + 3) % 12 + 1);
      builder.figure("ae_timeseries", "ae.attendances.total", ENGLAND, month, 2_000_000);
    }
    assertThat(headline(builder, "attendances_2022_23").get("ours")).isNull();
    builder.figure("ae_timeseries", "ae.attendances.total", ENGLAND, Period.month(2022, 4), 2_000_000);
    assertThat(number(headline(builder, "attendances_2022_23"), "ours")).isCloseTo(24, within(1e-9));
  }

  private static final String NORTH_WEST_LONDON = "E54000027";
  private static final String BEDS = "ga_bed_occupancy";

  /** A trust's return of March 2017 is missing: there are at least the beds that the others reported. */
  @Test
  void bedsOfWhichAReturnIsMissingAreABound() {
    Period quarter = Period.quarterEnding(2017, 3);
    Map<String, Object> row = headline(
        new EvidenceBuilder().incomplete(BEDS, "stp_2016", NORTH_WEST_LONDON, quarter, 3_799, 4_230),
        "beds_north_west_london_march");
    assertThat(number(row, "ours")).isEqualTo(4_230);
    assertThat(row.get("status")).isEqualTo("bounded");
    assertThat(row.get("difference")).asString().endsWith("In January to March 2017 a return is missing.");
    Map<String, Object> whole = headline(
        new EvidenceBuilder().answer(BEDS, "stp_2016", NORTH_WEST_LONDON, quarter, 3_799, 4_230),
        "beds_north_west_london_march");
    assertThat(whole.get("status")).isEqualTo("answered");
  }

  /** 90% and 86% are beyond 85% though returns are missing, 84% is not: two quarters at least, not the three. */
  @Test
  void aRunOverIncompleteQuartersIsABound() {
    EvidenceBuilder builder = new EvidenceBuilder()
        .incomplete(BEDS, "stp_2016", NORTH_WEST_LONDON, Period.quarterEnding(2017, 3), 90, 100)
        .answer(BEDS, "stp_2016", NORTH_WEST_LONDON, Period.quarterEnding(2016, 12), 86, 100)
        .answer(BEDS, "stp_2016", NORTH_WEST_LONDON, Period.quarterEnding(2016, 9), 84, 100);
    Map<String, Object> row = headline(builder, "occupancy_north_west_london");
    assertThat(number(row, "ours")).isEqualTo(2);
    assertThat(row.get("status")).isEqualTo("bounded");
  }

  /** June 2017 is missing: eleven months grow from 11 x 100 to 11 x 102. */
  @Test
  void growthOfMonthsIsOfThoseThatBothYearsHave() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int m = 0; m < 12; m++) {
      int year = m < 9 ? 0 : 1;
      int month = (m + 3) % 12 + 1;
      builder.answer("non_elective_per_1000", "country", ENGLAND, Period.month(2016 + year, month), 100, 1_000);
      if (month != 6) {
        builder.answer("non_elective_per_1000", "country", ENGLAND, Period.month(2017 + year, month), 102, 1_000);
      }
    }
    Map<String, Object> row = headline(builder, "ambition_2017_18");
    assertThat(number(row, "ours")).isCloseTo(2, within(1e-9));
    assertThat(row.get("status")).isEqualTo("answered");
    assertThat(row.get("difference")).asString().contains("the 11 months that both years have");
  }

  /** Twice the people at the same ages explain the whole of twice the admissions. */
  @Test
  void moreAndOlderPeopleExplainAPartOfTheGrowth() {
    EvidenceBuilder builder = new EvidenceBuilder()
        .answer("non_elective_per_1000", "country", ENGLAND, year(2013), 100, 1_000)
        .answer("non_elective_per_1000", "country", ENGLAND, year(2016), 200, 2_000);
    assertThat(headline(builder, "growth_older_people").get("difference")).asString().contains("needs non-elective");
  }

  @Test
  void theAreaWithTheHighestRateIsNamed() {
    EvidenceBuilder builder = new EvidenceBuilder()
        .answer("hes_emergency_per_1000", "stp_2016", "E54000027", year(2016), 90, 1_000)
        .answer("hes_emergency_per_1000", "stp_2016", "E54000007", year(2016), 120, 1_000);
    Map<String, Object> row = headline(builder, "variation_2016_17_highest");
    assertThat(number(row, "ours")).isCloseTo(120, within(1e-9));
    assertThat(row.get("difference")).asString().endsWith("It is E54000007.");
  }

  /** Two of the four trusts are below 95%. */
  @Test
  void trustsBelowALevelAreCounted() {
    Period march = Period.month(2017, 3);
    EvidenceBuilder builder = new EvidenceBuilder()
        .answer("ae_four_hour_type_1", "trust", "RYJ", march, 90, 100)
        .answer("ae_four_hour_type_1", "trust", "RQM", march, 96, 100)
        .answer("ae_four_hour_type_1", "trust", "R1K", march, 70, 100)
        .answer("ae_four_hour_type_1", "trust", "RXX", march, 70, 100);
    assertThat(number(headline(builder, "five_of_seven_hospitals"), "ours")).isEqualTo(2);
  }

  /** R1K is below 95% as far as it is known, and could be above. */
  @Test
  void trustsWithMissingReturnsMakeACountABound() {
    Period march = Period.month(2017, 3);
    EvidenceBuilder builder = new EvidenceBuilder()
        .answer("ae_four_hour_type_1", "trust", "RYJ", march, 90, 100)
        .answer("ae_four_hour_type_1", "trust", "RQM", march, 96, 100)
        .incomplete("ae_four_hour_type_1", "trust", "R1K", march, 70, 100);
    Map<String, Object> row = headline(builder, "five_of_seven_hospitals");
    assertThat(number(row, "ours")).isEqualTo(1);
    assertThat(row.get("status")).isEqualTo("bounded");
    assertThat(row.get("difference")).asString()
        .contains("It is at least this number. Returns are missing of 1 other, left out here.");
  }

  @Test
  void theHighestOfTheOthersSaysHowManyAreasHaveMissingReturns() {
    EvidenceBuilder builder = new EvidenceBuilder()
        .answer("hes_emergency_per_1000", "stp_2016", "E54000027", year(2016), 90, 1_000)
        .incomplete("hes_emergency_per_1000", "stp_2016", "E54000007", year(2016), 120, 1_000)
        .incomplete("hes_emergency_per_1000", "stp_2016", "E54000008", year(2016), 60, 1_000);
    assertThat(headline(builder, "variation_2016_17_highest").get("difference")).asString()
        .endsWith("It is E54000027. Returns are missing of 2 others, left out here.");
  }

  @Test
  void aQuestionWithoutDataSaysWhatIsMissing() {
    // How many areas there are is known without a release.
    List<Map<String, Object>> rows =
        new EvidenceBuilder().rows(new Headlines()).stream().filter(r -> !r.get("unit").equals("areas")).toList();
    assertThat(rows).hasSizeGreaterThan(60).allMatch(r -> r.get("status").equals("no_data"));
    assertThat(rows).allMatch(r -> !((String) r.get("difference")).isEmpty());
  }

  /** 13,623 on an average day of the quarter; the next quarter is the latest. */
  @Test
  void patientsWithoutCriteriaToResideAreThoseOfTheDailyReport() {
    String id = "without_criteria_to_reside_england";
    EvidenceBuilder builder =
        new EvidenceBuilder()
            .answer(id, "country", ENGLAND, Period.quarterEnding(2023, 3), 13_623, 20_000)
            .answer(id, "country", ENGLAND, Period.quarterEnding(2023, 6), 12_000, 19_000);
    Map<String, Object> row = headline(builder, "without_criteria_to_reside");
    assertThat(number(row, "ours_same_window")).isEqualTo(13_623);
    assertThat(number(row, "ours_latest")).isEqualTo(12_000);
    assertThat(headline(new EvidenceBuilder(), "without_criteria_to_reside").get("difference")).asString()
        .contains("has days as columns and is not read");
  }

  /** 36 minutes and 23 seconds are 2,183 seconds an incident; a year of eleven months has no mean. */
  @Test
  void responseTimesAreAddedUpOverIncidents() {
    String id = "ambulance_category_2_minutes";
    EvidenceBuilder builder = new EvidenceBuilder().answer(id, "country", ENGLAND, year(2023), 21_830_000, 10_000);
    Map<String, Object> row = headline(builder, "target_category_2");
    assertThat(number(row, "ours_same_window")).isCloseTo(36 + 23 / 60.0, within(1e-9));
    assertThat(row.get("status")).isEqualTo("answered");
  }

  @Test
  void handoversOfOverThirtyMinutesAreABoundWhereTrustsAreMissing() {
    String id = "ambulance_handover_over_30_share";
    Period december = Period.month(2022, 12);
    EvidenceBuilder whole = new EvidenceBuilder().answer(id, "country", ENGLAND, december, 118_692, 370_000);
    assertThat(number(headline(whole, "handover_over_30_min"), "ours_same_window")).isEqualTo(118_692);
    EvidenceBuilder part = new EvidenceBuilder().incomplete(id, "country", ENGLAND, december, 100_000, 300_000);
    Map<String, Object> row = headline(part, "handover_over_30_min");
    assertThat(number(row, "ours_same_window")).isEqualTo(100_000);
    assertThat(row.get("status")).isEqualTo("bounded");
    EvidenceBuilder march =
        new EvidenceBuilder().answer(id, "country", ENGLAND, Period.month(2023, 3), 90_998, 351_344);
    assertThat(number(headline(march, "handover_share_over_30_min"), "ours_same_window")).isCloseTo(25.9, within(0.01));
  }

  @Test
  void twelveHoursCountFromArrivalInTheLatestMonth() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int month = 4; month <= 5; month++) {
      builder.figure("ecds_supplement", "ecds.over_12h_from_arrival", ENGLAND, Period.month(2025, month), month * 10)
          .figure("ecds_supplement", "ecds.attendances", ENGLAND, Period.month(2025, month), 500);
    }
    Map<String, Object> row = headline(builder, "target_twelve_hours");
    assertThat(number(row, "ours")).isEqualTo(10);
    assertThat(row.get("ours_period")).isEqualTo("May 2025");
  }
}
