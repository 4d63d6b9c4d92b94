package uk.footprints.indicator;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.period.Period;

/**
 * England's own series of an indicator, as its publisher prints it, compared with the sum of organisations. Indicators
 * use the sum, because only the sum adds up with the areas; where the publisher has another figure, the reason says so.
 */
final class CountryComparison {

  /** Figures that differ by no more than this fraction differ by rounding or by late revisions of single trusts. */
  private static final double SAME = 0.0005;

  private final Indicator indicator;
  private final ObservationSeries figures;

  CountryComparison(Indicator indicator, ObservationSeries figures) {
    this.indicator = indicator;
    this.figures = figures;
  }

  /**
   * Explains how the publisher's figure differs from the sum of organisations.
   *
   * @param numerator the sum of organisations; not a number where there is none
   * @param denominator what it is divided by, where the indicator has a denominator of its own
   * @param periods the months or quarters whose sum it is
   * @return one sentence; empty where the publisher prints no such figure or the same
   */
  String reason(double numerator, double denominator, List<Period> periods) {
    if (indicator.countrySeries().isEmpty() || indicator.averaged() || indicator.isContribution()) {
      return "";
    }
    Indicator.CountrySeries series = indicator.countrySeries().get();
    double theirs = sum(series.dataset(), series.numerator(), periods);
    double theirsOf = series.denominator().isEmpty() ? Double.NaN : sum(series.dataset(), series.denominator(), periods);
    boolean divided = !series.denominator().isEmpty();
    if (Double.isNaN(theirs) || divided && Double.isNaN(theirsOf)) {
      return "";
    }
    String printed =
        divided
            ? "%,.0f of %,.0f (%.4g)".formatted(theirs, theirsOf, indicator.multiplier() * theirs / theirsOf)
            : "%,.0f".formatted(theirs);
    if (Double.isNaN(numerator)) {
      return "England's own series (" + series.dataset() + ") has " + printed + ", which is not used here";
    }
    List<String> differences = new ArrayList<>();
    add(differences, "numerator", numerator, theirs);
    if (divided) {
      add(differences, "denominator", denominator, theirsOf);
    }
    return differences.isEmpty()
        ? ""
        : "the sum of organisations is used, because it adds up with the areas; England's own series (%s) has %s: %s"
            .formatted(series.dataset(), printed, String.join(", ", differences));
  }

  private static void add(List<String> differences, String what, double ours, double theirs) {
    if (Math.abs(ours - theirs) > SAME * Math.abs(theirs)) {
      String relative = theirs == 0 ? "" : " (%+.2f%%)".formatted(100 * (ours / theirs - 1));
      differences.add("the %s here is %,.0f %s%s".formatted(
          what, Math.abs(ours - theirs), ours > theirs ? "more" : "less", relative));
    }
  }

  /** Adds up terms of all periods; not a number where the publisher has no figure of one of them. */
  private double sum(String dataset, List<Indicator.Term> terms, List<Period> periods) {
    return periods.stream()
        .flatMap(period -> terms.stream()
            .filter(term -> !period.start().isBefore(term.since()))
            .map(term -> new Figure(term, figure(dataset, term.measure(), period))))
        .mapToDouble(f -> f.term().sign() * f.value())
        .sum();
  }

  private record Figure(Indicator.Term term, double value) {}

  private double figure(String dataset, String measure, Period period) {
    List<PeriodSeries> given =
        figures.of(dataset, measure).values().stream().filter(series -> series.has(period)).limit(2).toList();
    return given.size() == 1 ? given.get(0).value(period) : Double.NaN;
  }
}
