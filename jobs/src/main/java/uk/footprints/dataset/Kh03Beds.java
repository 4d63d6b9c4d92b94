package uk.footprints.dataset;

import static uk.footprints.parse.Column.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.footprints.conform.Measure;
import uk.footprints.conform.Rules;
import uk.footprints.conform.Status;
import uk.footprints.conform.Value;
import uk.footprints.parse.Column;
import uk.footprints.parse.Column.Role;
import uk.footprints.parse.Layout;
import uk.footprints.period.PeriodKind;
import uk.footprints.source.Timetable;

/** KH03: beds open overnight, available and occupied, by trust and quarter. Values are average daily beds. */
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

  private static Layout overnight() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Role.YEAR, "Year"));
    columns.add(Column.of(Role.PERIOD, "Period End", "Period"));
    columns.add(Column.of(Role.PARENT, "Region Code", "AT Code", "SHA Code", "Area Team Code"));
    columns.add(Column.of(Role.ORG_CODE, "Org Code"));
    columns.add(Column.of(Role.ORG_NAME, "Org Name"));
    for (Sector sector : SECTORS) {
      columns.add(measure("beds.available.overnight." + sector.id(), headings("Available", sector)));
      columns.add(measure("beds.occupied.overnight." + sector.id(), headings("Occupied", sector)));
      columns.add(Column.ignored(headings("% Occupied", sector)));
    }
    return Layout.of("from 2010, by sector", columns.toArray(Column[]::new))
        .underGroups()
        .onSheet("NHS Trust by Sector")
        .where("whose title does not say day only", s -> !s.titled("Title").toLowerCase(Locale.UK).contains("day only"));
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
    return "Bed Availability and Occupancy (KH03), overnight";
  }

  @Override
  public String publisher() {
    return "NHS England";
  }

  @Override
  public Timetable timetable() {
    return new Timetable(
        "seven to eight weeks after the quarter (August, November, February, May)",
        2,
        List.of(2, 5, 8, 11),
        "NHS England, Statistical work areas, Bed availability and occupancy");
  }

  @Override
  public List<Layout> layouts() {
    return List.of(OVERNIGHT);
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>();
    for (String kind : List.of("available", "occupied")) {
      for (Sector sector : SECTORS) {
        String group = kind.equals("available") ? "Available" : "Occupied";
        all.add(
            new Measure(
                "beds." + kind + ".overnight." + sector.id(),
                "Beds " + kind + " overnight",
                "average daily beds",
                group + " | " + sector.heading(),
                "Average daily number of beds open overnight and " + kind + " " + sector.words() + ".",
                "An average over the quarter, not bed days; without critical care. A trust whose beds are all zero "
                    + "sent no return: missing, not zero."));
      }
    }
    return all;
  }

  @Override
  public Rules rules() {
    return Rules.of(id(), "provider", PeriodKind.QUARTER).minding(Kh03Beds::noReturn);
  }

  private static Optional<String> noReturn(String[] measures, Value[] values) {
    for (Value value : values) {
      if (value == null || value.status() != Status.REPORTED || value.number() != 0) {
        return Optional.empty();
      }
    }
    java.util.Arrays.fill(values, Value.missing());
    return Optional.of("no beds at all in any sector: no return; zeros were taken as missing");
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
        "Primary care trusts appear until 2012/13.");
  }
}
