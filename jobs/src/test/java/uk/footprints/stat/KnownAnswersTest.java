package uk.footprints.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.runtime.ExitCode;
import uk.footprints.statistics.Cases.Row;

/** Small tables with a known right answer: a figure is right, or absent with its reason. */
class KnownAnswersTest {

  private static final double CLOSE = 1e-6;

  @TempDir private Path folder;

  private StatCommandLine run(String method, String csv, String... settings) {
    StatCommandLine run = StatCommandLine.statOn(folder, method, csv, settings);
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("Infinity");
    return run;
  }

  private Row first(String method, String csv, String... settings) {
    return run(method, csv, settings).rows().get(0);
  }

  private static void has(Row row, String column, double value) {
    assertThat(row.text(column)).as(column + " of " + row).isNotEmpty();
    assertThat(Double.parseDouble(row.text(column))).as(column).isCloseTo(value, within(CLOSE));
  }

  private static void lacks(Row row, String... columns) {
    for (String column : columns) {
      assertThat(row.text(column)).as(column + " of " + row).isEmpty();
    }
    assertThat(row.text("status")).isEqualTo("not_applicable");
    assertThat(row.text("reason")).isNotEmpty();
  }

  /** Rows of a series with a value a month from January 2019. */
  private static String months(String values) {
    String[] all = values.split(" ");
    return "date,y\n"
        + IntStream.range(0, all.length)
            .mapToObj(i -> "%d-%02d-01,%s\n".formatted(2019 + i / 12, i % 12 + 1, all[i]))
            .collect(Collectors.joining());
  }

  private static List<String> causes(StatCommandLine run) {
    return run.rows().stream().map(row -> row.text("special_cause")).toList();
  }

  @Test
  void aSeriesThatHardlyEverVariesHasLimits() {
    String steady = months("100 100 100 100 100 100 97 100 100 100 100 100 100");
    StatCommandLine run = run("spc", steady, "improvement=increase");
    has(run.rows().get(0), "mean", 99.76923077);
    has(run.rows().get(0), "lower_limit", 98.43923077);
    has(run.rows().get(0), "upper_limit", 101.09923077);
    assertThat(causes(run)).filteredOn(cause -> !cause.equals("Common Cause")).containsExactly("Below LCL");
    assertThat(run.rows().get(6).text("special_cause")).isEqualTo("Below LCL");
  }

  @Test
  void aConstantSeriesHasLimitsAtItsMeanAndOneThatVariesIsScreened() {
    StatCommandLine constant = run("spc", months("5 5 5 5 5 5 5 5 5 5 5 5 5"));
    has(constant.rows().get(0), "lower_limit", 5);
    assertThat(causes(constant)).containsOnly("Common Cause");
    StatCommandLine screened = run("spc", months("1 2 1 2 10 1 2 1 2 1 2 1 2"));
    has(screened.rows().get(0), "mean", 28.0 / 13);
    has(screened.rows().get(0), "upper_limit", 28.0 / 13 + 2.66);
    StatCommandLine all = run("spc", months("1 2 1 2 10 1 2 1 2 1 2 1 2"), "screen_outliers=no");
    has(all.rows().get(0), "upper_limit", 28.0 / 13 + 2.66 * 27 / 12);
  }

  @Test
  void oneValueHasNoLimits() {
    Row one = first("spc", "seq,y\n1,7\n");
    has(one, "mean", 7);
    lacks(one, "lower_limit", "upper_limit");
    Row mean = first("mean", "area,value\nA,7\n");
    has(mean, "value", 7);
    lacks(mean, "lower_95", "upper_998");
    assertThat(mean.text("reason")).isEqualTo("no limits: one value only");
  }

  private static String quantiles(String... lines) {
    return "quantile,population,value,lower_cl,upper_cl\n"
        + IntStream.range(0, lines.length)
            .mapToObj(i -> "%d,1000,%s\n".formatted(i + 1, lines[i]))
            .collect(Collectors.joining());
  }

