package uk.footprints.job.report;

import java.util.List;
import java.util.Map;
import uk.footprints.area.Flow;
import uk.footprints.dataset.AdmissionFlows;
import uk.footprints.publish.TableScan;

/** Rows of the table {@code admission_flows}. */
public final class Flows {

  /** What is read of them. */
  public static final TableScan SCAN =
      new TableScan(AdmissionFlows.FLOWS, List.of("council_code", "provider_code", "admissions"), Map.of());

  private Flows() {}

  /** The flows in rows of {@link #SCAN}. */
  public static List<Flow> of(List<Object[]> rows) {
    return rows.stream()
        .map(row -> new Flow(row[0] == null ? "" : (String) row[0], (String) row[1], (Double) row[2]))
        .toList();
  }
}
