package uk.footprints.statistics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The case files of the reference packages, which live beside the project and not in it. */
public final class Cases {

  private Cases() {}

  /** The folder of the case files; skips the test where it is not there. */
  public static Path folder() {
    Path found =
        Stream.of(System.getProperty("FOOTPRINTS_SHARED"), System.getenv("FOOTPRINTS_SHARED"), "../shared")
            .filter(Objects::nonNull)
            .map(shared -> Path.of(shared, "methods", "cases"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(null);
    assumeTrue(found != null, "no ../shared/methods/cases here, and FOOTPRINTS_SHARED names no other place");
    return found;
  }

  /** One case file; skips the test where the folder is not there. */
  public static Path file(String name) {
    return folder().resolve(name);
  }

  /** The rows of a case file. */
  public static List<Row> rows(String name) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file(name))) {
      return csv.stream().map(record -> new Row(record.getFieldsAsMap())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows in groups, in order. */
  public static Map<String, List<Row>> by(List<Row> rows, Function<Row, String> key) {
    return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  /** The numbers of a column. */
  public static double[] numbers(List<Row> rows, String column) {
    return rows.stream().mapToDouble(row -> row.number(column)).toArray();
  }

  /** One row of a case file. */
  public record Row(Map<String, String> cells) {

    public String text(String column) {
      return Objects.requireNonNull(cells.get(column), "no column " + column);
    }

    /** NaN where the cell is empty. */
    public double number(String column) {
      String cell = text(column);
      return switch (cell) {
        case "", "NA", "nan", "NaN" -> Double.NaN;
        case "Inf" -> Double.POSITIVE_INFINITY;
        default -> Double.parseDouble(cell);
      };
    }

    public boolean has(String column) {
      return !text(column).isEmpty();
    }
  }
}
