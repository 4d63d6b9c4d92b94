package uk.footprints.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Converts workbooks in the strict form of Open XML, which has the elements of the usual form in other namespaces. */
final class StrictWorkbook {

  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String USUAL = "http://schemas.openxmlformats.org/";

  private StrictWorkbook() {}

  /** Returns the workbook with the namespaces of the usual form; the same bytes when it has them already. */
  static byte[] usual(byte[] bytes) throws IOException {
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      ZipArchiveEntry workbook = zip.getEntry("xl/workbook.xml");
      if (workbook == null || !text(zip, workbook).contains(STRICT)) {
        return bytes;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
      try (ZipOutputStream to = new ZipOutputStream(out)) {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
          boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
          if (xml) {
            to.putNextEntry(new ZipEntry(entry.getName()));
            to.write(usual(text(zip, entry)).getBytes(StandardCharsets.ISO_8859_1));
            to.closeEntry();
          }
        }
      }
      return out.toByteArray();
    }
  }

  private static String usual(String xml) {
    return xml.replace(STRICT + "spreadsheetml/main", USUAL + "spreadsheetml/2006/main")
        .replace(STRICT + "officeDocument/relationships", USUAL + "officeDocument/2006/relationships")
        .replace(" t=\"d\"", " t=\"str\"");
  }

  /** Decodes one byte as one character: the names searched for are the same in every encoding of workbooks. */
  private static String text(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
