package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.table.Field;
import uk.footprints.table.Filled;

/** Stays in hospital: a page that appears when a release has tables of them. */
final class Stays {

  /** What such tables are called. */
  static final String PREFIX = "stays";

  private static final int MOST = 600;

  private Stays() {}

  static boolean there(Materials materials) {
    return materials.tables().stream()
        .anyMatch(filled -> filled.table().name().startsWith(PREFIX) && !filled.rows().isEmpty());
  }

  static Story of(Site site) {
    List<Part> parts = new ArrayList<>();
    for (Filled filled : site.materials().tables()) {
      String name = filled.table().name();
      if (name.startsWith(PREFIX) && !filled.rows().isEmpty()) {
        String words =
            filled.rows().size() > MOST
                ? "The first %,d of %,d rows.".formatted(MOST, filled.rows().size())
                : "%,d rows.".formatted(filled.rows().size());
        Exhibit exhibit = plain(filled, MOST).table(name, name.replace('_', ' '), "Table " + name, words, csv(name));
        parts.add(new Part(name + "-part", sentence(filled.table().row()), "", List.of(exhibit), ""));
      }
    }
    return Story.of(
        site.frame("Stays in hospital", "stays.html", false),
        "Stays in hospital",
        "What episode records say of stays: how long they last, what follows them, and what they begin with.",
        parts);
  }

  /** Any table as it is. */
  private static Sheet<Object[]> plain(Filled filled, int most) {
    Sheet<Object[]> sheet = Sheet.of(filled.rows().subList(0, Math.min(most, filled.rows().size())));
    List<Field> fields = filled.table().fields();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String head = field.name().replace('_', ' ');
      int column = i;
      if (field.type() == Field.Type.NUMBER || field.type() == Field.Type.WHOLE) {
        Style style = field.type() == Field.Type.WHOLE ? Style.WHOLE : Style.TWO;
        sheet.number(head, style, row -> row[column] instanceof Number n ? n.doubleValue() : Double.NaN);
      } else {
        sheet.text(head, row -> row[column] == null ? "" : row[column].toString());
      }
    }
    return sheet;
  }

  private static String csv(String name) {
    return "csv/" + name + ".csv";
  }

  private static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
