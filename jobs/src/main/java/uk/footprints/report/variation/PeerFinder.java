package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaCharacteristics;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.PeerSelection;

/**
 * The areas of a geography and their peers.
 *
 * @param characteristics the areas and their characteristics
 * @param nearest the peers of each area, without the area itself
 */
record PeerFinder(AreaCharacteristics characteristics, List<List<PeerSelection.Peer>> nearest) {

  /** The number of peers of an area. */
  static final int COUNT = 10;

  /** Finds peers for the latest complete year of an indicator; none unless areas are over twice as many as peers. */
  static List<PeerFinder> of(Evidence evidence, String indicator, String geography) {
    Period year = AreaCharacteristics.latest(evidence, indicator, geography);
    if (year == null || geography.equals("country")) {
      return List.of();
    }
    List<IndicatorValue> answers = evidence.byPeriod(indicator, geography).get(year);
    AreaCharacteristics characteristics = AreaCharacteristics.of(evidence, answers);
    if (characteristics.areas().size() <= 2 * COUNT) {
      return List.of();
    }
    double[] equal = new double[characteristics.names().size()];
    Arrays.fill(equal, 1);
    List<String> codes = new ArrayList<>();
    characteristics.areas().forEach(a -> codes.add(a.areaCode()));
    return List.of(
        new PeerFinder(characteristics, PeerSelection.nearest(codes, characteristics.values(), equal, COUNT)));
  }
}
