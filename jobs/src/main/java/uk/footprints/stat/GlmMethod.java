package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Regression.Family;
import uk.footprints.statistics.Regression;

/**
 * Regression of counts on characteristics: {@code glm} returns the coefficients and {@code glm-fitted} the expected
 * counts.
 */
abstract class GlmMethod<R extends ResultRow> implements StatMethod<R> {

  private final MethodGuide guide;
  private final ResultColumns<R> columns;

  private GlmMethod(String name, String gives, MethodGuide.Shape shape, ResultColumns<R> columns) {
    this.columns = columns;
    this.guide =
        new MethodGuide(
            name,
            "regression of counts with an offset: " + gives,
            shape,
            MethodGuide.BY_SET,
            List.of(),
            List.of(
                MethodParameter.of("response", "the column of counts", "", "admissions"),
                MethodParameter.of("terms", "the columns that explain it, numbers or categories", "", "age,imd"),
                MethodParameter.of("offset", "the column that the count is out of, above 0", "", "pop"),
                MethodParameter.of("family", "poisson, quasipoisson or negbin", "poisson", "negbin"),
                MethodParameter.of("factors", "columns of numbers that are categories", "", "district")),
            columns.names());
  }

  static StatMethod<?> coefficients() {
    return new Coefficients();
  }

  static StatMethod<?> expected() {
    return new Expected();
  }

  @Override
  public final MethodGuide guide() {
    return guide;
  }

  @Override
  public final ResultColumns<R> columns() {
    return columns;
  }

  /** One term of the model: its name and its number in each row. */
  private record Term(String name, double[] values) {}

  /** Adds the results of the fit of one group. */
  abstract void answer(MethodInput question, Fitted fitted, ResultTable<R> answer);

  /** Notes that a group has no fit. */
  abstract void none(MethodInput question, Rows rows, RowStatus why, ResultTable<R> answer);

  @Override
  public final void answer(MethodInput question, ResultTable<R> answer) {
    String response = column(question, "response");
    double[] counts = question.numbers(response, Must.NOT_BE_NEGATIVE);
    boolean rate = !question.set().text("offset", 0).isEmpty();
    double[] outOf =
        rate ? question.numbers(column(question, "offset"), Must.BE_ABOVE_ZERO) : new double[counts.length];
    List<String> names = split(question.set().text("terms", 0));
    if (names.isEmpty()) {
      throw UserException.command("%s needs terms.".formatted(guide.name()), "--set terms=age,imd");
    }
    names.forEach(name -> present(question, name));
    Family family = family(question);
    for (RowGroup group : question.groups()) {
      int[] given =
          group.stream().filter(row -> question.problems().of(row) == null && !Double.isNaN(counts[row])).toArray();
      List<Term> terms = terms(question, names, given);
      double[][] columns =
          Stream.concat(Stream.of(counts, outOf), terms.stream().map(Term::values)).toArray(double[][]::new);
      int[] used = RowOrder.by(given, columns);
      Rows rows = new Rows(group, response, used);
      double[][] design =
          Arrays.stream(used)
              .mapToObj(row -> terms.stream().mapToDouble(term -> term.values[row]).toArray())
              .toArray(double[][]::new);
      double[] offset = Arrays.stream(used).mapToDouble(row -> rate ? Math.log(outOf[row]) : 0).toArray();
      double[] y = RowOrder.pick(used, counts);
      try {
        answer(question, new Fitted(rows, terms, y, Regression.fit(family, design, y, offset)), answer);
      } catch (IllegalArgumentException e) {
        none(question, rows, RowStatus.notApplicable(e.getMessage()), answer);
      }
    }
  }

  /** The rows of a group that a fit uses. */
  record Rows(RowGroup group, String response, int[] used) {}

  /** A fit with its rows, terms and counts. */
  record Fitted(Rows rows, List<Term> terms, double[] counts, Regression fit) {}

  /** One coefficient of a fit. */
  private record Coefficient(String model, String term, int index, Fitted fitted) implements ResultRow {

    static final ResultColumns<Coefficient> COLUMNS =
        new ResultColumns<Coefficient>()
            .text("model", Coefficient::model)
            .text("term", Coefficient::term)
            .number("estimate", row -> row.fit().coefficients()[row.index])
            .number("se", row -> row.fit().errors()[row.index])
            .number("deviance", row -> row.fit().deviance())
            .number("null_deviance", row -> row.fit().nullDeviance())
            .whole("df_resid", row -> row.fit().degrees())
            .number("pearson_chi2", row -> row.fit().pearson())
            .optional("loglik", row -> only(row.fit().family() != Family.QUASI_POISSON, row.fit().logLikelihood()))
            .optional("theta", row -> only(row.fit().family() == Family.NEGATIVE_BINOMIAL, row.fit().theta()))
            .number("phi", row -> row.fit().phi())
            .number("lower_95", row -> row.limits(Confidence.P95).lower())
            .number("upper_95", row -> row.limits(Confidence.P95).upper())
            .number("lower_998", row -> row.limits(Confidence.P998).lower())
            .number("upper_998", row -> row.limits(Confidence.P998).upper());

    private static OptionalDouble only(boolean has, double number) {
      return has ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private Regression fit() {
      return fitted.fit;
    }

    private Interval limits(Confidence confidence) {
      return fit().limits(index, confidence);
    }

    @Override
    public RowStatus outcome() {
      boolean wide = fit().family() == Family.POISSON && fit().phi() > 1.5;
      long left = fitted.rows.group.rows().length - fitted.rows.used.length;
      return RowStatus.ok(
          Stream.of(
                  wide ? "phi is above 1.5: use quasipoisson or negbin" : "",
                  left > 0 ? "rows left out because a number is missing or wrong: %d".formatted(left) : "")
              .filter(caveat -> !caveat.isEmpty())
              .collect(Collectors.joining("; ")));
    }
  }

