package uk.footprints.report;

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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import uk.footprints.period.Period;
import uk.footprints.runtime.UserException;

/**
 * A change of what a publication counts, which is no change of care: a row of {@code data/reference/recording_breaks.csv}.
 *
 * @param datasets the datasets concerned
 * @param measures a pattern of the measures concerned
 * @param country whether only England's figures are concerned, because areas are complete or incomplete by themselves
 * @param editions whether the dates are those of publication, and the years of one edition are comparable; otherwise they
 *     are days on which care was counted
 * @param date the first day of the change
 * @param until the day from which all is counted in the new way; the same as the first where it was a step
 * @param reason one sentence
 * @param source who says so
 */
public record RecordingBreak(
    Set<String> datasets, Pattern measures, boolean country, boolean editions, LocalDate date, LocalDate until, String reason,
    String source) {

  private static final String FILE = "recording_breaks.csv";
  private static final List<RecordingBreak> ALL =
      read(RecordingBreak.class.getResourceAsStream("/uk/footprints/reference/" + FILE));

  /** Returns the changes that come with the program. */
  public static List<RecordingBreak> list() {
    return ALL;
  }

  /** Reads changes from CSV text, and refuses a row with a word or date that has no meaning; closes the stream. */
  static List<RecordingBreak> read(InputStream csv) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      return rows.stream().map(RecordingBreak::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordingBreak parse(NamedCsvRecord row) {
    String by = row.getField("by");
    if (!Set.of("care", "edition").contains(by)) {
      throw wrong(row, "by \"%s\" is none of care, edition".formatted(by));
    }
    String areas = row.getField("areas");
    if (!Set.of("all", "country").contains(areas)) {
      throw wrong(row, "areas \"%s\" is none of all, country".formatted(areas));
    }
    LocalDate date = day(row, "date");
    LocalDate until = row.getField("until").isEmpty() ? date : day(row, "until");
    if (until.isBefore(date)) {
      throw wrong(row, "until %s is before date %s".formatted(until, date));
    }
    for (String column : List.of("datasets", "measures", "reason", "source")) {
      if (row.getField(column).isBlank()) {
        throw wrong(row, column + " is empty");
      }
    }
    try {
      return new RecordingBreak(
          Set.of(row.getField("datasets").split("\\s+")), Pattern.compile(row.getField("measures")),
          areas.equals("country"), by.equals("edition"), date, until, row.getField("reason"), row.getField("source"));
    } catch (PatternSyntaxException e) {
      throw wrong(row, "measures \"%s\" is no pattern".formatted(e.getPattern()));
    }
  }

  private static LocalDate day(NamedCsvRecord row, String column) {
    try {
      return LocalDate.parse(row.getField(column));
    } catch (DateTimeParseException e) {
      throw wrong(row, "%s \"%s\" is not a date".formatted(column, row.getField(column)));
    }
  }

  private static UserException wrong(NamedCsvRecord row, String what) {
    return UserException.data("%s, row %d: %s.".formatted(FILE, row.getStartingLineNumber(), what), "correct the row");
  }

  /** Returns whether it concerns a measure. */
  public boolean concerns(String dataset, String measure) {
    return datasets.contains(dataset) && measures.matcher(measure).matches();
  }

  /** Returns whether it concerns the areas of a geography. */
  public boolean concerns(String geography) {
    return !country || geography.equals("country");
  }

  /** Returns whether a comparison of two periods crosses it: one was counted before it ended, the other since it began. */
  public boolean isCrossed(Period one, Period other) {
    LocalDate first = one.start().isBefore(other.start()) ? one.start() : other.start();
    LocalDate last = one.end().isAfter(other.end()) ? one.end() : other.end();
    return !editions && first.isBefore(until) && !last.isBefore(date);
  }

  /** Returns whether two figures are of editions before and after it. */
  public boolean isCrossed(Optional<LocalDate> oneEdition, Optional<LocalDate> otherEdition) {
    return editions && oneEdition.isPresent() && otherEdition.isPresent()
        && oneEdition.get().isBefore(date) != otherEdition.get().isBefore(date);
  }
}
