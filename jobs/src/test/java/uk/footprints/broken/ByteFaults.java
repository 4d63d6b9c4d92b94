package uk.footprints.broken;

import static uk.footprints.broken.BrokenCase.Expected.aside;
import static uk.footprints.broken.BrokenCase.Expected.asideOrSame;
import static uk.footprints.broken.BrokenCase.Expected.same;
import static uk.footprints.broken.BrokenCase.Expected.survives;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import uk.footprints.broken.BrokenCase.Expected;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.format.SourceWorkbook;

/** Faults of bytes: what wires, disks, other programs and ill will do to a file. */
final class ByteFaults {

  private static final int CUTS = 6;
  private static final int FLIPS = 4;

  private final ValidFiles good;
  private final byte[] bytes;
  private final Random random;
  private final List<BrokenCase> cases = new ArrayList<>();

  private ByteFaults(ValidFiles good, long seed) {
    this.good = good;
    this.bytes = good.placed().file().bytes();
    this.random = new Random(seed ^ good.name().hashCode());
  }

  static List<BrokenCase> of(ValidFiles good, long seed) {
    ByteFaults faults = new ByteFaults(good, seed);
    faults.anything();
    switch (good.grid().format) {
      case CSV -> faults.text();
      case XLS -> faults.old();
      default -> faults.modern();
    }
    return faults.cases;
  }

  private void add(String fault, byte[] broken, Expected expected) {
    cases.add(new BrokenCase(fault, good.placed().file().name(), good.name(), broken, expected));
  }

  private void anything() {
    add("empty", new byte[0], aside(Kind.UNREADABLE));
    for (int i = 0; i < CUTS; i++) {
      int length = i < 3 ? 1 + random.nextInt(Math.min(600, bytes.length - 1)) : 1 + random.nextInt(bytes.length - 1);
      boolean text = good.grid().format == SourceWorkbook.Format.CSV;
      add("cut off", Arrays.copyOf(bytes, length), text ? survives() : asideOrSame());
    }
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = bytes.clone();
      for (int n = 0; n < 1 + random.nextInt(20); n++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      add("bytes changed", flipped, survives());
    }
    byte[] noise = new byte[1 + random.nextInt(5000)];
    random.nextBytes(noise);
    add("random bytes", noise, aside(Kind.UNREADABLE, Kind.UNKNOWN_FILE));
    byte[] headed = bytes.clone();
    for (int i = Math.min(headed.length, 64); i < headed.length; i++) {
      headed[i] = (byte) random.nextInt(256);
    }
    boolean longHeader = good.grid().format != SourceWorkbook.Format.CSV;
    add("random bytes after a good beginning", headed, longHeader ? aside(Kind.UNREADABLE) : survives());
    byte[] page = "<!DOCTYPE html>\n<html><head><title>404</title></head><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8);
    add("a web page in its place", page, aside(Kind.UNREADABLE));
    String name = good.placed().file().name();
    String other = name.endsWith(".csv") ? ".xlsx" : name.endsWith(".xls") ? ".csv" : ".xls";
    cases.add(new BrokenCase("wrong extension", name.substring(0, name.lastIndexOf('.')) + other, good.name(), bytes, same()));
  }

