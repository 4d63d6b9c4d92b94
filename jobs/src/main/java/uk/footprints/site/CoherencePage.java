package uk.footprints.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import uk.footprints.period.Period;
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
          "A fifth of the county of Essex is in a footprint with Hertfordshire; the county is divided between three"
              + " footprints.",
          "cheshire_west",
          "One council and two commissioning groups, in one footprint with Merseyside.",
          "coventry_and_warwickshire",
          "Two councils and three commissioning groups in one footprint that follows the borders of its councils:"
              + " for comparison.");

  private CoherencePage() {}

  private static final List<MeasureText> MEASURES =
      List.of(
          new MeasureText("residents_treated_outside_pct", "Residents' admissions to providers elsewhere", true),
          new MeasureText("patients_from_elsewhere_pct", "Admissions here of people from elsewhere", true),
          new MeasureText(
              "net_flow_non_elective_pct", "Non-elective admissions: providers here compared with commissioners here",
              true),
          new MeasureText("people_in_cut_councils_pct", "People in councils that the border divides", true),
          new MeasureText("councils", "Councils with people here", true),
          new MeasureText("councils_cut", "Councils divided by the border", true),
          new MeasureText(
              "providers_used_from_elsewhere", "Providers here that admit more people from elsewhere", true),
          new MeasureText("organisations_straddling", "Organisations on both sides of the border", true),
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
              .table("case-" + area, "Councils, people and patients",
                  "Source: reference tables of areas and councils, and admissions by residence.", "", "");
      parts.add(new PagePart(area, name, ARGUMENTS.get(area), List.of(table),
          "No data: the reference tables do not have this area."));
    }
    parts.add(all(site));
    parts.add(mapped(input));
    return StoryPage.of(
        site.frame("Area boundaries, councils and patient flows", "coherence.html", true),
        "Area boundaries, councils and patient flows",
        "How well areas agree with councils and with where patients are treated: three disputed areas, then every area."
            + " Estimates are marked.",
        parts);
  }

  private static PagePart all(SiteContext site) {
    List<CoherenceReport.Row> rows = new ArrayList<>();
    for (MeasureText measure : MEASURES) {
      Comparator<CoherenceReport.Row> order = Comparator.comparingDouble(CoherenceReport.Row::value);
      site.input().rows(CoherenceReport.TABLE).stream()
          .filter(row -> row.measure().equals(measure.id()) && !Double.isNaN(row.value()))
          .filter(row -> SiteContext.shown(row.geography()))
          .sorted(measure.high() ? order.reversed() : order)
          .forEach(rows::add);
    }
    Exhibit exhibit =
        ExhibitBuilder.of(rows)
            .filter("Measure", row -> words(row.measure()))
            .area(
                site, CoherenceReport.Row::geography, CoherenceReport.Row::areaCode, CoherenceReport.Row::areaName)
            .series("Value", NumberStyle.TWO, CoherenceReport.Row::value)
            .text("Unit", CoherenceReport.Row::unit)
            .text("Status", row -> row.status().replace('_', ' '))
            .text("Names and counts", row -> row.reason().replace("km2", "km²"))
            .exhibit(
                "standing", "Agreement with councils and patient flows",
                "Source: reference tables of areas and councils, sites of providers, and admissions by residence.",
                "Areas that agree least come first.", "bars", "", "csv/coherence.csv");
    return new PagePart(
        "all", "Every area by measure", "", List.of(exhibit), "No data: this release has no areas to compare.");
  }

  /** Returns the financial year that begins on a day, such as 2016/17; the day itself where none begins on it. */
  private static String year(LocalDate start) {
    return start.getMonthValue() == 4 && start.getDayOfMonth() == 1
        ? Period.financialYear(start.getYear()).label() : Headline.day(start);
  }

  private static PagePart mapped(SiteInput input) {
    Exhibit exhibit =
        ExhibitBuilder.of(SiteContext.shown(input.rows(MappedShare.TABLE), MappedShare.Row::geography))
            .filter("Areas", row -> SiteContext.label(row.geography()))
            .filter("Activity", row -> row.activity().replace('_', ' '))
            .filter(
                "Organisations",
                row -> row.basis().equals("as_now") ? "in the area of their successor today"
                    : "in their area at the time")
            .label("Year", row -> year(row.periodStart()))
            .number("England", NumberStyle.WHOLE, MappedShare.Row::england)
            .number("In areas", NumberStyle.WHOLE, MappedShare.Row::inAreas)
            .number("In no area", NumberStyle.WHOLE, MappedShare.Row::unassigned)
            .series("Share in areas", NumberStyle.PERCENT, MappedShare.Row::mappedSharePct)
            .text("Organisations in no area", MappedShare.Row::whoIsUnplaced)
            .exhibit(
                "mapped", "Share of England's activity that belongs to an area",
                "Source: all publications of this release.",
                "Activity that belongs to no area is counted for England and for no area.", "columns", "%",
                "csv/mapped_share.csv");
    return new PagePart(
        "mapped-part", "Activity in areas and in none", "", List.of(exhibit), "No data: this release has no activity.");
  }

  /** Returns a table of measures, which has no title yet. */
  static ExhibitBuilder<CoherenceReport.Row> measures(List<CoherenceReport.Row> rows) {
    return ExhibitBuilder.of(rows)
        .label("Measure", row -> words(row.measure()))
        .text("Value", row -> value(row))
        .text("Status", row -> row.status().replace('_', ' '))
        .text("Names and counts", row -> row.reason().replace("km2", "km²"));
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
