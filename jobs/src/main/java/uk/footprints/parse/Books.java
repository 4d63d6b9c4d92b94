package uk.footprints.parse;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Opens what a publisher put out: old and new workbooks and text, told apart by their bytes, never by their name. */
public final class Books {

  /** A sheet wider than this is no publication. */
  private static final int MOST_COLUMNS = 2_000;
  /** A workbook that unpacks to more than this is not opened. */
  private static final long MOST_BYTES = 512L << 20;
  private static final int LARGEST_CELL = 1 << 20;

  private Books() {}

  /** What these bytes are. */
  public static Book.Format format(byte[] bytes) {
    if (Texts.starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Book.Format.XLS;
    }
    if (Texts.starts(bytes, 'P', 'K', 3, 4)) {
      return Book.Format.XLSX;
    }
    if (Texts.starts(bytes, 0, 0, 0x27, 0x0A)) {
      return Book.Format.SHAPEFILE;
    }
    int first = 0;
    while (first < Math.min(bytes.length, 64) && (bytes[first] <= ' ' || bytes[first] == (byte) 0xEF
        || bytes[first] == (byte) 0xBB || bytes[first] == (byte) 0xBF)) {
      first++;
    }
    if (first < bytes.length && bytes[first] == '{') {
      return Book.Format.GEOJSON;
    }
    if (first < bytes.length && bytes[first] == '<' || Texts.starts(bytes, '%', 'P', 'D', 'F')) {
      return Book.Format.OTHER;
    }
    return Book.Format.CSV;
  }

  /**
   * Reads every sheet.
   *
   * @param bytes the file
   * @throws Unreadable when it is empty, cut off, protected, too large or of another kind
   */
  public static Book read(byte[] bytes) throws Unreadable {
    if (bytes.length == 0) {
      throw new Unreadable("the file is empty");
    }
    Book.Format format = format(bytes);
    return switch (format) {
      case XLS -> new Book(format, old(bytes));
      case XLSX -> new Book(format, open(bytes));
      case CSV -> new Book(format, List.of(text(bytes)));
      case GEOJSON, SHAPEFILE -> new Book(format, List.of());
      case OTHER -> throw new Unreadable(
          "expected a workbook or a text table, found " + (bytes[0] == '%' ? "a PDF" : "a web page or XML"));
    };
  }

  private static List<Sheet> old(byte[] bytes) throws Unreadable {
    try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
      List<Sheet> sheets = new ArrayList<>();
      for (int s = 0; s < book.getNumberOfSheets(); s++) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (org.apache.poi.ss.usermodel.Row row : book.getSheetAt(s)) {
          add(rows, row.getRowNum() + 1, cells(row));
        }
        sheets.add(new Sheet(book.getSheetName(s), rows));
      }
      return sheets;
    } catch (EncryptedDocumentException e) {
      throw new Unreadable("the workbook is protected by a password", e);
    } catch (RecordInputStream.LeftoverDataException e) {
      String record = e.getMessage().replaceFirst("^Initialisation of record ", "record ");
      throw new Unreadable("expected an .xls workbook, found one not written as Excel writes them: " + record, e);
    } catch (IOException | RuntimeException e) {
      boolean other = fileMagic(bytes) != FileMagic.OLE2;
      throw new Unreadable("expected an .xls workbook, found " + (other ? "something else" : "a damaged one"), e);
    }
  }

  private static FileMagic fileMagic(byte[] bytes) {
    return FileMagic.valueOf(bytes);
  }

  private static String[] cells(org.apache.poi.ss.usermodel.Row row) {
    int width = Math.min(MOST_COLUMNS, Math.max(0, row.getLastCellNum()));
    String[] cells = new String[width];
    for (int i = 0; i < width; i++) {
      org.apache.poi.ss.usermodel.Cell cell = row.getCell(i);
      cells[i] = cell == null ? "" : text(cell);
    }
    return cells;
  }

  private static String text(org.apache.poi.ss.usermodel.Cell cell) {
    CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    return switch (type) {
      case NUMERIC -> number(cell.getNumericCellValue());
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case ERROR -> "#ERROR";
      default -> "";
    };
  }

  private static List<Sheet> open(byte[] bytes) throws Unreadable {
    checkArchive(bytes);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<Sheet> sheets = new ArrayList<>();
      for (org.dhatim.fastexcel.reader.Sheet sheet : book.getSheets().toList()) {
        List<Sheet.Row> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
          stream.forEach(row -> add(rows, row.getRowNum(), cells(row)));
        }
        sheets.add(new Sheet(sheet.getName(), rows));
      }
      return sheets;
    } catch (IOException | RuntimeException e) {
      throw new Unreadable("expected an .xlsx workbook, found a damaged one", e);
    }
  }

  private static String[] cells(org.dhatim.fastexcel.reader.Row row) {
    int width = Math.min(MOST_COLUMNS, row.getCellCount());
    String[] cells = new String[width];
    for (int i = 0; i < width; i++) {
      cells[i] = row.getOptionalCell(i).map(Books::text).orElse("");
    }
    return cells;
  }

  private static String text(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null) {
      return "";
    }
    return switch (cell.getType()) {
      case NUMBER, FORMULA -> numeric(raw);
      case STRING -> cell.asString();
      case ERROR -> "#ERROR";
      default -> raw;
    };
  }

  private static String numeric(String raw) {
    try {
      return number(Double.parseDouble(raw));
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  /** Unpacked size and names are looked at before anything is opened: no bombs, no paths that climb. */
  private static void checkArchive(byte[] bytes) throws Unreadable {
    boolean workbook = false;
    long size = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      byte[] buffer = new byte[1 << 16];
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().contains("..") || entry.getName().startsWith("/")) {
          throw new Unreadable("the archive holds a path outside itself: " + entry.getName());
        }
        workbook |= entry.getName().equals("xl/workbook.xml");
        for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
          size += n;
          if (size > MOST_BYTES) {
            throw new Unreadable("the archive unpacks to more than %d MiB".formatted(MOST_BYTES >> 20));
          }
        }
      }
    } catch (IOException e) {
      throw new Unreadable("expected an .xlsx workbook, found an archive that is cut off or damaged", e);
    }
    if (!workbook) {
      throw new Unreadable("expected an .xlsx workbook, found an archive without one");
    }
  }

  private static Sheet text(byte[] bytes) throws Unreadable {
    for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
      if (bytes[i] == 0 && !Texts.starts(bytes, 0xFF, 0xFE) && !Texts.starts(bytes, 0xFE, 0xFF)) {
        throw new Unreadable("expected a text table, found bytes that are no text");
      }
    }
    List<Sheet.Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(LARGEST_CELL)
            .ofCsvRecord(Texts.decode(bytes))) {
      int number = 0;
      for (CsvRecord record : csv) {
        number++;
        String[] cells = new String[Math.min(MOST_COLUMNS, record.getFieldCount())];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = record.getField(i);
        }
        add(rows, number, cells);
      }
    } catch (CsvParseException e) {
      throw new Unreadable("expected a text table, found a line that cannot be split into cells", e);
    } catch (IOException | RuntimeException e) {
      throw new Unreadable("expected a text table, found something else", e);
    }
    return new Sheet("", rows);
  }

  private static void add(List<Sheet.Row> rows, int number, String[] cells) {
    Sheet.Row row = new Sheet.Row(number, cells);
    if (!row.blank()) {
      rows.add(row);
    }
  }

  /** The shortest text that reads back as the same number; whole numbers without a point. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.valueOf((long) value);
    }
    return String.valueOf(value).toUpperCase(Locale.ROOT);
  }

  /** For other readers of this room. */
  static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
