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
 * The areas of a geography and who is like whom.
 *
 * @param surveyed the areas and what is known of them
 * @param nearest the peers of each, itself left out
 */
record PeerFinder(AreaCharacteristics surveyed, List<List<PeerSelection.Peer>> nearest) {

  /** How many peers an area has. */
  static final int COUNT = 10;

  /** Of the latest whole year of an indicator; none where areas are not twice as many as peers. */
  static List<PeerFinder> of(Evidence evidence, String indicator, String geography) {
    Period year = AreaCharacteristics.latest(evidence, indicator, geography);
    if (year == null || geography.equals("country")) {
      return List.of();
    }
    List<IndicatorValue> answers = evidence.byPeriod(indicator, geography).get(year);
    AreaCharacteristics surveyed = AreaCharacteristics.of(evidence, answers);
    if (surveyed.areas().size() <= 2 * COUNT) {
      return List.of();
    }
    double[] equal = new double[surveyed.names().size()];
    Arrays.fill(equal, 1);
    List<String> codes = new ArrayList<>();
    surveyed.areas().forEach(a -> codes.add(a.areaCode()));
    return List.of(new PeerFinder(surveyed, PeerSelection.nearest(codes, surveyed.values(), equal, COUNT)));
  }
}
