package uk.footprints.report.trend;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.runtime.UserException;

/**
 * A planned target: a row of {@code data/reference/targets.csv}.
 *
 * @param id its id
 * @param title one sentence
 * @param indicator the id of the indicator
 * @param count whether it is a target for the count, not the value
 * @param geography one geography, or {@code *}
 * @param area one area, or {@code *}
 * @param atMost whether it is met at or below; otherwise at or above
 * @param kind the kind of the amount
 * @param amount a level, a change, or per cent of growth
 * @param baseYear the financial year that change or growth starts from; 0 for none
 * @param due the day by which it must be met; null for every period
 * @param source who set the target
 */
public record Target(
    String id,
    String title,
    String indicator,
    boolean count,
    String geography,
    String area,
    boolean atMost,
    Kind kind,
    double amount,
    int baseYear,
    LocalDate due,
    String source) {

  /** The kind of the amount. */
  public enum Kind {
    LEVEL,
    CHANGE,
    GROWTH
  }

  private static final String ANY = "*";
  private static final String FILE = "targets.csv";

  /** Reads the targets that ship with the program. */
  public static List<Target> list() {
    return read(Target.class.getResourceAsStream("/uk/footprints/reference/" + FILE));
  }

  /** Reads targets from CSV text, and refuses a row with a word or number that has no meaning; closes the stream. */
  static List<Target> read(InputStream csv) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      return rows.stream().map(row -> new TargetRow(row).target()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of the table, which knows its place. */
  private record TargetRow(NamedCsvRecord row) {

    Target target() {
      Kind kind = Kind.valueOf(word("kind", "level", "change", "growth").toUpperCase(Locale.ROOT));
      String base = row.getField("base_year");
      String due = row.getField("due");
      if (kind != Kind.LEVEL && base.isEmpty()) {
        throw wrong("a target of " + row.getField("kind") + " has no base_year");
      }
      return new Target(
          text("target"), text("title"), text("indicator"), word("quantity", "value", "count").equals("count"),
          text("geography"), text("area"), word("direction", "at_most", "at_least").equals("at_most"), kind,
          number("amount"), base.isEmpty() ? 0 : (int) number("base_year"), due.isEmpty() ? null : day(due),
          text("source"));
    }

    private String text(String column) {
      if (row.getField(column).isBlank()) {
        throw wrong(column + " is empty");
      }
      return row.getField(column);
    }

    private String word(String column, String... words) {
      if (!List.of(words).contains(row.getField(column))) {
        throw wrong("%s \"%s\" is none of %s".formatted(column, row.getField(column), String.join(", ", words)));
      }
      return row.getField(column);
    }

    private double number(String column) {
      try {
        return Double.parseDouble(row.getField(column));
      } catch (NumberFormatException e) {
        throw wrong("%s \"%s\" is not a number".formatted(column, row.getField(column)));
      }
    }

    private LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw wrong("due \"%s\" is not a date".formatted(text));
      }
    }

    private UserException wrong(String what) {
      return UserException.data(
          "%s, row %d: %s.".formatted(FILE, row.getStartingLineNumber(), what), "correct the row");
    }
  }

  /** Returns whether the target is for that area. */
  boolean concerns(String geographyId, String areaCode) {
    return (geography.equals(ANY) || geography.equals(geographyId)) && (area.equals(ANY) || area.equals(areaCode));
  }

  /** Returns whether it is a target of every geography and area. */
  boolean concernsAll() {
    return geography.equals(ANY) && area.equals(ANY);
  }

  /** Computes the level to reach from the count of the base year. */
  double level(double base) {
    return switch (kind) {
      case LEVEL -> amount;
      case CHANGE -> base + amount;
      case GROWTH -> base * (1 + amount / 100);
    };
  }

  /** Returns the figure that is compared with the target. */
  double figure(IndicatorValue answer) {
    return count ? answer.numerator() : answer.estimate().value();
  }

  /** Returns whether a figure meets a level. */
  boolean met(double figure, double level) {
    return atMost ? figure <= level : figure >= level;
  }

  /** Returns whether a period counts for the target: after the base year, and not after the day. */
  boolean counts(Period period) {
    boolean later = baseYear == 0 || period.start().isAfter(Period.financialYear(baseYear).end());
    return later && (due == null || !period.end().isAfter(due));
  }
}
