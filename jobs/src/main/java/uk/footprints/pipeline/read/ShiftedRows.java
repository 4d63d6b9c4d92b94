package uk.footprints.pipeline.read;

import java.util.List;
import java.util.Optional;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.FindingCollector;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;

/**
 * Rows of a text file with more cells than its header has. In a workbook, a cell to the right of the header is a remark;
 * in a text file, a separator inside a name or a number divided a cell, and the cells after it are one column too far to
 * the right, where they would be read as other figures. RFC 4180 (section 2) asks for the same number of cells in every
 * line.
 */
final class ShiftedRows {

  private ShiftedRows() {}

  /** Returns the match without such rows. */
  static HeaderMatch leftOut(HeaderMatch match) {
    Sheet sheet = match.sheet();
    if (!isTextWithHeader(match) || sheet.rows().stream().noneMatch(row -> isShifted(match, row))) {
      return match;
    }
    List<Sheet.Row> kept = sheet.rows().stream().filter(row -> !isShifted(match, row)).toList();
    return match.on(new Sheet(sheet.name(), kept, sheet.hidden()));
  }

  /** Returns the findings about such rows, and their counts as rejected rows. */
  static SheetContent content(HeaderMatch match, String dataset, Location place) {
    if (!isTextWithHeader(match)) {
      return SheetContent.nothing(List.of(), RowAccounting.NONE);
    }
    FindingCollector findings = new FindingCollector();
    long rows = 0;
    long figures = 0;
    for (Sheet.Row row : match.sheet().rows()) {
      if (isShifted(match, row)) {
        rows++;
        figures += figures(match, row);
        findings.add(
            Finding.of(
                Kind.ROW_SHIFTED, dataset, place.row(row.number()),
                "expected at most %d cells, as in the header, found %d; no figure of the row was read",
                match.headings().size(), filled(row)));
      }
    }
    RowAccounting left = new RowAccounting(rows, 0, 0, 0, 0, rows, 0, 0, 0);
    return SheetContent.nothing(findings.list(), left.refusing(figures, figures));
  }

  private static boolean isTextWithHeader(HeaderMatch match) {
    return match.sheet().name().isEmpty() && match.headerIndex() >= 0;
  }

  private static boolean isShifted(HeaderMatch match, Sheet.Row row) {
    return row.cells().length > match.headings().size()
        && row.number() > match.sheet().rows().get(match.headerIndex()).number()
        && filled(row) > match.headings().size();
  }

  /** Returns the number of cells up to the last one with content. */
  private static int filled(Sheet.Row row) {
    int n = row.cells().length;
    while (n > 0 && row.cells()[n - 1].isBlank()) {
      n--;
    }
    return n;
  }

  /** Counts the figures that the row would have given; a row of a dataset's own table counts as one. */
  private static long figures(HeaderMatch match, Sheet.Row row) {
    long measured = 0;
    for (int i = 0; i < match.columns().size(); i++) {
      Optional<Role> role = Optional.ofNullable(match.columns().get(i)).map(LayoutColumn::role);
      measured += role.filter(r -> r == Role.MEASURE).isPresent() && !row.cell(i).isBlank() ? 1 : 0;
    }
    return Math.max(1, measured);
  }
}
