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

/** The daily situation report of a winter: beds, long stays, closures and ambulances, by provider and day. */
public final class UecSitrep implements Dataset {

  /** A sheet, with its figures in the order of their columns. */
  private record Theme(String sheet, List<Figure> figures) {

    /** Returns the layout: each figure has a column for each day, under the day. */
    Layout layout() {
      List<LayoutColumn> columns = new ArrayList<>();
      figures.forEach(figure -> columns.add(UecSitrep.column(figure, "<day> | " + figure.heading())));
      columns.add(LayoutColumn.ignored("<day> | Occupancy rate"));
      return SitrepMeasures.sheet(sheet, columns).underGroups().datesAcross().onSheet(sheet);
    }
  }

  private static final List<Figure> GENERAL_AND_ACUTE =
      List.of(
          new Figure("beds.ga.core", "Core Beds Open", "beds", "general and acute core beds open"),
          new Figure(
              "beds.ga.escalation", "Escalation Beds Open", "beds", "general and acute escalation beds open"),
          new Figure("beds.ga.open", "Total Beds Open", "beds", "general and acute beds open"),
          new Figure("beds.ga.occupied", "Total beds occ'd", "beds", "general and acute beds occupied"));

  private static final List<Figure> CLOSURES =
      List.of(new Figure("ae.closures", "<day>", "closures", "closures of A&E departments"));

  private static final List<Figure> DIVERTS =
      List.of(new Figure("ae.diverts", "<day>", "diverts", "ambulance diverts from A&E departments"));

  private static final List<Theme> THEMES =
      List.of(
          new Theme("G&A beds", GENERAL_AND_ACUTE),
          new Theme(
              "Beds Occ by long stay patients",
              List.of(longStay("7"), longStay("14"), longStay("21"))),
          new Theme(
              "D&V, Norovirus",
              List.of(
                  new Figure(
                      "beds.closed.norovirus", "Beds closed", "beds",
                      "beds closed for diarrhoea, vomiting or norovirus"),
                  new Figure(
                      "beds.closed.norovirus_unoccupied", "Beds closed unocc", "beds",
                      "beds closed for diarrhoea, vomiting or norovirus, and unoccupied"))),
          new Theme("Adult critical care", critical("adult", "CC Adult", "adult critical care beds")),
          new Theme(
              "Paediatric intensive care", critical("paediatric", "Paed Int Care", "paediatric intensive care beds")),
          new Theme(
              "Neonatal intensive care", critical("neonatal", "Neo Int Care", "neonatal intensive care cots")),
          new Theme(
              "Ambulance Arrivals and Delays",
              List.of(
                  new Figure(
                      "ambulance.arrivals", "Arriving by ambulance", "patients", "patients arriving by ambulance"),
                  new Figure(
                      "ambulance.delayed_30_to_60", "Delay 30-60 mins", "patients",
                      "ambulance handovers delayed by 30 to 60 minutes"),
                  new Figure(
                      "ambulance.delayed_over_60", "Delay >60 mins", "patients",
                      "ambulance handovers delayed by over 60 minutes"))));

  private static Figure longStay(String days) {
    return new Figure(
        "long_stay." + days, "> " + days + " days", "beds",
        "beds occupied by patients who have been in hospital for " + days + " days or more");
  }

  private static List<Figure> critical(String id, String heading, String words) {
    return List.of(
        new Figure("critical_care." + id + ".open", heading + " Open", "beds", words + " open"),
        new Figure("critical_care." + id + ".occupied", heading + " Occ", "beds", words + " occupied"));
  }

  private static LayoutColumn column(Figure figure, String heading) {
    LayoutColumn column = figure.column(heading);
    return figure.id().equals("beds.ga.open")
        ? column.adding("sitrep.beds.ga.core", "sitrep.beds.ga.escalation")
        : column;
  }

  private static Layout alone(String sheet, List<Figure> figures) {
    List<LayoutColumn> columns = figures.stream().map(figure -> figure.column(figure.heading())).toList();
    return SitrepMeasures.sheet(sheet, columns).datesAcross().onSheet(sheet);
  }

  /** Returns the layout of a saved copy of the general and acute beds, with its three header rows joined. */
  private static Layout saved() {
    List<LayoutColumn> columns = new ArrayList<>();
    GENERAL_AND_ACUTE.forEach(figure -> columns.add(column(figure, figure.heading() + "_<day>")));
    columns.add(LayoutColumn.ignored("Occupancy rate_<day>"));
    return SitrepMeasures.sheet("G&A beds, saved as text by others", columns).datesAcross().asDerived();
  }

  private static final List<Layout> LAYOUTS =
      Stream.of(
              Stream.of(alone("A&E Closures", CLOSURES), alone("A&E Diverts", DIVERTS)),
              THEMES.stream().map(Theme::layout),
              Stream.of(saved()))
          .flatMap(layouts -> layouts)
          .toList();

  /** The acute time series of a winter; other series on the same pages have other columns. */
  private static final String ACUTE_TIME_SERIES =
      "(?!.*(ambulance|(nhs|(?<![a-z0-9]))111(?![a-z0-9])|covid|absence|discharge"
          + "|(?<![a-z0-9])flu(?![a-z0-9])|virtual|staff|part[-_ ]?b(?![a-z])))"
          + "(?=.*time[-_ ]?series).*(uec[-_ ]daily[-_ ]sitrep|winter|web[-_ ]?file|daily[-_ ]?sr(?![a-z])).*"
          + "\\.(xls[xm]?|ods|zip)";

  @Override
  public String id() {
    return "uec_sitrep";
  }

  @Override
  public String title() {
    return "Urgent and Emergency Care Daily Situation Reports, winter";
  }

  @Override
  public PublicationTimetable timetable() {
    return new PublicationTimetable(
        "each Thursday of the winter, the whole winter again",
        1,
        List.of(),
        "NHS England, Statistical work areas, UEC sitrep");
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.from(
        LandingPage.at("https://www.england.nhs.uk/statistics/statistical-work-areas/uec-sitrep/")
            .pages("urgent-and-emergency-care-daily-situation-reports-20\\d\\d-\\d\\d.*")
            .files(ACUTE_TIME_SERIES)
            .called("Web File Timeseries - UEC Daily SitRep"),
        LandingPage.at("https://www.england.nhs.uk/statistics/statistical-work-areas/winter-daily-sitreps/")
            .pages("winter-(daily-)?sitrep-(data-)?20\\d\\d-\\d\\d.*")
            .files(ACUTE_TIME_SERIES)
            .called("Winter SitRep - Acute Time Series; Winter SitRep Part A; Daily SR - Timeseries"));
  }

  @Override
  public List<Layout> layouts() {
    return LAYOUTS;
  }

  @Override
  public List<Measure> measures() {
    return Stream.concat(Stream.of(CLOSURES, DIVERTS), THEMES.stream().map(Theme::figures))
        .flatMap(List::stream)
        .map(
            figure ->
                figure.measured(
                    figure.id().startsWith("long_stay")
                        ? "Those of 21 days or more are among those of 14, and these among those of seven."
                        : ""))
        .toList();
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), "provider", PeriodKind.DAY);
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "Not validated as monthly figures are; weekends and holidays are sent on the next working day.",
        "Zero may be a missing return.");
  }
}
