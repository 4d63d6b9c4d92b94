package uk.footprints.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.runtime.ExitCode;
import uk.footprints.statistics.Cases.Row;

/** More small tables, whose answers were worked out by hand or with scipy, statsmodels and pyMannKendall. */
class NeighbourAnswersTest {

  @TempDir private Path folder;

  private StatCommandLine run(String method, String csv, String... settings) {
    StatCommandLine run = StatCommandLine.statOn(folder, method, csv.replace(' ', '\n').replace('~', ' '), settings);
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("Infinity");
    return run;
  }

  private Row first(String method, String csv, String... settings) {
    return run(method, csv, settings).rows().get(0);
  }

  private static void has(Row row, Map<String, Double> expected) {
    expected.forEach((column, value) -> assertThat(Double.parseDouble(row.text(column))).as(column + " of " + row)
        .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value)))));
    assertThat(row.text("status")).as(row.toString()).isEqualTo("ok");
  }

  private static void hasNo(Row row, String reason, String... columns) {
    Stream.of(columns).forEach(column -> assertThat(row.text(column)).as(column).isEmpty());
    assertThat(row.text("status")).isNotEqualTo("ok");
    assertThat(row.text("reason")).contains(reason);
  }

  private static String numbered(String values) {
    String[] all = values.split(",");
    return "seq,y " + IntStream.range(0, all.length).mapToObj(i -> i + 1 + "," + all[i])
        .collect(Collectors.joining(" "));
  }

  // Trends

  @Test
  void tiesInATrend() {
    has(
        first("mann-kendall", numbered("1,1,2,2,3,3,3")),
        Map.of("s", 16.0, "var_s", 38.66666666666667, "z", 2.4122532033850383, "p", 0.015854266897989522, "tau",
            0.7619047619047619, "slope", 0.4, "intercept", 0.8));
    has(
        first("theil-sen", numbered("5,5,4,6,6,9,8,9,9,12")),
        Map.of("slope", 0.75, "intercept", 3.625, "slope_lo95", 0.5, "slope_hi95", 1.0, "kendall_tau_b",
            0.8013876853447538, "kendall_p", 0.001855610478284524));
    Row flat = first("mann-kendall", numbered("0.1,0.1,0.1,0.1,0.1"));
    has(flat, Map.of("s", 0.0, "var_s", 0.0, "z", 0.0, "p", 1.0, "slope", 0.0, "intercept", 0.1));
    assertThat(flat.text("trend")).isEqualTo("no trend");
  }

  @Test
  void seasonsWithAGapInATrend() {
    has(
        first(
            "mann-kendall",
            "date,y 2020-Q4,7 2018-Q1,5 2018-Q2,6 2018-Q3,7 2018-Q4,4 2019-Q1,6 2019-Q2,8 2019-Q4,5 2020-Q1,8 2020-Q2,7"
                + " 2020-Q3,9",
            "period=4"),
        Map.of("s", 8.0, "var_s", 12.0, "z", 2.0207259421636903, "p", 0.04330814281079198, "tau", 0.8, "slope", 1.25,
            "intercept", 5.4375));
  }

  @Test
  void datesWithoutASteadyStepHaveASlopeByTheDay() {
    String csv = "date,y 2020-01-03,3 2020-01-07,4 2020-01-20,7 2020-02-29,7 2020-03-01,9 2020-05-06,14";
    Row line = first("theil-sen", csv);
    has(
        line,
        Map.of("slope", 0.08870967741935484, "slope_lo95", 0.04878048780487805, "slope_hi95", 0.25, "kendall_p",
            0.007410254402604282));
    assertThat(line.text("reason")).isEqualTo("no steady step between dates: the slope is for 1 day");
    assertThat(first("mann-kendall", csv).text("reason")).contains("the slope is for 1 day");
  }

  @Test
  void twoValuesOfOneDateAreRefused() {
    StatCommandLine run = run("theil-sen", "date,y Apr-19,3 2019-04,4 May-19,7");
    hasNo(run.rows().get(0), "two values at 2019-04", "slope", "n");
    assertThat(run.exit()).isEqualTo(ExitCode.DATA);
  }

  // Periods

  @Test
  void periodsOfEveryForm() {
    for (String periods : List.of(
        "H1~2019 2019~H2 h1-2020 half~2~2020 H1~2021", "2019/20~H1 2019/20~H2 H1~2020/21 2020-21~H2 2021/22~H1",
        "FY18/19 FY~19/20 FY2020/21 2021-22 2022/2023", "1/4/19 1/5/19 01.06.19 01/07/2019 2019-08-01",
        "2019M04 2019M05 2019~M6 2019-07 Aug~2019", "1st~April~2019 2nd~April~2019 3rd~April~2019 4~Apr~19 2019-04-05",
        "Week~52~2020 2020~Week~53 W1~2021 2021-W02 2021W03",
        "2018/19~Quarter~3 Q4~2018/19 Quarter~1~2019/20 2019-20~q2 FY2019-20~Q3",
        "Jan-Mar~2019 Apr~to~Jun~2019 Jul-Sep~2019 2019-Q4 Jan-Mar-20", "43466 43497 43525 43556.0 43586",
        "2019-04-01~00:00:00 2019-05-01T00:00:00Z 2019-06-01T00:00:00.000 1~July~2019 2019-08-01")) {
      String[] five = periods.split(" ");
      String csv = "date,y " + IntStream.of(4, 0, 3, 1).mapToObj(i -> five[i] + "," + (3 + 2 * i))
          .collect(Collectors.joining(" "));
      StatCommandLine run = run("theil-sen", csv);
      assertThat(run.err()).as(periods).isEmpty();
      has(run.rows().get(0), Map.of("slope", 2.0, "intercept", 3.0, "n", 4.0));
      assertThat(first("spc", csv).text("reason")).as(periods).contains("1 missing");
    }
    for (String none : List.of(
        "19/20", "FY19", "FY18/20", "H3~2019", "Dec-Feb~2019", "Jan-Feb~2019", "99999", "2020-W54", "32nd~May~2019",
        "2019M13")) {
      String shown = none.replace('~', ' ');
      assertThat(run("spc", "date,y %s,1 2030-01-01,2".formatted(none)).err())
          .contains("'%s' is not a date; write it as 2016-04-01".formatted(shown));
    }
    assertThat(run("spc", "date,y H1~2019,1 Q3~2019,2 Q4~2019,3").err())
        .contains("'H1 2019' is a half year and others are a quarter; give a series periods of one length");
  }

  // Seasons

  @Test
  void gapsAtTheEndsAreGaps() {
    for (String values : List.of(",2,3,4,1,2,3,4,1,2,3,4", "1,2,3,4,1,2,3,4,1,2,3,*")) {
      for (String method : List.of("stl", "decompose", "holt-winters")) {
        hasNo(first(method, numbered(values), "period=4"), "the series has a gap");
      }
    }
  }

  @Test
  void decompositionsOfOddAndEvenCycles() {
    List<Row> odd = run("decompose", numbered("1,5,3,2,7,4,4,8,5,6"), "period=3").rows();
    hasNo(odd.get(0), "half a cycle", "trend", "random");
    has(odd.get(1), Map.of("trend", 3.0, "seasonal", 65.0 / 27, "random", -11.0 / 27));
    has(odd.get(8), Map.of("trend", 19.0 / 3, "seasonal", -22.0 / 27, "random", -14.0 / 27));
    List<Row> even =
        run("decompose", numbered("10,15,13,8,12,17,14,9,14,19"), "period=4", "type=multiplicative").rows();
    hasNo(even.get(1), "half a cycle", "trend", "random");
    has(even.get(2), Map.of("trend", 11.75, "seasonal", 1.0798250155435083, "random", 1.0245946915450264));
  }

  @Test
  void aForecastByHand() {
    List<Row> ahead =
        run(
            "holt-winters", numbered("10,15,13,8,12,17,14,9,14,19,16"), "period=4", "alpha=0.4", "beta=0.1",
            "gamma=0.3").rows();
    has(ahead.get(0), Map.of("fit", 11.129500877977597, "SSE", 1.862595674884998));
    has(ahead.get(1), Map.of("fit", 15.518837566579197));
  }

  // Charts

  @Test
  void aConstantSeriesNeverHasASpecialCause() {
    for (String value : List.of("0.1", "0.7", "1e-12", "1e15", "-3.3", "123456.789", "0")) {
      List<Row> rows = run("spc", numbered(String.join(",", Collections.nCopies(23, value)))).rows();
      assertThat(rows).as(value).allMatch(row -> row.text("special_cause").equals("Common Cause"))
          .allMatch(row -> row.text("status").equals("ok"));
    }
  }

  @Test
  void oneValueHasNoLimits() {
    hasNo(first("spc", "seq,y 1,3"), "no limits: no two values follow one another", "lower_limit", "upper_limit");
    hasNo(first("spc", "seq,y 1,3 2, 3,4"), "no limits: no two values follow one another; 1 missing", "lower_limit");
  }

  // Growth

  @Test
  void nothingGrowsFromBelowZero() {
    String csv = "pop,cell,factor,value 1,x,P,%s 1,x,share,1 1,x,rate,%s 2,x,P,100 2,x,share,1 2,x,rate,0.2";
    for (String[] from : new String[][] {{"-100", "0.1"}, {"100", "-0.1"}, {"-100", "-0.1"}}) {
      Row chain = first("growth-chain", csv.formatted((Object[]) from));
      hasNo(chain, "people or activity are below 0: no growth", "G", "P", "S", "R",
          "share_of_growth_explained_by_demography");
    }
    has(
        first("growth-chain", csv.formatted("80", "0.1")),
        Map.of("activity_y1", 8.0, "activity_y2", 20.0, "G", 1.5, "P", 0.25, "S", 0.0, "R", 1.0,
            "share_of_growth_explained_by_demography", 1 / 6.0));
  }

  @Test
  void decimalsThatAddUpToNoChangeHaveNoShares() {
    Row part = first("contribution", "component,y1,y2 a,0.1,0.3 b,0.2,0");
    hasNo(part, "the whole did not change: no shares", "share_of_net_change");
    assertThat(part.text("change") + " " + part.text("total_growth")).isEqualTo("0.2 0");
    hasNo(
        first("dasgupta", "pop,cell,factor,value y1,a,x,0.1 y1,b,x,0.2 y2,a,x,0.3 y2,b,x,0"),
        "the whole did not change", "pct");
    Row large = first("contribution", "component,y1,y2 a,1000000000000000,1000000000000001 b,5,5");
    has(large, Map.of("change", 1.0, "share_of_net_change", 1.0));
  }

  @Test
  void twoComponentsAndTwoFactorsByHand() {
    has(
        first("kitagawa", "pop,cell,factor,value y2,old,rate,48 y1,young,share,0.6 y1,old,share,0.4 y1,young,rate,10"
            + " y1,old,rate,50 y2,young,share,0.5 y2,old,share,0.5 y2,young,rate,12"),
        Map.of("composition", 3.8, "rate", 0.2, "diff", 4.0));
    List<Row> effects = run("dasgupta", "pop,cell,factor,value y2,a,x,3 y2,a,y,4 y1,a,x,2 y1,a,y,5").rows();
    has(effects.get(0), Map.of("rate_first", 9.0, "rate_second", 13.5, "diff", 4.5, "pct", 225.0));
    has(effects.get(1), Map.of("rate_first", 12.5, "rate_second", 10.0, "diff", -2.5, "pct", -125.0));
    has(effects.get(2), Map.of("rate_first", 10.0, "rate_second", 12.0, "diff", 2.0, "pct", 100.0));
  }

  // Ages

  @Test
  void agesAsPeopleAndSpreadsheetsWriteThem() {
    String rows = "area,ageband,count,pop,stdpop A,%s,5,100,1000 A,%s,6,300,4000 A,%s,7,400,5500 A,%s,9,900,89500";
    for (String bands : List.of("<1 1-4 5-9 10+", "Under~1 1~to~4 05-09 >=10", "0 01-Apr 05-Sep ≥10",
        "Under~1s 4-Jan 9-May 10~and~over", "0~years Age~1-4 Aged~5~to~9 over~9", "up~to~0 Apr-01 Sep-05 10~&~over")) {
      StatCommandLine run = run("dsr", rows.formatted((Object[]) bands.split(" ")));
      assertThat(run.err()).as(bands).isEmpty();
      has(run.rows().get(0), Map.of("value", 1121.25, "total_count", 27.0, "lower_95", 583.8873074180937));
    }
    for (String bands : List.of(
        "<5 5-64 65-84~yrs >64", "0-4 5-64 65+ ≥85", "0-4 05-Sep 5-14 15+", "<=5 5-9 10-14 15+")) {
      hasNo(first("dsr", rows.formatted((Object[]) bands.split(" "))), "which overlap", "value");
    }
    hasNo(first("dsr", rows.formatted("0-4", "05-Sep", "15-19", "20+")), "has no row for ages 10-14", "value");
  }

  @Test
  void withheldIsNotZeroAndMissingIsNamed() {
    String rows = "area,ageband,count,pop,ref_count,ref_pop A,0-64,20,1000,100,10000 A,65+,%s,500,400,10000";
    hasNo(first("isr", rows.formatted("*")), "a number is withheld", "value", "observed");
    Row missing = first("isr", rows.formatted(""));
    has(missing, Map.of("value", 20 / 30.0, "observed", 20.0, "expected", 30.0));
    assertThat(missing.text("reason")).isEqualTo("counts that are missing and count as 0: 1");
    hasNo(
        first("dsr", "area,ageband,count,pop,stdpop,frequency A,0-4,5,100,5000,1 A,5+,6,100,95000,1 A,0-4,5,100,5000,2"
            + " A,5+,*,100,95000,2"), "a count is withheld", "value");
    assertThat(run("dsr", "area,ageband,count,pop,stdpop,frequency A,0-4,15,100,5000,1.5").err())
        .contains("'1.5' is not a whole number");
    List<Row> means = run("mean", "area,value A,0.1 A,0.1 A,0.1 B,* B,2 C, C,2").rows();
    has(means.get(0), Map.of("value", 0.1, "lower_998", 0.1, "upper_95", 0.1));
    assertThat(means).extracting(row -> row.text("status")).containsExactly("ok", "suppressed", "missing");
    List<Row> funnel = run("funnel-ratio", "area,observed,expected a,*,4 b,,4 c,5,4").rows();
    assertThat(funnel).extracting(row -> row.text("status")).containsExactly("suppressed", "missing", "ok");
  }

  // Funnels and variation

  @Test
  void nobodyInADenominatorIsNoArea() {
    List<Row> parts = run("funnel-proportion", "area,numerator,denominator a,0,0 b,5,50 c,30,60 d,2,40").rows();
    hasNo(parts.get(0), "0 is not above 0", "value", "baseline", "lower_95");
    has(
        parts.get(1),
        Map.of("value", 10.0, "baseline", 100 * 37 / 150.0, "lower_95", 12.718207229261863, "upper_95",
            36.61512610407147));
    assertThat(parts).extracting(row -> row.text("significance"))
        .containsExactly("Not applicable", "Low (0.025)", "High (0.001)", "Low (0.025)");
    List<Row> rates = run("funnel-rate", "area,count,pop a,0,0 b,0,1000 c,5,2000 d,20,1500").rows();
    hasNo(rates.get(0), "0 is not above 0", "value");
    has(rates.get(1), Map.of("value", 0.0, "baseline", 100_000 * 25 / 4_500.0, "lower_998", 0.0));
    assertThat(rates.get(1).text("significance")).isEqualTo("Low (0.025)");
    hasNo(first("funnel-rate", "area,count,pop a,0,500 b,0,1000"), "no area has events: no limits", "lower_95");
  }

  @Test
  void variationWithoutExpectedOrObservedEvents() {
    hasNo(first("scv", "area,observed,expected a,10,0 b,5,5 c,7,6"), "0 is not above 0", "n", "scv");
    Row none = first("scv", "area,observed,expected a,0,4 b,5,5 c,7,6");
    hasNo(none, "an area has no events", "scv_mcpherson_log_raw", "extremal_quotient");
    assertThat(none.text("scv_diehr_raw")).startsWith("0.137037037");
    has(
        first("scv", "area,observed,expected d,30,20 a,12,10 b,5,5 c,7,8"),
        Map.of("scv_diehr_raw", -0.04234375, "scv_mcpherson_log_raw", -0.06488156580470474, "cv_unweighted",
            0.23835829221064614, "chi2", 5.525, "chi2_p", 0.1371509634364662, "p95_type7", 1.455, "ratio_p75_p25",
            1.275 / 0.96875, "scv", 0.0));
    assertThat(first("scv", "area,observed,expected d,30,20 a,12,10 b,,5 c,7,8").text("reason"))
        .contains("areas left out because a number is missing: 1");
  }

  // Inequality, peers, quantiles, models

  @Test
  void anIndexNeedsFiveBandsAndLimitsTheRightWayRound() {
    String head = "quantile,population,value,lower_cl,upper_cl ";
    hasNo(first("sii", head + "1,100,5,4,6"), "needs 5 to 100 quantiles", "sii");
    Row row = first("sii", head + "5,100,30,22,40 1,100,50,40,60 2,100,45,36,55 3,100,40,31,50 4,100,38,30,48");
    has(row, Map.of("sii", -23.5, "intercept", 52.35, "rii", 28.85 / 52.35));
    hasNo(
        first("sii", head + "1,100,50,60,40 2,100,45,36,55 3,100,40,31,50 4,100,38,30,48 5,100,30,22,40"),
        "60 is above the upper limit 40", "sii");
  }

  @Test
  void oneAreaHasNoPeersAndTwoRowsOfOneAreaHaveNone() {
    hasNo(first("peers", "area,x A,1"), "there is no other area to compare with", "peer");
    List<Row> twice = run("peers", "area,x A,1 B,2 A,3").rows();
    assertThat(twice).allMatch(row -> row.text("peer").isEmpty());
    assertThat(run("rate", "area,numerator,denominator A,1,100 B,1,100 A,2,100").rows())
        .extracting(row -> row.text("value")).containsExactly("", "1000", "");
  }

  @Test
  void aColumnNamedLikeAParameterIsNotTakenForIt() {
    StatCommandLine run = run("quantile", "area,n,value a,10,1 b,20,2 c,30,3", "invert=no");
    run.rows().forEach(row -> hasNo(row, "for this parameter", "quantile"));
    assertThat(run.err()).contains(
        "table.csv, row 3, column n: the table has '10' and '20' for this parameter; give a group one value, or set one"
            + " for all with --set n=VALUE.");
    assertThat(run("quantile", "area,n,value a,10,1 b,20,2 c,30,3", "n=3", "invert=no").rows())
        .extracting(row -> row.text("quantile")).containsExactly("1", "2", "3");
  }

  @Test
  void parametersThatWouldMakeNonsenseAreRefused() {
    String series = numbered("1,2,3,4,1,2,3,4");
    assertThat(run("stl", series, "period=4", "s_window=8").err()).contains("s_window '8' is not an odd number");
    assertThat(run("stl", series, "period=4", "t_degree=2").err()).contains("t_degree '2' is neither 0 nor 1");
    String areas = "area,observed,expected a,3,3 b,10,8 c,5,5";
    assertThat(run("funnel-ratio", areas, "overdispersion=truncated", "trim=0.6").err())
        .contains("trim '0.6' is not from 0 to below 0.5");
    has(
        first("funnel-ratio", areas, "overdispersion=truncated", "trim=0"),
        Map.of("phi", 0.13278145198164631, "tau2", 0.0));
    String bands = "quantile,population,value,lower_cl,upper_cl 1,9,5,4,6 2,9,5,4,6 3,9,5,4,6 4,9,5,4,6 5,9,5,4,6";
    assertThat(run("sii", bands, "multiplier=0").err()).contains("multiplier '0' would make every slope 0");
    assertThat(run("rate", "numerator,denominator *,10", "suppressed=7-1").err()).contains("starts above its end");
    hasNo(first("peers", "area,x A,1 B,2 C,3", "variables=x:0"), "no column of numbers counts", "distance");
    hasNo(first("peers", "area,x A,low B,high"), "no column of numbers counts", "distance");
    assertThat(first("glm", "n,c 3,a 5,a 7,b 8,b ,b", "response=n", "terms=c").text("reason"))
        .isEqualTo("rows left out because a number is missing or wrong: 1");
  }

  @Test
  void aModelWithoutAMaximumHasNoAnswer() {
    hasNo(
        first("glm", "n,c,pop 3,a,100 5,a,120 0,b,90 0,b,100", "response=n", "terms=c", "offset=pop"),
        "the fit does not settle", "estimate");
    for (String counts : List.of("5,1 5,2 5,3 6,4 5,5", "3,1 3,2 3,3 3,4")) {
      hasNo(
          first("glm", "n,x " + counts, "response=n", "terms=x", "family=negbin"), "theta has no finite maximum",
          "estimate", "theta");
    }
    hasNo(first("glm-fitted", "n,x 0,1 0,2 0,3 0,4", "response=n", "terms=x"), "the fit does not settle", "fitted");
    List<Row> fit =
        run("glm", "n,x,c,pop 3,1,a,100 5,2,a,120 2,3,b,90 7,1,b,100 9,2,a,110 4,3,b,95 6,1,a,130", "response=n",
            "terms=x,c", "offset=pop").rows();
    has(fit.get(0), Map.of("estimate", -2.79977811040878, "se", 0.40109026729967, "deviance", 5.1788248606672775,
        "null_deviance", 5.565559780161768, "pearson_chi2", 5.39756209737909, "loglik", -14.524657417852833));
    assertThat(fit).extracting(row -> row.text("term")).containsExactly("(Intercept)", "x", "cb");
  }
}
