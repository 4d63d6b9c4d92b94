package uk.footprints.report;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.statistics.Interval;
import uk.footprints.table.Field;

/** Defines the columns that many reports share, and builds rows. */
public final class ReportColumns {

  /** The column of the basis. */
  public static final Field BASIS = key("basis", "as_was or as_now, as in indicators.");

  /** The columns that identify a series: indicator, geography, area and basis. */
  public static final List<Field> SERIES =
      List.of(
          key("indicator", "As in describe."),
          key("geography", "As in areas; country for England."),
          key("area_code", "As in areas."),
          text("area_name", "Name."),
          BASIS);

  /** The columns of a period. */
  public static final List<Field> PERIOD =
      List.of(
          date("period_start", "First day."),
          date("period_end", "Last day."),
          key("period_kind", "month, quarter or financial_year."));

  private ReportColumns() {}

  /** Concatenates columns: each part is a field, or a list of fields. */
  public static List<Field> of(Object... parts) {
    List<Field> all = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof List<?> some) {
        some.forEach(field -> all.add((Field) field));
      } else {
        all.add((Field) part);
      }
    }
    return List.copyOf(all);
  }

  /** Returns the cells of {@link #SERIES}. */
  public static List<Object> series(IndicatorValue a) {
    return List.of(area(a), a.basis());
  }

  /** Returns the cells of {@link #SERIES} without the basis. */
  public static List<Object> area(IndicatorValue a) {
    return List.of(a.indicator(), a.geography(), a.areaCode(), a.areaName());
  }

  /**
   * Builds a row. A period becomes start, end and kind; limits become two numbers; a list becomes its members. Not a
   * number and empty text become null.
   */
  public static Object[] row(Object... cells) {
    List<Object> row = new ArrayList<>();
    Arrays.asList(cells).forEach(cell -> add(row, cell));
    return row.toArray();
  }

  private static void add(List<Object> row, Object cell) {
    if (cell instanceof Period p) {
      row.addAll(List.of(p.start(), p.end(), p.kind().id()));
    } else if (cell instanceof Interval limits) {
      add(row, limits.lower());
      add(row, limits.upper());
    } else if (cell instanceof List<?> some) {
      some.forEach(member -> add(row, member));
    } else if (cell instanceof Integer whole) {
      row.add((long) whole);
    } else if (cell instanceof Double number) {
      row.add(Double.isFinite(number) ? number : null);
    } else {
      row.add("".equals(cell) ? null : cell);
    }
  }
}
