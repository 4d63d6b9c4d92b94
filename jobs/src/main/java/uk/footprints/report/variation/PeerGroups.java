package uk.footprints.report.variation;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.PeerSelection;
import uk.footprints.table.Table;

/** Reports the peers of an area: the ten areas most similar in age, size and density of the population. */
public final class PeerGroups implements Report {

  private static final Table TABLE =
      new Table(
          "peers",
          "area x peer",
          List.of("geography", "area_code", "peer_rank", "basis"),
          ReportColumns.of(
              key("geography", "As in areas."),
              key("area_code", "As in areas."),
              text("area_name", "Name."),
              ReportColumns.BASIS,
              whole("peer_rank", "1 is the nearest.", ""),
              key("peer_code", "The peer."),
              text("peer_name", "Its name."),
              number("distance", "The distance over all characteristics.", "standard deviations"),
              text("method", "The characteristics and their weights.")));

  @Override
  public String question() {
    return "Which areas are like this one?";
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

  private static void add(List<Object[]> rows, PeerFinder peers) {
    List<IndicatorValue> areas = peers.characteristics().areas();
    String method =
        "%s; capped, square root, standardised, equal weights"
            .formatted(String.join(", ", peers.characteristics().names()));
    for (int i = 0; i < areas.size(); i++) {
      IndicatorValue a = areas.get(i);
      for (PeerSelection.Peer peer : peers.nearest().get(i)) {
        IndicatorValue other = areas.get(peer.index());
        rows.add(
            ReportColumns.row(
                a.geography(), a.areaCode(), a.areaName(), a.basis(), peer.rank(), other.areaCode(), other.areaName(),
                peer.distance(), method));
      }
    }
  }
}
