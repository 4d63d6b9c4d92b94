package uk.footprints.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.variation.FunnelReport;
import uk.footprints.site.SeriesData.Key;
import uk.footprints.statistics.Significance;

/**
 * An indicator's areas in one period: one array for each column, in the order of the geography's areas.
 *
 * @param funnels the rows of the table {@code variation}, by indicator, geography, area and period
 * @param reasons texts that recur
 */
record PeriodSnapshot(Map<Key, FunnelReport.Row> funnels, CompactJson.Texts reasons) {

  private static final List<ToDoubleFunction<FunnelReport.Row>> FUNNEL =
      List.of(
          row -> row.funnelAt998().lower(), row -> row.funnelAt95().lower(), row -> row.funnelAt95().upper(),
          row -> row.funnelAt998().upper());
  private static final List<ToDoubleFunction<FunnelReport.Row>> WIDE =
      List.of(
          row -> row.odAt998().lower(), row -> row.odAt95().lower(), row -> row.odAt95().upper(),
          row -> row.odAt998().upper());
  private static final List<String> CLASSES = Arrays.stream(Significance.values()).map(Significance::label).toList();

  /** Returns the data of the values of one indicator, geography and period. */
  Map<String, Object> of(List<IndicatorValue> answers, List<String> codes) {
    Map<String, IndicatorValue> byCode =
        answers.stream().collect(Collectors.toMap(IndicatorValue::areaCode, a -> a, (a, b) -> a));
    List<IndicatorValue> rows = new ArrayList<>();
    codes.forEach(code -> rows.add(byCode.get(code)));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("label", answers.get(0).period().label());
    data.put("start", answers.get(0).period().start().toString());
    data.put("kind", answers.get(0).period().kind().id());
    data.put("numerator", column(rows, a -> CompactJson.number(a.numerator())));
    data.put("denominator", column(rows, a -> CompactJson.number(a.denominator())));
    data.put("value", column(rows, a -> CompactJson.number(a.estimate().value())));
    data.put("lower", column(rows, a -> CompactJson.number(a.estimate().lower95())));
    data.put("upper", column(rows, a -> CompactJson.number(a.estimate().upper95())));
    data.put("rank", column(rows, a -> a.rank() == 0 ? null : a.rank()));
    data.put("completeness", column(rows, a -> CompactJson.rounded(a.completeness(), 3)));
    data.put("comparable", column(rows, a -> a.comparable() ? 1 : 0));
    data.put("reason", column(rows, a -> reasons.place(a.reason())));
    data.put("funnel", FUNNEL.stream().map(limit -> column(rows, a -> limit(a, limit))).toList());
    data.put("class", column(rows, a -> funnelClass(a, FunnelReport.Row::funnelClass)));
    data.put("wide", WIDE.stream().map(limit -> column(rows, a -> limit(a, limit))).toList());
    data.put("wideClass", column(rows, a -> funnelClass(a, FunnelReport.Row::odClass)));
    rows.stream()
        .filter(a -> a != null && funnels.containsKey(Key.of(a)))
        .findFirst()
        .ifPresent(a -> data.put("country", limit(a, FunnelReport.Row::countryValue)));
    IndicatorValue unassigned = byCode.get(IndicatorValue.UNASSIGNED);
    if (unassigned != null) {
      data.put("unassigned", Arrays.asList(unassigned.numerator(), reasons.place(unassigned.reason())));
    }
    return data;
  }

  private static List<Object> column(List<IndicatorValue> rows, Function<IndicatorValue, Object> cell) {
    List<Object> column = new ArrayList<>();
    rows.forEach(answer -> column.add(answer == null ? null : cell.apply(answer)));
    return column;
  }

  private Object limit(IndicatorValue answer, ToDoubleFunction<FunnelReport.Row> limit) {
    FunnelReport.Row row = funnels.get(Key.of(answer));
    return row == null ? null : CompactJson.drawn(limit.applyAsDouble(row));
  }

  private Object funnelClass(IndicatorValue answer, Function<FunnelReport.Row, String> label) {
    FunnelReport.Row row = funnels.get(Key.of(answer));
    return row == null ? null : CLASSES.indexOf(label.apply(row));
  }
}
