package uk.footprints.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a workbook without the time of writing, so that the same release has the same bytes. */
final class FixedTimestamps {

  private static final String PROPERTIES = "docProps/core.xml";

  private FixedTimestamps() {}

  /** Writes the workbook as of the day that its release's id begins with; the stream stays open. */
  static void write(Path workbook, String release, int compression, OutputStream out) throws IOException {
    LocalDate day =
        release.matches("\\d{8}T.*")
            ? LocalDate.parse(release.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
            : LocalDate.of(2018, 3, 2);
    ZipOutputStream target = new ZipOutputStream(out);
    target.setLevel(compression);
    // Its entries' sizes are at the end only, so that it cannot be read from the front.
    try (ZipFile in = new ZipFile(workbook.toFile())) {
      for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(day.atStartOfDay());
        target.putNextEntry(copy);
        try (InputStream part = in.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
            String then = text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", day + "T00:00:00Z");
            target.write(then.getBytes(StandardCharsets.UTF_8));
          } else {
            part.transferTo(target);
          }
        }
        target.closeEntry();
      }
    }
    target.finish();
  }
}
