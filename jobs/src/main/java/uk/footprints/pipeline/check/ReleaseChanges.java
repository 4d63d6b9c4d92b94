package uk.footprints.pipeline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What changed in one respect, as a table.
 *
 * @param name in what respect
 * @param columns their names
 * @param rows none when nothing changed
 */
public record ReleaseChanges(String name, List<String> columns, List<Object[]> rows) {

  private static final int SHOWN = 25;

  /** One page of Markdown: what jumps first, then the tables that are not empty. */
  public static String markdown(String title, List<String> jumps, List<ReleaseChanges> all) {
    StringBuilder page = new StringBuilder("# ").append(title).append("\n\n");
    if (jumps.isEmpty()) {
      page.append("Nothing jumps further than history makes likely.\n");
    } else {
      page.append("What jumps further than history makes likely, and holds the release:\n\n");
      jumps.forEach(jump -> page.append("- ").append(cell(jump)).append('\n'));
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
