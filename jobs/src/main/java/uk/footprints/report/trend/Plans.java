package uk.footprints.report.trend;

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
import uk.footprints.report.ReportHead;
import uk.footprints.report.SeriesKey;
import uk.footprints.statistics.Interval;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Compares plans with outcomes: since when a target is met or missed, by how much, and where the trend leads. */
public final class Plans implements Report<Plans.Row> {

  /** What is to be reached, where and by when. */
  public record Goal(
      @Column(value = "Its id, as in targets.csv.", required = true) String target,
      @Column("The target in one sentence.") String title,
      SeriesKey series,
      @Column("count or value of the indicator.") String quantity,
      @Column("at_most or at_least.") String direction,
      @Column("The level to reach.") double targetValue,
      @Column("The count of the base year.") double baseCount,
      @Column("The day by which it must be met; absent for a permanent target.") LocalDate due,
      @Column(value = "Kind of the periods that are compared.", required = true) PeriodKind periodKind) {}

  /** How the figures compare with the goal. */
  public record Outcome(
      @Column("First day of the latest that can be compared.") LocalDate latestStart,
      @Column("Its figure.") double latest,
      @Column(value = "Change of the judged period from the base year's count.", unit = "%") double changeSinceBasePct,
      @Column("Whether the target is met: on its day where that has passed, else in the latest period.") Boolean met,
      @Column("First day since which it has been met, or missed, without a break.") LocalDate since,
      @Column(value = "Periods in that run.", unit = "periods") Integer periodsInARow,
      @Column(value = "How many met the target: after the base year, and up to the day.", unit = "periods")
      Integer periodsMet,
      @Column(value = "How many of these can be compared.", unit = "periods") Integer n,
      @Column("The judged period less the target.") double distance,
      @Column(value = "Distance over the target.", unit = "%") double distancePct,
      @Column("The figure of the period that ends on the day, where it is known.") double atDue) {

    private static final Outcome NONE =
        new Outcome(
            null, Double.NaN, Double.NaN, null, null, null, null, null, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Where the trend leads. */
  public record Forecast(
      @Column("Last day of the period that is forecast: due, or a year after the latest.") LocalDate forecastOn,
      @Column("The forecast.") double forecast,
      @Column(name = "forecast_lower_95", value = "Lower end of its interval.")
      @Column(name = "forecast_upper_95", value = "Upper end.")
      Interval forecastAt95,
      @Column("How.") String forecastMethod,
      @Column("Financial year in which the robust line reaches it; or: met; not on this trend.") String trendReaches) {

    private static final Forecast NONE = new Forecast(null, Double.NaN, Interval.NONE, "", "");
  }

  /** A row: a target x area. */
  public record Row(
      Goal goal,
      Outcome outcome,
      Forecast forecast,
      @Column("Why something is absent.") String reason,
      @Column("Who set the target.") String source,
      @Column("The last day of the period by which met, change and distance are judged.") LocalDate judgedOn) {}

  /** The table {@code plans}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of("plans", "a target x area", Row.class, "target", "geography", "area_code", "basis");

  private static final int FURTHEST_YEARS = 50;

  private static final ReportHead<Row> HEAD = ReportHead.of(TABLE, "What was planned, and is it on course?");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    return evidence.targets().stream()
        .flatMap(target -> evidence.findIndicator(target.indicator()).stream().flatMap(i -> of(evidence, target, i)))
        .toList();
  }

  private static Stream<Row> of(Evidence evidence, Target target, Indicator indicator) {
    PeriodKind kind = target.kind() == Target.Kind.LEVEL ? indicator.period() : PeriodKind.FINANCIAL_YEAR;
    List<Row> rows = new ArrayList<>();
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

  private static Row row(
      Evidence evidence, Target target, NavigableMap<Period, IndicatorValue> answers, PeriodKind kind) {
    Optional<IndicatorValue> base =
        Optional.ofNullable(answers.get(Period.financialYear(target.baseYear()))).filter(IndicatorValue::comparable);
    boolean needsBase = target.kind() != Target.Kind.LEVEL;
    double level = target.level(base.map(IndicatorValue::numerator).orElse(Double.NaN));
    Optional<IndicatorValue> latest =
        answers.descendingMap().values().stream().filter(IndicatorValue::comparable).findFirst();
    IndicatorValue any = answers.firstEntry().getValue();
    Goal goal =
        new Goal(
            target.id(), target.title(), SeriesKey.of(any), target.count() ? "count" : "value",
            target.atMost() ? "at_most" : "at_least", level,
            needsBase ? base.map(IndicatorValue::numerator).orElse(Double.NaN) : Double.NaN, target.due(), kind);
    if (latest.isEmpty() || needsBase && base.isEmpty()) {
      String why = latest.isEmpty() ? "no period can be compared: " + any.reason() : "the base year is incomplete";
      return new Row(goal, Outcome.NONE, Forecast.NONE, why, target.source(), null);
    }
    return judged(evidence, target, answers, goal, base.orElse(null), latest.get());
  }

  private static Row judged(
      Evidence evidence, Target target, NavigableMap<Period, IndicatorValue> answers, Goal goal, IndicatorValue base,
      IndicatorValue latest) {
    double level = goal.targetValue();
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
    Outcome outcome =
        new Outcome(
            latest.period().start(), target.figure(latest),
            base == null ? Double.NaN : 100 * (figure / base.numerator() - 1), judge == null ? null : (Boolean) met,
            run == null ? null : run.since().start(),
            run == null ? null : (Integer) run.length(), good, whole.size(), figure - level,
            100 * (figure / level - 1), onDay.map(target::figure).orElse(Double.NaN));
    Forecast forecast =
        new Forecast(
            ahead.on(), ahead.outlook().value(), ahead.outlook().at95(), ahead.outlook().method(), ahead.reaches());
    return new Row(goal, outcome, forecast, reason, target.source(), judge == null ? null : judge.period().end());
  }

  /** Returns the run up to the judged period; for a target whose day has passed, in the periods that count for it. */
  private static ConsecutivePeriods run(
      Target target, NavigableMap<Period, IndicatorValue> answers, IndicatorValue judge, double level, boolean met,
      boolean passed) {
    NavigableMap<Period, IndicatorValue> counted = new TreeMap<>(answers);
    counted.keySet().removeIf(p -> passed && !target.counts(p));
    return ConsecutivePeriods.of(counted, a -> target.met(target.figure(a), level) == met).get(judge.period());
  }

  /** The forecast, its day, and when the line reaches the target. */
  private record Ahead(LocalDate on, SeriesForecast outlook, String reaches, String reason) {

    static Ahead of(
        Evidence evidence, Target target, NavigableMap<Period, IndicatorValue> answers, IndicatorValue latest,
        double level, boolean met) {
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
