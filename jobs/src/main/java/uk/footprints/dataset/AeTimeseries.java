package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LandingPage;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.RowSubject;

/** Accident and emergency in England by month since August 2010: activity, performance and booked appointments. */
public final class AeTimeseries implements Dataset {

  private static final String ACTIVITY = "Activity";
  private static final String PERFORMANCE = "Performance";
  private static final String BOOKING = "Booking";
  private static final String DONE = "4 hours from arrival to admission, transfer or discharge | ";
  private static final String WITHIN = "A&E attendances less than " + DONE;
  private static final String OVER = "A&E attendances greater than " + DONE;
  private static final String BOOKED = "A&E Booked Appointment attendances";
  private static final String BOOKED_WITHIN = BOOKED + " less than or equal to " + DONE;
  private static final String BOOKED_OVER = "A&E Booked Appointments attendances greater than " + DONE;
  private static final String ADMISSIONS = "Emergency Admissions | ";
  private static final String ADMITTED = "ae.emergency_admissions.";

  /** The types of department: the word in ids, and the heading in the series. */
  private static final Map<String, String> DEPARTMENTS = new LinkedHashMap<>();

  static {
    DEPARTMENTS.put("type_1", "Type 1 Departments - Major A&E");
    DEPARTMENTS.put("type_2", "Type 2 Departments - Single Specialty");
    DEPARTMENTS.put("other", "Type 3 Departments - Other A&E/Minor Injury Unit");
  }

  private static final Layout ACTIVITY_LAYOUT =
      layout(
          ACTIVITY,
          family("ae.attendances", "A&E attendances | ", "Total Attendances"),
          List.of(
              measure(ADMITTED + "type_1", ADMISSIONS + "Emergency Admissions via Type 1 A&E"),
              measure(ADMITTED + "type_2", ADMISSIONS + "Emergency Admissions via Type 2 A&E"),
              measure(ADMITTED + "other_ae", ADMISSIONS + "Emergency Admissions via Type 3 and 4 A&E"),
              measure(ADMITTED + "via_ae", ADMISSIONS + "Total Emergency Admissions via A&E")
                  .adding(ADMITTED + "type_1", ADMITTED + "type_2", ADMITTED + "other_ae"),
              measure(ADMITTED + "other", ADMISSIONS + "Other Emergency Admissions (i.e not via A&E)"),
              measure(ADMITTED + "total", ADMISSIONS + "Total Emergency Admissions")
                  .adding(ADMITTED + "via_ae", ADMITTED + "other"),
              measure(
                  "ae.dta_wait.over_4h",
                  ADMISSIONS + "Number of patients spending >4 hours from decision to admit to admission"),
              measure(
                  "ae.dta_wait.over_12h",
                  ADMISSIONS + "Number of patients spending >12 hours from decision to admit to admission"),
              LayoutColumn.ignored("Operational standard (Performance)"),
              LayoutColumn.ignored("0.95")));

  private static final Layout PERFORMANCE_LAYOUT =
      layout(
          PERFORMANCE,
          family("ae.within_4h", WITHIN, "Total Attendances < 4 hours"),
          family("ae.over_4h", OVER, "Total Attendances > 4 hours"),
          percentages(""));

  private static final Layout FIELD_TESTS =
      PERFORMANCE_LAYOUT.then(
          "Performance, with field-testing sites beside",
          fieldTests(
              family("ae.within_4h_field_test", WITHIN, "Total Attendances < 4 hours"),
              family("ae.over_4h_field_test", OVER, "Total Attendances > 4 hours")));

  private static final Layout BOOKING_LAYOUT =
      layout(
          BOOKING,
          family("ae.attendances_booked", BOOKED + " | ", "Total attendances"),
          family("ae.within_4h_booked", BOOKED_WITHIN, "Booked Appointment Attendances <= 4 hours"),
          family("ae.over_4h_booked", BOOKED_OVER, "Booked Appointment Attendances > 4 hours"),
          percentages(" (Booked Appointments Only)"));

