package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportPeriod;
import uk.footprints.report.SeriesKey;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.PeerSelection;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Compares each area with the mean of its peers, with limits; the area itself is not in the mean. */
public final class PeerMeans implements Report<PeerMeans.Row> {

  private static final int FEWEST = 5;
  private static final String METHOD = "Student's t of the peers; difference: both errors in quadrature";

  /** A row: indicator x area, latest complete year: compared with the mean of its peers. */
  public record Row(
      SeriesKey series,
      @ReportPeriod Period period,
      @Column("The area's value.") double value,
      @Column("Mean of its comparable peers.") double peerMean,
      @Column(name = "peer_lower_95", value = "Its lower limit.")
      @Column(name = "peer_upper_95", value = "Its upper limit.")
      Interval peerAt95,
      @Column("The area less the mean.") double difference,
      @Column(name = "difference_lower_95", value = "Its lower limit, of the area's chance and the mean's.")
      @Column(name = "difference_upper_95", value = "Its upper limit.")
      Interval differenceAt95,
      @Column(value = "Peers that can be compared.", unit = "areas") int n,
      @Column("How.") String method,
      @Column("Why there is none.") String reason) {}

  /** The table {@code peer_means}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "peer_means", "indicator x area, latest complete year: compared with the mean of its peers",
          Row.class, "indicator", "geography", "area_code", "period_start", "basis");

  @Override
  public String question() {
    return "How does an area compare with its peers?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public boolean mapped() {
    return true;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      for (String geography : evidence.geographies(indicator.id())) {
        for (PeerFinder neighbours : PeerFinder.of(evidence, indicator.id(), geography)) {
          add(rows, neighbours);
        }
      }
    }
    return rows;
  }

  private static void add(List<Row> rows, PeerFinder neighbours) {
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
      double value = a.comparable() ? a.estimate().value() : Double.NaN;
      if (!a.comparable() || values.length < FEWEST) {
        String why = a.comparable() ? "fewer than " + FEWEST + " peers can be compared" : a.reason();
        rows.add(
            new Row(
                SeriesKey.of(a), a.period(), value, Double.NaN, Interval.NONE, Double.NaN, Interval.NONE, values.length,
                "", why));
      } else {
        Estimate peers = Means.studentT(values);
        double difference = value - peers.value();
        rows.add(
            new Row(
                SeriesKey.of(a), a.period(), value, peers.value(), peers.limits(Confidence.P95), difference,
                differenceAt95(difference, a.estimate(), peers), values.length, METHOD, ""));
      }
    }
  }

  private static Interval differenceAt95(double difference, Estimate own, Estimate peers) {
    double chance = Double.isNaN(own.upper95()) ? 0 : (own.upper95() - own.lower95()) / 2;
    double half = Math.hypot(chance, (peers.upper95() - peers.lower95()) / 2);
    return new Interval(difference - half, difference + half);
  }
}
