package uk.footprints.report.beds;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.PairedMeasures;
import uk.footprints.table.Table;

/** Correlates bed occupancy with A&amp;E waits of areas in the same quarter. Correlation is not causation. */
public final class BedsAndWaits implements Report {

  private static final int FEWEST = 8;

  private static final Table TABLE =
      new Table(
          "beds_and_waits",
          "geography x quarter: occupancy of general and acute beds, and type 1 waits, across areas",
          List.of("geography", "period_start", "basis"),
          ReportColumns.of(
              key("geography", "As in areas."),
              ReportColumns.PERIOD,
              ReportColumns.BASIS,
              whole("n", "Areas with both.", "areas"),
              number("correlation", "Pearson's correlation of occupancy with the share within four hours.", "-1 to 1"),
              number("lower_95", "Lower limit, Fisher 1921.", "-1 to 1"),
              number("upper_95", "Upper limit.", "-1 to 1"),
              number(
              "slope",
              "Theil-Sen: the median over pairs of areas of points within four hours per point of occupancy.",
              "percentage points"),
              text("method", "How."),
              text("reason", "Why there is none.")));

  @Override
  public String question() {
    return "How is bed occupancy related to waits in A&E?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  /** Explains why correlation and slope differ in sign; empty where they do not. */
  private static String signs(PairedMeasures paired) {
    return paired.correlation() * paired.slope() < 0
        ? "correlation and slope differ in sign: Pearson's weighs extreme areas, the median slope does not"
        : "";
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
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
                      ReportColumns.row(
                          geography, period, answers.get(0).basis(), paired.n(),
                          enough ? paired.correlation() : Double.NaN,
                          enough ? paired.at95().lower() : Double.NaN, enough ? paired.at95().upper() : Double.NaN,
                          enough ? paired.slope() : Double.NaN, "Pearson; Theil-Sen slope across areas",
                          enough ? signs(paired) : "fewer than " + FEWEST + " areas have both in this quarter"));
                }
              });
    }
    return rows;
  }
}
