package uk.footprints.analysis;

import java.util.List;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.Table;

/** Reports the indicator values: the table {@code indicators}, for a chosen geography, basis and period. */
final class IndicatorTable implements Report {

  static final String ID = "indicators";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String question() {
    return "What is the value of each indicator, with limits, rank and completeness?";
  }

  @Override
  public Table table() {
    return Tables.INDICATORS;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    return evidence.answers().stream().map(IndicatorValue::row).toList();
  }
}
