package uk.footprints.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.report.headline.HeadlineAnswer;
import uk.footprints.report.headline.QuotedNumber;
import uk.footprints.report.headline.QuotedNumbers;
import uk.footprints.report.money.CostLedger;
import uk.footprints.report.money.Deflators;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports what was quoted about emergency care in England (National Audit Office, HC 833, 2018 and HC 1511, 2023; the
 * Public Accounts Committee; plans and targets), our number for the same window, the latest one, and why they differ. The
 * questions are rows of {@code data/reference/headlines.csv}. A question that these data cannot answer stays in the table
 * with a reason.
 */
public final class Headlines implements Report<Headlines.Row> {

  /** A row: a question about the country, our number and the quoted one. */
  public record Row(
      @Column(value = "Id of the question.", required = true) String headline,
      @Column("The question.") String question,
      @Column("Our number for the window nearest to that of the quoted one, which ours_period names.") double ours,
      @Column("The number as quoted.") double quoted,
      @Column("Unit of all numbers of the row.") String unit,
      @Column("Window of the quoted number.") String period,
      @Column("Definition of our number.") String definition,
      @Column("Source of the quoted number.") String quotedSource,
      @Column("Why the two differ, and what changed in recording between the periods; or why there is no number.")
      String difference,
      @Column(
          value = "answered; bounded, where our number is a bound; or no_data with the reason in difference.",
          required = true)
      String status,
      @Column("Our number for the window of the quoted one.") double oursSameWindow,
      @Column("Our latest number, by the same definition.") double oursLatest,
      @Column("Window of the latest number.") String latestPeriod,
      @Column("Window of ours.") String oursPeriod,
      @Column("What a reader must know about the latest number: what changed in recording, months that are left out, the"
          + " area's name.")
      String latestReason) {}

  /** The table {@code headlines}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of("headlines", "a question about the country, our number and the quoted one", Row.class, "headline");

  private static final Map<String, List<QuotedNumber>> QUESTIONS = QuotedNumbers.list();

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "What do these data say about the country, compared with the quoted figures?")
          .withMeasures(
              QUESTIONS.values().stream()
                  .flatMap(List::stream)
                  .flatMap(QuotedNumber::measures)
                  .collect(Collectors.toCollection(TreeSet::new))
                  .stream()
                  .toList())
          .withExcerpts(CostLedger.SCHEDULES, CostLedger.TOTALS, CostLedger.COLLECTION, Deflators.LEVELS)
          .withGeographies(
              Stream.concat(
                      Stream.of("country", "stp_2016"),
                      QUESTIONS.values().stream()
                          .flatMap(List::stream)
                          .filter(number -> !number.countsAreas())
                          .map(QuotedNumber::geography))
                  .distinct()
                  .toArray(String[]::new));

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (HeadlineAnswer answer : HeadlineAnswer.list(evidence, QUESTIONS)) {
      QuotedNumber number = answer.number();
      rows.add(
          new Row(
              number.id(), number.question(), answer.ours(), number.quoted(), number.unit(), number.period(),
              answer.definition(), number.source(), answer.difference(), answer.status(), answer.sameWindow(),
              answer.latest(), answer.latestPeriod(), answer.oursPeriod(), answer.latestReason()));
    }
    return rows;
  }
}
