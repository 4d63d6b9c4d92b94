package uk.footprints.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.dataset.SitrepMeasures.Figure;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LandingPage;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;

/** The monthly situation report: critical care beds on a Thursday, and urgent operations cancelled. */
public final class MonthlySitrep implements Dataset {

  private static final String OPEN = "Open at Last Thursday on Reporting Period | ";
  private static final String OCCUPIED = "Occupied at last Thursday on Reporting Period | ";
  private static final String RATE = "% of Open Beds Occupied | ";
  private static final String ADULT = "Adult critical care beds";
  private static final String PAEDIATRIC = "Paediatric intensive care beds";
  private static final String NEONATAL = "Neonatal critical care cots (or beds)";

  private static final List<Figure> CRITICAL_CARE =
      List.of(
          new Figure("critical_care.adult.open", OPEN + "Number of " + ADULT, "beds", "adult critical care beds open"),
          new Figure(
              "critical_care.paediatric.open", OPEN + "Number of " + PAEDIATRIC, "beds",
              "paediatric intensive care beds open"),
          new Figure(
              "critical_care.neonatal.open", OPEN + "Number of " + NEONATAL, "cots",
              "neonatal critical care cots open"),
          new Figure(
              "critical_care.adult.occupied", OCCUPIED + "Number of " + ADULT, "beds",
              "adult critical care beds occupied"),
          new Figure(
              "critical_care.paediatric.occupied", OCCUPIED + "Number of " + PAEDIATRIC, "beds",
              "paediatric intensive care beds occupied"),
          new Figure(
              "critical_care.neonatal.occupied", OCCUPIED + "Number of " + NEONATAL, "cots",
              "neonatal critical care cots occupied"),
          new Figure(
              "critical_care.transfers", "Number of Non-medical Critical care transfers", "transfers",
              "critical care transfers for other than medical reasons in the month"));

  private static final List<Figure> OPERATIONS =
      List.of(
          new Figure(
              "urgent_operations.cancelled", "Number in Reporting Period | Urgent Operations Cancelled", "operations",
              "urgent operations cancelled in the month"),
          new Figure(
              "urgent_operations.cancelled_again",
              "Number in Reporting Period | Urgent Operations Cancelled for the 2nd or more time", "operations",
              "urgent operations cancelled in the month for at least the second time"));

  private static final List<Layout> LAYOUTS =
      List.of(layout("Critical Care Beds", CRITICAL_CARE), layout("Urgent Operations Cancelled", OPERATIONS));

  private static Layout layout(String sheet, List<Figure> figures) {
    List<LayoutColumn> columns = new ArrayList<>();
    figures.forEach(figure -> columns.add(figure.column(figure.heading())));
    columns.add(LayoutColumn.ignored(RATE + ADULT, RATE + PAEDIATRIC, RATE + NEONATAL));
    return SitrepMeasures.sheet(sheet, columns).underGroups().onSheet(sheet).inEveryWorkbook();
  }

  @Override
  public String id() {
    return "msitrep";
  }

  @Override
  public String title() {
    return "Monthly Situation Report: critical care beds and urgent operations cancelled";
  }

  @Override
  public PublicationTimetable timetable() {
    return new PublicationTimetable(
        "second Thursday, about six weeks after the month",
        2,
        List.of(),
        "NHS England, Statistical work areas, Critical care capacity");
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.from(
        LandingPage.at("https://www.england.nhs.uk/statistics/statistical-work-areas/critical-care-capacity/")
            .pages("critical-care-(bed-)?capacity-.*20\\d\\d-\\d\\d.*")
            .files("(?!.*time[-_ ]?series)MSitReps?[-_ ].*\\.(xls[xm]?|ods|zip)")
            .called("MSitRep by month (XLS)"));
  }

  @Override
  public List<Layout> layouts() {
    return LAYOUTS;
  }

  @Override
  public List<Measure> measures() {
    return Stream.of(CRITICAL_CARE, OPERATIONS)
        .flatMap(List::stream)
        .map(figure -> figure.measured(figure.unit().equals("beds") || figure.unit().equals("cots")
            ? "Counted on the last Thursday of the month." : ""))
        .toList();
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), "provider", PeriodKind.MONTH).withTotal().counting(measure -> true);
  }

  @Override
  public List<String> warnings() {
    return List.of("Beds are those of the last Thursday of the month, not an average.");
  }
}
