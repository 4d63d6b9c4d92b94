package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import uk.footprints.report.coherence.CoherenceReport;
import uk.footprints.report.coherence.WorkedCases;
import uk.footprints.report.placement.MappedShare;

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
    SiteInput input = site.input();
    List<CoherenceReport.Row> worked = WorkedCases.of(input.evidence());
    List<PagePart> parts = new ArrayList<>();
    for (String area : CASES) {
      List<CoherenceReport.Row> rows = new ArrayList<>();
      for (MeasureText measure : MEASURES) {
        worked.stream()
            .filter(row -> row.areaCode().equals(area) && row.measure().equals(measure.id()))
            .forEach(rows::add);
      }
      String name = rows.isEmpty() ? area : rows.get(0).areaName();
      Exhibit table =
          measures(rows)
              .table("case-" + area, "What the data show", "As was; estimates are marked", "", "");
      parts.add(new PagePart(area, name, ARGUMENTS.get(area), List.of(table), "These data do not cover it."));
    }
    parts.add(all(site));
    parts.add(mapped(input));
    return StoryPage.of(
        site.frame("Where areas are drawn against the grain", "coherence.html", true),
        "Where areas are drawn against the grain",
        "Three disputed areas, then every area. Estimates are marked; where the data cannot distinguish an area"
            + " apart from its neighbours, the value is left out and the reason given.",
        parts);
  }

  private static PagePart all(SiteContext site) {
    List<CoherenceReport.Row> rows = new ArrayList<>();
    for (MeasureText measure : MEASURES) {
      Comparator<CoherenceReport.Row> order = Comparator.comparingDouble(CoherenceReport.Row::value);
      site.input().rows(CoherenceReport.TABLE).stream()
          .filter(row -> row.measure().equals(measure.id()) && !Double.isNaN(row.value()))
          .sorted(measure.high() ? order.reversed() : order)
          .forEach(rows::add);
    }
    Exhibit exhibit =
        ExhibitBuilder.of(rows)
            .filter("Geography", row -> SiteContext.label(row.geography()))
            .filter("Measure", row -> words(row.measure()))
            .label(
                "Area", row -> Amount.cut(row.areaName()),
                row -> AreaPages.href(site, row.geography(), row.areaCode()))
            .series("Value", NumberStyle.TWO, CoherenceReport.Row::value)
            .text("Unit", CoherenceReport.Row::unit)
            .text("Status", row -> row.status().replace('_', ' '))
            .text("Names and counts behind it", CoherenceReport.Row::reason)
            .exhibit(
                "standing", "Every area", "Table coherence; as was",
                "Those that are drawn furthest against the grain come first.", "bars", "", "csv/coherence.csv");
    return new PagePart(
        "all", "Every area by measure", "", List.of(exhibit), "This release has no coherence of built-in areas.");
  }

  private static PagePart mapped(SiteInput input) {
    Exhibit exhibit =
        ExhibitBuilder.of(input.rows(MappedShare.TABLE))
            .filter("Geography", row -> SiteContext.label(row.geography()))
            .filter("Activity", row -> row.activity().replace('_', ' '))
            .filter("Basis", row -> row.basis().replace('_', ' '))
            .label("Year from", row -> row.periodStart().toString())
            .number("England", NumberStyle.WHOLE, MappedShare.Row::england)
            .number("In areas", NumberStyle.WHOLE, MappedShare.Row::inAreas)
            .number("In no area", NumberStyle.WHOLE, MappedShare.Row::unassigned)
            .series("Part in areas, %", NumberStyle.TWO, MappedShare.Row::mappedSharePct)
            .text("Who is in no area", MappedShare.Row::whoIsUnplaced)
            .exhibit(
                "mapped", "What finds an area", "Table mapped_share",
                "What belongs to no area is shown, and spread over none.", "columns", "%", "csv/mapped_share.csv");
    return new PagePart(
        "mapped-part", "What finds an area, and what does not", "", List.of(exhibit), "Not in this release.");
  }

  /** Returns a table of measures, which has no title yet. */
  static ExhibitBuilder<CoherenceReport.Row> measures(List<CoherenceReport.Row> rows) {
    return ExhibitBuilder.of(rows)
        .label("Looked at", row -> words(row.measure()))
        .text("Value", row -> value(row))
        .text("Status", row -> row.status().replace('_', ' '))
        .text("Names and counts behind it", CoherenceReport.Row::reason);
  }

  /** Returns a measure in words. */
  private static String words(String measure) {
    return MEASURES.stream()
        .filter(text -> text.id().equals(measure))
        .map(MeasureText::words)
        .findFirst()
        .orElse(measure.replace('_', ' '));
  }

  /** Returns a value with its unit, or an empty text. */
  private static String value(CoherenceReport.Row row) {
    double value = row.value();
    String unit = row.unit();
    if (Double.isNaN(value)) {
      return "";
    }
    return unit.equals("%")
        ? NumberStyle.PERCENT.shown(value)
        : unit.startsWith("0 to 1") ? NumberStyle.TWO.shown(value) : NumberStyle.WHOLE.shown(value);
  }
}
