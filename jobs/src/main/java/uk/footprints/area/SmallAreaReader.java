package uk.footprints.area;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/** Reads published tables of small areas: lookups into wider areas, and populations by single year of age. */
public final class SmallAreaReader {

  private SmallAreaReader() {}

  /**
   * One column of a lookup, by small area.
   *
   * @param file for messages
   * @param in closed when read
   * @param codeColumn the small areas' codes, as {@code lsoa11_code}
   * @param areaColumn the wider areas' codes, as {@code icb22_code}
   */
  public static Map<String, String> lookup(String file, InputStream in, String codeColumn, String areaColumn) {
    return read(file, in, codeColumn, List.of(areaColumn), row -> row.getField(areaColumn).strip());
  }

  /**
   * People by small area, some columns added: all ages are one column, an age group is several.
   *
   * @param file for messages
   * @param in closed when read
   * @param codeColumn the small areas' codes
   * @param columns of people
   */
  public static Map<String, Double> population(String file, InputStream in, String codeColumn, List<String> columns) {
    return read(
        file,
        in,
        codeColumn,
        columns,
        row -> {
          double people = 0;
          for (String column : columns) {
            people += number(file, row, column);
          }
          return people;
        });
  }

  private static double number(String file, NamedCsvRecord row, String column) {
    String text = row.getField(column).strip();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw UserException.data(
          "%s, row %d: %s \"%s\" is not a number.".formatted(file, row.getStartingLineNumber(), column, text),
          "correct the row",
          e);
    }
  }

  private static <T> Map<String, T> read(
      String file, InputStream in, String codeColumn, List<String> columns, Function<NamedCsvRecord, T> value) {
    Map<String, T> byCode = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : csv) {
        if (byCode.isEmpty()) {
          require(file, row.getHeader(), codeColumn, columns);
        }
        byCode.put(row.getField(codeColumn).strip(), value.apply(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byCode;
  }

  private static void require(String file, List<String> header, String codeColumn, List<String> columns) {
    for (String column : Stream.concat(Stream.of(codeColumn), columns.stream()).toList()) {
      if (!header.contains(column)) {
        throw UserException.data("%s has no column \"%s\".".formatted(file, column), "give the table of small areas");
      }
    }
  }
}
