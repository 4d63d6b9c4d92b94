package uk.footprints.pipeline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.TableData;

/**
 * One kind of change between two releases, as a table.
 *
 * @param data the changes; without rows when nothing changed
 */
public record ReleaseChanges(TableData data) {

  private static final int SHOWN = 25;

  /** Returns the kind of change. */
  public String name() {
    return data.table().name();
  }

  /** Returns the names of the columns. */
  public List<String> columns() {
    return data.table().fields().stream().map(Field::name).toList();
  }

  /** Returns the changes as cells. */
  public List<RowCells> rows() {
    return data.rows();
  }

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
      if (each.data.size() == 0) {
        same.add(each.name());
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
    page.append("\n## ").append(name()).append("\n\n");
    page.append("| ").append(String.join(" | ", columns())).append(" |\n");
    page.append("|").append(String.join("|", Collections.nCopies(columns().size(), "---"))).append("|\n");
    for (int i = 0; i < Math.min(SHOWN, data.size()); i++) {
      page.append('|');
      for (Object value : rows().get(i).values()) {
        page.append(' ').append(cell(value)).append(" |");
      }
      page.append('\n');
    }
    if (data.size() > SHOWN) {
      page.append("\nand ").append(data.size() - SHOWN).append(" more rows.\n");
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
