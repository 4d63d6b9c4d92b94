package uk.footprints.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.dataset.Dataset;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/**
 * An index of the tables and measures that datasets declare, so that a name is found without reading all declarations.
 * It is written with the pages of the catalogue, and a test compares it with the declarations.
 */
public final class DeclaredNames {

  private static final String FILE = "/uk/footprints/catalogue/names.csv";
  private static final String HEADER = "name,dataset\n";

  private DeclaredNames() {}

  /** Returns the index of these datasets: a line for each name and dataset. */
  public static String index(List<Dataset> datasets) {
    StringBuilder lines = new StringBuilder(HEADER);
    for (Dataset dataset : datasets) {
      Stream.concat(dataset.tables().stream().map(Table::name), dataset.measures().stream().map(Measure::id))
          .distinct()
          .forEach(name -> lines.append(name).append(',').append(dataset.id()).append('\n'));
    }
    return lines.toString();
  }

  /** Returns the ids of the program's datasets that have this name or declare a table or measure of this name. */
  static List<String> datasets(String name) {
    try (InputStream in = DeclaredNames.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      String start = name + ",";
      Stream<String> declaring =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
              .filter(line -> line.startsWith(start))
              .map(line -> line.substring(start.length()));
      return Stream.concat(Stream.of(name), declaring).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
