package uk.footprints.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.footprints.table.TableData;

/**
 * A question about the country, with its answer from these data and the quoted one.
 *
 * @param id its id
 * @param question the question
 * @param ours our number with its unit; none when these data have none
 * @param quoted the number as quoted, with its unit
 * @param period the period of both
 * @param definition what ours is; empty when there is none
 * @param source who was quoted
 * @param difference why the two differ, or why there is no number
 */
public record Headline(
    String id,
    String question,
    Amount ours,
    Amount quoted,
    String period,
    String definition,
    String source,
    String difference) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  /** Reads the rows of the table {@code headlines}. */
  static List<Headline> list(TableData headlines) {
    return headlines.rows().stream().map(row -> of(headlines, row)).toList();
  }

  private static Headline of(TableData table, Object[] row) {
    String unit = table.text(row, "unit");
    return new Headline(
        table.text(row, "headline"),
        table.text(row, "question"),
        Amount.of(table.number(row, "ours"), unit),
        Amount.of(table.number(row, "quoted"), unit),
        table.text(row, "period"),
        table.text(row, "definition"),
        table.text(row, "quoted_source"),
        table.text(row, "difference"));
  }

  /** Returns a day such as {@code 31 March 2017}, or the text itself when it is no day. */
  static String day(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d") ? DAY.format(LocalDate.parse(text)) : text;
  }

  /** Whether these data answer the question. */
  public boolean answered() {
    return ours.isPresent();
  }
}
