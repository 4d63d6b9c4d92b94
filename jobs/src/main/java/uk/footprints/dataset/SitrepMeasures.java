package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.RollUp;
import uk.footprints.transform.Measure;

/** The columns and measures that the monthly and the daily situation reports share. */
final class SitrepMeasures {

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
      Measure daily = new Measure("sitrep." + id, quantity, unit, heading, quantity + ".", warning);
      return unit.equals("beds") || unit.equals("cots") ? daily.rolledUpBy(RollUp.MEAN) : daily;
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
