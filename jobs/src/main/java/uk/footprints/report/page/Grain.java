package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.footprints.area.Geography;
import uk.footprints.report.coherence.WorkedCases;
import uk.footprints.table.Filled;

/**
 * The page that shows where footprints are drawn against the grain: cases that were argued about, and the areas that
 * stand out.
 *
 * @param imprint release and versions
 * @param madeUp whether the data are a made-up sample
 * @param style CSS
 * @param cases worked cases
 * @param lists the areas that stand out, a list a measure
 */
public record Grain(Imprint imprint, boolean madeUp, String style, List<Case> cases, List<Standing> lists) {

  private static final int MOST = 8;
  private static final List<String> GEOGRAPHIES = List.of("stp_2016", "icb_2022");

  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "west_essex",
          "A fifth of the county of Essex, put into a footprint with Hertfordshire; the county is cut into three.",
          "cheshire_west",
          "One council, two commissioning groups, and no footprint of its own: it lies in one with Merseyside.",
          "coventry_and_warwickshire",
          "Two councils and three commissioning groups in one footprint: drawn along the grain, to compare with.");

  private static final List<Told> MEASURES =
      List.of(
          new Told("residents_treated_outside_pct", "Residents' admissions to providers elsewhere", true),
          new Told("patients_from_elsewhere_pct", "Admissions here of people from elsewhere", true),
          new Told("net_flow_non_elective_pct", "Non-elective admissions: providers here over commissioners here", true),
          new Told("people_in_cut_councils_pct", "People in councils that the border cuts", true),
          new Told("councils", "Councils with people here", true),
          new Told("councils_cut", "Councils cut", true),
          new Told("providers_used_from_elsewhere", "Providers here that admit more people from elsewhere", true),
          new Told("organisations_straddling", "Organisations that straddle the border", true),
          new Told("sites_outside", "Providers whose site the map has elsewhere", true),
          new Told("compactness", "Compactness, 1 for a circle", false));

  /** A measure in words; whether high values stand out. */
  private record Told(String id, String words, boolean high) {}

  /**
   * An area that was argued about.
   *
   * @param name its name
   * @param argument what was argued
   * @param lines what was found
   */
  public record Case(String name, String argument, List<Line> lines) {}

  /**
   * Areas that stand out.
   *
   * @param words the measure and geography
   * @param lines the areas
   */
  public record Standing(String words, List<Line> lines) {}

  /**
   * A row of a table.
   *
   * @param words an area or a measure
   * @param value with its unit; empty where there is none
   * @param status measured, estimated or no value
   * @param reason what stands behind it
   */
  public record Line(String words, String value, String status, String reason) {}

  static Grain of(Materials materials) {
    Filled cases = WorkedCases.of(materials.evidence());
    List<Case> worked = new ArrayList<>();
    for (String area : List.of("west_essex", "cheshire_west", "coventry_and_warwickshire")) {
      List<Line> lines = new ArrayList<>();
      String name = area;
      for (Told told : MEASURES) {
        for (Object[] row : cases.rows()) {
          if (cases.text(row, "area_code").equals(area) && cases.text(row, "measure").equals(told.id())) {
            name = cases.text(row, "area_name");
            lines.add(line(told.words(), cases, row));
          }
        }
      }
      worked.add(new Case(name, ARGUMENTS.get(area), lines));
    }
    return new Grain(materials.imprint(), materials.madeUp(), Inline.stylesheet(), worked, standing(materials));
  }

  private static List<Standing> standing(Materials materials) {
    Filled all = materials.table("coherence");
    List<Standing> lists = new ArrayList<>();
    for (String geography : GEOGRAPHIES) {
      for (Told told : MEASURES) {
        Comparator<Object[]> order = Comparator.comparingDouble(row -> all.number(row, "value"));
        List<Line> lines =
            all.rows().stream()
                .filter(row -> all.text(row, "geography").equals(geography))
                .filter(row -> all.text(row, "measure").equals(told.id()) && !Double.isNaN(all.number(row, "value")))
                .filter(row -> !told.high() || all.number(row, "value") != 0)
                .sorted(told.high() ? order.reversed() : order)
                .limit(MOST)
                .map(row -> line(all.text(row, "area_name"), all, row))
                .toList();
        if (!lines.isEmpty()) {
          lists.add(new Standing(told.words() + ": " + Geography.get(geography).label(), lines));
        }
      }
    }
    return lists;
  }

  private static Line line(String words, Filled table, Object[] row) {
    double value = table.number(row, "value");
    String unit = table.text(row, "unit");
    String text =
        Double.isNaN(value)
            ? ""
            : unit.equals("%")
                ? String.format(Locale.UK, "%.1f%%", value)
                : unit.startsWith("0 to 1")
                    ? String.format(Locale.UK, "%.2f", value)
                    : String.format(Locale.UK, "%,.0f", value);
    return new Line(words, text, table.text(row, "status").replace('_', ' '), table.text(row, "reason"));
  }
}
