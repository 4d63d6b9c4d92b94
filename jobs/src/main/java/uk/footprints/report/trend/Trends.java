package uk.footprints.report.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.ReportPeriod;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Compares every series with the year before. Growth is computed for counts that are complete in both years. */
public final class Trends implements Report<Trends.Row> {

  /** A row: indicator x area x period, compared with the period a year before. */
  public record Row(
      @Column(value = "As in describe.", required = true) String indicator,
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @ReportPeriod Period period,
      @BasisColumn String basis,
      @Column("The sum of what was reported.") double numerator,
      @Column("The indicator's value.") double value,
      @Column("The numerator a year earlier.") double numeratorYearBefore,
      @Column("The value a year earlier.") double valueYearBefore,
      @Column(value = "Growth of the numerator (counts) on the year.", unit = "%") double growthPct,
      @Column("Change of the value on the year.") double change,
      @Column("Why growth is absent, or which change of recording it crosses.") String reason,
      @Column("First day of the first complete period of this kind, month or quarter of the year.") LocalDate baseStart,
      @Column(value = "Growth of the numerator (counts) since then.", unit = "%") double growthSinceBasePct) {}

  /** The table {@code trends}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "trends", "indicator x area x period, compared with the period a year before",
          Row.class, "indicator", "geography", "area_code", "period_start", "period_end", "basis");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "How is it changing, month by month and year by year?");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  /** A series at one time of the year: Aprils, first quarters, or years. */
  private record Season(String indicator, String geography, String area, PeriodKind kind, int month) {
    static Season of(IndicatorValue a) {
      Period p = a.period();
      return new Season(a.indicator(), a.geography(), a.areaCode(), p.kind(), p.start().getMonthValue());
    }
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    Map<Season, IndicatorValue> bases = bases(evidence.answers());
    List<Row> rows = new ArrayList<>();
    for (IndicatorValue a : evidence.answers()) {
      IndicatorValue base = bases.get(Season.of(a));
      Period p = a.period();
      IndicatorValue before = evidence.find(a.indicator(), a.geography(), a.areaCode(), p.yearBefore()).orElse(null);
      boolean counts = evidence.indicator(a.indicator()).denominator().isEmpty();
      String reason = reason(evidence, a, before);
      boolean growth = reason.isEmpty() && counts && before.numerator() > 0;
      rows.add(
          new Row(
              a.indicator(), a.geography(), a.areaCode(), a.areaName(), p, a.basis(), PublishedCounts.numerator(a),
              PublishedCounts.value(a), before == null ? Double.NaN : PublishedCounts.numerator(before),
              before == null ? Double.NaN : PublishedCounts.value(before),
              growth ? growth(before, a) : Double.NaN,
              reason.isEmpty() ? a.estimate().value() - before.estimate().value() : Double.NaN,
              reason.isEmpty() ? caveats(evidence, a, before, base, counts && !growth) : reason,
              base == null ? null : base.period().start(),
              base != null && counts && a.comparable() && evidence.breakBetween(base, a).isEmpty()
                  ? growth(base, a)
                  : Double.NaN));
    }
    return rows;
  }

  /** Names what a reader of growth must know: nothing to grow from, and changes of recording since either base. */
  private static String caveats(
      Evidence evidence, IndicatorValue a, IndicatorValue before, IndicatorValue base, boolean none) {
    String onYear = evidence.recordingBreaks(a.indicator(), a.geography(), before.period(), a.period());
    String sinceBase =
        base == null || !onYear.isEmpty()
            ? "" : evidence.recordingBreaks(a.indicator(), a.geography(), base.period(), a.period());
    return Stream.of(
            none ? "0 a year before: no growth from it" : days(evidence, a, before), onYear,
            sinceBase.isEmpty() ? "" : "growth since the base " + sinceBase)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Names the leap day of a count of events: a month of 29 days has 3.6% more than one of 28 without any growth. */
  private static String days(Evidence evidence, IndicatorValue a, IndicatorValue before) {
    int now = a.period().days();
    int then = before.period().days();
    boolean matters = evidence.indicator(a.indicator()).countsEvents() && a.period().kind() != PeriodKind.FINANCIAL_YEAR;
    return matters && now != then ? "%d days, %d a year before".formatted(now, then) : "";
  }

  private static double growth(IndicatorValue from, IndicatorValue to) {
    return from.numerator() > 0 ? 100 * (to.numerator() / from.numerator() - 1) : Double.NaN;
  }

  /** Returns the first complete value of each series and time of the year. */
  private static Map<Season, IndicatorValue> bases(List<IndicatorValue> answers) {
    Map<Season, IndicatorValue> bases = new HashMap<>();
    for (IndicatorValue a : answers) {
      if (a.comparable()) {
        bases.merge(Season.of(a), a, (x, y) -> x.period().compareTo(y.period()) <= 0 ? x : y);
      }
    }
    return bases;
  }

  /** Explains why growth is absent; empty where it is not. */
  private static String reason(Evidence evidence, IndicatorValue a, IndicatorValue before) {
    if (before == null) {
      return "nothing a year before";
    }
    if (a.status().equals(IndicatorValue.UNASSIGNED)) {
      return "belongs to no area";
    }
    if (!a.comparable()) {
      return "incomplete: " + a.reason();
    }
    if (!before.comparable()) {
      return "incomplete a year before: " + before.reason();
    }
    String broken = evidence.breakBetween(before, a);
    return broken.isEmpty() ? "" : "not comparable: " + broken;
  }
}
