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
 * The columns of one period: all of them, or those of a day where days stand across.
 *
 * @param day the day; null where rows or the title block tell the period
 * @param columns for each measure the place of its column, or -1
 */
record PeriodColumns(LocalDate day, int[] columns) {

  /** The period, where the headings tell it. */
  Optional<Period> period() {
    return Optional.ofNullable(day).map(Period::day);
  }

  boolean has(LocalDate other) {
    return Objects.equals(day, other);
  }

  /** The ids of the measures of a sheet, in the order of their first columns. */
  static String[] measures(HeaderMatch proof) {
    return proof.columns().stream().filter(PeriodColumns::isMeasure).map(LayoutColumn::name).distinct().toArray(String[]::new);
  }

  /** The slices of a sheet, in the order of their first columns. */
  static List<PeriodColumns> of(HeaderMatch proof, String[] measures) {
    List<String> ids = List.of(measures);
    Map<LocalDate, PeriodColumns> slices = new LinkedHashMap<>();
    for (int i = 0; i < proof.columns().size(); i++) {
      if (isMeasure(proof.columns().get(i))) {
        LocalDate day = proof.days().get(i);
        PeriodColumns slice = slices.computeIfAbsent(day, d -> new PeriodColumns(d, none(measures.length)));
        slice.columns[ids.indexOf(proof.columns().get(i).name())] = i;
      }
    }
    return new ArrayList<>(slices.values());
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
