package uk.footprints.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import uk.footprints.format.ArtificialMarker;

/** Marks a file of the sample as made up: a text table by a last column, a workbook by a last sheet. */
final class ArtificialDataMark {

  private static final String SHEET = "xl/worksheets/artificial.xml";
  private static final String RELATION = "artificial";

  private ArtificialDataMark() {}

  /** Returns the file with the mark; everything else in it stays. */
  static SampleFile on(SampleFile file) {
    try {
      return new SampleFile(
          file.name(),
          switch (file.extension()) {
            case "xls" -> old(file.bytes());
            case "xlsx" -> modern(file.bytes());
            default -> text(file.bytes());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a cell to each line; bytes of other encodings stay as they are. */
  private static byte[] text(byte[] table) {
    StringBuilder marked = new StringBuilder();
    for (String line : new String(table, StandardCharsets.ISO_8859_1).split("(?<=\n)")) {
      String content = line.stripTrailing();
      boolean blank = content.isEmpty();
      marked.append(content).append(blank ? "" : "," + ArtificialMarker.HEADING).append(line.endsWith("\r\n") ? "\r" : "")
          .append(line.endsWith("\n") ? "\n" : "");
    }
    return marked.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] old(byte[] workbook) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(workbook))) {
      book.createSheet(ArtificialMarker.HEADING).createRow(0).createCell(0).setCellValue(note());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static String note() {
    return ArtificialMarker.HEADING + ": all figures of this workbook are made up.";
  }

  private static byte[] modern(byte[] workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream marked = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        put(marked, entry, edited(entry.getName(), in.readAllBytes()));
      }
      put(marked, new ZipEntry(SHEET), sheet());
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream archive, ZipEntry entry, byte[] part) throws IOException {
    ZipEntry copy = new ZipEntry(entry.getName());
    copy.setTimeLocal(SampleWorkbookWriter.ALWAYS);
    archive.putNextEntry(copy);
    archive.write(part);
  }

  private static byte[] edited(String name, byte[] part) {
    return switch (name) {
      case "xl/workbook.xml" -> before(part, "</sheets>",
          "<sheet name=\"" + ArtificialMarker.HEADING + "\" sheetId=\"99\" r:id=\"" + RELATION + "\"/>");
      case "xl/_rels/workbook.xml.rels" -> before(part, "</Relationships>",
          "<Relationship Id=\"" + RELATION + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
              + "relationships/worksheet\" Target=\"worksheets/artificial.xml\"/>");
      case "[Content_Types].xml" -> before(part, "</Types>",
          "<Override PartName=\"/" + SHEET + "\" ContentType=\"application/vnd.openxmlformats-officedocument."
              + "spreadsheetml.worksheet+xml\"/>");
      default -> part;
    };
  }

  private static byte[] before(byte[] part, String end, String more) {
    return new String(part, StandardCharsets.UTF_8).replace(end, more + end).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sheet() {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/"
            + "spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + note()
            + "</t></is></c></row></sheetData></worksheet>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
