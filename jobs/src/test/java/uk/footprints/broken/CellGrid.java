package uk.footprints.broken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import uk.footprints.format.SourceWorkbook;

/** A book in the making: sheets of cells that a fault can change, written in the format from which they came. */
final class CellGrid {

  /** A cell that is written as a formula without a result. */
  static final String FORMULA = "=1+1";
  /** A cell that is written as an error of a workbook. */
  static final String ERROR = "#DIV/0!";
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?");

  /** A sheet. */
  static final class Page {
    String name;
    boolean hidden;
    final List<List<String>> rows = new ArrayList<>();
    final List<int[]> merged = new ArrayList<>();

    Page copy(String as) {
      Page copy = new Page();
      copy.name = as;
      rows.forEach(row -> copy.rows.add(new ArrayList<>(row)));
      return copy;
    }
  }

  final SourceWorkbook.Format format;
  final List<Page> pages = new ArrayList<>();

  private CellGrid(SourceWorkbook.Format format) {
    this.format = format;
  }

  static CellGrid of(SourceWorkbook book) {
    CellGrid grid = new CellGrid(book.format());
    book.sheets()
        .forEach(
            sheet -> {
              Page page = new Page();
              page.name = sheet.name();
              sheet.rows()
                  .forEach(
                      row -> {
                        while (page.rows.size() < row.number() - 1) {
                          page.rows.add(new ArrayList<>());
                        }
                        page.rows.add(new ArrayList<>(Arrays.asList(row.cells())));
                      });
              grid.pages.add(page);
            });
    return grid;
  }

  CellGrid copy() {
    CellGrid copy = new CellGrid(format);
    pages.forEach(page -> copy.pages.add(page.copy(page.name)));
    return copy;
  }

  byte[] bytes() {
    try {
      return switch (format) {
        case XLS -> old();
        case XLSX -> modern();
        default -> text().getBytes(StandardCharsets.UTF_8);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return pages.get(0).rows.stream()
        .map(row -> row.stream().map(CellGrid::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean marks = cell.contains(",") || cell.contains("\"") || cell.contains("\n") || cell.contains("\r");
    return marks ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private byte[] old() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      for (Page page : pages) {
        HSSFSheet sheet = book.createSheet(page.name);
        book.setSheetHidden(book.getSheetIndex(sheet), page.hidden);
        for (int r = 0; r < page.rows.size(); r++) {
          var row = sheet.createRow(r);
          for (int c = 0; c < page.rows.get(r).size(); c++) {
            if (!page.rows.get(r).get(c).isEmpty()) {
              set(row.createCell(c), page.rows.get(r).get(c));
            }
          }
        }
        page.merged.forEach(m -> sheet.addMergedRegion(new CellRangeAddress(m[0], m[1], m[2], m[3])));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void set(HSSFCell cell, String text) {
    if (text.equals(FORMULA)) {
      cell.setCellFormula("1+1");
    } else if (text.equals(ERROR)) {
      cell.setCellErrorValue(FormulaError.DIV0);
    } else if (NUMBER.matcher(text).matches()) {
      cell.setCellValue(Double.parseDouble(text));
    } else {
      cell.setCellValue(text.length() > 32_000 ? text.substring(0, 32_000) : text);
    }
  }

  private byte[] modern() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Footprints", "1.0")) {
      for (Page page : pages) {
        Worksheet sheet = book.newWorksheet(page.name);
        if (page.hidden) {
          sheet.setVisibilityState(VisibilityState.HIDDEN);
        }
        for (int r = 0; r < page.rows.size(); r++) {
          for (int c = 0; c < page.rows.get(r).size(); c++) {
            String text = page.rows.get(r).get(c);
            if (text.equals(FORMULA)) {
              sheet.formula(r, c, "1+1");
            } else if (NUMBER.matcher(text).matches()) {
              sheet.value(r, c, Double.parseDouble(text));
            } else if (!text.isEmpty()) {
              sheet.value(r, c, text.length() > 32_000 ? text.substring(0, 32_000) : text);
            }
          }
        }
        page.merged.forEach(m -> sheet.range(m[0], m[2], m[1], m[3]).merge());
      }
    }
    return out.toByteArray();
  }
}
