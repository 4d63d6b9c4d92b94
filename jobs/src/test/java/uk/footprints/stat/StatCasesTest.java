package uk.footprints.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.statistics.Cases.by;
import static uk.footprints.statistics.Cases.file;
import static uk.footprints.statistics.Cases.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.statistics.Cases.Row;
import uk.footprints.statistics.Cases;
import uk.footprints.statistics.ComparisonCount;

/** The case files once more, as {@code footprints stat} answers them. */
class StatCasesTest {

  private static final double CLOSED = 1e-9;
  private static final Map<String, String> ESTIMATE =
      pairs(
          "value=expected_value", "lower_95=expected_lower95", "upper_95=expected_upper95",
          "lower_998=expected_lower998", "upper_998=expected_upper998");

  @TempDir private Path folder;
  private final ComparisonCount tally = new ComparisonCount();

  @Test
  void theCommandLineGivesTheSameAnswers() throws IOException {
    Cases.folder();
    estimates();
    points();
    series();
    spread();
    growth();
    models();
    System.out.println(tally.table());
    assertThat(tally.failures()).isEmpty();
  }

  private void estimates() {
    each("rate", file("phe_rate_gen.csv"), List.of(), rows("phe_rate_gen.csv"), with(ESTIMATE, "method=method"));
    each("proportion", file("phe_proportion_gen.csv"), List.of(), rows("phe_proportion_gen.csv"), ESTIMATE);
    each(
        "dsr", file("dsr_inputs_gen.csv"), List.of(), rows("dsr_expected_gen.csv"),
        with(ESTIMATE, "total_count=total_count", "total_pop=total_pop"));
    for (String kind : List.of("ratio", "rate")) {
      List<Row> expected = rows("isr_expected_gen.csv").stream().filter(r -> r.text("kind").equals(kind)).toList();
      each(
          "isr", file("isr_inputs_gen.csv"),
          List.of("kind=" + kind, "multiplier=" + expected.get(0).text("multiplier")), expected,
          with(ESTIMATE, "observed=observed", "expected=expected_count", "method=method"));
    }
  }

  private void points() {
    for (String method : List.of("ratio", "proportion", "rate")) {
      String name = "funnel_%s_points_gen.csv".formatted(method);
      Map<String, String> significance = pairs("significance=expected_significance");
      for (List<String> settings : List.of(List.of("parity=phe"), List.of("parity=phe", "group=set"),
          List.of("parity=phe", "group=set,area"))) {
        each("funnel-" + method, file(name), settings, rows(name), significance);
      }
    }
    each(
        "quantile", file("quantile_gen.csv"), List.of(), rows("quantile_gen.csv"),
        pairs("quantile=expected_quantile"));
  }

  private void series() throws IOException {
    Path charts = joined("spc_points.csv", "spc_cases.csv", "case_id");
    List<Row> points = rows("spc_points.csv");
    each(
        "spc", charts, List.of("rule=r_parity"), points,
        pairs("mean=mean", "lower_limit=lpl", "upper_limit=upl", "special_cause=special_cause_type",
            "point_type=point_type"));
    Map<String, Row> last =
        StatCommandLine.stat("spc", charts, List.of("rule=r_parity")).rows().stream()
            .collect(Collectors.toMap(row -> row.text("case_id"), Function.identity(), (a, b) -> b));
    for (Row expected : rows("spc_cases.csv")) {
      Row found = last.get(expected.text("case_id"));
      tally.text("spc", "variation", expected.text("variation_last"), found.text("variation"));
      tally.text("spc", "assurance", expected.text("assurance"), found.text("assurance"));
    }
    Path trends = file("mann_kendall_series.csv");
    Map<String, List<Row>> tests = by(rows("mann_kendall_expected.csv"), row -> row.text("test") + row.text("period"));
    for (List<Row> expected : tests.values()) {
      Row first = expected.get(0);
      List<String> settings = new ArrayList<>(List.of("test=" + first.text("test")));
      if (first.has("period")) {
        settings.add("period=" + first.text("period"));
      }
      if (first.text("test").matches("mann_kendall|seasonal_mk")) {
        settings.remove(0);
      }
      keyed(
          "mann-kendall", trends, settings, expected, row -> row.text("case_id"),
          pairs("s=s", "var_s=var_s", "z=z", "p=p", "tau=tau", "slope=slope", "intercept=intercept", "trend=trend"));
    }
    List<String> cases = by(rows("mann_kendall_series.csv"), row -> row.text("case_id")).keySet().stream().toList();
    keyed(
        "theil-sen", trends, List.of(),
        rows("theil_sen_scipy.csv").stream().filter(row -> cases.contains(row.text("case_id"))).toList(),
        row -> row.text("case_id"),
        pairs("slope=slope", "intercept=intercept", "slope_lo95=slope_lo95", "slope_hi95=slope_hi95",
            "kendall_tau_b=kendall_tau_b", "kendall_p=kendall_p"));
    forecasts();
    for (String type : List.of("additive", "multiplicative")) {
      List<Row> expected =
          rows("decompose_points.csv").stream().filter(row -> row.text("type").equals(type)).toList();
      keyed(
          "decompose", file("ts_series.csv"), List.of("type=" + type), expected,
          row -> row.text("series") + row.text("seq"), pairs("trend=trend", "seasonal=seasonal", "random=random"));
    }
    Path smooth = joined("stl_points.csv", "stl_cases.csv", "case_id");
    List<String> strict =
        rows("stl_cases.csv").stream()
            .filter(row -> row.number("outer") == 0 && row.text("periodic").equals("FALSE"))
            .map(row -> row.text("case_id"))
            .toList();
    keyed(
        "stl", smooth, List.of(),
        rows("stl_points.csv").stream().filter(row -> strict.contains(row.text("case_id"))).toList(),
        row -> row.text("case_id") + " " + row.text("seq"), pairs("trend=trend", "seasonal=seasonal"));
  }

