package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.TextDecoder;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;

/**
 * The header that a sheet of unknown layout probably has: the first row above most columns of numbers.
 *
 * @param sheet the sheet
 * @param index of the row in {@link Sheet#rows()}
 * @param groups rows above it with headings of groups, 0 or 1
 * @param headings with the headings of their groups; empty where a column has none
 * @param numbers how many columns have numbers
 */
record DraftHeader(Sheet sheet, int index, int groups, List<String> headings, int numbers) {

  private static final int DEEPEST = 60;
  private static final int ROWS_BELOW = 300;
  private static final double MOSTLY = 0.6;

  /** Finds the header of the sheet with most columns of numbers; hidden sheets are left out. */
  static Optional<DraftHeader> find(SourceWorkbook workbook) {
    DraftHeader best = null;
    for (Sheet sheet : workbook.sheets()) {
      Optional<DraftHeader> header = sheet.hidden() ? Optional.empty() : find(sheet);
      if (header.isPresent() && (best == null || header.get().size() > best.size())) {
        best = header.get();
      }
    }
    return Optional.ofNullable(best);
  }

  private long size() {
    return (long) numbers * Math.min(ROWS_BELOW, sheet.rows().size());
  }

  private static Optional<DraftHeader> find(Sheet sheet) {
    DraftHeader best = null;
    for (int i = 0; i < Math.min(DEEPEST, sheet.rows().size() - 1); i++) {
      List<String> headings = List.of(sheet.rows().get(i).cells());
      if (headings.stream().filter(h -> !h.isBlank()).count() < 2 || share(headings) > 1 - MOSTLY) {
        continue;
      }
      int numbers = 0;
      for (int c = 0; c < headings.size(); c++) {
        numbers += !headings.get(c).isBlank() && share(below(sheet, i, c)) >= MOSTLY ? 1 : 0;
      }
      if (numbers > 0 && (best == null || numbers > best.numbers())) {
        best = new DraftHeader(sheet, i, 0, headings, numbers);
      }
    }
    return Optional.ofNullable(best).map(DraftHeader::withGroups);
  }

  /** Adds the headings of groups where headings repeat. */
  private DraftHeader withGroups() {
    Set<String> keys = new HashSet<>();
    boolean repeated = headings.stream().filter(h -> !h.isBlank()).anyMatch(h -> !keys.add(TextDecoder.key(h)));
    if (!repeated || index == 0) {
      return this;
    }
    Sheet.Row above = sheet.rows().get(index - 1);
    List<String> grouped = new ArrayList<>();
    String group = "";
    for (int c = 0; c < headings.size(); c++) {
      String own = above.cell(c).strip();
      group = own.isEmpty() && !headings.get(c).isBlank() ? group : own;
      boolean plain = headings.get(c).isBlank() || group.isEmpty();
      grouped.add(plain ? headings.get(c) : group + " | " + headings.get(c).strip());
    }
    return new DraftHeader(sheet, index, 1, List.copyOf(grouped), numbers);
  }

  /** Returns the texts of a column below the header that are not empty. */
  List<String> values(int column) {
    return below(sheet, index, column);
  }

  /** Returns the rows below the header. */
  List<Sheet.Row> rows() {
    return sheet.rows().subList(index + 1, sheet.rows().size());
  }

  private static List<String> below(Sheet sheet, int index, int column) {
    return sheet.rows().subList(index + 1, Math.min(sheet.rows().size(), index + 1 + ROWS_BELOW)).stream()
        .map(row -> row.cell(column).strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Returns the share of texts that are numbers or marks in place of numbers, at least one of them a number. */
  static double share(List<String> texts) {
    List<String> given = texts.stream().filter(text -> !text.isBlank()).toList();
    long figures = given.stream().filter(text -> CellValue.read(text).isPresent()).count();
    boolean number = given.stream().anyMatch(DraftHeader::isNumber);
    return number ? figures / (double) given.size() : 0;
  }

  /** Returns whether a text is a number. */
  static boolean isNumber(String text) {
    return CellValue.read(text).filter(value -> value.status() == CellStatus.REPORTED).isPresent();
  }
}
