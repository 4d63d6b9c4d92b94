package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import uk.footprints.report.coherence.WorkedCases;
import uk.footprints.table.TableData;

/**
 * The page that shows where footprints differ from councils and from where patients go: disputed cases, and every area
 * by measure.
 */
final class CoherencePage {

  private static final List<String> CASES = List.of("west_essex", "cheshire_west", "coventry_and_warwickshire");

  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "west_essex",
          "A fifth of the county of Essex, put into a footprint with Hertfordshire; the county is cut into three.",
          "cheshire_west",
          "One council, two commissioning groups, and no footprint of its own: it shares one with Merseyside.",
          "coventry_and_warwickshire",
          "Two councils and three commissioning groups in one footprint: drawn along the grain, to compare with.");

  private CoherencePage() {}

  private static final List<MeasureText> MEASURES =
      List.of(
          new MeasureText("residents_treated_outside_pct", "Residents' admissions to providers elsewhere", true),
          new MeasureText("patients_from_elsewhere_pct", "Admissions here of people from elsewhere", true),
          new MeasureText(
              "net_flow_non_elective_pct", "Non-elective admissions: providers here over commissioners here", true),
          new MeasureText("people_in_cut_councils_pct", "People in councils that the border cuts", true),
          new MeasureText("councils", "Councils with people here", true),
          new MeasureText("councils_cut", "Councils cut", true),
          new MeasureText(
              "providers_used_from_elsewhere", "Providers here that admit more people from elsewhere", true),
          new MeasureText("organisations_straddling", "Organisations that straddle the border", true),
          new MeasureText("sites_outside", "Providers whose site the map has elsewhere", true),
          new MeasureText("compactness", "Compactness, 1 for a circle", false));

  /** A measure in words, and whether high values are the remarkable ones. */
  private record MeasureText(String id, String words, boolean high) {}

  static StoryPage of(SiteContext site) {
    SiteInput materials = site.materials();
    TableData worked = WorkedCases.of(materials.evidence());
    List<PagePart> parts = new ArrayList<>();
    for (String area : CASES) {
      List<Object[]> rows = new ArrayList<>();
      for (MeasureText measure : MEASURES) {
        worked.rows().stream()
            .filter(row -> worked.text(row, "area_code").equals(area))
            .filter(row -> worked.text(row, "measure").equals(measure.id()))
            .forEach(rows::add);
      }
      String name = rows.isEmpty() ? area : worked.text(rows.get(0), "area_name");
      Exhibit table =
          ExhibitBuilder.of(rows)
              .label("Looked at", row -> words(worked.text(row, "measure")))
              .text("Value", row -> value(worked, row))
              .text("Status", row -> worked.text(row, "status").replace('_', ' '))
              .text("Names and counts behind it", worked.text("reason"))
              .table("case-" + area, "What the data show", "As was; estimates are marked", "", "");
      parts.add(new PagePart(area, name, ARGUMENTS.get(area), List.of(table), "These data do not cover it."));
    }
    parts.add(all(site));
    parts.add(mapped(materials));
    return StoryPage.of(
        site.frame("Where areas are drawn against the grain", "coherence.html", true),
        "Where areas are drawn against the grain",
        "Three disputed areas, then every area. Estimates are marked; where the data cannot distinguish an area"
            + " apart from its neighbours, the value is left out and the reason given.",
        parts);
  }

  private static PagePart all(SiteContext site) {
    TableData table = site.materials().table("coherence");
    List<Object[]> rows = new ArrayList<>();
    for (MeasureText measure : MEASURES) {
      Comparator<Object[]> order = Comparator.comparingDouble(table.number("value"));
      table.rows().stream()
          .filter(row -> table.text(row, "measure").equals(measure.id()) && !Double.isNaN(table.number(row, "value")))
          .sorted(measure.high() ? order.reversed() : order)
          .forEach(rows::add);
    }
    Exhibit exhibit =
        ExhibitBuilder.of(rows)
            .filter("Geography", row -> SiteContext.label(table.text(row, "geography")))
            .filter("Measure", row -> words(table.text(row, "measure")))
            .label(
                "Area", row -> Amount.cut(table.text(row, "area_name"), 120),
                row -> AreaPages.href(site, table.text(row, "geography"), table.text(row, "area_code")))
            .series("Value", NumberStyle.TWO, table.number("value"))
            .text("Unit", table.text("unit"))
            .text("Status", row -> table.text(row, "status").replace('_', ' '))
            .text("Names and counts behind it", table.text("reason"))
            .exhibit(
                "standing", "Every area", "Table coherence; as was",
                "Those that are drawn furthest against the grain come first.", "bars", "", "csv/coherence.csv");
    return new PagePart(
        "all", "Every area by measure", "", List.of(exhibit), "This release has no coherence of built-in areas.");
  }

  private static PagePart mapped(SiteInput materials) {
    TableData mapped = materials.table("mapped_share");
    Exhibit exhibit =
        ExhibitBuilder.of(mapped.rows())
            .filter("Geography", row -> SiteContext.label(mapped.text(row, "geography")))
            .filter("Activity", row -> mapped.text(row, "activity").replace('_', ' '))
            .filter("Basis", row -> mapped.text(row, "basis").replace('_', ' '))
            .label("Year from", mapped.text("period_start"))
            .number("England", NumberStyle.WHOLE, mapped.number("england"))
            .number("In areas", NumberStyle.WHOLE, mapped.number("in_areas"))
            .number("In no area", NumberStyle.WHOLE, mapped.number("unassigned"))
            .series("Part in areas, %", NumberStyle.TWO, mapped.number("mapped_share_pct"))
            .text("Who is in no area", mapped.text("who_is_unplaced"))
            .exhibit(
                "mapped", "What finds an area", "Table mapped_share",
                "What belongs to no area is shown, and spread over none.", "columns", "%", "csv/mapped_share.csv");
    return new PagePart(
        "mapped-part", "What finds an area, and what does not", "", List.of(exhibit), "Not in this release.");
  }

  /** Returns a measure in words. */
  static String words(String measure) {
    return MEASURES.stream()
        .filter(text -> text.id().equals(measure))
        .map(MeasureText::words)
        .findFirst()
        .orElse(measure.replace('_', ' '));
  }

  /** Returns a value with its unit, or an empty text. */
  static String value(TableData table, Object[] row) {
    double value = table.number(row, "value");
    String unit = table.text(row, "unit");
    if (Double.isNaN(value)) {
      return "";
    }
    return unit.equals("%")
        ? NumberStyle.PERCENT.shown(value)
        : unit.startsWith("0 to 1") ? NumberStyle.TWO.shown(value) : NumberStyle.WHOLE.shown(value);
  }
}
