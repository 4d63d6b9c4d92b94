package uk.footprints.report.beds;

import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportPeriod;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.PairedMeasures;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Correlates bed occupancy with A&amp;E waits of areas in the same quarter. Correlation is not causation. */
public final class BedsAndWaits implements Report<BedsAndWaits.Row> {

  private static final int FEWEST = 8;

  /** A row: geography x quarter: occupancy of general and acute beds, and type 1 waits, across areas. */
  public record Row(
      @Column(value = "As in areas.", required = true) String geography,
      @ReportPeriod Period period,
      @BasisColumn String basis,
      @Column(value = "Areas with both.", unit = "areas") int n,
      @Column(value = "Pearson's correlation of occupancy with the share within four hours.", unit = "-1 to 1")
      double correlation,
      @Column(name = "lower_95", value = "Lower limit, Fisher 1921.", unit = "-1 to 1")
      @Column(name = "upper_95", value = "Upper limit.", unit = "-1 to 1")
      Interval at95,
      @Column(value = "Theil-Sen: the median over pairs of areas of points within four hours per point of "
              + "occupancy.", unit = "percentage points")
      double slope,
      @Column("How.") String method,
      @Column("Why there is none.") String reason) {}

  /** The table {@code beds_and_waits}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "beds_and_waits", "geography x quarter: occupancy of general and acute beds, and type 1 waits, across areas",
          Row.class, "geography", "period_start", "basis");

  @Override
  public String question() {
    return "How is bed occupancy related to waits in A&E?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  /** Explains why correlation and slope differ in sign; empty where they do not. */
  private static String signs(PairedMeasures paired) {
    return paired.correlation() * paired.slope() < 0
        ? "correlation and slope differ in sign: Pearson's weighs extreme areas, the median slope does not"
        : "";
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (String geography : evidence.geographies("ga_bed_occupancy")) {
      if (geography.equals("country")) {
        continue;
      }
      evidence
          .byPeriod("ga_bed_occupancy", geography)
          .forEach(
              (period, answers) -> {
                if (period.kind() == PeriodKind.QUARTER) {
                  List<IndicatorValue> whole = answers.stream().filter(IndicatorValue::comparable).toList();
                  double[] occupancy = whole.stream().mapToDouble(a -> a.estimate().value()).toArray();
                  double[] waits = whole.stream().mapToDouble(a -> BedsReport.waits(evidence, a)).toArray();
                  PairedMeasures paired = PairedMeasures.of(occupancy, waits);
                  boolean enough = paired.n() >= FEWEST;
                  rows.add(
                      new Row(
                          geography, period, answers.get(0).basis(), paired.n(),
                          enough ? paired.correlation() : Double.NaN,
                          enough ? paired.at95() : Interval.NONE,
                          enough ? paired.slope() : Double.NaN, "Pearson; Theil-Sen slope across areas",
                          enough ? signs(paired) : "fewer than " + FEWEST + " areas have both in this quarter"));
                }
              });
    }
    return rows;
  }
}