  @SafeVarargs
  private static Layout layout(String sheet, List<LayoutColumn>... figures) {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.DATE, "Period"));
    for (List<LayoutColumn> some : figures) {
      columns.addAll(some);
    }
    return Layout.of(sheet, columns.toArray(LayoutColumn[]::new)).underGroups().onSheet(sheet);
  }

  private static List<LayoutColumn> family(String id, String group, String total) {
    List<LayoutColumn> columns = new ArrayList<>();
    DEPARTMENTS.forEach((department, heading) -> columns.add(measure(id + "." + department, group + heading)));
    columns.add(
        measure(id + ".total", group + total)
            .adding(DEPARTMENTS.keySet().stream().map(d -> id + "." + d).toArray(String[]::new)));
    return columns;
  }

  /** Returns a second group of the same headings, for the sites that tested other standards. */
  @SafeVarargs
  private static LayoutColumn[] fieldTests(List<LayoutColumn>... figures) {
    List<LayoutColumn> columns = new ArrayList<>();
    for (List<LayoutColumn> some : figures) {
      columns.addAll(some);
    }
    columns.add(LayoutColumn.ignored("Period"));
    return columns.toArray(LayoutColumn[]::new);
  }

  private static List<LayoutColumn> percentages(String suffix) {
    String group = "Percentage of attendances within 4 hours | Percentage in 4 hours or less ";
    List<LayoutColumn> columns = new ArrayList<>();
    List.of("all", "type 1", "type 2", "type 3")
        .forEach(of -> columns.add(LayoutColumn.ignored(group + "(" + of + ")" + suffix)));
    return columns;
  }

  @Override
  public String id() {
    return "ae_timeseries";
  }

  @Override
  public String title() {
    return "A&E Attendances and Emergency Admissions, England time series";
  }

  @Override
  public PublicationTimetable timetable() {
    return new PublicationTimetable(
        "second Thursday of the month after, the whole series again",
        1,
        List.of(5, 11),
        "NHS England, Statistical work areas, A&E waiting times and activity");
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.from(
        LandingPage.at("https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/")
            .pages(".*ae-attendances-and-emergency-admissions-20\\d\\d-\\d\\d.*")
            .files(
                "(?!.*((?<!un)adjusted|quarterly|weekly|20\\d\\d\\.\\d\\d\\.\\d\\d))"
                    + ".*(ae[-_ ]time[-_ ]?series|time[-_ ]?series[-_ ]monthly).*\\.(xls[xm]?|ods|zip)")
            .called("Monthly A&E Time Series"));
  }

  @Override
  public List<Layout> layouts() {
    return List.of(ACTIVITY_LAYOUT, PERFORMANCE_LAYOUT, FIELD_TESTS, BOOKING_LAYOUT);
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>();
    for (Layout layout : List.of(ACTIVITY_LAYOUT, FIELD_TESTS, BOOKING_LAYOUT)) {
      layout.columns().stream()
          .filter(column -> column.role() == Role.MEASURE)
          .forEach(column -> all.add(describe(column.name(), column.headings().get(0))));
    }
    return all;
  }

  private static Measure describe(String id, String heading) {
    String[] part = id.split("\\.");
    boolean booked = part[1].endsWith("_booked");
    boolean tests = part[1].endsWith("_field_test");
    String where = part[2].equals("total") ? "" : ": " + heading.substring(heading.indexOf('|') + 2);
    String warning =
        booked ? "Published from August 2020."
            : tests ? "Part of the figure for England: the sites that tested other standards."
                : "From August 2020 with booked appointments, which the providers' files count separately.";
    String quantity =
        switch (part[1].replace("_booked", "").replace("_field_test", "")) {
          case "attendances" -> "A&E attendances";
          case "within_4h" -> "A&E attendances of four hours or less";
          case "over_4h" -> "A&E attendances over four hours";
          case "dta_wait" -> "Waits from decision to admit";
          default -> "Emergency admissions";
        };
    boolean people = part[1].equals("dta_wait");
    boolean admissions = part[1].equals("emergency_admissions");
    return new Measure(
        id,
        (booked ? "Booked " : "") + quantity,
        people ? "patients" : admissions ? "admissions" : "attendances",
        heading,
        quantity + " in England" + where + ".",
        id.equals("ae.dta_wait.over_4h") ? "With those over 12 hours." : people || admissions ? "" : warning);
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), RowSubject.ENGLAND, PeriodKind.MONTH);
  }

  @Override
  public Map<String, Aside> asides() {
    return Map.of("Notes", Aside.NOTES, "Chart Data", Aside.NOTES, "Charts", Aside.NOTES);
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "From November 2010 to May 2015 months were estimated from weeks: figures have decimals.",
        "From May 2019 to May 2023 performance leaves out the sites that tested other standards.");
  }
}
