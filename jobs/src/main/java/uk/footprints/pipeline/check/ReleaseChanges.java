package uk.footprints.pipeline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One kind of change between two releases, as a table.
 *
 * @param name the kind of change
 * @param columns the names of the columns
 * @param rows the changes; empty when nothing changed
 */
public record ReleaseChanges(String name, List<String> columns, List<Object[]> rows) {

  private static final int SHOWN = 25;

  /** Returns a Markdown page: unusual changes in totals first, then the tables that are not empty. */
  public static String markdown(String title, List<String> anomalies, List<ReleaseChanges> all) {
    StringBuilder page = new StringBuilder("# ").append(title).append("\n\n");
    if (anomalies.isEmpty()) {
      page.append("No total changed more than its history makes likely.\n");
    } else {
      page.append("Totals that changed more than their history makes likely, which holds the release:\n\n");
      anomalies.forEach(anomaly -> page.append("- ").append(cell(anomaly)).append('\n'));
    }
    List<String> same = new ArrayList<>();
    for (ReleaseChanges each : all) {
      if (each.rows.isEmpty()) {
        same.add(each.name);
      } else {
        each.table(page);
      }
    }
    if (!same.isEmpty()) {
      page.append("\nThe same in both: ").append(String.join(", ", same)).append(".\n");
    }
    return page.toString();
  }

  private void table(StringBuilder page) {
    page.append("\n## ").append(name).append("\n\n");
    page.append("| ").append(String.join(" | ", columns)).append(" |\n");
    page.append("|").append(String.join("|", Collections.nCopies(columns.size(), "---"))).append("|\n");
    for (Object[] row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      page.append('|');
      for (Object value : row) {
        page.append(' ').append(cell(value)).append(" |");
      }
      page.append('\n');
    }
    if (rows.size() > SHOWN) {
      page.append("\nand ").append(rows.size() - SHOWN).append(" more rows.\n");
    }
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double d) {
      boolean whole = d == Math.rint(d) && Math.abs(d) < 1e15;
      return whole ? String.format(Locale.UK, "%,.0f", d) : String.format(Locale.UK, "%,.3f", d);
    }
    if (value instanceof Long n) {
      return String.format(Locale.UK, "%,d", n);
    }
    return String.valueOf(value).replace("|", "\\|").replace('\n', ' ');
  }
}
