package uk.footprints.report.headline;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.PeriodText;
import uk.footprints.runtime.UserException;

/** Reads {@code data/reference/headlines.csv}; a row with a word or number that has no meaning is refused. */
public final class QuotedNumbers {

  private static final String FILE = "headlines.csv";
  private static final String ENGLAND = "E92000001";

  private QuotedNumbers() {}

  /** Reads the numbers that come with the program, by id in the order of the table. */
  public static Map<String, List<QuotedNumber>> list() {
    return read(QuotedNumbers.class.getResourceAsStream("/uk/footprints/reference/" + FILE));
  }

  /** Reads numbers from CSV text, by id in the order of the table; closes the stream. */
  static Map<String, List<QuotedNumber>> read(InputStream csv) {
    Map<String, List<QuotedNumber>> byId = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        String id = row.getField("headline");
        List<QuotedNumber> others = byId.computeIfAbsent(id, i -> new ArrayList<>());
        others.add(new Line(row, others.isEmpty() ? null : others.get(0)).number());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byId;
  }

  /**
   * A row that knows its place.
   *
   * @param row the row
   * @param first the first row of the same id, whose question, quoted number and window hold for all; null if this is it
   */
  private record Line(NamedCsvRecord row, QuotedNumber first) {

    QuotedNumber number() {
      NumberMethod method =
          NumberMethod.valueOf(word("method", NumberMethod.ids()).toUpperCase(Locale.ROOT));
      boolean none = method == NumberMethod.NONE;
      Period from = period("from");
      Period to = period("to");
      PeriodKind kind = to == null ? kind() : to.kind();
      if (!none && (from != null) != method.pair()) {
        throw wrong(method.pair() ? "from is empty" : "from is given, and " + method.id() + " has one window");
      }
      if (none && text("missing").isEmpty()) {
        throw wrong("missing is empty");
      }
      QuotedNumber.Limit limit = limit();
      if (method.level() == (limit == null)) {
        throw wrong(method.level() ? "level is empty" : "level is given, and " + method.id() + " has none");
      }
      String geography = text("geography").isEmpty() ? "country" : text("geography");
      return new QuotedNumber(
          required("headline"),
          first == null ? required("question") : first.question(),
          first == null ? quoted() : first.quoted(),
          first == null ? required("unit") : first.unit(),
          first == null ? required("period") : first.period(),
          method,
          none ? FigureSum.of("") : sum("figure", true),
          sum("per", false),
          text("times").isEmpty() ? 1 : amount("times"),
          from,
          to,
          kind,
          word("latest", Set.of("", "since")).equals("since"),
          geography,
          geography.equals("country") ? ENGLAND : text("area"),
          limit,
          word("edition", Set.of("", "one")).equals("one"),
          none ? "" : required("definition"),
          text("difference"),
          first == null ? required("quoted_source") : first.source(),
          text("missing"));
    }

    private String text(String column) {
      return row.getField(column).strip();
    }

    private String required(String column) {
      if (text(column).isEmpty()) {
        throw wrong(column + " is empty");
      }
      return text(column);
    }

    private String word(String column, Set<String> words) {
      if (!words.contains(text(column))) {
        throw wrong(
            "%s \"%s\" is none of %s".formatted(column, text(column), String.join(", ", new TreeSet<>(words)).strip()));
      }
      return text(column);
    }

    private double quoted() {
      return text("quoted").isEmpty() ? Double.NaN : amount("quoted");
    }

    private double amount(String column) {
      try {
        return Double.parseDouble(text(column));
      } catch (NumberFormatException e) {
        throw wrong("%s \"%s\" is not a number".formatted(column, text(column)));
      }
    }

    private FigureSum sum(String column, boolean needed) {
      try {
        FigureSum sum = FigureSum.of(needed ? required(column) : text(column));
        return sum;
      } catch (IllegalArgumentException e) {
        throw wrong(
            ("%s \"%s\" is no figure; write dataset/measure, indicator:id.numerator, cost:scope, stays:finding or count:areas")
                .formatted(column, e.getMessage()));
      }
    }

    /** Returns a period; null for none, and for the latest of a length. */
    private Period period(String column) {
      String text = text(column);
      if (text.isEmpty() || text.startsWith("latest ")) {
        return null;
      }
      return PeriodText.parseOption(text)
          .orElseThrow(() -> wrong("%s \"%s\" is no period such as 2016/17 or 2016-12".formatted(column, text)));
    }

    private PeriodKind kind() {
      String to = text("to");
      return switch (to) {
        case "", "latest financial_year" -> PeriodKind.FINANCIAL_YEAR;
        case "latest quarter" -> PeriodKind.QUARTER;
        case "latest month" -> PeriodKind.MONTH;
        default -> throw wrong("to \"%s\" is none of latest financial_year, latest quarter, latest month".formatted(to));
      };
    }

    private QuotedNumber.Limit limit() {
      String level = text("level");
      if (level.isEmpty()) {
        return null;
      }
      if (!level.matches("[<>] ?-?\\d+(\\.\\d+)?")) {
        throw wrong("level \"%s\" is not < or > and a number".formatted(level));
      }
      return new QuotedNumber.Limit(Double.parseDouble(level.substring(1).strip()), level.startsWith("<"));
    }

    private UserException wrong(String what) {
      return UserException.data(
          "%s, row %d: %s.".formatted(FILE, row.getStartingLineNumber(), what), "correct the row");
    }
  }
}