  @Test
  void aValueOfAnyKindCanBeBelowZero() {
    String csv = quantiles("10,8,12", "8,6,10", "6,4,8", "4,2,6", "-2,-4,0");
    Row row = first("sii", csv, "value_type=0");
    has(row, "sii", -14);
    has(row, "intercept", 12.2);
    has(row, "rii", -0.14754098);
    assertThat(row.text("status")).isEqualTo("ok");
    Row all = first("sii", quantiles("-2,-3,-1", "-4,-5,-3", "-6,-7,-5", "-8,-9,-7", "-10,-11,-9"));
    has(all, "sii", -10);
    StatCommandLine rates = run("sii", csv, "value_type=1");
    lacks(rates.rows().get(0), "sii", "rii", "intercept");
    assertThat(rates.err()).contains("row 6, column value: -2 is below 0");
    assertThat(rates.exit()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void aValueOfZeroHasNoLogarithmAndNoLogit() {
    String zero = quantiles("0.10,0.08,0.12", "0.08,0.06,0.10", "0,0,0.004", "0.04,0.02,0.06", "0.03,0.02,0.05");
    Row logit = first("sii", zero, "value_type=2", "transform=yes");
    lacks(logit, "sii", "rii", "intercept", "sii_lower95_0");
    assertThat(logit.text("reason")).isEqualTo("a proportion of 0 or 1 has no logit: use transform=no");
    lacks(first("sii", zero, "value_type=1", "transform=yes"), "sii", "rii", "intercept");
    String one = quantiles("1,0.9,1", "0.8,0.6,0.9", "0.5,0.4,0.6", "0.4,0.3,0.6", "0.3,0.2,0.5");
    lacks(first("sii", one, "value_type=2", "transform=yes"), "sii", "rii", "intercept");
    Row plain = first("sii", zero, "value_type=2");
    has(plain, "sii", -0.09);
    lacks(plain, "sii_lower95_0cl", "rii_upper95_0cl");
    assertThat(plain.text("reason"))
        .isEqualTo("no limits: a value or limit of 0 or 1 cannot be simulated as a proportion");
    Row percent = first("sii", quantiles("10,8,12", "8,6,10", "6,4,8", "4,2,6", "2,1,3"), "value_type=2");
    lacks(percent, "sii");
    assertThat(percent.text("reason")).contains("10 is above 1");
  }

  @Test
  void aSeasonThatMultipliesNeedsValuesAboveZero() {
    String zeros =
        months("0 0 5 0 0 0 12 0 0 3 0 0 0 0 8 0 0 0 15 0 0 1 0 0 0 0 6 0 0 0 10 0 0 2 0 0");
    Row forecast = first("holt-winters", zeros, "seasonal=multiplicative");
    lacks(forecast, "fit", "upr95", "SSE", "s");
    assertThat(forecast.text("reason")).isEqualTo("a multiplicative season needs values above zero");
    lacks(first("decompose", zeros, "type=multiplicative"), "trend", "seasonal", "random");
    assertThat(first("holt-winters", zeros).text("status")).isEqualTo("ok");
    String below = zeros.replace(",0\n", ",4\n").replace(",15\n", ",-15\n");
    lacks(first("holt-winters", below, "seasonal=multiplicative", "alpha=0.3", "beta=0.1", "gamma=0.1"), "fit");
  }

  @Test
  void theEndsOfAMovingAverageAreNotOk() {
    List<Row> rows = run("decompose", months(Stream.generate(() -> "1 2 3 4").limit(3)
        .collect(Collectors.joining(" "))), "period=4").rows();
    lacks(rows.get(0), "trend", "random");
    assertThat(rows.get(2).text("status")).isEqualTo("ok");
    has(rows.get(2), "trend", 2.5);
  }

  @Test
  void nothingGrowsFromZero() {
    String csv = "pop,cell,factor,value\n1,x,P,0\n1,x,share,1\n1,x,rate,0.1\n2,x,P,100\n2,x,share,1\n2,x,rate,0.2\n";
    Row chain = first("growth-chain", csv);
    lacks(chain, "G", "P", "S", "R", "share_of_growth_explained_by_demography");
    assertThat(chain.text("reason")).isEqualTo("no people at the first time: no growth from 0");
    Row idle = first("growth-chain", csv.replace("P,0", "P,50").replace("rate,0.1", "rate,0"));
    lacks(idle, "G", "P", "S", "R");
    assertThat(idle.text("reason")).isEqualTo("activity was 0 at the first time: no growth from 0");
    Row same = first("growth-chain", csv.replace("P,0", "P,100").replace("rate,0.1", "rate,0.2"));
    has(same, "G", 0);
    lacks(same, "share_of_growth_explained_by_demography");
    Row part = first("contribution", "component,y1,y2\na,0,20\nb,0,30\n");
    has(part, "change", 20);
    has(part, "share_of_net_change", 0.4);
    lacks(part, "pp_contribution_to_growth", "total_growth");
    Row still = first("contribution", "component,y1,y2\na,10,20\nb,20,10\n");
    has(still, "pp_contribution_to_growth", 10.0 / 30);
    lacks(still, "share_of_net_change");
    lacks(first("dasgupta", csv.replace("P,0", "P,100").replace("rate,0.1", "rate,0.2")), "pct");
  }

  @Test
  void smoothingIsGivenWholeOrNotAtAll() {
    String csv = months("1 2 1 2 1 2 1 2");
    StatCommandLine some = run("holt-winters", csv, "period=2", "alpha=0.3");
    assertThat(some.exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(some.err()).contains("beta is not given, and others are: give all three or none");
    assertThat(run("holt-winters", csv, "period=2", "alpha=3", "beta=0", "gamma=0").err())
        .contains("alpha '3' is not from 0 to 1");
    assertThat(run("holt-winters", csv, "period=2", "ahead=1000000").err()).contains("is more than 10000 steps");
    assertThat(run("sii", quantiles("1,1,1", "1,1,1", "1,1,1", "1,1,1", "1,1,1"), "value_type=3").err())
        .contains("value_type '3' is not one of 0, 1, 2");
  }

  private static String without(String csv, String... starts) {
    return csv.lines().filter(line -> Stream.of(starts).noneMatch(line::startsWith)).collect(Collectors.joining("\n"))
        + "\n";
  }

  @Test
  void aMonthThatIsAbsentIsAMonthThatIsEmpty() {
    String all = months("10 12 11 13 x 12 11 10 12 x x x 13 11 12 10 11 12");
    for (String csv : List.of(all.replace(",x", ","), without(all, "2019-05", "2019-10", "2019-11", "2019-12"))) {
      Row row = first("spc", csv);
      has(row, "mean", 11.428571428);
      has(row, "lower_limit", 7.55948052);
      has(row, "upper_limit", 15.29766234);
      assertThat(row.text("reason")).isEqualTo("4 missing: trends and runs break there");
      assertThat(row.text("status")).isEqualTo("ok");
    }
  }

  @Test
  void gapsAreGapsInQuartersWeeksDaysAndNumbers() {
    String values = "%s,10\n%s,12\n%s,11\n%s,13\n%s,12\n%s,11\n%s,14\n";
    for (String dates : List.of(
        "2016-Q1 2016-Q2 2016-Q3 2016-Q4 2017-Q2 2017-Q3 2017-Q4",
        "2016/17 2017/18 2018/19 2019/20 2021/22 2022/23 2023/24",
        "2009-10 2010-11 2011-12 2012-13 2014-15 2015-16 2016-17",
        "2010 2011 2012 2013 2015 2016 2017",
        "31/01/2020 29/02/2020 31/03/2020 30/04/2020 30/06/2020 31/07/2020 31/08/2020",
        "2020-W50 2020-W51 2020-W52 2020-W53 2021-W02 2021-W03 2021-W04",
        "2020-01-30 2020-02-27 2020-03-26 2020-04-30 2020-06-25 2020-07-30 2020-08-27",
        "2020-03-30 2020-03-31 2020-04-01 2020-04-02 2020-04-04 2020-04-05 2020-04-06",
        "2021-03-01 2021-03-02 2021-03-03 2021-03-04 2021-03-08 2021-03-09 2021-03-10",
        "201909 201910 201911 201912 202002 202003 202004")) {
      Row row = first("spc", "date,y\n" + values.formatted((Object[]) dates.split(" ")));
      assertThat(row.text("reason")).as(dates).contains("1 missing");
      has(row, "upper_limit", 83.0 / 7 + 2.66 * (2 + 1 + 2 + 1 + 3) / 5);
    }
    for (String seq : List.of("1 2 3 4 6 7 8", "10 20 30 40 60 70 80", "0.5 1 1.5 2 3 3.5 4",
        "201909 201910 201911 201912 202002 202003 202004")) {
      Row row = first("spc", "seq,y\n" + values.formatted((Object[]) seq.split(" ")));
      assertThat(row.text("reason")).as(seq).contains("1 missing");
    }
    Row uneven = first(
        "spc", "date,y\n" + values.formatted((Object[]) (
            "2020-01-03 2020-01-07 2020-01-20 2020-02-29 2020-03-01 2020-05-06 2020-05-30").split(" ")));
    assertThat(uneven.text("reason")).contains("no steady step").doesNotContain("missing");
    assertThat(uneven.text("status")).isEqualTo("ok");
  }

  private static final String SEASON =
      "100 105 108.660254 110 108.660254 105 100 95 91.339746 90 91.339746 95";

  @Test
  void aSeasonIsNotShiftedByAMonthThatIsAbsent() {
    String whole = months(String.join(" ", SEASON, SEASON, SEASON));
    run("stl", whole, "s_window=periodic").rows().forEach(row -> has(row, "remainder", 0));
    has(first("holt-winters", whole), "fit", 100);
    String absent = without(whole, "2020-09");
    String empty = whole.replace("2020-09-01,91.339746", "2020-09-01,");
    for (String csv : List.of(absent, empty)) {
      for (String method : List.of("stl", "decompose", "holt-winters")) {
        assertThat(first(method, csv).text("reason")).isEqualTo("the series has a gap");
      }
      Row trend = first("mann-kendall", csv, "period=12");
      has(trend, "s", 0);
      has(trend, "slope", 0);
      assertThat(trend.text("status")).isEqualTo("ok");
    }
  }

  @Test
  void aSlopeIsByTheMonth() {
    String seq = "seq,y\n1,12\n2,14\n3,16\n4,18\n5,20\n6,22\n9,28\n10,30\n11,32\n12,34\n";
    String date = seq.replace("seq", "date").replaceAll("(?m)^(\\d),", "0$1,").replaceAll("(?m)^(\\d\\d),", "2019-$1-01,");
    String texts = date.replaceAll("2019-(\\d\\d)-01", "2019$1");
    String names = date.replace("2019-01-01", "Jan-19").replace("2019-02-01", "Feb-19");
    for (String csv : List.of(seq, date, texts, names)) {
      Row line = first("theil-sen", csv);
      has(line, "slope", 2);
      has(line, "slope_lo95", 2);
      has(line, "slope_hi95", 2);
      has(line, "intercept", 12);
      has(first("mann-kendall", csv), "slope", 2);
    }
    Row years = first("theil-sen", "date,y\n2010/11,5\n2011/12,6\n2012/13,7\n2016/17,11\n");
    has(years, "slope", 1);
  }

  @Test
  void periodsAsPeopleWriteThem() {
    String help = StatCommandLine.stat("spc", "--help").out();
    assertThat(help).contains("2016-Q4 (a quarter of the calendar year: October to December)");
    assertThat(help).contains("2016/17 Q4 (a quarter of the financial year: January to March 2017)");
    assertThat(dated("2017/18", "FY2018/19", "2019-2020", "2020-21")).isEqualTo("0 1 2 3");
    assertThat(dated("Apr-19", "May 2019", "2019 June", "july-2019", "Sept-19")).isEqualTo("0 1 2 3 5");
    assertThat(dated("2020-W52", "2020-W53", "2021-W01", "2021W02")).isEqualTo("0 1 2 3");
    assertThat(dated("2016-Q4", "2017Q1", "Q2 2017", "2017 Q3")).isEqualTo("0 1 2 3");
    assertThat(dated("2016/17 Q4", "Q1 2017/18", "2017-18 Q2")).isEqualTo("0 1 2");
    assertThat(dated("2016-Q4", "2016/17 Q4")).isEqualTo("0 1");
    assertThat(dated("1 April 2019", "02-Apr-2019", "3/4/2019", "2019-04-04T00:00:00")).isEqualTo("0 1 2 3");
    assertThat(dated("2011-12", "2012-01", "2012-02")).isEqualTo("0 1 2");
    for (String none : List.of("2019-W53", "2016-Q5", "2017/19", "2019-13", "31/02/2019", "Apr", "4/13/2019", "soon")) {
      StatCommandLine run = run("spc", "date,y\n%s,1\n2030-01-01,2\n".formatted(none));
      assertThat(run.err()).contains("'%s' is not a date; write it as 2016-04-01".formatted(none));
    }
    StatCommandLine mixed = run("spc", "date,y\nApr-19,1\nMay-19,2\n2018/19,3\n");
    assertThat(mixed.err()).contains(
        "row 4, column date: '2018/19' is a financial year and others are a month; give a series periods of one length");
    assertThat(run("spc", "seq,y\n1,1\n,2\n").err()).contains("row 3, column seq: the cell has no number");
    assertThat(run("mann-kendall", "seq,y\n1,1\n1000000000,2\n").err()).contains("is too many steps after 1");
  }

  /** The slots of dates that are given in order, as read from the table backwards. */
  private String dated(String... dates) {
    String rows =
        IntStream.range(0, dates.length).mapToObj(i -> dates[i] + "," + i + "\n").collect(Collectors.joining());
    assertThat(run("spc", "date,y\n" + rows).err()).isEmpty();
    List<java.time.LocalDate> found =
        Stream.of(dates).map(d -> DateCell.find(d, true).or(() -> DateCell.find(d, false)).orElseThrow().start()).toList();
    boolean months = dates[0].equals("2011-12");
    List<java.time.LocalDate> used =
        months ? Stream.of(dates).map(d -> DateCell.find(d, false).orElseThrow().start()).toList() : found;
    return java.util.Arrays.stream(SeriesSteps.ofDates(used).slots()).mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  @Test
  void agesThatOverlapAreRefusedAndAllAgesAreNotCounted() {
    String csv =
        "area,ageband,count,pop,stdpop\nA,0-1,5,1000,1000\nA,1-4,5,3000,4000\nA,5+,50,50000,95000\n"
            + "B,0-4,5,1000,5000\nB,5-84,50,50000,92500\nB,85 and over,20,900,2500\nB,90+,10,400,1000\n"
            + "D,0-64,20,1000,80000\nD,65+,30,500,20000\nD,All ages,50,1500,100000\n"
            + "E,65+,30,500,20000\nE,0 - 64,20,1000,80000\n";
    StatCommandLine run = run("dsr", csv);
    lacks(run.rows().get(0), "value");
    assertThat(run.rows().get(0).text("reason")).contains("area A has the age bands 0-1 and 1-4, which overlap");
    lacks(run.rows().get(1), "value");
    assertThat(run.rows().get(1).text("reason")).contains("85 and over and 90+, which overlap");
    for (Row row : run.rows().subList(2, 4)) {
      has(row, "value", 2800);
      has(row, "total_count", 50);
      assertThat(Double.parseDouble(row.text("lower_95"))).isCloseTo(2035.129, within(1e-3));
      assertThat(Double.parseDouble(row.text("upper_95"))).isCloseTo(3744.536, within(1e-3));
      assertThat(row.text("status")).isEqualTo("ok");
    }
    Row ratio = first("isr", "area,ageband,count,pop,ref_count,ref_pop\nD,0-64,20,1000,100,10000\n"
        + "D,65+,30,500,400,10000\nD,Total,50,1500,500,20000\n");
    has(ratio, "observed", 50);
    has(ratio, "expected", 30);
    List<Row> funnel = run("funnel-ratio", "area,ageband,observed,expected\nA,0-64,20,10\nA,65+,30,10\n"
        + "A,All ages,50,20\nB,0-64,5,10\nB,65+,6,10\nB,All ages,11,20\n").rows();
    assertThat(funnel).extracting(row -> row.text("status"))
        .containsExactly("ok", "ok", "not_applicable", "ok", "ok", "not_applicable");
  }

  @Test
  void widerLimitsNeverMakeAnAreaMoreExtreme() {
    String csv = "area,observed,expected\na,0,3\nb,10,8\nc,5,5\nd,7,9\ne,20,18\nf,11,12\n";
    for (String allowed : List.of("winsorised", "truncated", "shmi")) {
      List<Row> rows = run("funnel-ratio", csv, "overdispersion=" + allowed).rows();
      for (Row row : rows) {
        if (row.text("status").equals("ok")) {
          assertThat(row.text("od_significance")).isEqualTo("Not significant");
          assertThat(Double.parseDouble(row.text("od_lower_95")))
              .isLessThanOrEqualTo(Double.parseDouble(row.text("lower_95")));
          assertThat(Double.parseDouble(row.text("od_upper_998")))
              .isGreaterThanOrEqualTo(Double.parseDouble(row.text("upper_998")));
        }
      }
    }
  }
}
