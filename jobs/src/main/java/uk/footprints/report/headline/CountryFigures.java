package uk.footprints.report.headline;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.PeriodSeries;
import uk.footprints.period.Period;
import uk.footprints.period.RollUp;
import uk.footprints.report.Evidence;
import uk.footprints.report.money.CostLedger;
import uk.footprints.report.money.CostScope;

/** Finds the figures of headlines in a release: published totals of England, indicator values, and costs. */
final class CountryFigures {

  private static final String ENGLAND = "E92000001";

  private final Evidence evidence;
  private final CostLedger ledger;

  CountryFigures(Evidence evidence) {
    this.evidence = evidence;
    this.ledger = new CostLedger(evidence);
  }

  /**
   * A figure of a period.
   *
   * @param value not a number where there is none
   * @param missing what is missing; empty where the figure is there
   * @param editions the days of publication of the figures that it is made of
   */
  record PeriodFigure(double value, String missing, Set<LocalDate> editions) {

    static PeriodFigure of(double value) {
      return new PeriodFigure(value, "", Set.of());
    }

    static PeriodFigure absent(String what) {
      return new PeriodFigure(Double.NaN, what, Set.of());
    }
  }

  /** Returns the evidence. */
  Evidence evidence() {
    return evidence;
  }

  /** Adds the figures of a sum; absent where any of them is, except those that count only where published. */
  PeriodFigure sum(FigureSum sum, QuotedNumber number, Period period) {
    double total = 0;
    Set<LocalDate> editions = new HashSet<>();
    for (FigureTerm term : sum.terms()) {
      PeriodFigure figure = of(term, number, period);
      if (Double.isNaN(figure.value())) {
        if (!term.optional()) {
          return figure;
        }
      } else {
        total += term.sign() * figure.value();
        editions.addAll(figure.editions());
      }
    }
    return new PeriodFigure(total, "", editions);
  }

  private PeriodFigure of(FigureTerm term, QuotedNumber number, Period period) {
    return switch (term.source()) {
      case MEASURE -> measure(term, period);
      case INDICATOR -> indicator(term, number.geography(), number.area(), period);
      case COST, ACTIVITY, BED_DAYS -> cost(term, period);
      case COUNT -> areas(number.geography(), period);
      case STAYS -> PeriodFigure.absent("a finding made of records compares two years");
    };
  }

  private PeriodFigure areas(String geography, Period period) {
    int areas = evidence.context().areas().listAreas(geography, period.start()).size();
    return areas == 0
        ? PeriodFigure.absent("%s has no areas in %s".formatted(geography, period.label())) : PeriodFigure.of(areas);
  }

  private PeriodFigure measure(FigureTerm term, Period period) {
    ObservationSeries figures = evidence.figures();
    for (String dataset : term.datasets()) {
      PeriodSeries series = figures.of(dataset, term.name()).getOrDefault(ENGLAND, PeriodSeries.NONE);
      double own = series.value(period);
      if (!Double.isNaN(own)) {
        Optional<LocalDate> edition = figures.findEdition(dataset, term.name(), period);
        return new PeriodFigure(own, "", edition.map(Set::of).orElse(Set.of()));
      }
      double added = added(series, period, () -> figures.rollUp(dataset, term.name()));
      if (!Double.isNaN(added)) {
        return PeriodFigure.of(added);
      }
    }
    return PeriodFigure.absent(
        "no figure of England of %s in %s".formatted(period.label(), term.label()));
  }

  /** Makes the figure of a period of shorter ones that cover every day of it; not a number where they do not. */
  private static double added(PeriodSeries series, Period period, Supplier<RollUp> rule) {
    TreeMap<Period, Double> parts = new TreeMap<>();
    series.forEach((p, value) -> {
      boolean inside = !p.start().isBefore(period.start()) && !p.end().isAfter(period.end());
      if (inside && !Double.isNaN(value) && p.days() < period.days()) {
        parts.put(p, value);
      }
    });
    int days = parts.keySet().stream().mapToInt(Period::days).sum();
    if (parts.isEmpty() || days != period.days()) {
      return Double.NaN;
    }
    return switch (rule.get()) {
      case SUM -> parts.values().stream().mapToDouble(v -> v).sum();
      case MEAN -> parts.entrySet().stream().mapToDouble(e -> e.getValue() * e.getKey().days()).sum() / days;
      case LAST -> parts.lastEntry().getValue();
    };
  }

  private PeriodFigure indicator(FigureTerm term, String geography, String area, Period period) {
    Optional<IndicatorValue> found = evidence.find(term.name(), geography, area, period);
    if (found.filter(IndicatorValue::comparable).isPresent()) {
      return PeriodFigure.of(part(term, found.get()));
    }
    String why = found.map(a -> ": " + a.reason()).filter(r -> r.length() > 2).orElse("");
    return PeriodFigure.absent("no complete value of %s for %s%s".formatted(term.name(), period.label(), why));
  }

  /** Returns the part of a value that a term names. */
  static double part(FigureTerm term, IndicatorValue a) {
    return switch (term.part()) {
      case "numerator" -> a.numerator();
      case "denominator" -> a.denominator();
      default -> a.estimate().value();
    };
  }

  private PeriodFigure cost(FigureTerm term, Period period) {
    CostScope scope = CostScope.find(term.name()).orElseThrow();
    int year = period.financialYear();
    CostLedger.ScopeCost cost = ledger.cost(scope, year);
    if (!cost.reason().isEmpty()) {
      return PeriodFigure.absent(cost.reason());
    }
    double value =
        switch (term.source()) {
          case ACTIVITY -> cost.activity();
          case BED_DAYS -> cost.bedDays();
          default -> cost.cost() * (term.part().isEmpty() ? 1 : ledger.factor(year, prices(term)));
        };
    return Double.isNaN(value)
        ? PeriodFigure.absent(
            term.source() == FigureTerm.Source.COST
                ? "no deflator edition has both %s and %s".formatted(period.label(), term.part())
                : "%s of %s are not published for %s".formatted(
                    term.source() == FigureTerm.Source.BED_DAYS ? "bed days" : "activity", scope.id(),
                    period.label()))
        : PeriodFigure.of(value);
  }

  private static int prices(FigureTerm term) {
    return Integer.parseInt(term.part().substring(0, 4));
  }
}
