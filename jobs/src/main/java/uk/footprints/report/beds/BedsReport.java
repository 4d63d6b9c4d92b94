package uk.footprints.report.beds;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.flag;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.report.trend.ConsecutivePeriods;
import uk.footprints.table.Table;

/**
 * Reports general and acute beds of each area by quarter: available, occupied, occupancy above 85 and 92 per cent and
 * for how many quarters in a row; beds per person, and waits in A&amp;E in the same quarter.
 */
public final class BedsReport implements Report {

  /** Commonly used thresholds; neither is a standard for an area. */
  static final double SAFE = 85;

  static final double FULL = 92;

  private static final String OCCUPANCY = "ga_bed_occupancy";
  private static final String PER_HEAD = "ga_beds_per_1000";
  private static final String FOUR_HOURS = "ae_four_hour_type_1";
  private static final int MONTHS = 3;

  private static final Table TABLE =
      new Table(
          "beds",
          "area x quarter: general and acute beds",
          List.of("geography", "area_code", "period_start", "basis"),
          ReportColumns.of(
              key("geography", "As in areas; country for England."),
              key("area_code", "As in areas."),
              text("area_name", "Name."),
              ReportColumns.PERIOD,
              ReportColumns.BASIS,
              number("available", "General and acute beds available overnight.", "average daily beds"),
              number("occupied", "General and acute beds occupied overnight.", "average daily beds"),
              number("occupancy", "Occupied over available.", "%"),
              flag("over_85", "Whether occupancy is above 85%."),
              whole("quarters_over_85", "For how many quarters in a row, with this one.", "quarters"),
              date("over_85_since", "First day of the first of them."),
              flag("over_92", "Whether occupancy is above 92%."),
              whole("quarters_over_92", "For how many quarters in a row, with this one.", "quarters"),
              date("over_92_since", "First day of the first of them."),
              number("beds_per_1000", "Available per 1,000 people of the area.", "beds per 1,000 people"),
              number("four_hour_type_1", "Type 1 attendances within four hours, the three months together.", "%"),
              text("reason", "Why something is absent; a quarter that cannot be compared ends a run.")));

  @Override
  public String question() {
    return "How many beds are there, how full, and since when?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
    for (String geography : evidence.geographies(OCCUPANCY)) {
      Map<String, NavigableMap<Period, IndicatorValue>> areas =
      evidence.byArea(OCCUPANCY, geography, PeriodKind.QUARTER);
      areas.values().forEach(answers -> area(rows, evidence, answers));
    }
    return rows;
  }

  private static void area(List<Object[]> rows, Evidence evidence, NavigableMap<Period, IndicatorValue> answers) {
    NavigableMap<Period, ConsecutivePeriods> safe = ConsecutivePeriods.of(answers, a -> a.estimate().value() > SAFE);
    NavigableMap<Period, ConsecutivePeriods> full = ConsecutivePeriods.of(answers, a -> a.estimate().value() > FULL);
    answers.forEach(
        (period, a) -> {
          boolean there = a.comparable();
          double perHead =
              evidence
                  .find(PER_HEAD, a.geography(), a.areaCode(), period)
                  .map(b -> b.estimate().value())
                  .orElse(Double.NaN);
          rows.add(
              ReportColumns.row(
                  a.geography(), a.areaCode(), a.areaName(), period, a.basis(), a.denominator(),
                  PublishedCounts.numerator(a),
                  a.estimate().value(), there ? a.estimate().value() > SAFE : null, run(safe.get(period)),
                  there ? a.estimate().value() > FULL : null, run(full.get(period)), perHead, waits(evidence, a),
                  reason(a, safe.get(period))));
        });
  }

  private static String reason(IndicatorValue a, ConsecutivePeriods run) {
    return a.reason().isEmpty() || run.reason().isEmpty()
    ? a.reason() + run.reason()
    : a.reason() + "; " + run.reason();
  }

  private static List<Object> run(ConsecutivePeriods run) {
    List<Object> cells = new ArrayList<>();
    cells.add(run.length());
    cells.add(run.since() == null ? null : run.since().start());
    return cells;
  }

  /** Returns the share within four hours in a quarter; not a number unless all its months are complete. */
  static double waits(Evidence evidence, IndicatorValue quarter) {
    double within = 0;
    double all = 0;
    for (int i = 0; i < MONTHS; i++) {
      var start = quarter.period().start().plusMonths(i);
      Optional<IndicatorValue> month =
          evidence
              .find(FOUR_HOURS, quarter.geography(), quarter.areaCode(),
                  Period.month(start.getYear(), start.getMonthValue()))
              .filter(IndicatorValue::comparable);
      within += month.map(IndicatorValue::numerator).orElse(Double.NaN);
      all += month.map(IndicatorValue::denominator).orElse(Double.NaN);
    }
    return 100 * within / all;
  }
}
