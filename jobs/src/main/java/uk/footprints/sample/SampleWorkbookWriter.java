package uk.footprints.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks that are the same bytes whenever they are written. */
final class SampleWorkbookWriter {

  /** The time of writing of every part, so that the bytes are the same. */
  static final LocalDateTime ALWAYS = LocalDateTime.of(2018, 3, 2, 0, 0);

  private SampleWorkbookWriter() {}

  /** An Excel 97 workbook ({@code .xls}). */
  static byte[] old(List<SheetBuilder> sheets) {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      for (SheetBuilder sheet : sheets) {
        fill(workbook.createSheet(sheet.name()), sheet);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(HSSFSheet target, SheetBuilder sheet) {
    for (int r = 0; r < sheet.rows().size(); r++) {
      HSSFRow row = target.createRow(r);
      List<Object> cells = sheet.rows().get(r);
      for (int c = 0; c < cells.size(); c++) {
        if (cells.get(c) != null) {
          set(row.createCell(c), cells.get(c));
        }
      }
    }
  }

  private static void set(HSSFCell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof SheetBuilder.Failed) {
      cell.setCellErrorValue(FormulaError.DIV0);
    } else {
      cell.setCellValue(value.toString());
    }
  }

  /** An Excel 2007 workbook ({@code .xlsx}). */
  static byte[] modern(List<SheetBuilder> sheets) {
    try {
      Path draft = Files.createTempFile("sample", ".xlsx");
      try (Workbook workbook = new Workbook(Files.newOutputStream(draft), "Footprints", "1.0")) {
        for (SheetBuilder sheet : sheets) {
          fill(workbook.newWorksheet(sheet.name()), sheet);
        }
      }
      byte[] bytes = timeless(draft);
      Files.delete(draft);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Worksheet target, SheetBuilder sheet) {
    for (int r = 0; r < sheet.rows().size(); r++) {
      List<Object> cells = sheet.rows().get(r);
      for (int c = 0; c < cells.size(); c++) {
        Object value = cells.get(c);
        if (value instanceof Number number) {
          target.value(r, c, number);
        } else if (value != null) {
          target.value(r, c, value instanceof SheetBuilder.Failed ? "#DIV/0!" : value.toString());
        }
      }
    }
  }

  /** Returns the archive without its time of writing. */
  private static byte[] timeless(Path archive) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(archive.toFile());
        ZipOutputStream target = new ZipOutputStream(out)) {
      for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ALWAYS);
        target.putNextEntry(copy);
        byte[] part = in.getInputStream(entry).readAllBytes();
        target.write(entry.getName().equals("docProps/core.xml") ? undated(part) : part);
      }
    }
    return out.toByteArray();
  }

  private static byte[] undated(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", ALWAYS + ":00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
