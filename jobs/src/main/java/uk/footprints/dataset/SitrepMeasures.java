package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.RollUp;
import uk.footprints.transform.Measure;

/** The columns and measures that the monthly and the daily situation reports share. */
final class SitrepMeasures {

  /** For what is occupied, the places there are. */
  private static final Map<String, String> PLACES =
      Map.of(
          "critical_care.adult.occupied", "critical_care.adult.open",
          "critical_care.paediatric.occupied", "critical_care.paediatric.open",
          "critical_care.neonatal.occupied", "critical_care.neonatal.open",
          "beds.ga.occupied", "beds.ga.open");
  /** For a part, the figure of which it is a part. */
  private static final Map<String, String> WHOLES =
      Map.of(
          "urgent_operations.cancelled_again", "urgent_operations.cancelled",
          "beds.ga.core", "beds.ga.open",
          "beds.ga.escalation", "beds.ga.open",
          "beds.closed.norovirus_unoccupied", "beds.closed.norovirus",
          "long_stay.14", "long_stay.7",
          "long_stay.21", "long_stay.14",
          "ambulance.delayed_30_to_60", "ambulance.arrivals",
          "ambulance.delayed_over_60", "ambulance.arrivals");

  /**
   * A figure.
   *
   * @param id of the measure, without {@code sitrep.}
   * @param heading as published
   * @param unit of its values
   * @param words what is counted
   */
  record Figure(String id, String heading, String unit, String words) {

    LayoutColumn column(String published) {
      return measure("sitrep." + id, published);
    }

    Measure measured(String warning) {
      String quantity = words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
      Measure declared = new Measure("sitrep." + id, quantity, unit, heading, quantity + ".", warning);
      Measure daily = unit.equals("beds") || unit.equals("cots") ? declared.rolledUpBy(RollUp.MEAN) : declared;
      if (PLACES.containsKey(id)) {
        return daily.within("sitrep." + PLACES.get(id));
      }
      return WHOLES.containsKey(id) ? daily.partOf("sitrep." + WHOLES.get(id)) : daily;
    }
  }

  private SitrepMeasures() {}

  /** Returns the layout of a sheet of providers. */
  static Layout sheet(String name, List<LayoutColumn> figures) {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.PARENT, "Region", "NHS England Region", "Provider Level Data"));
    columns.add(LayoutColumn.of(Role.ORG_CODE, "Code"));
    columns.add(LayoutColumn.of(Role.ORG_NAME, "Name"));
    columns.addAll(figures);
    return Layout.of(name, columns.toArray(LayoutColumn[]::new));
  }
}
