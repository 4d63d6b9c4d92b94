package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** The Monthly Activity Return: two tables with one header and the same measures. */
abstract class Mar implements Dataset {

  private static final PublicationTimetable TIMETABLE =
      new PublicationTimetable(
          "second Thursday, about six weeks after the month; revised once or twice in the two years after",
          2,
          List.of(2, 6, 7, 11),
          "NHS England, Statistical work areas, Hospital activity, MAR data");

  private static final Map<String, Aside> ASIDES =
      Map.of(
          "Notes", Aside.NOTES,
          "SHA", Aside.TOTALS,
          "Area Team", Aside.TOTALS,
          "Region", Aside.TOTALS);

  private static final List<Measure> MEASURES =
      List.of(
          of("mar.elective.ordinary", "Elective G&A Ordinary Admissions (FFCEs)", "elective ordinary admissions"),
          of("mar.elective.day_case", "Elective G&A Daycase Admissions (FFCEs)", "elective day cases"),
          of("mar.elective.total", "Elective G&A Total Admissions (FFCEs)", "elective admissions"),
          of("mar.elective_planned.ordinary", "Elective G&A Planned Ordinary Admissions (FFCEs)",
              "planned ordinary admissions, part of elective").partOf("mar.elective.ordinary"),
          of("mar.elective_planned.day_case", "Elective G&A Planned Daycase Admissions (FFCEs)",
              "planned day cases, part of elective").partOf("mar.elective.day_case"),
          of("mar.elective_planned.total", "Elective G&A Planned Total Admissions (FFCEs)",
              "planned admissions, part of elective").partOf("mar.elective.total"),
          of("mar.elective.treatment_centres", "Elective G&A Admissions (FFCEs) -NHS Treatment Centres (TCs)",
              "elective admissions at NHS treatment centres, part of elective").partOf("mar.elective.total"),
          of("mar.non_elective", "Total Non-elective G&A Admissions (FFCEs)", "non-elective admissions"),
          referral("mar.gp_referrals.made", "GP Referrals Made (All specialties)", "written referrals by GPs, made"),
          referral("mar.gp_referrals.seen", "GP Referrals Seen (All specialties)", "written referrals by GPs, seen"),
          referral("mar.gp_referrals_ga.made", "GP Referrals Made (G&A)",
              "written referrals by GPs to general and acute specialties, made").partOf("mar.gp_referrals.made"),
          referral("mar.gp_referrals_ga.seen", "GP Referrals Seen (G&A)",
              "written referrals by GPs to general and acute specialties, seen").partOf("mar.gp_referrals.seen"),
          referral("mar.other_referrals_ga.made", "Other Referrals Made (G&A)",
              "referrals by others to general and acute specialties, made"),
          referral("mar.first_outpatient_ga", "All 1st Outpatient Attendances (G&A)",
              "first outpatient attendances in general and acute specialties"));

  private final String role;

  /** Creates the table by commissioner or by provider. */
  Mar(String role) {
    this.role = role;
  }

  @Override
  public PublicationTimetable timetable() {
    return TIMETABLE;
  }

  /** Returns the page with the workbooks of all years; names begin with the table: {@code MAR_Comm-Web-file-…}. */
  @Override
  public DownloadSource live() {
    return DownloadSource.from(
        LandingPage.at(
                "https://www.england.nhs.uk/statistics/statistical-work-areas/hospital-activity/"
                    + "monthly-hospital-activity/mar-data/")
            .pages(".*20\\d\\d-\\d\\d.*")
            .files("(?!.*time-?series)MAR[-_ ]?" + role.substring(0, 4) + ".*\\.(xls[xm]?|ods|zip)")
            .called(capital(role) + " based, by month"));
  }

  /** Returns the layouts: one header since 2012, except for the name of the organisation's parent. */
  @Override
  public List<Layout> layouts() {
    String sheet = capital(role);
    return List.of(
        layout(sheet, "from April 2015, by region", "Region"),
        layout(sheet, "April 2013 to March 2015, by area team", "Area Team"),
        layout(sheet, "April 2012 to March 2013, by strategic health authority", "SHA"));
  }

  @Override
  public List<Measure> measures() {
    return MEASURES;
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), role, PeriodKind.MONTH).withTotal().counting(measure -> true);
  }

  @Override
  public Map<String, Aside> asides() {
    return ASIDES;
  }

  private static Measure of(String id, String heading, String quantity) {
    return new Measure(
        id,
        capital(quantity),
        "first finished consultant episodes",
        heading,
        "General and acute " + quantity + ", counted as first finished consultant episodes (FFCEs).",
        id.equals("mar.non_elective")
            ? "Not the emergency admissions of Hospital Episode Statistics: general and acute only, and with "
                + "non-elective admissions that are no emergencies."
            : "");
  }

  private static Measure referral(String id, String heading, String quantity) {
    return new Measure(
        id,
        capital(quantity),
        quantity.startsWith("first") ? "attendances" : "referrals",
        heading,
        "Consultant-led services: " + quantity + ".",
        "");
  }

  private static Layout layout(String sheet, String era, String parent) {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.YEAR, "Year"));
    columns.add(LayoutColumn.of(Role.PERIOD, "Period"));
    columns.add(LayoutColumn.of(Role.PARENT, parent + " Code"));
    columns.add(LayoutColumn.ignored(parent + " Name"));
    columns.add(LayoutColumn.of(Role.ORG_CODE, "Org Code"));
    columns.add(LayoutColumn.of(Role.ORG_NAME, "Org Name"));
    MEASURES.forEach(m -> columns.add(measure(m.id(), m.publishedAs())));
    return Layout.of(era, columns.toArray(LayoutColumn[]::new)).onSheet(sheet);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
