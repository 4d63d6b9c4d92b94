package uk.footprints.analysis;

import java.io.IOException;
import java.util.List;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.dataset.AdmissionFlows;
import uk.footprints.table.TableExcerpt;

/** Reads the table {@code admission_flows}. */
public final class AdmissionFlowTable {

  private record Flow(String councilCode, String providerCode, double admissions) {}

  private static final TableExcerpt<Flow> FLOWS = TableExcerpt.of(AdmissionFlows.FLOWS, Flow.class);

  private AdmissionFlowTable() {}

  /** Reads the flows of a release; none where it does not have the table. */
  public static List<AdmissionFlow> read(ReleaseReader published) throws IOException {
    return published.rows(FLOWS).stream()
        .map(flow -> new AdmissionFlow(flow.councilCode(), flow.providerCode(), flow.admissions()))
        .toList();
  }
}
