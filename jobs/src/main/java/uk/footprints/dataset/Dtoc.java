package uk.footprints.dataset;

import java.util.ArrayList;
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

/** Delayed transfers of care by council and month, April 2011 to February 2020. */
public final class Dtoc implements Dataset {

  /** The landing page. The collection ended in February 2020; its pages are still online. */
  static final LandingPage LANDING =
      LandingPage.at("https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/")
          .pages(".*20\\d\\d-\\d\\d.*")
          .files("LA[-_ ]?Type[-_ ]?B[-_ ].*\\.(xls[xm]?|ods|zip)")
          .called("Total Delayed Days Local Authority, by month");

  static final PublicationTimetable TIMETABLE =
      new PublicationTimetable(
          "second Thursday, about six weeks after the month; revised in the two years after",
          2,
          List.of(4, 5, 9, 10),
          "NHS England, Statistical work areas, Delayed transfers of care");

  private static final List<Layout> LAYOUTS = new ArrayList<>();

  static {
    for (String parent : List.of("Region", "SHA")) {
      String era = parent.equals("SHA") ? "April 2011 to March 2013, by %s" : "April 2013 to March 2017, by %s";
      LAYOUTS.add(sheet("LA - by Type of Care", era.formatted("type of care"), parent, DtocMeasures.byType(""))
              .inEveryWorkbook());
      LAYOUTS.add(
          sheet(
              "LA - by responsible org",
              era.formatted("responsible organisation"),
              parent,
              DtocMeasures.byResponsible(""))
              .inEveryWorkbook());
      LAYOUTS.add(sheet("LA - by reason", era.formatted("reason"), parent, DtocMeasures.byReason()));
    }
    for (String beds : List.of("DTOC Beds", "Average Number of People Delayed per Day")) {
      String era = beds.equals("DTOC Beds") ? "from April 2017, by %s" : "with people delayed per day, by %s";
      LAYOUTS.add(
          sheet("LA - by Type of Care", era.formatted("type of care"), "Region", DtocMeasures.byType(beds))
              .underGroups()
              .inEveryWorkbook());
      LAYOUTS.add(
          sheet(
                  "LA - by responsible org",
                  era.formatted("responsible organisation"),
                  "Region",
                  DtocMeasures.byResponsible(beds))
              .underGroups()
              .inEveryWorkbook());
    }
  }

  private static Layout sheet(String name, String era, String parent, List<LayoutColumn> figures) {
    List<LayoutColumn> columns = new ArrayList<>();
    columns.add(LayoutColumn.of(Role.PARENT, parent));
    columns.add(LayoutColumn.ignored("ONS Geography"));
    columns.add(LayoutColumn.of(Role.ORG_CODE, "Code"));
    columns.add(LayoutColumn.of(Role.ORG_NAME, "Name"));
    columns.addAll(figures);
    return Layout.of(era, columns.toArray(LayoutColumn[]::new)).onSheet(name);
  }

  @Override
  public String id() {
    return "dtoc";
  }

  @Override
  public String title() {
    return "Delayed Transfers of Care, by local authority";
  }

  @Override
  public PublicationTimetable timetable() {
    return TIMETABLE;
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.from(LANDING);
  }

  @Override
  public List<Layout> layouts() {
    return List.copyOf(LAYOUTS);
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>(DtocMeasures.byTypeMeasures());
    all.addAll(DtocMeasures.byResponsibleMeasures());
    all.addAll(DtocMeasures.byReasonMeasures());
    return all;
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), "council", PeriodKind.MONTH).withTotal();
  }

  @Override
  public Map<String, Aside> asides() {
    return Map.of("Data Quality", Aside.NOTES);
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "Days of patients by the council that is responsible for them, whichever hospital they are in.",
        "The council's code is the publication's own, the same in all years; 9900, 9901 and 9902 are Wales, Scotland "
            + "and elsewhere.",
        "Reason O (other) was added in April 2017; the collection ended in February 2020.");
  }
}
