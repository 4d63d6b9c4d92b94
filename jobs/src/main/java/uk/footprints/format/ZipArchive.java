package uk.footprints.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads archives ({@code .zip}) of several source files, such as registers and cost collections; each part is a file of
 * its own. A workbook is not such an archive. Parts are unpacked in memory only, so their names cannot lead to other
 * folders.
 */
public final class ZipArchive {

  /** The first bytes of an archive. */
  public static final byte[] MAGIC = {'P', 'K', 3, 4};

  private static final int MOST_PARTS = 1_000;

  private ZipArchive() {}

  /** Receives the parts of an archive. */
  @FunctionalInterface
  public interface Parts {
    /** Receives a part and its name in the archive. */
    void accept(String name, byte[] bytes) throws IOException;
  }

  /** Returns whether these bytes are an archive that can be opened and is not a workbook. */
  public static boolean is(byte[] bytes) {
    try (ZipFile zip = open(bytes)) {
      return zip.getEntry("[Content_Types].xml") == null && zip.getEntry("mimetype") == null && !parts(zip).isEmpty();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Unpacks the parts, one at a time.
   *
   * @throws UnreadableFileException when it is damaged, has too many parts or paths outside it, or is too large
   */
  public static void each(byte[] bytes, Parts parts) throws UnreadableFileException {
    try (ZipFile zip = open(bytes)) {
      Map<String, ZipArchiveEntry> entries = parts(zip);
      if (entries.size() > MOST_PARTS) {
        throw new UnreadableFileException("the archive holds more than %,d files".formatted(MOST_PARTS));
      }
      long all = 0;
      for (Map.Entry<String, ZipArchiveEntry> entry : entries.entrySet()) {
        ZipLimits.requireInside(entry.getKey());
        byte[] part = unpack(zip, entry.getValue(), all);
        all += part.length;
        parts.accept(entry.getKey(), part);
      }
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException("the archive is cut off or damaged", e);
    }
  }

  /** An open archive, whose parts can be read. */
  public static final class OpenArchive implements Closeable {

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;

    private OpenArchive(ZipFile zip) {
      this.zip = zip;
      this.entries = parts(zip);
    }

    /** Opens these bytes. */
    public static OpenArchive of(byte[] bytes) throws IOException {
      try {
        return new OpenArchive(open(bytes));
      } catch (RuntimeException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    /**
     * Reads one part.
     *
     * @throws IOException when the archive has no such part
     */
    public byte[] part(String name) throws IOException {
      ZipArchiveEntry entry = entries.get(name);
      if (entry == null) {
        throw new IOException("there is no " + name + " in the archive");
      }
      try {
        return unpack(zip, entry, 0);
      } catch (UnreadableFileException | RuntimeException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }

  private static ZipFile open(byte[] bytes) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
  }

  /** Returns files by name, the first of equal names; without folders and the files that macOS adds. */
  private static Map<String, ZipArchiveEntry> parts(ZipFile zip) {
    Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName().replace('\\', '/');
      String last = name.substring(name.lastIndexOf('/') + 1);
      if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !last.startsWith(".")) {
        parts.putIfAbsent(name, entry);
      }
    }
    return parts;
  }

  private static byte[] unpack(ZipFile zip, ZipArchiveEntry entry, long before)
      throws IOException, UnreadableFileException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        ZipLimits.requireRoom(before, out.size(), entry.getCompressedSize());
      }
    }
    return out.toByteArray();
  }
}
