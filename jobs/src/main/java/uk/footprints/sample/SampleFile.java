package uk.footprints.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file of the sample, before it has a folder.
 *
 * @param name its name, much as published
 * @param bytes its content
 */
public record SampleFile(String name, byte[] bytes) {

  static SampleFile text(String name, String text, Charset charset) {
    return new SampleFile(name, text.getBytes(charset));
  }

  /** Returns files in one archive, whose bytes are the same whenever it is written. */
  static SampleFile archive(String name, List<SampleFile> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(out)) {
      for (SampleFile part : parts) {
        ZipEntry entry = new ZipEntry(part.name());
        entry.setTimeLocal(SampleWorkbookWriter.ALWAYS);
        archive.putNextEntry(entry);
        archive.write(part.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SampleFile(name, out.toByteArray());
  }

  /** {@code csv}, {@code xls} or {@code xlsx}. */
  public String extension() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
