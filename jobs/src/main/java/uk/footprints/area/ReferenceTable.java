package uk.footprints.area;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.footprints.runtime.UserException;

/**
 * A small CSV table whose rows know their line, so that every message can name file and row.
 *
 * @param file the name for messages
 * @param rows in the file's order
 */
record ReferenceTable(String file, List<Row> rows) {

  /** Reads a table of the reference that ships with the program. */
  static ReferenceTable ofReference(String name, String... columns) {
    return read(name, stream(name), columns);
  }

  /** Reads a reference table in the jar as text. */
  static String textOfReference(String name) {
    try (InputStream in = stream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String name) {
    InputStream in = ReferenceTable.class.getResourceAsStream("/uk/footprints/reference/" + name);
    if (in == null) {
      throw new IllegalStateException("The reference table " + name + " is not in the jar");
    }
    return in;
  }

  /**
   * Reads a table.
   *
   * @param file the name for messages
   * @param in closed when read
   * @param columns those that must be there
   */
  static ReferenceTable read(String file, InputStream in, String... columns) {
    try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
      List<Row> rows = new ArrayList<>();
      for (NamedCsvRecord line : csv) {
        if (rows.isEmpty()) {
          requireColumns(file, line.getHeader(), columns);
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < line.getFieldCount() && i < line.getHeader().size(); i++) {
          fields.put(plain(line.getHeader().get(i)), line.getField(i).strip());
        }
        rows.add(new Row(file, line.getStartingLineNumber(), fields));
      }
      return new ReferenceTable(file, List.copyOf(rows));
    } catch (CsvParseException e) {
      throw UserException.data("%s is not a CSV table: %s."
          .formatted(file, e.getMessage()), "correct its quotes and commas", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireColumns(String file, List<String> header, String... columns) {
    List<String> found = header.stream().map(ReferenceTable::plain).toList();
    for (String column : columns) {
      if (!found.contains(column)) {
        throw UserException.data(
            "%s has no column \"%s\"; its columns are %s.".formatted(file, column, String.join(", ", found)),
            "give it the columns " + String.join(", ", columns));
      }
    }
  }

  private static String plain(String heading) {
    return heading.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  /**
   * A row and its place.
   *
   * @param file the table's name
   * @param line counted from 1, the heading being line 1
   * @param fields by column, stripped
   */
  record Row(String file, long line, Map<String, String> fields) {

    /** For sentences: {@code memberships.csv, row 12}. */
    String place() {
      return file + ", row " + line;
    }

    /** The field, empty when the row has none. */
    String text(String column) {
      return fields.getOrDefault(column, "");
    }

    /** The field, which must not be empty. */
    String required(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        throw wrong("has no " + column);
      }
      return text;
    }

    /** A word out of those. */
    String oneOf(String column, Set<String> words) {
      if (!words.contains(text(column))) {
        String known = words.stream().filter(w -> !w.isEmpty()).sorted().collect(Collectors.joining(", "));
        throw wrong("%s \"%s\" is none of %s".formatted(column, text(column), known));
      }
      return text(column);
    }

    /** A date, none when the field is empty. */
    Optional<LocalDate> date(String column) {
      try {
        return Optional.of(text(column)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
      } catch (DateTimeParseException e) {
        throw wrong("%s \"%s\" is not a date".formatted(column, text(column)));
      }
    }

    /** The span of {@code valid_from} and {@code valid_to}. */
    DateRange dates() {
      LocalDate from = date("valid_from").orElse(LocalDate.MIN);
      LocalDate to = date("valid_to").orElse(LocalDate.MAX);
      if (to.isBefore(from)) {
        throw wrong("valid_to %s is before valid_from %s".formatted(to, from));
      }
      return new DateRange(from, to);
    }

    /** A part of a whole: above 0, at most 1; an empty field is the whole. */
    double part(String column) {
      String text = text(column);
      try {
        double part = text.isEmpty() ? 1 : Double.parseDouble(text);
        if (part > 0 && part <= 1) {
          return part;
        }
      } catch (NumberFormatException e) {
        throw wrong("%s \"%s\" is not a number".formatted(column, text));
      }
      throw wrong("%s %s is not above 0 and at most 1".formatted(column, text));
    }

    private UserException wrong(String what) {
      return UserException.data("%s: %s.".formatted(place(), what), "correct the row");
    }
  }
}
