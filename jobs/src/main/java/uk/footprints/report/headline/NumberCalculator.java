package uk.footprints.report.headline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.headline.CountryFigures.PeriodFigure;
import uk.footprints.report.records.StaysReport;
import uk.footprints.report.trend.GrowthReport;

/** Computes our number for a window by the method that a row names. */
final class NumberCalculator {

  /** The whole must have grown by at least this share before shares of its growth mean anything. */
  private static final double LEAST_GROWTH = 0.02;

  private static final int MOST_PERIODS = 1_000;

  private final CountryFigures figures;
  private final IncompleteFigures incomplete;

  NumberCalculator(CountryFigures figures) {
    this.figures = figures;
    this.incomplete = new IncompleteFigures(figures.evidence());
  }

  /**
   * Our number for a window.
   *
   * @param value not a number where there is none
   * @param missing why there is none; empty where there is
   * @param note what a reader must know about this number of this window; empty for nothing
   * @param bound whether it is the least that the number can be
   */
  record WindowNumber(double value, String missing, String note, boolean bound) {

    WindowNumber(double value, String missing, String note) {
      this(value, missing, note, false);
    }

    WindowNumber(double value, String missing) {
      this(value, missing, "");
    }

    static WindowNumber absent(String why) {
      return new WindowNumber(Double.NaN, why);
    }

    boolean present() {
      return !Double.isNaN(value) && !Double.isInfinite(value);
    }
  }

  /** Computes a number. */
  WindowNumber number(QuotedNumber row, Window window) {
    WindowNumber number =
        switch (row.method()) {
          case VALUE -> single(row, window.to());
          case LEAST_SHARE -> leastShare(row, window.to());
          case CHANGE, GROWTH -> change(row, window);
          case GROWTH_SHARE, GROWTH_POINTS -> partOfGrowth(row, window);
          case AT_LEAST -> incomplete.atLeast(row, window.to());
          case GROWTH_OF_MONTHS -> incomplete.growthOfMonths(row, window);
          case SHARE_BY_PEOPLE -> shareByPeople(row, window);
          case HIGHEST -> extreme(row, window.to(), Comparator.naturalOrder());
          case LOWEST -> extreme(row, window.to(), Comparator.reverseOrder());
          case AREAS -> areas(row, window.to());
          case PERIODS -> periods(row, window.to());
          case PERIODS_AT_LEAST -> incomplete.periodsAtLeast(row, window.to());
          case RECORDS -> records(row, window);
          case NONE -> WindowNumber.absent(row.missing());
        };
    return number.present() || !number.missing().isEmpty()
        ? number : WindowNumber.absent("the figures of %s give no finite number".formatted(window.label()));
  }

  private WindowNumber single(QuotedNumber row, Period period) {
    PeriodFigure figure = figures.sum(row.figure(), row, period);
    PeriodFigure per = row.per().isEmpty() ? PeriodFigure.of(1) : figures.sum(row.per(), row, period);
    return missing(row, figure, per)
        .orElseGet(() -> new WindowNumber(row.times() * figure.value() / per.value(), ""));
  }

  private WindowNumber leastShare(QuotedNumber row, Period period) {
    PeriodFigure figure = figures.sum(row.figure(), row, period);
    PeriodFigure rest = figures.sum(row.per(), row, period);
    return missing(row, figure, rest)
        .orElseGet(() -> new WindowNumber(100 * figure.value() / (figure.value() + rest.value()), ""));
  }

  private WindowNumber change(QuotedNumber row, Window window) {
    String broken = broken(row, window);
    if (!broken.isEmpty()) {
      return WindowNumber.absent(broken);
    }
    WindowNumber from = single(row, window.from());
    WindowNumber to = single(row, window.to());
    if (!from.present() || !to.present()) {
      return from.present() ? to : from;
    }
    Optional<WindowNumber> mixed =
        missing(
            row, figures.sum(row.figure(), row, window.from()), figures.sum(row.figure(), row, window.to()));
    boolean growth = row.method() == NumberMethod.GROWTH;
    return mixed.orElseGet(
        () -> new WindowNumber(growth ? 100 * (to.value() / from.value() - 1) : to.value() - from.value(), ""));
  }

