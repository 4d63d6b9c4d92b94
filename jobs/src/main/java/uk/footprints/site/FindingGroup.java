package uk.footprints.site;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.catalogue.Tables;
import uk.footprints.finding.Severity;
import uk.footprints.table.TableExcerpt;

/**
 * The findings of one kind.
 *
 * @param severity how it affected the run
 * @param kind a stable word
 * @param count how many
 * @param example the first of them, with its location
 * @param next what to do about it
 */
public record FindingGroup(Severity severity, String kind, long count, String example, String next) {

  private static final int EXAMPLE = 260;

  private record FindingRow(String kind, Severity severity, String file, String message, String next) {}

  private static final TableExcerpt<FindingRow> FINDINGS = TableExcerpt.of(Tables.FINDINGS, FindingRow.class);

  /** Groups the rows of the table {@code findings} by kind, the gravest first. */
  static List<FindingGroup> list(SiteInput input) {
    Map<String, FindingGroup> kinds = new LinkedHashMap<>();
    for (FindingRow row : input.rows(FINDINGS)) {
      String example = row.file().isEmpty() ? row.message() : row.file() + ": " + row.message();
      FindingGroup one = new FindingGroup(row.severity(), row.kind(), 1, Amount.cut(example, EXAMPLE), row.next());
      kinds.merge(
          row.severity().id() + one.kind(), one, (a, b) -> new FindingGroup(a.severity, a.kind, a.count + 1, a.example, a.next));
    }
    return kinds.values().stream()
        .sorted(Comparator.comparing(FindingGroup::severity).reversed().thenComparing(o -> -o.count()))
        .toList();
  }

  /** Returns the kind in words. */
  public String words() {
    return kind.replace('_', ' ');
  }

  /** Returns the severity in words. */
  public String severityWords() {
    return severity.id().replace('_', ' ');
  }

  /** Returns the count with commas. */
  public String shown() {
    return Amount.whole(count);
  }
}