  private void text() {
    boolean wide = new String(bytes, StandardCharsets.UTF_8).contains("\ufffd");
    Charset own = wide ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    String text = new String(bytes, own).replace("\ufeff", "");
    add("UTF-16, little end first", marked(text, StandardCharsets.UTF_16LE, 0xFF, 0xFE), same());
    add("UTF-16, big end first", marked(text, StandardCharsets.UTF_16BE, 0xFE, 0xFF), same());
    add("UTF-16 without a mark", text.getBytes(StandardCharsets.UTF_16LE), same());
    add("UTF-8 with a mark", marked(text, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF), same());
    int line = text.indexOf('\n', text.length() / 2);
    int body = text.indexOf('\n');
    String accented = text.substring(0, body) + text.substring(body).replace("NHS TRUST", "NHS TR\u00dcST").replace("NHS Trust", "NHS Tr\u00fcst");
    add("Windows-1252", accented.getBytes(Charset.forName("windows-1252")), same());
    String plain = text.replace("\r\n", "\n");
    add("lines end as on old Macs", plain.replace("\n", "\r").getBytes(StandardCharsets.UTF_8), same());
    add("lines end as on Windows", plain.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), same());
    add("no line end at the end", plain.stripTrailing().getBytes(StandardCharsets.UTF_8), same());
    String open = text.substring(0, line + 1) + '"' + text.substring(line + 1).replace("\"", "");
    add("a quotation mark that never closes", open.getBytes(StandardCharsets.UTF_8), aside(Kind.UNREADABLE));
    int comma = plain.indexOf(',', line);
    if (comma > 0 && plain.indexOf('"', comma) < 0) {
      String inside = plain.substring(0, comma + 1) + "\"a\"b" + plain.substring(comma + 1);
      add("a quotation mark inside a cell", inside.getBytes(StandardCharsets.UTF_8), aside(Kind.UNREADABLE));
    }
    add("parted by semicolons", text.replace(',', ';').getBytes(StandardCharsets.UTF_8), survives());
    add("zero bytes inside", text.replaceFirst("\n", "\n\0\0").getBytes(StandardCharsets.UTF_8), survives());
  }

  private static byte[] marked(String text, Charset charset, int... mark) {
    byte[] plain = text.getBytes(charset);
    byte[] all = new byte[mark.length + plain.length];
    for (int i = 0; i < mark.length; i++) {
      all[i] = (byte) mark[i];
    }
    System.arraycopy(plain, 0, all, mark.length, plain.length);
    return all;
  }

  private void old() {
    try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      add("protected by a password", out.toByteArray(), aside(Kind.UNREADABLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      container.getRoot().createDirectory("_VBA_PROJECT_CUR").createDocument("x", new ByteArrayInputStream(new byte[9]));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      add("macros", out.toByteArray(), same(Kind.IGNORED_CONTENT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add("a setting longer than it should be", longer(bytes), same());
  }

  /** As a converter of 2014 wrote them: the record of a calculation setting (DELTA) has eight bytes too many. */
  private static byte[] longer(byte[] workbook) {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(workbook))) {
      byte[] stream = container.createDocumentInputStream("Workbook").readAllBytes();
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      List<Integer> begins = new ArrayList<>();
      for (int at = 0; at + 4 <= stream.length; at += 4 + u16(stream, at + 2)) {
        if (u16(stream, at) == 0x809) {
          begins.add(changed.size());
        }
        changed.write(stream, at, 4 + u16(stream, at + 2));
        if (u16(stream, at) == 0x10) {
          byte[] whole = changed.toByteArray();
          whole[whole.length - 10] = 16;
          changed.reset();
          changed.write(whole, 0, whole.length);
          changed.write(new byte[8], 0, 8);
        }
      }
      byte[] all = changed.toByteArray();
      int sheet = 1;
      for (int at = 0; at + 4 <= all.length && u16(all, at) != 0x0A; at += 4 + u16(all, at + 2)) {
        if (u16(all, at) == 0x85) {
          int begin = begins.get(sheet++);
          for (int i = 0; i < 4; i++) {
            all[at + 4 + i] = (byte) (begin >> 8 * i);
          }
        }
      }
      try (POIFSFileSystem out = new POIFSFileSystem()) {
        out.createDocument(new ByteArrayInputStream(all), "Workbook");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        out.writeFilesystem(file);
        return file.toByteArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int u16(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  private void modern() {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(new byte[64]), "EncryptionInfo");
      container.createDocument(new ByteArrayInputStream(bytes), "EncryptedPackage");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      add("protected by a password", out.toByteArray(), aside(Kind.UNREADABLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add("macros", zip(parts -> with(parts, "xl/vbaProject.bin", new byte[64])), same(Kind.IGNORED_CONTENT));
    add("links to other workbooks",
        zip(parts -> with(parts, "xl/externalLinks/externalLink1.xml", "<externalLink/>".getBytes(StandardCharsets.UTF_8))),
        same(Kind.IGNORED_CONTENT));
    String entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    String billion = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    for (String part : List.of("xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")) {
      add("entities from elsewhere", zip(parts -> before(parts, part, entity)), aside(Kind.UNREADABLE));
      add("entities of entities", zip(parts -> before(parts, part, billion)), aside(Kind.UNREADABLE));
    }
    add("names that climb out", zip(parts -> with(parts, "../../evil.xml", new byte[9])), aside(Kind.UNREADABLE));
    add("names from the root", zip(parts -> with(parts, "/etc/cron.d/x", new byte[9])), aside(Kind.UNREADABLE));
    add("a sheet that is not there", zip(parts -> without(parts, "xl/worksheets/sheet1.xml")), survives());
    add("texts that are not there", zip(parts -> without(parts, "xl/sharedStrings.xml")), survives());
    add("a cell far to the right",
        zip(parts -> replaced(parts, "<sheetData>", "<sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")),
        aside(Kind.UNREADABLE));
    add("a sheet of a million columns",
        zip(parts -> replaced(parts, "<sheetData>", "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")),
        aside(Kind.UNREADABLE));
    add("an archive without a workbook", zip(parts -> without(parts, "xl/workbook.xml")), aside(Kind.UNREADABLE));
  }

  private byte[] zip(UnaryOperator<Map<String, byte[]>> change) {
    return zip(change.apply(parts(bytes)));
  }

  static Map<String, byte[]> parts(byte[] archive) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] part) {
    parts.put(name, part);
    return parts;
  }

  private static Map<String, byte[]> without(Map<String, byte[]> parts, String name) {
    parts.remove(name);
    return parts;
  }

  private static Map<String, byte[]> before(Map<String, byte[]> parts, String name, String declaration) {
    String part = new String(parts.get(name), StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*\\?>", "");
    return with(parts, name, (declaration + part).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> replaced(Map<String, byte[]> parts, String text, String by) {
    parts.replaceAll(
        (name, part) ->
            name.startsWith("xl/worksheets/")
                ? new String(part, StandardCharsets.UTF_8).replace(text, by).getBytes(StandardCharsets.UTF_8)
                : part);
    return parts;
  }
}
