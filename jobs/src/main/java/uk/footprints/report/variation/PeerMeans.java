package uk.footprints.report.variation;

import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.PeerSelection;
import uk.footprints.table.Table;

/** Compares each area with the mean of its peers, with limits; the area itself is not in the mean. */
public final class PeerMeans implements Report {

  private static final int FEWEST = 5;
  private static final String METHOD = "Student's t of the peers; difference: both errors in quadrature";

  private static final Table TABLE =
      new Table(
          "peer_means",
          "indicator x area, latest complete year: compared with the mean of its peers",
          List.of("indicator", "geography", "area_code", "period_start", "basis"),
          ReportColumns.of(
              ReportColumns.SERIES,
              ReportColumns.PERIOD,
              number("value", "The area's value.", ""),
              number("peer_mean", "Mean of its comparable peers.", ""),
              number("peer_lower_95", "Its lower limit.", ""),
              number("peer_upper_95", "Its upper limit.", ""),
              number("difference", "The area less the mean.", ""),
              number("difference_lower_95", "Its lower limit, of the area's chance and the mean's.", ""),
              number("difference_upper_95", "Its upper limit.", ""),
              whole("n", "Peers that can be compared.", "areas"),
              text("method", "How."),
              text("reason", "Why there is none.")));

  @Override
  public String question() {
    return "How does an area compare with its peers?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public boolean mapped() {
    return true;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      for (String geography : evidence.geographies(indicator.id())) {
        for (PeerFinder neighbours : PeerFinder.of(evidence, indicator.id(), geography)) {
          add(rows, neighbours);
        }
      }
    }
    return rows;
  }

  private static void add(List<Object[]> rows, PeerFinder neighbours) {
    List<IndicatorValue> areas = neighbours.characteristics().areas();
    for (int i = 0; i < areas.size(); i++) {
      IndicatorValue a = areas.get(i);
      double[] values =
          neighbours.nearest().get(i).stream()
              .map(PeerSelection.Peer::index)
              .map(areas::get)
              .filter(IndicatorValue::comparable)
              .mapToDouble(p -> p.estimate().value())
              .toArray();
      List<Object> head = List.of(ReportColumns.series(a), a.period(), a.comparable() ? a.estimate().value() : Double.NaN);
      if (!a.comparable() || values.length < FEWEST) {
        String why = a.comparable() ? "fewer than " + FEWEST + " peers can be compared" : a.reason();
        rows.add(ReportColumns.row(head, null, null, null, null, null, null, values.length, "", why));
      } else {
        rows.add(ReportColumns.row(head, difference(a.estimate(), Means.studentT(values)), values.length, METHOD, ""));
      }
    }
  }

  private static List<Object> difference(Estimate own, Estimate peers) {
    double difference = own.value() - peers.value();
    double chance = Double.isNaN(own.upper95()) ? 0 : (own.upper95() - own.lower95()) / 2;
    double half = Math.hypot(chance, (peers.upper95() - peers.lower95()) / 2);
    return List.of(
        peers.value(), peers.limits(Confidence.P95), difference, difference - half, difference + half);
  }
}
