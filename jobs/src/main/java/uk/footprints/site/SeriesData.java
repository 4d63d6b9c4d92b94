package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.variation.FunnelReport;

/**
 * Writes series for the page. A series has every period from the first to the last, also those without data, so that a
 * gap in the data is a gap in the line. The page computes growth on the year where both years are complete.
 */
final class SeriesData {

  private SeriesData() {}

  /** A point of a series. */
  record Key(String indicator, String geography, String area, Period period) {
    static Key of(IndicatorValue a) {
      return new Key(a.indicator(), a.geography(), a.areaCode(), a.period());
    }

    static Key of(FunnelReport.Row row) {
      return new Key(row.indicator(), row.geography(), row.areaCode(), row.period());
    }
  }

  /**
   * Returns the series of the areas in their order: labels, values, counts, and the positions of incomplete values.
   *
   * @param answers the values of one indicator, one geography and one kind of period
   * @param counted whether growth is that of the count
   */
  static Map<String, Object> of(List<IndicatorValue> answers, List<String> codes, boolean counted) {
    NavigableSet<Period> known = new TreeSet<>();
    Map<Key, IndicatorValue> byKey = new HashMap<>();
    for (IndicatorValue a : answers) {
      known.add(a.period());
      byKey.put(Key.of(a), a);
    }
    List<Period> periods = known.isEmpty() ? List.of() : unbroken(known.first(), known.last());
    List<Object> values = new ArrayList<>();
    List<Object> counts = new ArrayList<>();
    List<Object> incomplete = new ArrayList<>();
    for (String code : codes) {
      List<Object> value = new ArrayList<>();
      List<Object> count = new ArrayList<>();
      List<Object> marked = new ArrayList<>();
      for (int i = 0; i < periods.size(); i++) {
        IndicatorValue a = answers.isEmpty() ? null : byKey.get(key(answers.get(0), code, periods.get(i)));
        value.add(a == null ? null : CompactJson.number(a.estimate().value()));
        count.add(a == null ? null : CompactJson.number(a.numerator()));
        if (a != null && !a.comparable() && !Double.isNaN(a.estimate().value())) {
          marked.add(i);
        }
      }
      values.add(value);
      counts.add(count);
      incomplete.add(marked);
    }
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("labels", periods.stream().map(Period::label).toList());
    lines.put("starts", periods.stream().map(p -> p.start().toString()).toList());
    lines.put("value", values);
    if (counted) {
      lines.put("count", counts);
    }
    lines.put("incomplete", incomplete);
    return lines;
  }

  private static Key key(IndicatorValue like, String code, Period period) {
    return new Key(like.indicator(), like.geography(), code, period);
  }

  private static List<Period> unbroken(Period first, Period last) {
    List<Period> all = new ArrayList<>();
    for (Period p = first; p.compareTo(last) <= 0; p = next(p)) {
      all.add(p);
    }
    return all;
  }

  private static Period next(Period p) {
    int months = p.kind() == PeriodKind.MONTH ? 1 : p.kind() == PeriodKind.QUARTER ? 3 : 12;
    return new Period(p.end().plusDays(1), p.end().plusDays(1).plusMonths(months).minusDays(1), p.kind());
  }
}
