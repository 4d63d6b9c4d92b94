package uk.footprints.report.trend;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
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
import uk.footprints.indicator.declared.DeclaredTarget;
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

  /**
   * Reads an analyst's own table of targets, with the columns of {@code data/reference/targets.csv}.
   *
   * @param file its name, for messages
   * @param csv its text
   */
  public static List<Target> own(String file, String csv) {
    return read(file, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns a target that the declaration of an indicator has. */
  public static Target of(String indicator, DeclaredTarget of) {
    return new Target(
        of.id(), of.title(), indicator, of.quantity().equals("count"), of.geography(), of.area(),
        of.direction().equals("at_most"), Kind.valueOf(of.kind().toUpperCase(Locale.ROOT)), of.amount(), of.baseYear(),
        of.due(), of.source());
  }

  /** Reads targets from CSV text, and refuses a row with a word or number that has no meaning; closes the stream. */
  static List<Target> read(InputStream csv) {
    return read(FILE, csv);
  }

  private static List<Target> read(String file, InputStream csv) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).allowMissingFields(true)
            .ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      return rows.stream().map(row -> new TargetRow(file, row).target()).toList();
    } catch (CsvParseException e) {
      throw UserException.data(
          "%s is not a CSV table: %s.".formatted(file, e.getMessage()), "correct its quotes and commas", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of the table, which knows its place. */
  private record TargetRow(String file, NamedCsvRecord row) {

    Target target() {
      Kind kind = Kind.valueOf(word("kind", "level", "change", "growth").toUpperCase(Locale.ROOT));
      String base = field("base_year");
      String due = field("due");
      if (kind != Kind.LEVEL && base.isEmpty()) {
        throw wrong("a target of " + field("kind") + " has no base_year");
      }
      if (kind != Kind.LEVEL && !field("quantity").equals("count")) {
        throw wrong("a target of %s is of a count, and its quantity is %s".formatted(field("kind"), field("quantity")));
      }
      return new Target(
          text("target"), text("title"), text("indicator"), word("quantity", "value", "count").equals("count"),
          text("geography"), text("area"), word("direction", "at_most", "at_least").equals("at_most"), kind,
          number("amount"), base.isEmpty() ? 0 : (int) number("base_year"), due.isEmpty() ? null : day(due),
          text("source"));
    }

    private String field(String column) {
      return row.findField(column)
          .orElseThrow(() -> wrong("there is no value in the column %s".formatted(column)));
    }

    private String text(String column) {
      if (field(column).isBlank()) {
        throw wrong(column + " is empty");
      }
      return field(column);
    }

    private String word(String column, String... words) {
      if (!List.of(words).contains(field(column))) {
        throw wrong("%s \"%s\" is none of %s".formatted(column, field(column), String.join(", ", words)));
      }
      return field(column);
    }

    private double number(String column) {
      try {
        return Double.parseDouble(field(column));
      } catch (NumberFormatException e) {
        throw wrong("%s \"%s\" is not a number".formatted(column, field(column)));
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
          "%s, row %d: %s.".formatted(file, row.getStartingLineNumber(), what), "correct the row");
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