  private void forecasts() {
    List<Row> fixed = rows("holtwinters_cases.csv").stream().filter(r -> r.text("parameters").equals("fixed")).toList();
    for (Row c : fixed) {
      List<Row> expected =
          rows("holtwinters_forecasts.csv").stream().filter(r -> r.text("case_id").equals(c.text("case_id"))).toList();
      StatCommandLine run =
          StatCommandLine.stat(
              "holt-winters", file("ts_series.csv"),
              List.of("group=series", "seasonal=" + c.text("seasonal"), "alpha=" + c.text("alpha"),
                  "beta=" + c.text("beta"), "gamma=" + c.text("gamma"), "rule=r_parity"));
      List<Row> found = run.rows().stream().filter(row -> row.text("series").equals(c.text("series"))).toList();
      compare("holt-winters", expected, found, pairs("h=h", "fit=fit", "upr95=upr95", "lwr95=lwr95"), 1e-8);
    }
  }

  private void spread() {
    Map<String, String> same = new LinkedHashMap<>();
    rows("scv_expected.csv").get(0).cells().keySet().stream()
        .filter(column -> !column.equals("provenance"))
        .forEach(column -> same.put(column, column));
    each("scv", file("scv_inputs.csv"), List.of(), rows("scv_expected.csv"), same);
    each(
        "sii", file("sii_inputs_gen.csv"), List.of(), rows("sii_expected_gen.csv"),
        pairs("sii=sii", "rii=rii", "intercept=intercept"));
    each(
        "peers", file("peers_inputs.csv"), List.of(), rows("peers_expected.csv"),
        pairs("area=area", "rank=rank", "peer=peer", "distance=distance"));
  }

  private void growth() {
    each(
        "dasgupta", file("dasgupta_inputs.csv"), List.of(), rows("dasgupta_expected.csv"),
        pairs("factor=factor", "pop_first=pop_first", "rate_first=rate_first", "pop_second=pop_second",
            "rate_second=rate_second", "diff=diff"));
    Map<String, String> chain =
        pairs("activity_y1=activity_y1", "activity_y2=activity_y2", "G=G", "P=P", "S=S", "R=R",
            "activity_expected_demography_only=activity_expected_demography_only",
            "share_of_growth_explained_by_demography=share_of_growth_explained_by_demography");
    List<String> cases = by(rows("dasgupta_inputs.csv"), row -> row.text("case_id")).keySet().stream().toList();
    each(
        "growth-chain", file("dasgupta_inputs.csv"), List.of(),
        rows("growth_multiplicative_expected.csv").stream()
            .filter(row -> cases.contains(row.text("dasgupta_case_id")))
            .toList(),
        chain);
    each(
        "contribution", file("growth_contribution_expected.csv"), List.of(), rows("growth_contribution_expected.csv"),
        pairs("change=change", "share_of_net_change=share_of_net_change",
            "pp_contribution_to_growth=pp_contribution_to_growth", "total_growth=total_growth"));
  }