  private WindowNumber partOfGrowth(QuotedNumber row, Window window) {
    PeriodFigure partFrom = figures.sum(row.figure(), row, window.from());
    PeriodFigure partTo = figures.sum(row.figure(), row, window.to());
    PeriodFigure wholeFrom = figures.sum(row.per(), row, window.from());
    PeriodFigure wholeTo = figures.sum(row.per(), row, window.to());
    return missing(row, partFrom, partTo, wholeFrom, wholeTo).orElseGet(() -> {
      double part = partTo.value() - partFrom.value();
      double whole = wholeTo.value() - wholeFrom.value();
      if (row.method() == NumberMethod.GROWTH_POINTS) {
        return new WindowNumber(100 * part / wholeFrom.value(), "");
      }
      double growth = whole / wholeFrom.value();
      return growth < LEAST_GROWTH
          ? WindowNumber.absent(
              "the whole changed by %.2f%% (%s): a share of growth is given from 2%% on"
                  .formatted(100 * growth, window.label()))
          : new WindowNumber(100 * part / whole, "");
    });
  }

  /** Returns what more and older people explain of a change of events, by the report of growth. */
  private WindowNumber shareByPeople(QuotedNumber row, Window window) {
    FigureTerm term = row.figure().terms().get(0);
    Optional<IndicatorValue> from = value(term, row, window.from()).filter(IndicatorValue::comparable);
    Optional<IndicatorValue> to = value(term, row, window.to()).filter(IndicatorValue::comparable);
    if (from.isEmpty() || to.isEmpty()) {
      return WindowNumber.absent("no complete value of %s for both years of %s".formatted(term.name(), window.label()));
    }
    GrowthReport.Parts parts = GrowthReport.parts(figures.evidence(), from.get(), to.get());
    double explained = parts.size() + parts.structure();
    return Double.isNaN(explained)
        ? WindowNumber.absent(parts.reason())
        : parts.change() / from.get().numerator() < LEAST_GROWTH
            ? WindowNumber.absent("the whole changed by less than 2% (" + window.label() + ")")
            : new WindowNumber(100 * explained / parts.change(), "");
  }

  private WindowNumber extreme(QuotedNumber row, Period period, Comparator<Double> order) {
    FigureTerm term = row.figure().terms().get(0);
    return values(row, period)
        .max(Comparator.comparing((IndicatorValue a) -> CountryFigures.part(term, a), order))
        .map(a -> new WindowNumber(
            row.times() * CountryFigures.part(term, a), "",
            ("It is %s. ".formatted(a.areaName()) + leftOut(row, period)).strip()))
        .orElseGet(() -> none(row, period));
  }

  private WindowNumber areas(QuotedNumber row, Period period) {
    FigureTerm term = row.figure().terms().get(0);
    List<Double> values = values(row, period).map(a -> CountryFigures.part(term, a)).toList();
    if (values.isEmpty()) {
      return none(row, period);
    }
    long count = values.stream().filter(v -> row.limit().beyond(row.times() * v)).count();
    String leftOut = leftOut(row, period);
    return leftOut.isEmpty()
        ? new WindowNumber(count, "")
        : new WindowNumber(count, "", "It is at least this number. " + leftOut, true);
  }

  /** Returns the areas that can be compared. */
  private Stream<IndicatorValue> values(QuotedNumber row, Period period) {
    FigureTerm term = row.figure().terms().get(0);
    return asked(row, period)
        .filter(IndicatorValue::comparable)
        .filter(a -> !Double.isNaN(CountryFigures.part(term, a)));
  }

