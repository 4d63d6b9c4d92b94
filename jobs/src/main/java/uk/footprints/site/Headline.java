package uk.footprints.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.footprints.report.Headlines;

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
 * @param latest the latest number of the same kind; none where there is none
 * @param latestPeriod its period
 * @param latestReason what changed in recording up to it; empty where nothing did
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
    Amount latest,
    String latestPeriod,
    String latestReason,
    String difference) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  /** Returns the rows of the table {@code headlines}. */
  static List<Headline> list(SiteContext site) {
    return site.input().rows(Headlines.TABLE).stream().map(row -> of(site, row)).toList();
  }

  private static Headline of(SiteContext site, Headlines.Row row) {
    boolean same = !Double.isNaN(row.oursSameWindow());
    String period = row.period() + (same || Double.isNaN(row.ours()) ? "" : "; from these data " + row.oursPeriod());
    String bound = row.status().equals("bounded") ? "at least " : "";
    Amount ours = Amount.of(same ? row.oursSameWindow() : row.ours(), row.unit());
    String latest = row.latestPeriod() == null || Double.isNaN(row.oursLatest()) ? "" : row.latestPeriod();
    return new Headline(
        row.headline(), row.question(), ours.isPresent() ? new Amount(bound + ours.number(), ours.unit()) : ours,
        Amount.of(row.quoted(), row.unit()), period, site.words(row.definition()), row.quotedSource(),
        Amount.of(row.oursLatest(), row.unit()), latest, site.words(row.latestReason()),
        site.words(row.difference()));
  }

  /** Returns a day such as {@code 31 March 2017}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Whether these data answer the question. */
  public boolean answered() {
    return ours.isPresent();
  }
}
