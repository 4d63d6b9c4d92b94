package uk.footprints.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.period.DateOrder;

/**
 * The order of day and month in the dates of a file, which all date columns of all its sheets decide together.
 *
 * @param order the order
 * @param dayFirst number of dates that can only have the day first
 * @param monthFirst number of dates that can only have the month first
 * @param dayRows the first few rows with the day first
 * @param monthRows the first few rows with the month first
 */
public record FileDates(
    DateOrder order, long dayFirst, long monthFirst, List<Location> dayRows, List<Location> monthRows) {

  private static final int MOST_NAMED = 10;

  /** Decides the order of a file from its matched sheets. */
  public static FileDates of(List<HeaderMatch> matches, Location file) {
    List<Location> dayFirst = new ArrayList<>();
    List<Location> monthFirst = new ArrayList<>();
    long[] counts = new long[2];
    for (HeaderMatch match : matches) {
      Location sheet = file.sheet(match.sheet().name());
      for (int i = 0; i < match.columns().size(); i++) {
        if (isDate(match.columns().get(i))) {
          for (Sheet.Row row : match.rows()) {
            Optional<DateOrder> proved = DateOrder.provedBy(row.cell(i));
            if (proved.isPresent()) {
              boolean day = proved.get() == DateOrder.DAY_FIRST;
              List<Location> rows = day ? dayFirst : monthFirst;
              counts[day ? 0 : 1]++;
              if (rows.size() < MOST_NAMED) {
                rows.add(sheet.row(row.number()));
              }
            }
          }
        }
      }
    }
    return new FileDates(
        DateOrder.of(counts[0], counts[1]), counts[0], counts[1], List.copyOf(dayFirst), List.copyOf(monthFirst));
  }

  private static boolean isDate(LayoutColumn column) {
    return column != null && (column.role() == LayoutColumn.Role.DATE || column.role() == LayoutColumn.Role.PERIOD);
  }

  /** Returns the first row of the rarer order. */
  public Location firstRarerRow() {
    return rarer().get(0);
  }

  /** Returns the rows of the rarer order, for a message: {@code rows 3, 17 and 5 others}. */
  public String rarerRows() {
    List<Location> rows = rarer();
    boolean several = Stream.concat(dayRows.stream(), monthRows.stream()).map(Location::sheet).distinct().count() > 1;
    long more = Math.min(dayFirst, monthFirst) - rows.size();
    String first =
        rows.stream().map(row -> row.row() + (several ? " of " + row.sheet() : "")).collect(Collectors.joining(", "));
    return (rows.size() + more == 1 ? "row " : "rows ") + first
        + (more > 0 ? " and " + more + (more == 1 ? " other" : " others") : "");
  }

  private List<Location> rarer() {
    return monthFirst <= dayFirst ? monthRows : dayRows;
  }
}
