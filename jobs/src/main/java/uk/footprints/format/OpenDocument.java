package uk.footprints.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads OpenDocument spreadsheets ({@code .ods}): the sheets of {@code content.xml}, as a stream. */
final class OpenDocument {

  private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final int LONGEST_TYPE = 200;
  private static final int LARGEST_MANIFEST = 1 << 20;

  private OpenDocument() {}

  /** Returns whether an archive declares itself to be such a spreadsheet. */
  static boolean is(byte[] bytes) {
    try (ZipFile zip = open(bytes)) {
      ZipArchiveEntry type = zip.getEntry("mimetype");
      return type != null && text(zip, type, LONGEST_TYPE).strip().startsWith(TYPE);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  static SourceWorkbook read(byte[] bytes) throws UnreadableFileException {
    try (ZipFile zip = open(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        ZipLimits.requireInside(entry.getName());
      }
      ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
      if (manifest != null && text(zip, manifest, LARGEST_MANIFEST).contains("encryption-data")) {
        throw new UnreadableFileException("the spreadsheet is protected by a password");
      }
      ZipArchiveEntry content = zip.getEntry("content.xml");
      if (content == null) {
        throw new UnreadableFileException("expected an .ods spreadsheet, found one without content.xml");
      }
      try (InputStream in = new Limited(zip.getInputStream(content), content.getCompressedSize())) {
        return new SourceWorkbook(SourceWorkbook.Format.ODS, sheets(in), List.of());
      }
    } catch (CellStringPool.TooLarge e) {
      throw new UnreadableFileException(e.getMessage(), e);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      if (e.getCause() instanceof CellStringPool.TooLarge large) {
        throw new UnreadableFileException(large.getMessage(), e);
      }
      throw new UnreadableFileException("expected an .ods spreadsheet, found a damaged one", e);
    }
  }

  private static List<Sheet> sheets(InputStream in) throws XMLStreamException, UnreadableFileException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    OpenDocumentSheets sheets = new OpenDocumentSheets();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.DTD) {
        throw new UnreadableFileException("its content.xml declares a document type, as no spreadsheet does");
      }
      sheets.accept(event, xml);
    }
    return new ArrayList<>(sheets.list());
  }

  private static ZipFile open(byte[] bytes) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
  }

  private static String text(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(most), StandardCharsets.UTF_8);
    }
  }

  /** A stream that ends with an error where an archive unpacks to far more than a publication. */
  private static final class Limited extends java.io.FilterInputStream {

    private final long packed;
    private long own;

    Limited(InputStream in, long packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      own += Math.max(0, n);
      try {
        ZipLimits.requireRoom(0, own, packed);
      } catch (UnreadableFileException e) {
        throw new CellStringPool.TooLarge(e.getMessage());
      }
      return n;
    }
  }
}
