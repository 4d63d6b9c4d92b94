package uk.footprints.report;

import java.util.List;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/**
 * What a report answers, with which table, and what it reads.
 *
 * @param table the table that the report fills, with the type of its rows
 * @param question the question, in one sentence
 * @param needs the measures that it reads in addition to those of the indicators
 * @param reads the other published tables that it reads
 * @param geographies the geographies that it needs in addition to the chosen ones
 * @param mapped whether it needs the map
 * @param <R> the type of a row of the table
 */
public record ReportHead<R extends Record>(
    RecordTable<R> table, String question, List<Report.Need> needs, List<TableExcerpt<?>> reads,
    List<String> geographies, boolean mapped) {

  /** Creates the head of a report that reads indicators only. */
  public static <R extends Record> ReportHead<R> of(RecordTable<R> table, String question) {
    return new ReportHead<>(table, question, List.of(), List.of(), List.of(), false);
  }

  /** Returns the head of a report that reads these measures as well. */
  public ReportHead<R> withMeasures(List<Report.Need> measures) {
    return new ReportHead<>(table, question, List.copyOf(measures), reads, geographies, mapped);
  }

  /** Returns the head of a report that reads another published table as well. */
  public ReportHead<R> withExcerpt(TableExcerpt<?> excerpt) {
    return new ReportHead<>(table, question, needs, List.of(excerpt), geographies, mapped);
  }

  /** Returns the head of a report that reads other published tables as well. */
  public ReportHead<R> withExcerpts(TableExcerpt<?>... excerpts) {
    return new ReportHead<>(table, question, needs, List.of(excerpts), geographies, mapped);
  }

  /** Returns the head of a report that needs these geographies as well. */
  public ReportHead<R> withGeographies(String... others) {
    return new ReportHead<>(table, question, needs, reads, List.of(others), mapped);
  }

  /** Returns the head of a report that needs the map. */
  public ReportHead<R> withMap() {
    return new ReportHead<>(table, question, needs, reads, geographies, true);
  }
}
