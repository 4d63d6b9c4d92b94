package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.table.RevisionKind;
import uk.footprints.table.TableData;

/** Builds the tables of what newer vintages changed, by measure and vintage, and of the largest changes. */
final class RevisionTables {

  private static final int MOST = 200;

  private RevisionTables() {}

  /**
   * Changes of one measure by one vintage.
   *
   * @param dataset its id
   * @param measure its id
   * @param published the day of the newer vintage
   * @param rows the figures that changed
   */
  record Change(String dataset, String measure, String published, List<Object[]> rows) {}

  /** Returns changes by vintage, the newest first. */
  static List<Change> list(TableData revisions) {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (Object[] row : revisions.rows()) {
      String measure = revisions.text(row, "measure");
      String published = revisions.text(row, "new_published_on");
      changes
          .computeIfAbsent(
              published + " " + measure,
              k -> new Change(revisions.text(row, "dataset"), measure, published, new ArrayList<>()))
          .rows()
          .add(row);
    }
    return changes.values().stream()
        .sorted(Comparator.comparing(Change::published).reversed().thenComparing(Change::measure))
        .toList();
  }

  static List<Exhibit> exhibits(SiteContext site) {
    TableData revisions = site.materials().table("revisions");
    Exhibit changes =
        ExhibitBuilder.of(list(revisions))
            .label("Measure", Change::measure)
            .text("Publication", c -> site.materials().library().source(c.dataset()))
            .text("Published", Change::published)
            .number("Figures changed", NumberStyle.WHOLE, c -> c.rows().size() - blanks(revisions, c))
            .number("Blanks written as 0", NumberStyle.WHOLE, c -> blanks(revisions, c))
            .number("Sum before", NumberStyle.WHOLE, c -> sum(revisions, c, "old_value"))
            .number("Sum after", NumberStyle.WHOLE, c -> sum(revisions, c, "new_value"))
            .table("by-vintage", "By measure and vintage", "Table revisions", "", "");
    List<Object[]> largest =
        revisions.rows().stream()
            .filter(row -> !Double.isNaN(change(revisions, row)))
            .sorted(Comparator.comparingDouble(row -> -Math.abs(change(revisions, row))))
            .limit(MOST)
            .toList();
    Exhibit figures =
        ExhibitBuilder.of(largest)
            .label("Organisation", revisions.text("org_code"))
            .text("Measure", revisions.text("measure"))
            .text("Period from", revisions.text("period_start"))
            .number("Before", NumberStyle.WHOLE, revisions.number("old_value"))
            .number("After", NumberStyle.WHOLE, revisions.number("new_value"))
            .number("Change", NumberStyle.SIGNED_WHOLE, row -> change(revisions, row))
            .text("Published", revisions.text("new_published_on"))
            .table("largest", "The largest changes", "Table revisions", "", "");
    return List.of(changes, figures);
  }

  /** Counts blanks that became 0 and the reverse, which are no change of a figure. */
  private static long blanks(TableData revisions, Change change) {
    return change.rows().stream()
        .map(row -> RevisionKind.of(revisions.number(row, "old_value"), revisions.number(row, "new_value")))
        .filter(kind -> kind == RevisionKind.BLANK_TO_ZERO || kind == RevisionKind.ZERO_TO_BLANK)
        .count();
  }

  private static double change(TableData revisions, Object[] row) {
    return revisions.number(row, "new_value") - revisions.number(row, "old_value");
  }

  private static double sum(TableData revisions, Change change, String column) {
    return change.rows().stream().mapToDouble(row -> revisions.number(row, column)).filter(v -> !Double.isNaN(v)).sum();
  }
}
