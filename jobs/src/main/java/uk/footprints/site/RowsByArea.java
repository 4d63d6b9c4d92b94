package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.footprints.report.SeriesKey;

/**
 * Indexes the rows of a table by area, because hundreds of pages look up their rows.
 *
 * @param byArea the rows by geography and code
 */
record RowsByArea<R>(Map<String, List<R>> byArea) {

  static <R> RowsByArea<R> of(List<R> rows, Function<R, String> geography, Function<R, String> code) {
    Map<String, List<R>> byArea = new HashMap<>();
    for (R row : rows) {
      byArea.computeIfAbsent(geography.apply(row) + " " + code.apply(row), k -> new ArrayList<>()).add(row);
    }
    return new RowsByArea<>(byArea);
  }

  /** Indexes rows of which each has a series. */
  static <R> RowsByArea<R> ofSeries(List<R> rows, Function<R, SeriesKey> series) {
    return of(rows, series.andThen(SeriesKey::geography), series.andThen(SeriesKey::areaCode));
  }

  List<R> of(String geography, String code) {
    return byArea.getOrDefault(geography + " " + code, List.of());
  }
}
