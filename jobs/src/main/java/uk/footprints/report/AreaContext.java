package uk.footprints.report;

import java.util.List;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.indicator.AreaPopulation;

/**
 * The areas that answers are given for.
 *
 * @param areas the register
 * @param basis on which organisations are joined to areas
 * @param geographies those asked for
 * @param people who lives in their areas, on that basis, at the days for which single years of age are published
 * @param yearly the same by bands of five years ({@link AreaPopulation#band}), at every day for which they can be had
 * @param atlas the map
 * @param flows which hospitals the residents of councils were admitted to
 */
public record AreaContext(
    Areas areas,
    Basis basis,
    List<Geography> geographies,
    AreaPopulation people,
    AreaPopulation yearly,
    Atlas atlas,
    List<AdmissionFlow> flows) {

  /** No areas at all. */
  public static final AreaContext NONE =
      new AreaContext(Areas.reference(), Basis.AS_WAS, List.of(), new AreaPopulation(), new AreaPopulation(), Atlas.NONE, List.of());
}