  private void models() {
    Map<String, List<Row>> models = by(rows("glm_coefficients.csv"), row -> row.text("model"));
    Map<String, String> columns =
        pairs("estimate=estimate", "se=se", "deviance=deviance", "null_deviance=null_deviance", "df_resid=df_resid",
            "pearson_chi2=pearson_chi2", "loglik=loglik", "theta=theta");
    List<String> area = List.of("terms=age,imd", "offset=pop");
    model(models, "poisson_offset", "glm_offset_rows.csv", area, "count_pois", "poisson", with(columns, "term=term"));
    model(
        models, "quasipoisson_offset", "glm_offset_rows.csv", area, "count_nb", "quasipoisson",
        with(columns, "term=term"));
    model(models, "negbin_offset", "glm_offset_rows.csv", area, "count_nb", "negbin", with(columns, "term=term"));
    List<String> insurance = List.of("terms=District,Group,Age", "factors=District", "offset=Holders");
    model(models, "poisson_insurance", "glm_poisson_insurance_rows.csv", insurance, "Claims", "poisson", columns);
  }

  private void model(
      Map<String, List<Row>> models, String model, String file, List<String> settings, String response, String family,
      Map<String, String> columns) {
    List<String> all =
        Stream.concat(settings.stream(), Stream.of("response=" + response, "family=" + family)).toList();
    StatCommandLine run = StatCommandLine.stat("glm", file(file), all);
    compare("glm", models.get(model), run.rows(), columns, 1e-6);
  }

  /** The answer has the expected rows in the expected order. */
  private void each(
      String method, Path file, List<String> settings, List<Row> expected, Map<String, String> columns) {
    StatCommandLine run = StatCommandLine.stat(method, file, settings);
    tally.text(method, "exit of %s: %s".formatted(file, run.err()), "0", String.valueOf(run.exit()));
    compare(method, expected, run.rows(), columns, CLOSED);
  }

  /** The answer has a row of the same key for every expected row. */
  private void keyed(
      String method, Path file, List<String> settings, List<Row> expected, Function<Row, String> key,
      Map<String, String> columns) {
    StatCommandLine run = StatCommandLine.stat(method, file, settings);
    tally.text(method, "exit of %s: %s".formatted(file, run.err()), "0", String.valueOf(run.exit()));
    Map<String, Row> found = run.rows().stream().collect(Collectors.toMap(key, Function.identity()));
    compare(method, expected, expected.stream().map(row -> found.get(key.apply(row))).toList(), columns, 1e-8);
  }

  private void compare(
      String method, List<Row> expected, List<Row> found, Map<String, String> columns, double tolerance) {
    tally.number(method, "rows", expected.size(), found.size(), 0);
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      for (Map.Entry<String, String> column : columns.entrySet()) {
        String want = expected.get(i).text(column.getValue());
        String got = found.get(i).text(column.getKey());
        String what = "row %d %s".formatted(i + 1, column.getKey());
        if (isNumber(want) && isNumber(got)) {
          double number = Double.parseDouble(want);
          boolean chance = column.getKey().endsWith("p") || Math.abs(number) < 1e-6;
          if (chance) {
            tally.within(method, what, number, Double.parseDouble(got), 1e-9);
          } else {
            tally.number(method, what, number, Double.parseDouble(got), tolerance);
          }
        } else {
          tally.text(method, what, want.matches("nan|NA") ? "" : want, got);
        }
      }
    }
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?[0-9.]+([eE][-+]?[0-9]+)?");
  }

  /** A table of points with the columns of its cases beside it, for settings that differ from case to case. */
  private Path joined(String points, String cases, String key) throws IOException {
    Map<String, Row> byKey =
        rows(cases).stream().collect(Collectors.toMap(row -> row.text(key), Function.identity()));
    List<Row> rows = rows(points);
    List<String> own = List.copyOf(rows.get(0).cells().keySet());
    List<String> more =
        rows(cases).get(0).cells().keySet().stream().filter(column -> !own.contains(column)).toList();
    String header = Stream.concat(own.stream(), more.stream()).collect(Collectors.joining(","));
    List<String> lines = new ArrayList<>(List.of(header));
    for (Row row : rows) {
      Row settings = byKey.get(row.text(key));
      lines.add(
          Stream.concat(own.stream().map(row::text), more.stream().map(settings::text))
              .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
              .collect(Collectors.joining(",")));
    }
    return Files.write(folder.resolve(points), lines);
  }

  private static Map<String, String> pairs(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    Arrays.stream(pairs).map(pair -> pair.split("=")).forEach(pair -> map.put(pair[0], pair[1]));
    return map;
  }

  private static Map<String, String> with(Map<String, String> some, String... more) {
    Map<String, String> map = new LinkedHashMap<>(some);
    map.putAll(pairs(more));
    return map;
  }
}