  /** Says how many areas were not compared, because some of their returns are missing; empty where none. */
  private String leftOut(QuotedNumber row, Period period) {
    long incomplete = asked(row, period).filter(a -> a.status().equals(IndicatorValue.INCOMPLETE)).count();
    return incomplete == 0
        ? "" : "Returns are missing of %d other%s, left out here.".formatted(incomplete, incomplete == 1 ? "" : "s");
  }

  /** Returns the values of the areas that the question is about. */
  private Stream<IndicatorValue> asked(QuotedNumber row, Period period) {
    FigureTerm term = row.figure().terms().get(0);
    Set<String> only = row.area().isEmpty() ? Set.of() : Set.of(row.area().split("\\s+"));
    return figures.evidence().stream(term.name(), row.geography())
        .filter(a -> a.period().equals(period))
        .filter(a -> !a.areaCode().equals(IndicatorValue.UNASSIGNED))
        .filter(a -> only.isEmpty() || only.contains(a.areaCode()));
  }

  private static WindowNumber none(QuotedNumber row, Period period) {
    return WindowNumber.absent(
        "no area of %s has a complete value of %s for %s"
            .formatted(row.geography(), row.figure().terms().get(0).name(), period.label()));
  }

  private WindowNumber periods(QuotedNumber row, Period period) {
    long months = months(period.kind());
    WindowNumber last = single(row, period);
    if (!last.present()) {
      return last;
    }
    for (int run = 0; run < MOST_PERIODS; run++) {
      Period earlier = Window.moved(period, -run * months);
      WindowNumber number = single(row, earlier);
      if (!number.present()) {
        String note = "It is at least this number: %s has no value.".formatted(earlier.label());
        return new WindowNumber(run, "", note, true);
      }
      if (!row.limit().beyond(number.value())) {
        return new WindowNumber(run, "");
      }
    }
    return new WindowNumber(MOST_PERIODS, "");
  }

  private WindowNumber records(QuotedNumber row, Window window) {
    return StaysReport.england(
            figures.evidence(), row.figure().terms().get(0).name(), window.from().financialYear(),
            window.to().financialYear())
        .map(value -> new WindowNumber(value, ""))
        .orElseGet(() -> WindowNumber.absent("no records of episodes of both years"));
  }

  /** Explains why two windows of an area are of different land; empty where they are of the same. */
  private String broken(QuotedNumber row, Window window) {
    for (FigureTerm term : row.figure().terms()) {
      if (term.source() == FigureTerm.Source.INDICATOR) {
        Optional<IndicatorValue> from = value(term, row, window.from());
        Optional<IndicatorValue> to = value(term, row, window.to());
        String broken =
            from.isPresent() && to.isPresent() ? figures.evidence().breakBetween(from.get(), to.get()) : "";
        if (!broken.isEmpty()) {
          return "not comparable: " + broken;
        }
      }
    }
    return "";
  }

  private Optional<IndicatorValue> value(FigureTerm term, QuotedNumber row, Period period) {
    return figures.evidence().find(term.name(), row.geography(), row.area(), period);
  }

  /** Returns why figures give no number together; empty where they do. */
  private static Optional<WindowNumber> missing(QuotedNumber row, PeriodFigure... all) {
    Set<LocalDate> editions = new HashSet<>();
    for (PeriodFigure figure : all) {
      if (Double.isNaN(figure.value())) {
        return Optional.of(WindowNumber.absent(figure.missing()));
      }
      editions.addAll(figure.editions());
    }
    return row.oneEdition() && editions.size() > 1
        ? Optional.of(WindowNumber.absent("the figures are of different editions, which cannot be compared"))
        : Optional.empty();
  }

  /** Returns the months of a period. */
  static long months(PeriodKind kind) {
    return switch (kind) {
      case MONTH -> 1;
      case QUARTER -> 3;
      default -> 12;
    };
  }
}
