package uk.footprints.site;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.table.Field;
import uk.footprints.table.TableData;

/** The page of stays in hospital, which appears when a release has tables of stays. */
final class StaysPage {

  /** The beginning of the names of such tables. */
  static final String PREFIX = "stays";

  private static final int MOST = 600;

  private StaysPage() {}

  static boolean there(SiteInput materials) {
    return materials.tables().stream()
        .anyMatch(filled -> filled.table().name().startsWith(PREFIX) && !filled.rows().isEmpty());
  }

  static StoryPage of(SiteContext site) {
    List<PagePart> parts = new ArrayList<>();
    for (TableData filled : site.materials().tables()) {
      String name = filled.table().name();
      if (name.equals(PREFIX) && !filled.rows().isEmpty() && filled.table().has("finding")) {
        parts.add(new PagePart("findings", "What episode records show", "", List.of(findings(site, filled)), ""));
      } else if (name.startsWith(PREFIX) && !filled.rows().isEmpty()) {
        String words =
            filled.rows().size() > MOST
                ? "The first %,d of %,d rows.".formatted(MOST, filled.rows().size())
                : "%,d rows.".formatted(filled.rows().size());
        Exhibit exhibit = plain(filled, MOST).table(name, name.replace('_', ' '), "Table " + name, words, csv(name));
        parts.add(new PagePart(name + "-part", sentence(filled.table().row()), "", List.of(exhibit), ""));
      }
    }
    return StoryPage.of(
        site.frame("Stays in hospital", "stays.html", true),
        "Stays in hospital",
        "What episode records show of stays: how long they last, what follows them, and what they begin with.",
        parts);
  }

  /** Returns the report of stays: one row for each finding, area, side and pair of years. */
  private static Exhibit findings(SiteContext site, TableData stays) {
    boolean artificial = stays.rows().stream().anyMatch(row -> stays.text(row, "records").equals("artificial"));
    return ExhibitBuilder.of(stays.rows())
        .filter("Question", stays.text("question"))
        .filter("Geography", row -> SiteContext.label(stays.text(row, "geography")))
        .filter("Counted by", stays.text("counted"))
        .filter("Years", row -> stays.text(row, "year_from") + " to " + stays.text(row, "year_to"))
        .label("Area", row -> Amount.cut(stays.text(row, "area_name"), 120), row -> ReportPages.area(site, stays, row))
        .series("By these records", NumberStyle.TWO, stays.number("ours"))
        .number("Quoted, England", NumberStyle.TWO, stays.number("quoted"))
        .text("Unit", stays.text("unit"))
        .text("Status", row -> stays.text(row, "status").replace('_', ' '))
        .text("Caveats", stays.text("reason"))
        .exhibit(
            "stays", "Every finding", "Hospital episodes, record level; as was",
            artificial
                ? "ARTIFICIAL RECORDS, nobody's: conclude nothing."
                : "Small numbers are withheld; the table marks them.",
            "bars", "", "csv/stays.csv");
  }

  /** Returns any table unchanged. */
  private static ExhibitBuilder<Object[]> plain(TableData filled, int most) {
    ExhibitBuilder<Object[]> sheet = ExhibitBuilder.of(filled.rows().subList(0, Math.min(most, filled.rows().size())));
    List<Field> fields = filled.table().fields();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String head = field.name().replace('_', ' ');
      int column = i;
      if (field.type() == Field.Type.NUMBER || field.type() == Field.Type.WHOLE) {
        NumberStyle style = field.type() == Field.Type.WHOLE ? NumberStyle.WHOLE : NumberStyle.TWO;
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
