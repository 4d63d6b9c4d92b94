package uk.footprints.format;

import java.util.List;

/** Reads source files: old and new workbooks and text tables, recognised by their bytes, not by their name. */
public final class WorkbookReader {

  /** The size of the largest file that is read. */
  public static final long LARGEST = 192L << 20;

  private WorkbookReader() {}

  /** Returns the format of these bytes. */
  public static SourceWorkbook.Format format(byte[] bytes) {
    if (TextDecoder.starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      return SourceWorkbook.Format.XLS;
    }
    if (TextDecoder.starts(bytes, 'P', 'K', 3, 4)) {
      return SourceWorkbook.Format.XLSX;
    }
    if (TextDecoder.starts(bytes, 0, 0, 0x27, 0x0A)) {
      return SourceWorkbook.Format.SHAPEFILE;
    }
    int first = 0;
    while (first < Math.min(bytes.length, 64) && (bytes[first] <= ' ' || bytes[first] == (byte) 0xEF
        || bytes[first] == (byte) 0xBB || bytes[first] == (byte) 0xBF)) {
      first++;
    }
    if (first < bytes.length && bytes[first] == '{') {
      return SourceWorkbook.Format.GEOJSON;
    }
    if (first < bytes.length && bytes[first] == '<' || TextDecoder.starts(bytes, '%', 'P', 'D', 'F')) {
      return SourceWorkbook.Format.OTHER;
    }
    return SourceWorkbook.Format.CSV;
  }

  /**
   * Reads every sheet.
   *
   * @param bytes the file
   * @throws UnreadableFileException when it is empty, cut off, protected, too large or of another kind
   */
  public static SourceWorkbook read(byte[] bytes) throws UnreadableFileException {
    if (bytes.length == 0) {
      throw new UnreadableFileException("the file is empty");
    }
    SourceWorkbook.Format format = format(bytes);
    return switch (format) {
      case XLS -> XlsReader.read(bytes);
      case XLSX, ODS -> OpenDocument.is(bytes) ? OpenDocument.read(bytes) : XlsxReader.read(bytes);
      case CSV -> CsvSheetReader.read(bytes);
      case GEOJSON, SHAPEFILE -> new SourceWorkbook(format, List.of(), List.of());
      case OTHER -> throw new UnreadableFileException(
          "expected a workbook or a text table, found " + (bytes[0] == '%' ? "a PDF" : "a web page or XML"));
    };
  }
}
