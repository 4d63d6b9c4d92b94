package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.statistics.PeerSelection;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Reports the peers of an area: the ten areas most similar in age, size and density of the population. */
public final class PeerGroups implements Report<PeerGroups.Row> {

  /** A row: area x peer. */
  public record Row(
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @BasisColumn String basis,
      @Column("1 is the nearest.") int peerRank,
      @Column(value = "The peer.", required = true) String peerCode,
      @Column("Its name.") String peerName,
      @Column(value = "The distance over all characteristics.", unit = "standard deviations") double distance,
      @Column("The characteristics and their weights.") String method) {}

  /** The table {@code peers}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of("peers", "area x peer", Row.class, "geography", "area_code", "peer_rank", "basis");

  @Override
  public String question() {
    return "Which areas are like this one?";
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
    Set<String> done = new TreeSet<>();
    for (Indicator indicator : evidence.indicators()) {
      for (String geography : evidence.geographies(indicator.id())) {
        for (PeerFinder peers : PeerFinder.of(evidence, indicator.id(), geography)) {
          if (done.add(geography)) {
            add(rows, peers);
          }
        }
      }
    }
    return rows;
  }

  private static void add(List<Row> rows, PeerFinder peers) {
    List<IndicatorValue> areas = peers.characteristics().areas();
    String method =
        "%s; capped, square root, standardised, equal weights"
            .formatted(String.join(", ", peers.characteristics().names()));
    for (int i = 0; i < areas.size(); i++) {
      IndicatorValue a = areas.get(i);
      for (PeerSelection.Peer peer : peers.nearest().get(i)) {
        IndicatorValue other = areas.get(peer.index());
        rows.add(
            new Row(
                a.geography(), a.areaCode(), a.areaName(), a.basis(), peer.rank(), other.areaCode(), other.areaName(),
                peer.distance(), method));
      }
    }
  }
}
