package uk.footprints.report.coherence;

import java.util.List;
import java.util.Optional;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.OwnGeography;
import uk.footprints.report.Evidence;
import uk.footprints.report.Land;
import uk.footprints.table.Filled;

/** The areas that were argued about, {@code examples/against_the_grain.csv}, as the report sees any area. */
public final class WorkedCases {

  private static final String FILE = "against_the_grain.csv";

  private WorkedCases() {}

  /** The report's rows for them. */
  public static Filled of(Evidence evidence) {
    Land land = evidence.land();
    OwnGeography mine = OwnGeography.ofExample(FILE, Areas.reference());
    Areas areas = Areas.reference().with(mine);
    Atlas atlas = land.atlas().with(areas, mine);
    Land cases =
        new Land(areas, land.basis(), List.of(mine.geography()), land.people(), land.yearly(), atlas, land.flows());
    Evidence here =
        new Evidence(
            List.of(), evidence.figures(), evidence.indicators(), cases, Optional.empty(), Evidence.Beside.NOTHING);
    return new Filled(Coherence.TABLE, new Coherence().rows(here));
  }
}
