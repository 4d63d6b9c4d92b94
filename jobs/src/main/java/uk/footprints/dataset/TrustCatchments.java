package uk.footprints.dataset;

import uk.footprints.transform.Measure;
import static uk.footprints.layout.LayoutColumn.field;

import java.time.LocalDate;
import java.util.List;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Catchment populations: the people who are likely to use a hospital trust in an emergency. */
public final class TrustCatchments implements SheetReader {

  /** The people of a trust's catchment. */
  record CatchmentRow(
      @Column(value = "ODS code of the trust.", required = true) String orgCode,
      @Column("The day to which the estimate refers: 30 June.") LocalDate periodStart,
      @Column(value = "emergency.", required = true) String admission,
      @Column(value = "People of its catchment.", unit = "persons") Double persons) {}

  private static final RecordTable<CatchmentRow> ROWS =
      RecordTable.published(
          "trust_catchments",
          "trust and year",
          CatchmentRow.class,
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
  public List<Layout> layouts() {
    return List.of(EMERGENCY);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    TableTransformer<CatchmentRow> out = new TableTransformer<>(match, "trust_catchments", ROWS, place);
    for (Sheet.Row row : match.rows()) {
      String code = out.code(row, "code");
      Double persons = out.count(row, "persons");
      if (code == null || persons == null) {
        out.reject(row, "code", Kind.NO_ORGANISATION, "expected a trust's code and its people");
      } else {
        out.add(row, new CatchmentRow(code, DAY, "emergency", persons));
      }
    }
    return out.close(List.of(Period.point(DAY)));
  }
}