  private static final class Coefficients extends GlmMethod<Coefficient> {

    Coefficients() {
      super("glm", "coefficients", MethodGuide.Shape.BY_GROUP, Coefficient.COLUMNS);
    }

    @Override
    void answer(MethodInput question, Fitted fitted, ResultTable<Coefficient> answer) {
      String model = question.set().text("family", 0);
      for (int i = 0; i < fitted.terms().size(); i++) {
        answer.group(fitted.rows().group(), new Coefficient(model, fitted.terms().get(i).name, i, fitted));
      }
    }

    @Override
    void none(MethodInput question, Rows rows, RowStatus why, ResultTable<Coefficient> answer) {
      answer.none(rows.group(), why);
    }
  }

  /** An expected count, and the count over it. */
  private record ExpectedCount(double fitted, double ratio) implements ResultRow {

    static final ResultColumns<ExpectedCount> COLUMNS =
        new ResultColumns<ExpectedCount>()
            .number("fitted", ExpectedCount::fitted)
            .number("ratio", ExpectedCount::ratio);

    @Override
    public RowStatus outcome() {
      return RowStatus.OK;
    }
  }

  private static final class Expected extends GlmMethod<ExpectedCount> {

    Expected() {
      super("glm-fitted", "expected counts", MethodGuide.Shape.ROW_BY_ROW, ExpectedCount.COLUMNS);
    }

    @Override
    void answer(MethodInput question, Fitted fitted, ResultTable<ExpectedCount> answer) {
      unused(question, fitted.rows(), answer);
      int[] rows = fitted.rows().used();
      for (int i = 0; i < rows.length; i++) {
        double mean = fitted.fit().fitted()[i];
        answer.row(rows[i], new ExpectedCount(mean, fitted.counts()[i] / mean));
      }
    }

    @Override
    void none(MethodInput question, Rows rows, RowStatus why, ResultTable<ExpectedCount> answer) {
      unused(question, rows, answer);
      Arrays.stream(rows.used()).forEach(row -> answer.none(row, why));
    }

    private static void unused(MethodInput question, Rows rows, ResultTable<ExpectedCount> answer) {
      rows.group().stream().forEach(row -> {
        String wrong = question.problems().of(row);
        answer.none(row, wrong == null ? question.absent(rows.response(), row, "") : RowStatus.notApplicable(wrong));
      });
    }
  }

  private Family family(MethodInput question) {
    String word = question.set().text("family", 0).toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    return switch (word) {
      case "poisson" -> Family.POISSON;
      case "quasipoisson" -> Family.QUASI_POISSON;
      case "negbin", "negativebinomial" -> Family.NEGATIVE_BINOMIAL;
      default -> throw UserException.command(
          "%s: family=%s is not one of poisson, quasipoisson, negbin.".formatted(guide.name(), word),
          "--set family=quasipoisson");
    };
  }

  /** The constant, a term for each column of numbers, and one for each category but the first of each other column. */
  private static List<Term> terms(MethodInput question, List<String> names, int[] rows) {
    int all = question.table().rows();
    double[] ones = new double[all];
    Arrays.fill(ones, 1);
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("(Intercept)", ones));
    List<String> factors = split(question.set().text("factors", 0));
    for (String name : names) {
      CellDictionary cells = question.table().column(name);
      boolean numbers =
          !factors.contains(name) && rows.length > 0
              && Arrays.stream(rows).allMatch(row -> Double.isFinite(NumberParser.of(cells.get(row))));
      if (numbers) {
        terms.add(
            new Term(name, IntStream.range(0, all).mapToDouble(row -> NumberParser.of(cells.get(row))).toArray()));
        continue;
      }
      List<String> levels =
          Arrays.stream(rows)
              .mapToObj(cells::get)
              .distinct()
              .sorted(
                  Comparator.<String, String>comparing(GlmMethod::collated).thenComparing(Comparator.naturalOrder()))
              .toList();
      for (String level : levels.subList(Math.min(1, levels.size()), levels.size())) {
        terms.add(
            new Term(
                name + level,
                IntStream.range(0, all).mapToDouble(row -> cells.get(row).equals(level) ? 1 : 0).toArray()));
      }
    }
    return terms;
  }

  /** Signs before digits before letters of either case, as R orders categories: the first is the one compared with. */
  private static String collated(String level) {
    StringBuilder key = new StringBuilder();
    for (char c : level.toLowerCase(Locale.UK).toCharArray()) {
      key.append(Character.isLetter(c) ? '2' : Character.isDigit(c) ? '1' : '0').append(c);
    }
    return key.toString();
  }

  private String column(MethodInput question, String setting) {
    String name = question.set().text(setting, 0);
    if (name.isEmpty()) {
      throw UserException.command(
          "%s needs a %s.".formatted(guide.name(), setting), "--set %s=COLUMN".formatted(setting));
    }
    return present(question, name);
  }

  private String present(MethodInput question, String name) {
    if (!question.has(name)) {
      throw UserException.data(
          "%s, row 1, column %s: there is no such column.".formatted(question.table().file(), name),
          SpellingSuggester.to(name, question.table().header()).map(near -> "use the column %s".formatted(near))
              .orElse("use one of the columns " + String.join(", ", question.table().header())));
    }
    return name;
  }

  private static List<String> split(String names) {
    return Stream.of(names.split("[,;+]")).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
