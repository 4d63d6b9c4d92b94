package uk.footprints.records.episode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import uk.footprints.records.HesApcLayout;
import uk.footprints.records.text.DelimitedHeader;
import uk.footprints.runtime.UserException;

/**
 * One delimited file of episodes: plain, compressed, or in an archive.
 *
 * @param label the name shown to users
 * @param path the path of the file or archive
 * @param entry its name in a zip archive; empty for a file of its own
 * @param packed whether it is compressed, alone or in an archive
 * @param length the size in bytes, compressed if it is compressed
 * @param body the position of the first record, in bytes
 * @param heading its separator and columns
 */
public record ExtractFile(
    String label, String path, String entry, boolean packed, long length, long body, DelimitedHeader heading)
    implements Serializable {

  /** A file whose first line has this many required fields of HES is an extract, whatever else is wrong with it. */
  private static final int DETECTION_FIELDS = 6;

  /** Returns the file's name as it is shown to users. */
  public String name() {
    return entry.isEmpty() ? label : label + "/" + entry;
  }

  /** Returns whether the file can be read from the middle; only a plain file can. */
  boolean splits() {
    return !packed;
  }

  /** Opens the text at a position; a file that does not split is opened at its first record. */
  InputStream open(Configuration conf, long from) throws IOException {
    Path file = new Path(path);
    FSDataInputStream in = file.getFileSystem(conf).open(file, 1 << 16);
    if (splits()) {
      in.seek(from);
      return in;
    }
    InputStream text = unpacked(in);
    text.skipNBytes(body);
    return text;
  }

  /** Returns the columns of the published layout that the file lacks. */
  public List<String> missing() {
    Set<String> names = new HashSet<>(heading.names());
    return HesApcLayout.COLUMNS.stream()
        .filter(column -> !names.contains(column))
        .filter(column -> !EpisodeField.PERSON.names().contains(column)
            || EpisodeField.PERSON.names().stream().noneMatch(names::contains))
        .toList();
  }

  /** Returns the columns of the file that the published layout lacks. */
  public List<String> extra() {
    Set<String> known = new HashSet<>(HesApcLayout.COLUMNS);
    known.addAll(EpisodeField.allNames());
    known.add(HesApcLayout.ARTIFICIAL_MARKER);
    return heading.names().stream().filter(name -> !known.contains(name)).toList();
  }

  /** Returns whether the file says that its records are artificial, by a column; its name says nothing. */
  public boolean isArtificial() {
    return heading.at(HesApcLayout.ARTIFICIAL_MARKER) >= 0 || heading.at(HesApcLayout.ARTIFICIAL_PERSON) >= 0;
  }

  /** Returns the fields of an episode that the file lacks, of a list of codes also those that it lacks in part. */
  public List<EpisodeField> lacks() {
    return Arrays.stream(EpisodeField.values()).filter(field -> !lacked(field).isEmpty()).toList();
  }

  /** Returns the columns of a field that the file lacks, as users are shown them; empty when the field is there. */
  public String lacked(EpisodeField field) {
    if (field.kind() == EpisodeField.Kind.CODES || field.isDerived()) {
      return field.names().stream().filter(name -> heading.at(name) < 0).collect(Collectors.joining(", "));
    }
    return EpisodeParser.column(heading, field) < 0 ? String.join(" or ", field.names()) : "";
  }

  /**
   * Finds the extracts in the given locations and checks their headings; all problems are reported in one exception.
   *
   * @param places files, folders or patterns
   */
  public static List<ExtractFile> find(List<String> places, Configuration conf) throws IOException {
    List<ExtractFile> found = new ArrayList<>();
    Set<String> problems = new TreeSet<>();
    for (String place : places) {
      Path path = new Path(place);
      FileSystem files = path.getFileSystem(conf);
      FileStatus[] matched = files.globStatus(path);
      if (matched == null || matched.length == 0) {
        problems.add(place + " does not exist.");
        continue;
      }
      for (FileStatus status : matched) {
        for (FileStatus file : status.isDirectory() ? files.listStatus(status.getPath()) : new FileStatus[] {status}) {
          if (file.isFile() && (!status.isDirectory() || hasExtractName(file.getPath().getName()))) {
            read(file.getPath().getName(), file.getPath(), file.getLen(), conf, found, problems);
          }
        }
      }
    }
    if (problems.isEmpty() && found.isEmpty()) {
      problems.add("There is no .csv, .txt, .gz or .zip file in " + String.join(", ", places) + ".");
    }
    if (!problems.isEmpty()) {
      throw UserException.data(String.join("\n", problems),
          "give extracts of HES admitted patient care, separated by commas, pipes or tabs, with a heading in row 1");
    }
    found.sort(java.util.Comparator.comparing(ExtractFile::path).thenComparing(ExtractFile::entry));
    return List.copyOf(found);
  }

  private static boolean hasExtractName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return !small.startsWith(".")
        && (small.endsWith(".csv") || small.endsWith(".txt") || small.endsWith(".gz") || small.endsWith(".zip"));
  }

  /**
   * Detects whether a file contains hospital episodes, whatever its name.
   *
   * @param label the name shown to users
   * @param found receives the extracts in the file
   * @return the problems of the file; absent if it is no file of hospital episodes
   */
  public static Optional<Set<String>> detect(
      String label, Path file, long length, Configuration conf, List<ExtractFile> found) throws IOException {
    if (label.toLowerCase(Locale.ROOT).matches(".*\\.(xls|xlsx|xlsm|ods|json|geojson|shp|dbf)") || length == 0) {
      return Optional.empty();
    }
    Set<String> problems = new TreeSet<>();
    List<ExtractFile> inside = new ArrayList<>();
    boolean[] detected = new boolean[1];
    try {
      eachText(label, file, length, conf, (entry, packed, in) -> {
        String line = firstLine(in).toString(StandardCharsets.UTF_8);
        if (isOfEpisodes(line)) {
          detected[0] = true;
          checkHeading(label, file.toString(), entry, packed, length, line, inside, problems);
        }
      });
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      return detected[0]
          ? Optional.of(Set.of(label + " cannot be unpacked: " + e.getMessage() + "."))
          : Optional.empty();
    }
    found.addAll(problems.isEmpty() ? inside : List.of());
    return detected[0] ? Optional.of(problems) : Optional.empty();
  }

  private static boolean isOfEpisodes(String line) {
    Set<String> words = new HashSet<>(Arrays.asList(line.toUpperCase(Locale.ROOT).split("[^A-Z0-9_]+")));
    return EpisodeField.REQUIRED.stream().filter(f -> f.names().stream().anyMatch(words::contains)).count()
        >= DETECTION_FIELDS;
  }

  private static void read(
      String label, Path file, long length, Configuration conf, List<ExtractFile> found, Set<String> problems)
      throws IOException {
    int[] texts = new int[1];
    try {
      eachText(label, file, length, conf, (entry, packed, in) -> {
        texts[0]++;
        String first = firstLine(in).toString(StandardCharsets.UTF_8);
        checkHeading(label, file.toString(), entry, packed, length, first, found, problems);
      });
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      problems.add(label + " cannot be unpacked: " + e.getMessage() + ".");
      return;
    }
    if (texts[0] == 0) {
      problems.add(label + " is an archive without a .csv or .txt file in it.");
    }
  }

  /** Processes one text in a file. */
  @FunctionalInterface
  private interface TextHandler {
    void accept(String entry, boolean packed, InputStream in) throws IOException;
  }

  /** Calls the handler for each text in a file, which is plain, compressed or an archive, as its first bytes show. */
  private static void eachText(String label, Path file, long length, Configuration conf, TextHandler text)
      throws IOException {
    try (FSDataInputStream in = file.getFileSystem(conf).open(file)) {
      byte[] magic = new byte[(int) Math.min(4, length)];
      in.readFully(0, magic);
      if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K') {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (!entry.isDirectory() && hasExtractName(entry.getName())) {
            text.accept(entry.getName(), true, zip);
          }
        }
      } else if (magic.length > 1 && (magic[0] & 255) == 0x1f && (magic[1] & 255) == 0x8b) {
        text.accept("", true, new GZIPInputStream(in));
      } else {
        text.accept("", false, in);
      }
    }
  }

  private static ByteArrayOutputStream firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\n' && first.size() < 1 << 16) {
      first.write(b);
      b = in.read();
    }
    return first;
  }

  private static void checkHeading(String label, String path, String entry, boolean packed, long length, String first,
      List<ExtractFile> found, Set<String> problems) {
    String line = first.strip();
    long body = first.getBytes(StandardCharsets.UTF_8).length + 1L;
    ExtractFile extract =
        new ExtractFile(label, path, entry, packed, length, body, DelimitedHeader.of(line, EpisodeField.allNames()));
    if (line.isEmpty()) {
      problems.add(extract.name() + " is empty: row 1 should be a heading.");
      return;
    }
    List<EpisodeField> missing = extract.lacks().stream().filter(EpisodeField.REQUIRED::contains).toList();
    if (extract.lacks().size() == EpisodeField.values().length) {
      problems.add("%s, row 1: no HES field was found between commas, pipes or tabs; the row starts '%s'.".formatted(
          extract.name(), line.substring(0, Math.min(40, line.length()))));
    } else {
      for (EpisodeField field : missing) {
        problems.add("%s, row 1: column %s is missing; it is needed for %s.".formatted(
            extract.name(), extract.lacked(field), field.lost()));
      }
    }
    if (missing.isEmpty()) {
      found.add(extract);
    }
  }

  private InputStream unpacked(InputStream in) throws IOException {
    if (entry.isEmpty()) {
      return new GZIPInputStream(in, 1 << 16);
    }
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
      if (next.getName().equals(entry)) {
        return zip;
      }
    }
    throw new IOException(entry + " is no longer in " + path);
  }
}
