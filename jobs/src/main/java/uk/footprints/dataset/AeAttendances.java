package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LandingPage;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;

/** Attendances at accident and emergency departments, waits and emergency admissions, by provider and month. */
public final class AeAttendances implements Dataset {

  /** No type 1 department with this many attendances in a month has ever had zero waits over four hours. */
  private static final double FIELD_TEST_ATTENDANCES = 1_000;

  private static final Layout FROM_2018 =
      Layout.of(
          "from April 2018",
          LayoutColumn.of(Role.PERIOD, "Period"),
          LayoutColumn.of(Role.ORG_CODE, "Org Code"),
          LayoutColumn.of(Role.PARENT, "Parent Org"),
          LayoutColumn.of(Role.ORG_NAME, "Org name"),
          measure("ae.attendances.type_1", "A&E attendances Type 1"),
          measure("ae.attendances.type_2", "A&E attendances Type 2"),
          measure("ae.attendances.other", "A&E attendances Other A&E Department"),
          measure("ae.over_4h.type_1", "Attendances over 4hrs Type 1"),
          measure("ae.over_4h.type_2", "Attendances over 4hrs Type 2"),
          measure("ae.over_4h.other", "Attendances over 4hrs Other Department"),
          measure("ae.dta_wait.4_to_12h", "Patients who have waited 4-12 hs from DTA to admission"),
          measure("ae.dta_wait.over_12h", "Patients who have waited 12+ hrs from DTA to admission"),
          measure("ae.emergency_admissions.type_1", "Emergency admissions via A&E - Type 1"),
          measure("ae.emergency_admissions.type_2", "Emergency admissions via A&E - Type 2"),
          measure("ae.emergency_admissions.other_ae", "Emergency admissions via A&E - Other A&E department"),
          measure("ae.emergency_admissions.other", "Other emergency admissions"));

  private static final Layout FROM_AUGUST_2020 =
      FROM_2018.then(
          "from August 2020, with booked appointments",
          measure("ae.attendances_booked.type_1", "A&E attendances Booked Appointments Type 1"),
          measure("ae.attendances_booked.type_2", "A&E attendances Booked Appointments Type 2"),
          measure("ae.attendances_booked.other", "A&E attendances Booked Appointments Other Department"),
          measure("ae.over_4h_booked.type_1", "Attendances over 4hrs Booked Appointments Type 1"),
          measure("ae.over_4h_booked.type_2", "Attendances over 4hrs Booked Appointments Type 2"),
          measure("ae.over_4h_booked.other", "Attendances over 4hrs Booked Appointments Other Department"));

  private static final Layout TIDY =
      Layout.of(
              "April 2016 to March 2019, tidied by others",
              LayoutColumn.of(Role.DATE, "period"),
              LayoutColumn.of(Role.ORG_CODE, "org_code"),
              LayoutColumn.of(Role.KEY, "type"),
              measure("ae.attendances.", "attendances"),
              measure("ae.over_4h.", "breaches"),
              measure("ae.emergency_admissions.", "admissions"))
          .asDerived();

  @Override
  public String id() {
    return "ae_attendances";
  }

  @Override
  public String title() {
    return "A&E Attendances and Emergency Admissions, monthly";
  }

