package uk.footprints.report.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.Indicator;
import uk.footprints.report.Evidence;
import uk.footprints.report.RecordingBreak;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Reports which changes of recording each indicator has, so that a chart can mark them. */
public final class RecordingBreaks implements Report<RecordingBreaks.Row> {

  /** A row: indicator x change of recording. */
  public record Row(
      @Column(value = "As in describe.", required = true) String indicator,
      @Column(value = "The dataset whose counts changed.", required = true) String dataset,
      @Column(value = "all, or country where only England's figures are concerned.", required = true) String areas,
      @Column(value = "care (the days are those of care) or edition (days of publication).", required = true)
      String countedBy,
      @Column("First day of the change.") LocalDate changedFrom,
      @Column("The day from which all is counted in the new way.") LocalDate changedUntil,
      @Column("What changed.") String reason,
      @Column("Who says so.") String source) {}

  /** The table {@code recording_breaks}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "recording_breaks", "indicator x change of what its publication counts", Row.class,
          "indicator", "changed_from", "reason");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "What changed in recording, and not in care?");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      for (RecordingBreak change : RecordingBreak.list()) {
        if (indicator.measures().stream().anyMatch(m -> change.concerns(indicator.dataset(), m))) {
          rows.add(
              new Row(
                  indicator.id(), indicator.dataset(), change.country() ? "country" : "all",
                  change.editions() ? "edition" : "care", change.date(), change.until(), change.reason(),
                  change.source()));
        }
      }
    }
    return rows;
  }
}
