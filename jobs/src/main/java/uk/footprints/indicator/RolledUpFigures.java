package uk.footprints.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/**
 * The figures of an indicator in its own periods, where its measures are published for shorter ones: daily figures
 * become months or quarters by the rule of each measure. Only what was reported counts: a sum of some days is a sum of
 * those days, a mean is over the days with a figure, and both say which share of the days that is.
 */
final class RolledUpFigures {

  private static final int MONTHS_OF_QUARTER = 3;

  private final ObservationSeries figures;
  private final NavigableMap<Period, NavigableSet<Period>> present;
  private final Map<String, Map<Period, Double>> shares;

  private RolledUpFigures(
      ObservationSeries figures, NavigableMap<Period, NavigableSet<Period>> present,
      Map<String, Map<Period, Double>> shares) {
    this.figures = figures;
    this.present = present;
    this.shares = shares;
  }

  /** Rolls up the measures of an indicator; returns the figures as they are where none is of a shorter period. */
  static RolledUpFigures of(Indicator indicator, ObservationSeries figures) {
    NavigableMap<Period, NavigableSet<Period>> present = new TreeMap<>();
    for (Period period : figures.periods(indicator.dataset(), indicator.weight())) {
      if (isShorter(period, indicator.period())) {
        present.computeIfAbsent(around(period, indicator.period()), p -> new TreeSet<>()).add(period);
      }
    }
    if (present.isEmpty()) {
      return new RolledUpFigures(figures, present, Map.of());
    }
    ObservationSeries rolled = new ObservationSeries();
    if (figures.isArtificial(indicator.dataset())) {
      rolled.markArtificial(indicator.dataset());
    }
    indicator.measures().forEach(measure -> copy(indicator, figures, measure, rolled));
    Map<String, Map<Period, Double>> shares = new HashMap<>();
    TreeSet<String> organisations = new TreeSet<>();
    indicator.measures().forEach(m -> organisations.addAll(figures.of(indicator.dataset(), m).keySet()));
    for (String org : organisations) {
      present.forEach((longer, shorter) -> {
        double share = roll(indicator, figures, org, longer, shorter, rolled);
        if (share < 1) {
          shares.computeIfAbsent(org, o -> new HashMap<>()).put(longer, share);
        }
      });
    }
    return new RolledUpFigures(rolled, present, shares);
  }

  /** Returns the figures in the periods of the indicator and in longer ones. */
  ObservationSeries figures() {
    return figures;
  }

  /** Returns whether figures of a period are made of shorter ones. */
  boolean isRolledUp(Period period) {
    return present.containsKey(period);
  }

  /** Returns the days of a period for which any organisation has a figure. */
  int days(Period period) {
    return present.containsKey(period)
        ? present.get(period).stream().mapToInt(Period::days).sum()
        : period.days();
  }

  /** Returns the share of the days with figures on which an organisation has all of its own; 0 to 1. */
  double share(String org, Period period) {
    return shares.getOrDefault(org, Map.of()).getOrDefault(period, 1.0);
  }

  private static boolean isShorter(Period period, PeriodKind kind) {
    boolean nests = period.kind() == PeriodKind.DAY || period.kind() == PeriodKind.MONTH
        || period.kind() == PeriodKind.QUARTER;
    return nests && period.kind().compareTo(kind) < 0;
  }

  /** Returns the month, quarter or financial year that contains a shorter period. */
  private static Period around(Period shorter, PeriodKind kind) {
    int year = shorter.start().getYear();
    int month = shorter.start().getMonthValue();
    return switch (kind) {
      case MONTH -> Period.month(year, month);
      case QUARTER ->
          Period.quarterEnding(year, (month + MONTHS_OF_QUARTER - 1) / MONTHS_OF_QUARTER * MONTHS_OF_QUARTER);
      case FINANCIAL_YEAR -> Period.financialYear(shorter.financialYear());
      default -> throw new IllegalStateException("An indicator has no periods of kind " + kind.id());
    };
  }

  private static void copy(Indicator indicator, ObservationSeries figures, String measure, ObservationSeries rolled) {
    figures.of(indicator.dataset(), measure).forEach((org, series) -> series.forEach((period, value) -> {
      if (!isShorter(period, indicator.period())) {
        rolled.add(indicator.dataset(), measure, org, period, value);
      }
    }));
  }

  /**
   * Rolls up the figures of an organisation in one longer period. A day counts where every measure that it reports in
   * that period has a figure, so that both sides of a ratio are of the same days.
   *
   * @return the share of the days present, on which the organisation has its figures
   */
  private static double roll(
      Indicator indicator, ObservationSeries figures, String org, Period longer, NavigableSet<Period> shorter,
      ObservationSeries rolled) {
    List<String> own = new ArrayList<>();
    for (String measure : indicator.measures()) {
      boolean published = rolled.has(indicator.dataset(), measure, org, longer);
      if (!published && shorter.stream().anyMatch(p -> figures.has(indicator.dataset(), measure, org, p))) {
        own.add(measure);
      }
    }
    if (own.isEmpty()) {
      return 1;
    }
    List<Period> reported =
        shorter.stream()
            .filter(p -> own.stream().noneMatch(m -> Double.isNaN(figures.value(indicator.dataset(), m, org, p))))
            .toList();
    for (String measure : own) {
      RollUp rule = figures.rollUp(indicator.dataset(), measure);
      PeriodSeries series = figures.of(indicator.dataset(), measure).get(org);
      rolled.add(indicator.dataset(), measure, org, longer, value(rule, series, reported, shorter.last()));
    }
    double days = shorter.stream().mapToInt(Period::days).sum();
    return reported.stream().mapToInt(Period::days).sum() / days;
  }

  private static double value(
      RollUp rule, PeriodSeries series, List<Period> reported, Period last) {
    if (reported.isEmpty() || rule == RollUp.LAST && !reported.contains(last)) {
      return Double.NaN;
    }
    double days = reported.stream().mapToInt(Period::days).sum();
    return switch (rule) {
      case SUM -> reported.stream().mapToDouble(series::value).sum();
      case MEAN -> reported.stream().mapToDouble(p -> series.value(p) * p.days()).sum() / days;
      case LAST -> series.value(last);
    };
  }
}
