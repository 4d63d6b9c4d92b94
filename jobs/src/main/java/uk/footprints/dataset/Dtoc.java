package uk.footprints.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.footprints.conform.Measure;
import uk.footprints.conform.Rules;
import uk.footprints.parse.Column;
import uk.footprints.parse.Column.Role;
import uk.footprints.parse.Layout;
import uk.footprints.period.PeriodKind;
import uk.footprints.source.Landing;
import uk.footprints.source.Live;
import uk.footprints.source.Timetable;

/** Delayed transfers of care by council and month, April 2011 to February 2020. */
public final class Dtoc implements Dataset {

  /** Ended in February 2020; its pages stand. */
  static final Landing LANDING =
      Landing.at("https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/")
          .pages(".*20\\d\\d-\\d\\d.*")
          .files("LA-Type-B-.*\\.xlsx?");

  static final Timetable TIMETABLE =
      new Timetable(
          "second Thursday, about six weeks after the month; revised in the two years after",
          2,
          List.of(4, 5, 9, 10),
          "NHS England, Statistical work areas, Delayed transfers of care");

  private static final List<Layout> LAYOUTS = new ArrayList<>();

  static {
    for (String parent : List.of("Region", "SHA")) {
      String era = parent.equals("SHA") ? "April 2011 to March 2013, by %s" : "April 2013 to March 2017, by %s";
      LAYOUTS.add(sheet("LA - by Type of Care", era.formatted("type of care"), parent, DtocWords.byType("")));
      LAYOUTS.add(
          sheet(
              "LA - by responsible org",
              era.formatted("responsible organisation"),
              parent,
              DtocWords.byResponsible("")));
      LAYOUTS.add(sheet("LA - by reason", era.formatted("reason"), parent, DtocWords.byReason()));
    }
    for (String beds : List.of("DTOC Beds", "Average Number of People Delayed per Day")) {
      String era = beds.equals("DTOC Beds") ? "from April 2017, by %s" : "with people delayed per day, by %s";
      LAYOUTS.add(
          sheet("LA - by Type of Care", era.formatted("type of care"), "Region", DtocWords.byType(beds))
              .underGroups());
      LAYOUTS.add(
          sheet(
                  "LA - by responsible org",
                  era.formatted("responsible organisation"),
                  "Region",
                  DtocWords.byResponsible(beds))
              .underGroups());
    }
  }

  private static Layout sheet(String name, String era, String parent, List<Column> figures) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Role.PARENT, parent));
    columns.add(Column.ignored("ONS Geography"));
    columns.add(Column.of(Role.ORG_CODE, "Code"));
    columns.add(Column.of(Role.ORG_NAME, "Name"));
    columns.addAll(figures);
    return Layout.of(era, columns.toArray(Column[]::new)).onSheet(name);
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
  public Timetable timetable() {
    return TIMETABLE;
  }

  @Override
  public Live live() {
    return Live.from(LANDING);
  }

  @Override
  public List<Layout> layouts() {
    return List.copyOf(LAYOUTS);
  }

  @Override
  public List<Measure> measures() {
    List<Measure> all = new ArrayList<>(DtocWords.byTypeMeasures());
    all.addAll(DtocWords.byResponsibleMeasures());
    all.addAll(DtocWords.byReasonMeasures());
    return all;
  }

  @Override
  public Rules rules() {
    return Rules.of(id(), "council", PeriodKind.MONTH).withTotal();
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
