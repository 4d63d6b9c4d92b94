package uk.footprints.area;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.footprints.runtime.UserException;

/**
 * A custom geography of an analyst: areas made of organisations and of other areas, or drawn as polygons. It works in
 * every report like a built-in one; see {@link Areas#with}.
 *
 * @param geography its id (from the file's name) and label
 * @param areas its areas
 * @param memberships their members; some organisations may be in none
 * @param boundaries what was drawn; none when the areas are lists
 * @param notes what an analyst should know, a sentence each
 */
public record OwnGeography(
    Geography geography,
    List<Area> areas,
    List<Membership> memberships,
    Optional<Boundaries> boundaries,
    List<String> notes) {

  static final String EXAMPLES = "see data/reference/examples for custom areas";

  /** A code that means "in no area" in every table. */
  static final String RESERVED = "unassigned";

  private static final long LARGEST = 64L << 20;

  /**
   * Reads a file, whose kind is recognised by its content: polygons (GeoJSON), a CSV table with the columns {@code
   * area}, {@code area_name}, {@code member_kind}, {@code member_code} and optionally {@code exclude}, or the same as
   * YAML.
   *
   * @param path the file; its name becomes the geography's id
   * @param known the areas and organisations that it may name
   * @param ground what polygons are compared with; {@link Ground#NONE} suffices for lists
   */
  public static OwnGeography read(Path path, Areas known, Ground ground) {
    String file = path.getFileName().toString();
    try {
      if (Files.size(path) > LARGEST) {
        throw UserException.data(
            "%s has %,d bytes, which is more than a description of areas needs.".formatted(file, Files.size(path)),
            "simplify the polygons, or give another file");
      }
      String text = text(file, Files.readAllBytes(path));
      String start = text.stripLeading();
      if (start.isEmpty()) {
        throw UserException.data(file + " is empty.", EXAMPLES);
      }
      boolean list = start.startsWith("[") && file.toLowerCase(Locale.ROOT).endsWith("json");
      if (start.startsWith("{") || list) {
        InputStream in = new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
        return PolygonAreas.of(id(file), GeoJson.read(file, in), known, ground);
      }
      List<AreaStatement> lines =
          isTable(file, start) ? AreaStatement.ofCsv(file, text) : AreaStatement.ofYaml(file, text);
      return MemberAreas.of(id(file), file, lines, known);
    } catch (IOException e) {
      throw UserException.data("Cannot read the geography " + path + ".", "give a file that is there and can be read",
          e);
    }
  }

  /** An example that ships with the program: a table of organisations and areas. */
  public static OwnGeography ofExample(String file, Areas known) {
    return MemberAreas.of(id(file), file, AreaStatement.ofCsv(file, ReferenceTable.textOfReference("examples/" + file)),
        known);
  }

  /** UTF-8, or else what spreadsheets on Windows write; anything with a zero byte in it is no text. */
  private static String text(String file, byte[] content) {
    for (byte b : content) {
      if (b == 0) {
        throw UserException.data(file + " is not text.", "save it as text in UTF-8: a table, YAML or GeoJSON");
      }
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      text = new String(content, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A table by its name, or by a first line of several words with commas between; YAML names what it holds first. */
  private static boolean isTable(String file, String text) {
    String first = text.lines().findFirst().orElse("");
    boolean commas = first.contains(",") && !first.contains(":") && !first.matches("[-#].*");
    boolean named = file.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
    if (named && !first.contains(",") && (first.contains(";") || first.contains("\t"))) {
      throw UserException.data(
          "%s, row 1: its columns are separated by %s.".formatted(file, first.contains(";") ? "semicolons" : "tabs"),
          "save it with commas");
    }
    return commas || named;
  }

  /** A built-in id stays what it is: a file of that name cannot take its place. */
  private static String id(String file) {
    String words =
        file.replaceAll("\\.[^.]*$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    String id = words.isEmpty() ? "own" : words;
    if (Geography.find(id).isPresent()) {
      throw UserException.data(
          "%s has the name of the built-in geography %s.".formatted(file, id), "give the file another name");
    }
    return id;
  }

  /**
   * The map that polygons are compared with.
   *
   * @param groups boundaries of commissioning groups, one edition or several: a group goes to the polygons by the part
   *     of
   *     its extent that they cover
   * @param sites of providers: a provider goes to the polygon that contains its site
   */
  public record Ground(List<Boundaries> groups, List<Site> sites) {

    /** No map. */
    public static final Ground NONE = new Ground(List.of(), List.of());
  }
}
