package uk.footprints.transform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;

/**
 * The columns of one period: all measure columns, or those of one day where a sheet has days across.
 *
 * @param day the day; null where rows or the title block give the period
 * @param columns for each measure the position of its column, or -1
 */
record PeriodColumns(LocalDate day, int[] columns) {

  /** Returns the period, where the headings give it. */
  Optional<Period> period() {
    return Optional.ofNullable(day).map(Period::day);
  }

  boolean has(LocalDate other) {
    return Objects.equals(day, other);
  }

  /** Returns the ids of the measures of a sheet, in the order of their first columns. */
  static String[] measures(HeaderMatch match) {
    return match.columns().stream().filter(PeriodColumns::isMeasure).map(LayoutColumn::name).distinct()
        .toArray(String[]::new);
  }

  /** Returns the column sets of a sheet, in the order of their first columns. */
  static List<PeriodColumns> of(HeaderMatch match, String[] measures) {
    List<String> ids = List.of(measures);
    Map<LocalDate, PeriodColumns> columnSets = new LinkedHashMap<>();
    for (int i = 0; i < match.columns().size(); i++) {
      if (isMeasure(match.columns().get(i))) {
        LocalDate day = match.days().get(i);
        PeriodColumns columnSet = columnSets.computeIfAbsent(day, d -> new PeriodColumns(d, none(measures.length)));
        columnSet.columns[ids.indexOf(match.columns().get(i).name())] = i;
      }
    }
    return new ArrayList<>(columnSets.values());
  }

  private static int[] none(int length) {
    int[] columns = new int[length];
    Arrays.fill(columns, -1);
    return columns;
  }

  private static boolean isMeasure(LayoutColumn column) {
    return column != null && column.role() == Role.MEASURE;
  }
}
