package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.time.LocalDate;
import java.util.List;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Admissions of the residents of each council to each hospital trust: the counts behind trusts' catchments. */
public final class AdmissionFlows implements SheetReader {

  /** Admissions of a council's residents to a trust. */
  record AdmissionFlowRow(
      @Column("ONS code of the council, as published; absent where the file does not give it.") String councilCode,
      @Column("Name as published.") String councilName,
      @Column(value = "ODS code of the trust.", required = true) String providerCode,
      @Column("First day: the file names no period; 2018/19 is what it is known to be about.") LocalDate periodStart,
      @Column("Last day.") LocalDate periodEnd,
      @Column(value = "Admissions of its residents there.", unit = "admissions") Double admissions) {}

  private static final RecordTable<AdmissionFlowRow> FLOW_ROWS =
      RecordTable.publishedAsText(
          "admission_flows",
          "council of residence x provider: people admitted in a year",
          AdmissionFlowRow.class,
          "council_code", "provider_code", "period_start");

  /** Admissions by council of residence and provider. */
  public static final Table FLOWS = FLOW_ROWS.table();

  private static final Period YEAR = Period.financialYear(2018);

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.of(
                "counts by council, tidied by others",
                LayoutColumn.of(Role.ORG_CODE, "procode3"),
                LayoutColumn.of(Role.KEY, "areacode"),
                LayoutColumn.of(Role.ORG_NAME, "areaname"),
                measure("admissions", "CountAdm"))
            .asDerived());
  }

  @Override
  public List<Table> tables() {
    return List.of(FLOWS);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    TableTransformer<AdmissionFlowRow> out = new TableTransformer<>(match, "admission_flows", FLOW_ROWS, place);
    for (Sheet.Row row : match.rows()) {
      String code = out.code(row, Role.ORG_CODE.name());
      Double admissions = out.count(row, "admissions");
      if (code == null || admissions == null) {
        out.reject(
            row, code == null ? Role.ORG_CODE.name() : "admissions",
            code == null ? Kind.NO_ORGANISATION : Kind.NOT_A_NUMBER,
            "expected a trust and a number of admissions, found '%s' and '%s'",
            out.text(row, Role.ORG_CODE.name()), out.text(row, "admissions"));
      } else {
        out.add(
            row,
            new AdmissionFlowRow(
                out.code(row, Role.KEY.name()), out.known(row, Role.ORG_NAME.name()), code, YEAR.start(), YEAR.end(),
                admissions));
      }
    }
    return out.close(List.of(YEAR));
  }
}
