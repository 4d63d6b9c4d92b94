package uk.footprints.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** OpenDocument spreadsheets and strict workbooks give what the usual workbooks give. */
class OpenDocumentTest {

  private static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] ods(String rows) throws IOException {
    String content =
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">"
            + "<office:body><office:spreadsheet><table:table table:name=\"Beds\">" + rows
            + "</table:table></office:spreadsheet></office:body></office:document-content>";
    return zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content);
  }

  private static String number(String value, String more) {
    return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"" + more
        + "><text:p>shown</text:p></table:table-cell>";
  }

  @Test
  void cellsRowsAndDatesAreAsInAWorkbook() throws Exception {
    String rows =
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Org<text:s/>Code</text:p>"
            + "</table:table-cell><table:covered-table-cell table:number-columns-repeated=\"2\"/>"
            + number("1234.5", " table:number-columns-repeated=\"2\"")
            + "<table:table-cell table:number-columns-repeated=\"16379\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"date\""
            + " office:date-value=\"2020-06-30\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>";
    Sheet sheet = WorkbookReader.read(ods(rows)).sheets().get(0);
    assertThat(sheet.name()).isEqualTo("Beds");
    assertThat(sheet.rows()).extracting(Sheet.Row::number).containsExactly(1, 5, 6);
    assertThat(sheet.rows().get(0).cells()).containsExactly("Org Code", "", "", "1234.5", "1234.5");
    assertThat(sheet.rows().get(2).cell(0)).isEqualTo("44012");
  }

  @Test
  void whatWouldFillTheMemoryIsRefused() throws Exception {
    byte[] wide = ods("<table:table-row>" + number("1", " table:number-columns-repeated=\"9999\"") + "</table:table-row>");
    assertThatThrownBy(() -> WorkbookReader.read(wide)).isInstanceOf(UnreadableFileException.class).hasMessageContaining("columns");
    byte[] deep =
        ods("<table:table-row table:number-rows-repeated=\"99999999\">" + number("1", "") + "</table:table-row>");
    assertThatThrownBy(() -> WorkbookReader.read(deep)).isInstanceOf(UnreadableFileException.class).hasMessageContaining("rows");
    byte[] broken = ods("<table:table-row>");
    assertThatThrownBy(() -> WorkbookReader.read(broken)).isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void aStrictWorkbookIsReadAsTheUsualOne() throws Exception {
    byte[] usual =
        Files.readAllBytes(Path.of("data/sample/kh03_beds/Beds-Open-Overnight-Web_File-Q3-2020-21-sample.xlsx"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(usual));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String xml = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        String base = "http://schemas.openxmlformats.org/";
        String strict =
            xml.replace(base + "spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                    base + "officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships");
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(strict.getBytes(StandardCharsets.ISO_8859_1));
        to.closeEntry();
      }
    }
    assertThat(WorkbookReader.read(out.toByteArray()).sheets())
        .usingRecursiveComparison()
        .isEqualTo(WorkbookReader.read(usual).sheets());
  }
}
