package uk.footprints.broken;

import static uk.footprints.broken.BrokenCase.Expected.aside;
import static uk.footprints.broken.BrokenCase.Expected.survives;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.footprints.broken.BrokenCase.Expected;
import uk.footprints.finding.Finding.Kind;

/** Files that are large, or become so: made one at a time, as together they would fill the memory by themselves. */
final class LargeFaults {

  private static final int MIB = 1 << 20;

  private LargeFaults() {}

  static Stream<Supplier<BrokenCase>> of(ValidFiles text, ValidFiles modern) {
    String table = new String(text.placed().file().bytes(), StandardCharsets.UTF_8);
    Expected aside = aside(Kind.UNREADABLE);
    return Stream.<Supplier<BrokenCase>>of(
        () -> text(text, "a million columns", columns(1_000_000, "a"), aside),
        () -> text(text, "a million blank columns", columns(1_000_000, ""), aside(Kind.UNREADABLE, Kind.UNKNOWN_FILE)),
        () -> text(text, "a cell of 64 MiB", filled(64 * MIB, 'x'), aside),
        () -> text(text, "a quoted cell of 64 MiB", quoted(64 * MIB), aside),
        () -> text(text, "a row of 64 MiB", row(64 * MIB), aside),
        () -> text(text, "a good table with a row of 64 MiB", joined(table, row(64 * MIB)), aside),
        () -> text(text, "64 MiB of line ends", filled(64 * MIB, '\n'), aside(Kind.UNREADABLE, Kind.UNKNOWN_FILE)),
        () -> text(text, "64 MiB of commas and line ends", commas(64 * MIB), aside(Kind.UNREADABLE, Kind.UNKNOWN_FILE)),
        () -> text(text, "64 MiB of rows with a bad cell each", rows(table, 64 * MIB), survives()),
        () -> new BrokenCase("a zip bomb in a sheet", "bomb.xlsx", modern.name(), bomb(modern, "xl/worksheets/sheet1.xml"), aside),
        () -> new BrokenCase("a zip bomb beside the sheets", "bomb.xlsx", modern.name(), bomb(modern, "xl/media/image1.png"), aside),
        () -> new BrokenCase("a zip of a hundred thousand parts", "parts.xlsx", modern.name(), parts(), aside));
  }

  private static BrokenCase text(ValidFiles good, String fault, byte[] bytes, Expected expected) {
    return new BrokenCase(fault, good.placed().file().name(), good.name(), bytes, expected);
  }

  private static byte[] columns(int n, String cell) {
    return ("a" + ("," + cell).repeat(n) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] filled(int n, char with) {
    byte[] bytes = new byte[n];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  private static byte[] quoted(int n) {
    byte[] bytes = filled(n, 'x');
    bytes[0] = '"';
    bytes[n - 2] = '"';
    bytes[n - 1] = '\n';
    return bytes;
  }

  private static byte[] row(int n) {
    byte[] bytes = filled(n, 'x');
    for (int i = 999; i < n; i += 1000) {
      bytes[i] = ',';
    }
    bytes[n - 1] = '\n';
    return bytes;
  }

  private static byte[] commas(int n) {
    byte[] bytes = filled(n, ',');
    for (int i = 99; i < n; i += 100) {
      bytes[i] = '\n';
    }
    return bytes;
  }

  private static byte[] joined(String table, byte[] more) {
    byte[] start = table.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return all;
  }

  /** The table again and again, each time with words for a number and other codes. */
  private static byte[] rows(String table, int n) {
    String header = table.substring(0, table.indexOf('\n') + 1);
    List<String> lines = table.lines().skip(1).filter(l -> !l.toLowerCase().contains("total")).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream(n + 4096);
    out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; out.size() < n; i++) {
      String line = lines.get(i % lines.size());
      out.writeBytes((line.substring(0, line.lastIndexOf(',') + 1) + "bad" + i + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** A GiB of spaces where a part should be. */
  private static byte[] bomb(ValidFiles modern, String name) {
    Map<String, byte[]> parts = ByteFaults.parts(modern.placed().file().bytes());
    parts.remove(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
      zip.putNextEntry(new ZipEntry(name));
      byte[] spaces = filled(MIB, ' ');
      for (int i = 0; i < 1024; i++) {
        zip.write(spaces);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] parts() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 100_000; i++) {
        zip.putNextEntry(new ZipEntry("xl/part" + i + ".xml"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
