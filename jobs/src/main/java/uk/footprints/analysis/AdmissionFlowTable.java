package uk.footprints.analysis;

import java.util.List;
import java.util.Map;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.dataset.AdmissionFlows;
import uk.footprints.parquet.TableReader;

/** Reads the table {@code admission_flows}. */
public final class AdmissionFlowTable {

  /** The reader of the columns that {@link #of} needs. */
  public static final TableReader SCAN =
      new TableReader(AdmissionFlows.FLOWS, List.of("council_code", "provider_code", "admissions"), Map.of());

  private AdmissionFlowTable() {}

  /** Converts rows of {@link #SCAN} to flows. */
  public static List<AdmissionFlow> of(List<Object[]> rows) {
    return rows.stream()
        .map(row -> new AdmissionFlow(row[0] == null ? "" : (String) row[0], (String) row[1], (Double) row[2]))
        .toList();
  }
}
