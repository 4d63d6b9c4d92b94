package uk.footprints.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads workbooks of Excel since 2007 ({@code .xlsx}): an archive of XML, checked before it is opened. */
final class XlsxReader {

  private static final int MOST_PARTS = 5_000;
  private static final int LONGEST_COLUMN = 3;
  /** The maximum number of cells that rows span: gaps between cells take time too. */
  private static final long MOST_SPANNED = 200_000_000;

  private XlsxReader() {}

  static SourceWorkbook read(byte[] bytes) throws UnreadableFileException {
    List<String> remarks = lookThrough(bytes);
    long spanned = 0;
    CellStringPool cells = new CellStringPool();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(StrictWorkbook.usual(bytes)))) {
      List<Sheet> sheets = new ArrayList<>();
      for (org.dhatim.fastexcel.reader.Sheet sheet : book.getSheets().toList()) {
        List<Sheet.Row> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
          for (org.dhatim.fastexcel.reader.Row row : (Iterable<org.dhatim.fastexcel.reader.Row>) stream::iterator) {
            spanned += row.getCellCount();
            if (spanned > MOST_SPANNED) {
              throw new CellStringPool.TooLarge("the sheets span more than %,d cells".formatted(MOST_SPANNED));
            }
            CellStringPool.add(rows, row.getRowNum(), texts(row, cells));
          }
        }
        sheets.add(new Sheet(sheet.getName(), rows, sheet.getVisibility() != SheetVisibility.VISIBLE));
      }
      return new SourceWorkbook(SourceWorkbook.Format.XLSX, sheets, remarks);
    } catch (CellStringPool.TooLarge e) {
      throw new UnreadableFileException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException("expected an .xlsx workbook, found a damaged one", e);
    }
  }

  private static String[] texts(org.dhatim.fastexcel.reader.Row row, CellStringPool cells) {
    String[] texts = new String[row.getCellCount()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = row.getOptionalCell(i).map(XlsxReader::text).map(cells::keep).orElse("");
    }
    return texts;
  }

  private static String text(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null) {
      return cell.getFormula() == null ? "" : CellStringPool.NOT_FOUND + cell.getFormula();
    }
    return switch (cell.getType()) {
      case NUMBER, FORMULA -> numeric(raw);
      case STRING -> cell.asString();
      case ERROR -> CellStringPool.FAILED;
      case BOOLEAN -> raw.equals("0") ? "FALSE" : "TRUE";
      default -> raw;
    };
  }

  private static String numeric(String raw) {
    try {
      return CellStringPool.number(Double.parseDouble(raw));
    } catch (NumberFormatException e) {
      return raw.startsWith("#") ? CellStringPool.FAILED : raw;
    }
  }

  /**
   * Checks names, sizes and the beginnings of XML files: no zip bombs, no paths outside the archive, no external
   * entities. Returns remarks on content that is not read.
   */
  private static List<String> lookThrough(byte[] bytes) throws UnreadableFileException {
    Set<String> remarks = new TreeSet<>();
    boolean workbook = false;
    boolean binary = false;
    long size = 0;
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > MOST_PARTS) {
        throw new UnreadableFileException("the archive holds more than %,d parts".formatted(MOST_PARTS));
      }
      byte[] buffer = new byte[1 << 16];
      for (ZipArchiveEntry entry : entries) {
        String name = entry.getName();
        ZipLimits.requireInside(name);
        workbook |= name.equals("xl/workbook.xml");
        binary |= name.equals("xl/workbook.bin");
        if (name.endsWith("vbaProject.bin")) {
          remarks.add("it holds macros, which were not run");
        } else if (name.startsWith("xl/externalLinks/")) {
          remarks.add("it refers to other workbooks, which were not opened");
        }
        size = unpack(zip, entry, buffer, size);
      }
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException("expected an .xlsx workbook, found an archive that is cut off or damaged", e);
    }
    if (!workbook) {
      String found = binary ? "a binary one (.xlsb)" : "an archive without one";
      throw new UnreadableFileException("expected an .xlsx workbook, found " + found);
    }
    return List.copyOf(remarks);
  }

  private static long unpack(ZipFile zip, ZipArchiveEntry entry, byte[] buffer, long before)
      throws IOException, UnreadableFileException {
    boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
    boolean sheet = entry.getName().startsWith("xl/worksheets/");
    long own = 0;
    References references = new References();
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        if (own == 0 && xml && declaresTypes(buffer, n)) {
          throw new UnreadableFileException(
              "its " + entry.getName() + " declares a document type, as no workbook does");
        }
        if (sheet && references.leave(buffer, n)) {
          throw new UnreadableFileException("its " + entry.getName() + " names a cell outside any sheet");
        }
        own += n;
        ZipLimits.requireRoom(before, own, entry.getCompressedSize());
      }
    }
    return before + own;
  }

  private static boolean declaresTypes(byte[] buffer, int length) {
    String start = new String(buffer, 0, Math.min(length, 4096), java.nio.charset.StandardCharsets.ISO_8859_1);
    return start.replace("\0", "").contains("<!DOCTYPE");
  }

  /** Looks for {@code r="ABCD1"}: for a column of four letters the reader would allocate half a million cells. */
  private static final class References {
    private int state;

    boolean leave(byte[] buffer, int length) {
      for (int i = 0; i < length; i++) {
        byte b = buffer[i];
        if (state == 0) {
          state = b == ' ' ? 1 : 0;
        } else if (state < LONGEST_COLUMN) {
          state = b == (state == 1 ? 'r' : '=') ? state + 1 : b == ' ' ? 1 : 0;
        } else if (state == LONGEST_COLUMN) {
          state = b == '"' ? state + 1 : 0;
        } else {
          boolean letter = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
          if (letter && state - LONGEST_COLUMN > LONGEST_COLUMN) {
            return true;
          }
          state = letter ? state + 1 : 0;
        }
      }
      return false;
    }
  }
}
