package uk.footprints.report.trend;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.table.Table;

/** Compares every series with the year before. Growth is computed for counts that are complete in both years. */
public final class Trends implements Report {

  /** The table {@code trends}. */
  public static final Table TABLE =
      new Table(
          "trends",
          "indicator x area x period, compared with the period a year before",
          List.of("indicator", "geography", "area_code", "period_start", "period_end", "basis"),
          List.of(
              key("indicator", "As in describe."),
              key("geography", "As in areas."),
              key("area_code", "As in areas."),
              text("area_name", "Name."),
              date("period_start", "First day."),
              date("period_end", "Last day."),
              key("period_kind", "month, quarter or financial_year."),
              key("basis", "as_was or as_now, as in indicators."),
              number("numerator", "The sum of what was reported.", ""),
              number("value", "The indicator's value.", ""),
              number("numerator_year_before", "The numerator a year earlier.", ""),
              number("value_year_before", "The value a year earlier.", ""),
              number("growth_pct", "Growth of the numerator (counts) on the year.", "%"),
              number("change", "Change of the value on the year.", ""),
              text("reason", "Why growth is absent."),
              date("base_start", "First day of the first complete period of this kind, month or quarter of the year."),
              number("growth_since_base_pct", "Growth of the numerator (counts) since then.", "%")));

  @Override
  public String question() {
    return "How is it changing, month by month and year by year?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  /** A series at one time of the year: Aprils, first quarters, or years. */
  private record Season(String indicator, String geography, String area, PeriodKind kind, int month) {
    static Season of(IndicatorValue a) {
      Period p = a.period();
      return new Season(a.indicator(), a.geography(), a.areaCode(), p.kind(), p.start().getMonthValue());
    }
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    Map<Season, IndicatorValue> bases = bases(evidence.answers());
    List<Object[]> rows = new ArrayList<>();
    for (IndicatorValue a : evidence.answers()) {
      IndicatorValue base = bases.get(Season.of(a));
      Period p = a.period();
      IndicatorValue before = evidence.find(a.indicator(), a.geography(), a.areaCode(), p.yearBefore()).orElse(null);
      boolean counts = evidence.indicator(a.indicator()).denominator().isEmpty();
      String reason = reason(evidence, a, before);
      boolean growth = reason == null && counts && before.numerator() > 0;
      rows.add(
          ReportColumns.row(
            a.indicator(),
            a.geography(),
            a.areaCode(),
            a.areaName(),
            p,
            a.basis(),
            PublishedCounts.numerator(a),
            PublishedCounts.value(a),
            before == null ? null : (Double) PublishedCounts.numerator(before),
            before == null ? null : (Double) PublishedCounts.value(before),
            growth ? growth(before, a) : null,
            reason == null ? finite(a.estimate().value() - before.estimate().value()) : null,
            reason == null && counts && !growth ? "0 a year before: no growth from it" : reason,
            base == null ? null : base.period().start(),
            base != null && counts && a.comparable() && evidence.breakBetween(base, a).isEmpty()
                ? growth(base, a)
                : null));
    }
    return rows;
  }

  private static Double growth(IndicatorValue from, IndicatorValue to) {
    return from.numerator() > 0 ? finite(100 * (to.numerator() / from.numerator() - 1)) : null;
  }

  /** Returns a number, or null where it is not finite. */
  private static Double finite(double number) {
    return Double.isFinite(number) ? number : null;
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
    return broken.isEmpty() ? null : "not comparable: " + broken;
  }
}
