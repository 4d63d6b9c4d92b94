package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.field;

import java.time.LocalDate;
import java.util.List;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Catchment populations: the people who are likely to use a hospital trust in an emergency. */
public final class TrustCatchments implements Dataset {

  /** The people of a trust's catchment. */
  record Catchment(
      @Column(value = "ODS code of the trust.", required = true) String orgCode,
      @Column("The day to which the estimate refers: 30 June.") LocalDate periodStart,
      @Column(value = "emergency.", required = true) String admission,
      @Column(value = "People of its catchment.", unit = "persons") Double persons) {}

  private static final RecordTable<Catchment> ROWS =
      RecordTable.published(
          "trust_catchments",
          "trust and year",
          Catchment.class,
          "org_code", "period_start", "admission");

  /** The table of catchments. */
  public static final Table TABLE = ROWS.table();

  private static final LocalDate DAY = LocalDate.of(2018, 6, 30);
  private static final Layout EMERGENCY =
      Layout.of(
              "emergency catchments of 2018, without names",
              field("code", "Code"),
              field("persons", "Emergency_catchment_pop_2018"))
          .asDerived();

  @Override
  public String id() {
    return "trust_catchments";
  }

  @Override
  public String title() {
    return "Catchment populations of hospital trusts";
  }

  @Override
  public String publisher() {
    return "Office for Health Improvement and Disparities, before that Public Health England";
  }

  @Override
  public PublicationTimetable timetable() {
    return new PublicationTimetable("now and then", 24, List.of(6),
        "OHID, NHS acute hospital trust catchment populations");
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.byHand(
        "The tables that are read were saved from a workbook; the publisher's own table (.ods), of another layout, is "
            + "on https://www.gov.uk/government/statistics/nhs-acute-hospital-trust-catchment-populations-april-2026");
  }

  @Override
  public List<Layout> layouts() {
    return List.of(EMERGENCY);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), "provider", PeriodKind.POINT);
  }

  @Override
  public List<String> warnings() {
    return List.of("Modelled from where admitted patients live; made a table by others.");
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    TableTransformer<Catchment> out = new TableTransformer<>(match, id(), ROWS, place);
    for (Sheet.Row row : match.rows()) {
      String code = out.code(row, "code");
      Double persons = out.count(row, "persons");
      if (code == null || persons == null) {
        out.reject(row, "code", Kind.NO_ORGANISATION, "expected a trust's code and its people");
      } else {
        out.add(row, new Catchment(code, DAY, "emergency", persons));
      }
    }
    return out.close(List.of(Period.point(DAY)));
  }
}
