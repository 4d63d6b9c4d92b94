package uk.footprints.report.beds;

import static uk.footprints.table.Field.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportPeriod;
import uk.footprints.report.trend.ConsecutivePeriods;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports general and acute beds of each area by quarter: available, occupied, occupancy above 85 and 92 per cent and
 * for how many quarters in a row; beds per person, and waits in A&amp;E in the same quarter.
 */
public final class BedsReport implements Report<BedsReport.Row> {

  /** Commonly used thresholds; neither is a standard for an area. */
  static final double SAFE = 85;

  static final double FULL = 92;

  private static final String OCCUPANCY = "ga_bed_occupancy";
  private static final String PER_HEAD = "ga_beds_per_1000";
  private static final String FOUR_HOURS = "ae_four_hour_type_1";
  private static final int MONTHS = 3;

  /** A row: area x quarter: general and acute beds. */
  public record Row(
      @Column(value = "As in areas; country for England.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @ReportPeriod Period period,
      @BasisColumn String basis,
      @Column(value = "General and acute beds available overnight.", unit = "average daily beds") double available,
      @Column(value = "General and acute beds occupied overnight.", unit = "average daily beds") double occupied,
      @Column(value = "Occupied over available.", unit = "%") double occupancy,
      @Column("Whether occupancy is above 85%.") Boolean over85,
      @Column(value = "For how many quarters in a row, with this one.", unit = "quarters") int quartersOver85,
      @Column("First day of the first of them.") LocalDate over85Since,
      @Column("Whether occupancy is above 92%.") Boolean over92,
      @Column(value = "For how many quarters in a row, with this one.", unit = "quarters") int quartersOver92,
      @Column("First day of the first of them.") LocalDate over92Since,
      @Column(value = "Available per 1,000 people of the area.", unit = "beds per 1,000 people") double bedsPer1000,
      @Column(value = "Type 1 attendances within four hours, the three months together.", unit = "%")
      double fourHourType1,
      @Column("Why something is absent; a quarter that cannot be compared ends a run.") String reason) {}

  /** The table {@code beds}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "beds", "area x quarter: general and acute beds",
          Row.class, "geography", "area_code", "period_start", "basis");

  @Override
  public String question() {
    return "How many beds are there, how full, and since when?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (String geography : evidence.geographies(OCCUPANCY)) {
      Map<String, NavigableMap<Period, IndicatorValue>> areas =
      evidence.byArea(OCCUPANCY, geography, PeriodKind.QUARTER);
      areas.values().forEach(answers -> area(rows, evidence, answers));
    }
    return rows;
  }

  private static void area(List<Row> rows, Evidence evidence, NavigableMap<Period, IndicatorValue> answers) {
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
              new Row(
                  a.geography(), a.areaCode(), a.areaName(), period, a.basis(), a.denominator(),
                  PublishedCounts.numerator(a),
                  a.estimate().value(), there ? (Boolean) (a.estimate().value() > SAFE) : null,
                  safe.get(period).length(), since(safe.get(period)),
                  there ? (Boolean) (a.estimate().value() > FULL) : null, full.get(period).length(),
                  since(full.get(period)), perHead, waits(evidence, a),
                  reason(a, safe.get(period))));
        });
  }

  private static String reason(IndicatorValue a, ConsecutivePeriods run) {
    return a.reason().isEmpty() || run.reason().isEmpty()
    ? a.reason() + run.reason()
    : a.reason() + "; " + run.reason();
  }

  private static LocalDate since(ConsecutivePeriods run) {
    return run.since() == null ? null : run.since().start();
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
