package uk.footprints.report.trend;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;

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

  /** Reads the targets that ship with the program. */
  public static List<Target> list() {
    try (InputStream in = Target.class.getResourceAsStream("/uk/footprints/reference/targets.csv");
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().map(Target::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Target of(NamedCsvRecord row) {
    String base = row.getField("base_year");
    String due = row.getField("due");
    return new Target(
        row.getField("target"), row.getField("title"), row.getField("indicator"),
        row.getField("quantity").equals("count"), row.getField("geography"), row.getField("area"),
        row.getField("direction").equals("at_most"),
        Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
        Double.parseDouble(row.getField("amount")), base.isEmpty() ? 0 : Integer.parseInt(base),
        due.isEmpty() ? null : LocalDate.parse(due), row.getField("source"));
  }

  /** Returns whether the target is for that area. */
  boolean concerns(String geographyId, String areaCode) {
    return (geography.equals(ANY) || geography.equals(geographyId)) && (area.equals(ANY) || area.equals(areaCode));
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
