package uk.footprints.report.trend;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.flag;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.table.Table;

/** Compares plans with outcomes: since when a target is met or missed, by how much, and where the trend leads. */
public final class Plans implements Report {

  private static final Table TABLE =
      new Table(
          "plans",
          "a target x area",
          List.of("target", "geography", "area_code", "basis"),
          ReportColumns.of(
              key("target", "Its id, as in targets.csv."),
              text("title", "The target in one sentence."),
              ReportColumns.SERIES,
              text("quantity", "count or value of the indicator."),
              text("direction", "at_most or at_least."),
              number("target_value", "The level to reach.", ""),
              number("base_count", "The count of the base year.", ""),
              date("due", "The day by which it must be met; absent for a permanent target."),
              key("period_kind", "Kind of the periods that are compared."),
              date("latest_start", "First day of the latest that can be compared."),
              number("latest", "Its figure.", ""),
              number("change_since_base_pct", "Change of the judged period from the base year's count.", "%"),
              flag("met", "Whether the target is met: on its day where that has passed, else in the latest period."),
              date("since", "First day since which it has been met, or missed, without a break."),
              whole("periods_in_a_row", "Periods in that run.", "periods"),
              whole("periods_met", "How many met the target: after the base year, and up to the day.", "periods"),
              whole("n", "How many of these can be compared.", "periods"),
              number("distance", "The judged period less the target.", ""),
              number("distance_pct", "Distance over the target.", "%"),
              number("at_due", "The figure of the period that ends on the day, where it is known.", ""),
              date("forecast_on", "Last day of the period that is forecast: due, or a year after the latest."),
              number("forecast", "The forecast.", ""),
              number("forecast_lower_95", "Lower end of its interval.", ""),
              number("forecast_upper_95", "Upper end.", ""),
              text("forecast_method", "How."),
              text("trend_reaches", "Financial year in which the robust line reaches it; or: met; not on this trend."),
              text("reason", "Why something is absent."),
              text("source", "Who set the target."),
              date("judged_on", "The last day of the period by which met, change and distance are judged.")));

  private static final int FURTHEST_YEARS = 50;

  @Override
  public String question() {
    return "What was planned, and is it on course?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    return Target.list().parallelStream()
        .flatMap(target -> evidence.findIndicator(target.indicator()).stream().flatMap(i -> of(evidence, target, i)))
        .toList();
  }

  private static Stream<Object[]> of(Evidence evidence, Target target, Indicator indicator) {
    PeriodKind kind = target.kind() == Target.Kind.LEVEL ? indicator.period() : PeriodKind.FINANCIAL_YEAR;
    List<Object[]> rows = new ArrayList<>();
    for (String geography : evidence.geographies(indicator.id())) {
      Map<String, NavigableMap<Period, IndicatorValue>> areas = evidence.byArea(indicator.id(), geography, kind);
      areas.forEach(
          (area, answers) -> {
            if (target.concerns(geography, area)) {
              rows.add(row(evidence, target, answers, kind));
            }
          });
    }
    return rows.stream();
  }

  private static Object[] row(
      Evidence evidence, Target target, NavigableMap<Period, IndicatorValue> answers, PeriodKind kind) {
    Optional<IndicatorValue> base =
        Optional.ofNullable(answers.get(Period.financialYear(target.baseYear()))).filter(IndicatorValue::comparable);
    boolean needsBase = target.kind() != Target.Kind.LEVEL;
    double level = target.level(base.map(IndicatorValue::numerator).orElse(Double.NaN));
    Optional<IndicatorValue> latest = answers.descendingMap().values().stream().filter(IndicatorValue::comparable).findFirst();
    IndicatorValue any = answers.firstEntry().getValue();
    List<Object> head = new ArrayList<>(List.of(target.id(), target.title(), ReportColumns.series(any)));
    head.add(target.count() ? "count" : "value");
    head.add(target.atMost() ? "at_most" : "at_least");
    head.add(level);
    head.add(needsBase ? base.map(IndicatorValue::numerator).orElse(null) : null);
    head.add(target.due());
    head.add(kind.id());
    if (latest.isEmpty() || needsBase && base.isEmpty()) {
      String why = latest.isEmpty() ? "no period can be compared: " + any.reason() : "the base year is incomplete";
      return ReportColumns.row(
          head, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          why, target.source(), null);
    }
    return judged(evidence, target, answers, level, base.orElse(null), latest.get(), head);
  }

