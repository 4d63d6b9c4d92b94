package uk.footprints.area;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.footprints.run.Fixable;

/**
 * A geography that an analyst brings: areas made of organisations and of other areas, or drawn as polygons. It works in
 * every report like a built-in one; see {@link Areas#with}.
 *
 * @param geography its id (from the file's name) and label
 * @param areas its areas
 * @param memberships who lies in them; they need not take up everybody
 * @param boundaries what was drawn; none when the areas are lists
 * @param notes what an analyst should know, a sentence each
 */
public record OwnGeography(
    Geography geography,
    List<Area> areas,
    List<Membership> memberships,
    Optional<Boundaries> boundaries,
    List<String> notes) {

  /**
   * Reads a file. What it is, its content says: polygons (GeoJSON), a CSV table with the columns {@code area}, {@code
   * area_name}, {@code member_kind}, {@code member_code} and, if wanted, {@code exclude}, or the same as YAML.
   *
   * @param path the file; its name becomes the geography's id
   * @param known the areas and organisations that it may speak of
   * @param ground what polygons are laid on; {@link Ground#NONE} will do for lists
   */
  public static OwnGeography read(Path path, Areas known, Ground ground) {
    String file = path.getFileName().toString();
    try {
      byte[] content = Files.readAllBytes(path);
      String text = new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
      InputStream in = new ByteArrayInputStream(content);
      if (text.startsWith("{")) {
        return DrawnAreas.of(id(file), GeoJson.read(file, in), known, ground);
      }
      String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
      boolean table = first.contains(",") && first.contains("member_code");
      return ListedAreas.of(id(file), file, table ? AreaLine.ofCsv(file, in) : AreaLine.ofYaml(file, text), known);
    } catch (IOException e) {
      throw Fixable.data("Cannot read the geography " + path + ".", "give a file that is there and can be read", e);
    }
  }

  /** A built-in id stays what it is: a file of that name cannot take its place. */
  private static String id(String file) {
    String id = file.replaceAll("\\.[^.]*$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    if (Geography.find(id).isPresent()) {
      throw Fixable.data(
          "%s has the name of the built-in geography %s.".formatted(file, id), "give the file another name");
    }
    return id;
  }

  /**
   * What polygons are laid on.
   *
   * @param groups boundaries of commissioning groups, one edition or several: a group goes to the polygons by the part
   *     of
   *     its extent that they cover
   * @param sites of providers: a provider goes to the polygon that its site lies in
   */
  public record Ground(List<Boundaries> groups, List<Site> sites) {

    /** No map. */
    public static final Ground NONE = new Ground(List.of(), List.of());
  }
}
