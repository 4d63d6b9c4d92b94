package uk.footprints.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.indicator.Answer;
import uk.footprints.period.Period;
import uk.footprints.statistics.Peers;

/**
 * The areas of a geography and who is like whom.
 *
 * @param surveyed the areas and what is known of them
 * @param nearest the peers of each, itself left out
 */
record Neighbours(Surveyed surveyed, List<List<Peers.Peer>> nearest) {

  /** How many peers an area has. */
  static final int COUNT = 10;

  /** Of the latest whole year of an indicator; none where areas are not twice as many as peers. */
  static List<Neighbours> of(Evidence evidence, String indicator, String geography) {
    Period year = Surveyed.latest(evidence, indicator, geography);
    if (year == null || geography.equals("country")) {
      return List.of();
    }
    List<Answer> answers = evidence.byPeriod(indicator, geography).get(year);
    Surveyed surveyed = Surveyed.of(evidence, answers);
    if (surveyed.areas().size() <= 2 * COUNT) {
      return List.of();
    }
    double[] equal = new double[surveyed.names().size()];
    Arrays.fill(equal, 1);
    List<String> codes = new ArrayList<>();
    surveyed.areas().forEach(a -> codes.add(a.areaCode()));
    return List.of(new Neighbours(surveyed, Peers.nearest(codes, surveyed.values(), equal, COUNT)));
  }
}
