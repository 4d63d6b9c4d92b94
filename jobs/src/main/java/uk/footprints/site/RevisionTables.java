package uk.footprints.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import uk.footprints.catalogue.Tables;
import uk.footprints.table.RevisionKind;
import uk.footprints.table.TableExcerpt;

/** Builds the tables of what newer vintages changed, by measure and vintage, and of the largest changes. */
final class RevisionTables {

  private static final int MOST = 200;

  private RevisionTables() {}

  /** A row of the table {@code revisions}. */
  record Revision(
      String dataset, String measure, String orgCode, LocalDate periodStart, double oldValue, double newValue,
      LocalDate newPublishedOn) {

    double change() {
      return newValue - oldValue;
    }

    /** Whether a blank became 0 or the reverse, which is no change of a figure. */
    boolean blank() {
      RevisionKind kind = RevisionKind.of(oldValue, newValue);
      return kind == RevisionKind.BLANK_TO_ZERO || kind == RevisionKind.ZERO_TO_BLANK;
    }
  }

  private static final TableExcerpt<Revision> REVISIONS = TableExcerpt.of(Tables.REVISIONS, Revision.class);

  /**
   * Changes of one measure by one vintage.
   *
   * @param dataset its id
   * @param measure its id
   * @param published the day of the newer vintage
   * @param rows the figures that changed
   */
  record Change(String dataset, String measure, LocalDate published, List<Revision> rows) {

    long blanks() {
      return rows.stream().filter(Revision::blank).count();
    }

    double sum(ToDoubleFunction<Revision> value) {
      return rows.stream().mapToDouble(value).filter(v -> !Double.isNaN(v)).sum();
    }
  }

  /** Returns changes by vintage, the newest first. */
  static List<Change> list(SiteInput input) {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (Revision row : input.rows(REVISIONS)) {
      changes
          .computeIfAbsent(
              row.newPublishedOn() + " " + row.measure(),
              k -> new Change(row.dataset(), row.measure(), row.newPublishedOn(), new ArrayList<>()))
          .rows()
          .add(row);
    }
    return changes.values().stream()
        .sorted(Comparator.comparing(Change::published).reversed().thenComparing(Change::measure))
        .toList();
  }

  static List<Exhibit> exhibits(SiteContext site) {
    SiteInput input = site.input();
    Exhibit changes =
        ExhibitBuilder.of(list(input))
            .label("Measure", c -> site.measures().words(c.measure()))
            .text("Name in the tables", Change::measure)
            .text("Publication", c -> input.catalogue().source(c.dataset()))
            .day("Published", Change::published)
            .number("Figures changed", NumberStyle.WHOLE, c -> c.rows().size() - c.blanks())
            .number("Blanks written as 0", NumberStyle.WHOLE, Change::blanks)
            .number("Sum before", NumberStyle.WHOLE, c -> c.sum(Revision::oldValue))
            .number("Sum after", NumberStyle.WHOLE, c -> c.sum(Revision::newValue))
            .table("by-vintage", "Revised figures by measure and publication",
                "Source: the publications named.", "", "");
    List<Revision> largest =
        input.rows(REVISIONS).stream()
            .filter(row -> !Double.isNaN(row.change()))
            .sorted(Comparator.comparingDouble(row -> -Math.abs(row.change())))
            .limit(MOST)
            .toList();
    Exhibit figures =
        ExhibitBuilder.of(largest)
            .label("Organisation", r -> Amount.cut(site.organisations().name(r.orgCode())))
            .text("Code", Revision::orgCode)
            .text("Measure", r -> site.measures().words(r.measure()))
            .day("Period from", Revision::periodStart)
            .number("Before", NumberStyle.WHOLE, Revision::oldValue)
            .number("After", NumberStyle.WHOLE, Revision::newValue)
            .number("Change", NumberStyle.SIGNED_WHOLE, Revision::change)
            .day("Published", Revision::newPublishedOn)
            .table("largest", "The 200 largest changes of a figure", "Source: publications that corrected earlier ones.", "", "");
    return List.of(changes, figures);
  }
}
