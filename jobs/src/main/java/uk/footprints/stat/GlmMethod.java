package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Regression.Family;
import uk.footprints.statistics.Regression;
import uk.footprints.statistics.ResultStatus;

/**
 * Regression of counts on characteristics: {@code glm} returns the coefficients and {@code glm-fitted} the expected
 * counts.
 */
final class GlmMethod implements StatMethod {

  private static final List<String> COEFFICIENTS =
      List.of(
          "model", "term", "estimate", "se", "deviance", "null_deviance", "df_resid", "pearson_chi2", "loglik",
          "theta", "phi", "lower_95", "upper_95", "lower_998", "upper_998", "status", "reason");

  private final MethodGuide guide;
  private final boolean fitted;

  private GlmMethod(boolean fitted) {
    this.fitted = fitted;
    this.guide =
        new MethodGuide(
            fitted ? "glm-fitted" : "glm",
            "regression of counts with an offset: " + (fitted ? "expected counts" : "coefficients"),
            fitted ? MethodGuide.Shape.ROW_BY_ROW : MethodGuide.Shape.BY_GROUP,
            MethodGuide.BY_SET,
            List.of(),
            List.of(
                MethodParameter.of("response", "the column of counts", "", "admissions"),
                MethodParameter.of("terms", "the columns that explain it, numbers or categories", "", "age,imd"),
                MethodParameter.of("offset", "the column that the count is out of, above 0", "", "pop"),
                MethodParameter.of("family", "poisson, quasipoisson or negbin", "poisson", "negbin"),
                MethodParameter.of("factors", "columns of numbers that are categories", "", "district")),
            fitted ? List.of("fitted", "ratio", "status", "reason") : COEFFICIENTS);
  }

  static StatMethod coefficients() {
    return new GlmMethod(false);
  }

  static StatMethod expected() {
    return new GlmMethod(true);
  }

  @Override
  public MethodGuide guide() {
    return guide;
  }

  /** One term of the model: its name and its number in each row. */
  private record Term(String name, double[] values) {}

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    double[] counts = question.numbers(column(question, "response"), Must.NOT_BE_NEGATIVE);
    boolean rate = !question.set().text("offset", 0).isEmpty();
    double[] outOf = rate ? question.numbers(column(question, "offset"), Must.BE_ABOVE_ZERO) : null;
    List<String> names = split(question.set().text("terms", 0));
    if (names.isEmpty()) {
      throw UserException.command("%s needs terms.".formatted(guide.name()), "--set terms=age,imd");
    }
    names.forEach(name -> present(question, name));
    for (RowGroup group : question.groups()) {
      int[] rows =
          Arrays.stream(group.rows())
              .filter(row -> question.problems().of(row) == null && !Double.isNaN(counts[row]))
              .toArray();
      List<Term> terms = terms(question, names, rows);
      int[] used = Arrays.stream(rows).filter(row -> question.problems().of(row) == null).toArray();
      double[][] design =
          Arrays.stream(used)
              .mapToObj(row -> terms.stream().mapToDouble(term -> term.values[row]).toArray())
              .toArray(double[][]::new);
      double[] y = Arrays.stream(used).mapToDouble(row -> counts[row]).toArray();
      double[] offset = Arrays.stream(used).mapToDouble(row -> rate ? Math.log(outOf[row]) : 0).toArray();
      fit(question, answer, group, terms, new Rows(used, design, y, offset));
    }
  }

  private record Rows(int[] used, double[][] design, double[] counts, double[] offset) {}

  private void fit(MethodInput question, ResultTable answer, RowGroup group, List<Term> terms, Rows rows) {
    Family family = family(question);
    try {
      Regression fit = Regression.fit(family, rows.design, rows.counts, rows.offset);
      if (fitted) {
        for (int i = 0; i < rows.used.length; i++) {
          answer.row(
              rows.used[i], fit.fitted()[i], rows.counts[i] / fit.fitted()[i], ResultStatus.OK.text(), "");
        }
      } else {
        coefficients(answer, group, terms, fit, question.set().text("family", 0));
      }
    } catch (IllegalArgumentException e) {
      if (!fitted) {
        Object[] none = new Object[guide.adds().size()];
        none[none.length - 2] = ResultStatus.NOT_APPLICABLE.text();
        none[none.length - 1] = e.getMessage();
        answer.group(group, none);
      } else {
        Arrays.stream(rows.used)
            .forEach(row -> answer.row(row, null, null, ResultStatus.NOT_APPLICABLE.text(), e.getMessage()));
      }
    }
    if (fitted) {
      Arrays.stream(group.rows())
          .filter(row -> Arrays.binarySearch(rows.used, row) < 0)
          .forEach(row -> answer.row(
              row, null, null, ResultStatus.NOT_APPLICABLE.text(),
              question.problems().of(row) == null ? "the count is missing" : question.problems().of(row)));
    }
  }

  private static void coefficients(
      ResultTable answer, RowGroup group, List<Term> terms, Regression fit, String model) {
    for (int i = 0; i < terms.size(); i++) {
      answer.group(
          group, model, terms.get(i).name, fit.coefficients()[i], fit.errors()[i], fit.deviance(), fit.nullDeviance(),
          fit.degrees(), fit.pearson(),
          fit.family() == Family.QUASI_POISSON ? null : fit.logLikelihood(),
          fit.family() == Family.NEGATIVE_BINOMIAL ? fit.theta() : null,
          fit.phi(),
          fit.limits(i, Confidence.P95).lower(), fit.limits(i, Confidence.P95).upper(),
          fit.limits(i, Confidence.P998).lower(), fit.limits(i, Confidence.P998).upper(), ResultStatus.OK.text(),
          fit.family() == Family.POISSON && fit.phi() > 1.5 ? "phi is above 1.5: use quasipoisson or negbin" : "");
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
              .sorted(Comparator.comparing(GlmMethod::collated))
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
