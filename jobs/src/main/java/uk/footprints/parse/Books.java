package uk.footprints.parse;

import java.util.List;

/** Opens what a publisher put out: old and new workbooks and text, told apart by their bytes, never by their name. */
public final class Books {

  /** A file larger than this is not opened. */
  public static final long LARGEST = 192L << 20;

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
      case XLS -> OldWorkbook.read(bytes);
      case XLSX -> NewWorkbook.read(bytes);
      case CSV -> TextTable.read(bytes);
      case GEOJSON, SHAPEFILE -> new Book(format, List.of(), List.of());
      case OTHER -> throw new Unreadable(
          "expected a workbook or a text table, found " + (bytes[0] == '%' ? "a PDF" : "a web page or XML"));
    };
  }
}
