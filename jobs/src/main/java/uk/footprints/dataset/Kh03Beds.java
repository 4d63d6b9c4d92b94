package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LandingPage;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;

/**
 * KH03: beds open overnight, available and occupied, by trust and quarter, by sector and by specialty; and day-only
 * beds from a derived table. Values are average daily beds.
 */
public final class Kh03Beds implements Dataset {

  private record Sector(String id, String heading, String words, String... other) {}

  private static final List<Sector> SECTORS =
      List.of(
          new Sector("total", "Total", "in all sectors"),
          new Sector("general_acute", "General & Acute", "in general and acute wards"),
          new Sector("learning_disabilities", "Learning Disabilities", "in wards for people with learning disabilities",
              "Learning Disability", "Learning Disabilites"),
          new Sector("maternity", "Maternity", "in maternity wards"),
          new Sector("mental_illness", "Mental Illness", "in wards for people with mental illness"));

  private static final Layout OVERNIGHT = overnight();
  private static final Layout DERIVED = derived();

  private static Layout overnight() {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.YEAR, "Year"));
    columns.add(LayoutColumn.of(Role.PERIOD, "Period End", "Period"));
    columns.add(LayoutColumn.of(Role.PARENT, "Region Code", "AT Code", "SHA Code", "Area Team Code"));
    columns.add(LayoutColumn.of(Role.ORG_CODE, "Org Code"));
    columns.add(LayoutColumn.of(Role.ORG_NAME, "Org Name"));
    for (Sector sector : SECTORS) {
      columns.add(beds("available.overnight", sector, headings("Available", sector)));
      columns.add(beds("occupied.overnight", sector, headings("Occupied", sector)));
      columns.add(LayoutColumn.ignored(headings("% Occupied", sector)));
    }
    return Layout.of("from 2010, by sector", columns.toArray(LayoutColumn[]::new))
        .underGroups()
        .onSheet("NHS Trust by Sector")
        .where("whose title does not say day only", s -> !s.titled("Title").toLowerCase(Locale.UK)
            .contains("day only"))
        .inEveryWorkbook();
  }

  /** Returns the column of a sector; the total is the sum of the other sectors. */
  private static LayoutColumn beds(String kind, Sector sector, String... headings) {
    String id = "beds." + kind + ".";
    LayoutColumn column = measure(id + sector.id(), headings);
    return sector.id().equals("total")
        ? column.adding(SECTORS.stream().skip(1).map(s -> id + s.id()).toArray(String[]::new))
        : column;
  }

  /** Returns the derived layout: years are calendar years, and day-only beds are next to those open overnight. */
  private static Layout derived() {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.YEAR, "year"));
    columns.add(LayoutColumn.of(Role.PERIOD, "period_end"));
    columns.add(LayoutColumn.of(Role.ORG_CODE, "org_code"));
    columns.add(LayoutColumn.of(Role.ORG_NAME, "org_name"));
    columns.add(LayoutColumn.ignored("quarter"));
    for (Sector sector : SECTORS) {
      String word = sector.id().equals("learning_disabilities") ? "learn_disabil" : sector.id();
      for (String kind : List.of("on", "day")) {
        String night = kind.equals("on") ? "overnight" : "day_only";
        String heading = word + "_" + kind + "_beds_";
        columns.add(beds("available." + night, sector, heading + "available"));
        columns.add(beds("occupied." + night, sector, heading + "occupied"));
        columns.add(LayoutColumn.ignored(heading + "percent_occupied"));
      }
    }
    return Layout.of("June 2010 to September 2024, tidied by others", columns.toArray(LayoutColumn[]::new)).asDerived();
  }

  private static String[] headings(String group, Sector sector) {
    List<String> all = new ArrayList<>(List.of(group + " | " + sector.heading()));
    for (String other : sector.other()) {
      all.add(group + " | " + other);
    }
    return all.toArray(String[]::new);
  }

  @Override
  public String id() {
    return "kh03_beds";
  }

  @Override
  public String title() {
    return "Bed Availability and Occupancy (KH03)";
  }

  @Override
  public PublicationTimetable timetable() {
    return new PublicationTimetable(
        "seven to eight weeks after the quarter (August, November, February, May)",
        2,
        List.of(2, 5, 8, 11),
        "NHS England, Statistical work areas, Bed availability and occupancy");
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.from(
        LandingPage.at(
                "https://www.england.nhs.uk/statistics/statistical-work-areas/"
                    + "bed-availability-and-occupancy/bed-data-overnight/")
            .files(
                "(?!.*(time[-_ ]?series|day[-_ ]?only)).*beds[-_ ](open[-_ ])?overnight.*\\.(xls[xm]?|ods|zip)",
                "KH03[-_ ](?!.*day[-_ ]?only).*overnight.*\\.(csv|xls[xm]?|ods|zip)")
            .called("Beds Open Overnight, by quarter, and the CSV files of all quarters"));
  }

  @Override
  public List<Layout> layouts() {
    return List.of(OVERNIGHT, Kh03Specialties.LAYOUT, DERIVED);
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>();
    for (String night : List.of("overnight", "day_only")) {
      for (String kind : List.of("available", "occupied")) {
        SECTORS.forEach(sector -> all.add(describe(kind, night, sector)));
      }
    }
    all.addAll(Kh03Specialties.measures());
    return all;
  }

  private static Measure describe(String kind, String night, Sector sector) {
    boolean overnight = night.equals("overnight");
    String when = overnight ? "overnight" : "by day only";
    Measure beds = new Measure(
        "beds." + kind + "." + night + "." + sector.id(),
        "Beds " + kind + " " + when,
        "average daily beds",
        (kind.equals("available") ? "Available" : "Occupied") + " | " + sector.heading(),
        "Average daily number of beds open " + when + " and " + kind + " " + sector.words() + ".",
        overnight
            ? "An average over the quarter, not bed days; without critical care. A trust whose beds are all zero "
                + "sent no return: missing, not zero."
            : "Here only in a table that others derived from the publication.")
        .rolledUpBy(RollUp.MEAN);
    return kind.equals("occupied") ? beds.within("beds.available." + night + "." + sector.id()) : beds;
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), "provider", PeriodKind.QUARTER).withRowRule(Kh03Beds::noReturn).withTotal();
  }

  /** Replaces zeros by missing where a trust has no beds at all; zero overnight beds with day beds is a real zero. */
  private static Optional<String> noReturn(String[] measures, CellValue[] values) {
    for (int m = 0; m < measures.length; m++) {
      boolean reported = values[m] != null && values[m].status() == CellStatus.REPORTED;
      boolean zero = reported && values[m].number() == 0;
      if (measures[m].contains(".overnight.") ? !zero : reported && !zero) {
        return Optional.empty();
      }
    }
    for (int m = 0; m < measures.length; m++) {
      values[m] = measures[m].contains(".overnight.") ? CellValue.missing() : values[m];
    }
    return Optional.of("no beds at all in any sector: no return; zeros were read as missing");
  }

  @Override
  public Map<String, Aside> asides() {
    return Map.of(
        "Data Quality", Aside.NOTES,
        "Region by Sector", Aside.TOTALS,
        "SHA by Sector", Aside.TOTALS,
        "Area Team by Sector", Aside.TOTALS,
        "AT by Sector", Aside.TOTALS);
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "Values are average daily beds over a quarter.",
        "A row of zeros is a missing return.",
        "Day-only beds, and quarters without a workbook, come from a table that others derived.",
        "Primary care trusts appear until 2012/13.");
  }
}
