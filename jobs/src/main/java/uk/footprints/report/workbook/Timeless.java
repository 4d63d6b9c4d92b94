package uk.footprints.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook without the hour at which it was written: the same release is the same bytes. */
final class Timeless {

  private static final String PROPERTIES = "docProps/core.xml";

  private Timeless() {}

  /** Writes the workbook as of the day that its release's id begins with; the stream stays open. */
  static void write(byte[] workbook, String release, int compression, OutputStream out) throws IOException {
    LocalDate day =
        release.matches("\\d{8}T.*")
            ? LocalDate.parse(release.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
            : LocalDate.of(2018, 3, 2);
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
    ZipOutputStream target = new ZipOutputStream(out);
    target.setLevel(compression);
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      ZipEntry copy = new ZipEntry(entry.getName());
      copy.setTimeLocal(day.atStartOfDay());
      target.putNextEntry(copy);
      if (entry.getName().equals(PROPERTIES)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String then = text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", day + "T00:00:00Z");
        target.write(then.getBytes(StandardCharsets.UTF_8));
      } else {
        in.transferTo(target);
      }
      target.closeEntry();
    }
    target.finish();
  }
}
