package uk.footprints.analysis;

import java.util.List;
import uk.footprints.indicator.IndicatorRow;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.RecordTable;

/** Reports the indicator values: the table {@code indicators}, for a chosen geography, basis and period. */
final class IndicatorTable implements Report<IndicatorRow> {

  @Override
  public String question() {
    return "What is the value of each indicator, with limits, rank and completeness?";
  }

  @Override
  public RecordTable<IndicatorRow> recordTable() {
    return IndicatorRow.TABLE;
  }

  @Override
  public List<IndicatorRow> rows(Evidence evidence) {
    return evidence.answers().stream().map(IndicatorRow::of).toList();
  }
}
