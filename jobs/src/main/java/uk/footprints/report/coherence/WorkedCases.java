package uk.footprints.report.coherence;

import java.util.List;
import java.util.Optional;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.OwnGeography;
import uk.footprints.report.AreaContext;
import uk.footprints.report.Evidence;

/** Computes the coherence of disputed areas, {@code examples/against_the_grain.csv}. */
public final class WorkedCases {

  private static final String FILE = "against_the_grain.csv";

  private WorkedCases() {}

  /** Returns the report's rows for these areas. */
  public static List<CoherenceReport.Row> of(Evidence evidence) {
    AreaContext context = evidence.context();
    OwnGeography mine = OwnGeography.ofExample(FILE, context.areas());
    Areas areas = context.areas().with(mine);
    Atlas atlas = context.atlas().with(areas, mine);
    AreaContext cases =
        new AreaContext(
        areas, context.basis(), List.of(mine.geography()), context.people(), atlas,
        context.flows());
    Evidence here =
        new Evidence(
            List.of(), evidence.figures(), evidence.indicators(), cases, Optional.empty(), Evidence.OtherTables.NONE);
    return new CoherenceReport().rows(here);
  }
}