  private static Object[] judged(
      Evidence evidence, Target target, NavigableMap<Period, IndicatorValue> answers, double level, IndicatorValue base,
      IndicatorValue latest, List<Object> head) {
    boolean passed = target.due() != null && !latest.period().end().isBefore(target.due());
    List<IndicatorValue> whole =
        answers.values().stream().filter(IndicatorValue::comparable).filter(a -> target.counts(a.period())).toList();
    Optional<IndicatorValue> onDay = whole.stream().filter(a -> a.period().end().equals(target.due())).findFirst();
    IndicatorValue judge = passed ? onDay.orElse(null) : latest;
    boolean met = judge != null && target.met(target.figure(judge), level);
    int good = (int) whole.stream().filter(a -> target.met(target.figure(a), level)).count();
    double figure = judge == null ? Double.NaN : target.figure(judge);
    Ahead ahead = Ahead.of(evidence, target, answers, latest, level, met);
    ConsecutivePeriods run = judge == null ? null : run(target, answers, judge, level, met, passed);
    String unknown = judge == null ? "the period that ends on %s cannot be compared".formatted(target.due()) : "";
    String reason =
        Stream.of(unknown, run == null ? "" : run.reason(), ahead.reason())
            .filter(r -> !r.isEmpty())
            .collect(Collectors.joining("; "));
    return ReportColumns.row(
        head, latest.period().start(), target.figure(latest),
        base == null ? Double.NaN : 100 * (figure / base.numerator() - 1), judge == null ? null : met,
        run == null ? null : run.since().start(), run == null ? null : run.length(), good, whole.size(),
        figure - level, 100 * (figure / level - 1), onDay.map(target::figure).orElse(null), ahead.on(),
        ahead.outlook().value(), ahead.outlook().at95(), ahead.outlook().method(), ahead.reaches(), reason,
        target.source(), judge == null ? null : judge.period().end());
  }

  /** Returns the run up to the judged period; for a target whose day has passed, in the periods that count for it. */
  private static ConsecutivePeriods run(
      Target target, NavigableMap<Period, IndicatorValue> answers, IndicatorValue judge, double level, boolean met, boolean passed) {
    NavigableMap<Period, IndicatorValue> counted = new TreeMap<>(answers);
    counted.keySet().removeIf(p -> passed && !target.counts(p));
    return ConsecutivePeriods.of(counted, a -> target.met(target.figure(a), level) == met).get(judge.period());
  }

  /** The forecast, its day, and when the line reaches the target. */
  private record Ahead(LocalDate on, SeriesForecast outlook, String reaches, String reason) {

    static Ahead of(
        Evidence evidence, Target target, NavigableMap<Period, IndicatorValue> answers, IndicatorValue latest, double level,
        boolean met) {
      TargetForecast pace = TargetForecast.of(evidence, target, answers, latest);
      LocalDate on =
          target.due() == null ? pace.end().plusDays(1).plusYears(1).minusDays(1) : target.due();
      int steps = (int) ChronoUnit.MONTHS.between(pace.end().plusDays(1), on.plusDays(1)) / pace.months();
      SeriesForecast outlook = pace.outlook(Math.max(1, steps));
      String reaches = reaches(outlook, pace, level, met);
      if (steps < 1) {
        return new Ahead(
            null, outlook.withoutValue(), met ? reaches : "", "the day has passed: no forecast");
      }
      boolean share = evidence.indicator(target.indicator()).unit().equals("%") && !target.count();
      return new Ahead(on, share ? outlook.within(0, 100) : outlook, reaches, outlook.reason());
    }

    private static String reaches(SeriesForecast outlook, TargetForecast pace, double level, boolean met) {
      double periods = outlook.until(level);
      if (met || Double.isNaN(outlook.slope())) {
        return met ? "met" : "";
      }
      if (Double.isNaN(periods)) {
        return "not on this trend";
      }
      if (periods * pace.months() > 12 * FURTHEST_YEARS) {
        return "not within " + FURTHEST_YEARS + " years on this trend";
      }
      LocalDate then = pace.end().plusMonths((long) Math.ceil(periods) * pace.months());
      return Period.financialYear(Period.point(then).financialYear()).label();
    }
  }
}