  @Override
  public PublicationTimetable timetable() {
    return new PublicationTimetable(
        "second Thursday of the month after; revised in May and November",
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
                "(copy[-_ ]of[-_ ])?(msitae[-_ ]|monthly[-_ ](ae[-_ ])?|ae[-_ ])?(csv[-_ ])?"
                    + "(jan[uary]{0,5}|feb[ruary]{0,6}|mar[ch]{0,2}|apr[il]{0,3}|may|june?|july?|aug[ust]{0,4}"
                    + "|sep[tember]{0,7}|oct[ober]{0,5}|nov[ember]{0,6}|dec[ember]{0,6})[-_ ]?(20)?\\d\\d(?!\\d)"
                    + "(?!.*[-_ ](ecds|supplementary|providers?|commissioners?|time-?series|sitreps?|discharge|beds"
                    + "|cancer|rtt|diagnostics?|workbook|quarter(ly)?|ambulance|(nhs)?111|growth|icb|cc|combined"
                    + "|estimates?|dtoc|type|mar|mapping|attribution)(?![a-z0-9]))"
                    + "([-_ ]+[(]?[a-z0-9.]{1,14}[)]?)*\\.(csv|zip)")
            .called("Monthly A&E, by month (CSV)"));
  }

  @Override
  public List<Layout> layouts() {
    return List.of(FROM_AUGUST_2020, FROM_2018, TIDY);
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), "provider", PeriodKind.MONTH).keyedBy(AeAttendances::keyed)
        .withRowRule(AeAttendances::fieldTest)
        .counting(measure -> true);
  }

  @Override
  public RowRules rules(Layout layout) {
    return layout.derived() ? rules() : rules().withTotal();
  }

  /** Returns the measure of a row; the tidied table has one row for each type: 1, 2 or other. */
  private static String keyed(String measure, String type) {
    if (!measure.endsWith(".")) {
      return measure;
    }
    boolean other = type.equalsIgnoreCase("other");
    String department = other ? "other" : "type_" + type;
    return measure + (other && measure.startsWith("ae.emergency") ? "other_ae" : department);
  }

  /**
   * Replaces zeros by missing for the fourteen trusts that tested other standards from May 2019 to May 2023: they gave
   * no four-hour figures, and the files show zero.
   */
  private static Optional<String> fieldTest(String[] measures, CellValue[] values) {
    double attendances = 0;
    double over = Double.NaN;
    for (int i = 0; i < measures.length; i++) {
      if (values[i] != null && measures[i].equals("ae.attendances.type_1")) {
        attendances = values[i].number();
      }
      if (values[i] != null && measures[i].equals("ae.over_4h.type_1")) {
        over = values[i].number();
      }
    }
    if (!(attendances >= FIELD_TEST_ATTENDANCES && over == 0)) {
      return Optional.empty();
    }
    for (int i = 0; i < measures.length; i++) {
      boolean zero = values[i] != null && values[i].status() == CellStatus.REPORTED && values[i].number() == 0;
      if (zero && measures[i].startsWith("ae.over_4h")) {
        values[i] = CellValue.missing();
      }
    }
    return Optional.of("no four-hour figure, though there are many type 1 attendances; zero was read as missing");
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>();
    for (LayoutColumn column : FROM_AUGUST_2020.columns()) {
      if (column.role() == Role.MEASURE) {
        all.add(describe(column.name(), column.headings().get(0)));
      }
    }
    return all;
  }

  private static Measure describe(String id, String heading) {
    String[] part = id.split("\\.");
    String department =
        switch (part[2]) {
          case "type_1" -> "at type 1 (consultant-led, 24 hour, major) departments";
          case "type_2" -> "at type 2 (single specialty) departments";
          case "other_ae" -> "at other departments (minor injuries, urgent treatment)";
          default -> "at other departments (minor injuries, urgent treatment)";
        };
    return switch (part[1]) {
      case "attendances" -> new Measure(
          id, "A&E attendances", "attendances", heading, "Unplanned attendances " + department + ".",
          "From August 2020 booked appointments are counted separately, not in them.");
      case "attendances_booked" -> new Measure(
          id, "Booked A&E attendances", "attendances", heading, "Attendances booked beforehand " + department + ".",
          "Published from August 2020.");
      case "over_4h" -> new Measure(
          id, "A&E attendances over four hours", "attendances", heading,
          "Attendances that took more than four hours from arrival to leaving, " + department + ".",
          "Fourteen trusts that tested other standards gave no figure from May 2019 to May 2023: missing, not zero.")
          .partOf("ae.attendances." + part[2]);
      case "over_4h_booked" -> new Measure(
          id, "Booked A&E attendances over four hours", "attendances", heading,
          "Booked attendances that took more than four hours, " + department + ".", "Published from August 2020.")
          .partOf("ae.attendances_booked." + part[2]);
      case "dta_wait" -> new Measure(
          id, "Waits from decision to admit", "patients", heading,
          "Patients who waited " + (part[2].equals("over_12h") ? "12 hours or more" : "four to 12 hours")
              + " from the decision to admit until admission.",
          "Workbooks count 12 hours and more among those over four; these text files do not.");
      default -> new Measure(
          id, "Emergency admissions", "admissions", heading,
          part[2].equals("other")
              ? "Emergency admissions by any way other than the provider's own A&E."
              : "Emergency admissions through A&E " + department + ".",
          "A derived table for 2016 to 2019 has no admissions other than through A&E.");
    };
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "Zero over four hours at a field-test trust is a missing return.",
        "The table for April 2016 to March 2019 is derived by others from the publication.");
  }
}
