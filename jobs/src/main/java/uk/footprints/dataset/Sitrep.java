package uk.footprints.dataset;

import static uk.footprints.parse.Column.measure;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.conform.Measure;
import uk.footprints.parse.Column;
import uk.footprints.parse.Column.Role;
import uk.footprints.parse.Layout;

/** What the monthly and the daily situation reports have in common: a figure for each provider. */
final class Sitrep {

  /**
   * A figure.
   *
   * @param id of the measure, without {@code sitrep.}
   * @param heading as published
   * @param unit of its values
   * @param words what is counted
   */
  record Figure(String id, String heading, String unit, String words) {

    Column column(String published) {
      return measure("sitrep." + id, published);
    }

    Measure measured(String warning) {
      String quantity = words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
      return new Measure("sitrep." + id, quantity, unit, heading, quantity + ".", warning);
    }
  }

  private Sitrep() {}

  /** A sheet of providers. */
  static Layout sheet(String name, List<Column> figures) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Role.PARENT, "Region", "NHS England Region", "Provider Level Data"));
    columns.add(Column.of(Role.ORG_CODE, "Code"));
    columns.add(Column.of(Role.ORG_NAME, "Name"));
    columns.addAll(figures);
    return Layout.of(name, columns.toArray(Column[]::new));
  }
}
