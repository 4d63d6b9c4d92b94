package uk.footprints.catalogue;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.area.Site;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.IndicatorRow;
import uk.footprints.records.RecordTables;
import uk.footprints.records.casemix.CaseMixTables;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/**
 * All published tables of the program. A test checks that promised names and columns stay. A {@link Catalogue} has those
 * of a run, with the tables of an analyst's own datasets.
 */
public final class Tables {

  private static final List<Field> OBSERVATION =
      List.of(
          key("dataset", "The dataset, as in describe."),
          key("measure", "The measure, as in the table measures."),
          key("org_code", "ODS code of the organisation, as published; E92000001 for England."),
          key("org_role", "Role of the organisation: provider, commissioner, council, country or region."),
          date("period_start", "First day of the period, inclusive."),
          date("period_end", "Last day of the period, inclusive."),
          key("period_kind", "day, month, quarter, financial_year, year or point (a single day)."),
          number("value", "The value; absent unless the status is reported.", "as in measures"),
          key("status", "reported, suppressed, not_applicable, missing, or rejected (the cell holds no figure)."),
          date("published_on", "Day of publication; an estimate where source_files.date_basis is timetable."),
          key(
              "revision_status",
              "provisional, revised, derived (from a third party's table) or artificial (from artificial data)."),
          key("source_sha256", "SHA-256 of the source file, as in source_files."),
          text("source_sheet", "Sheet of the workbook; empty for text files."),
          whole("source_row", "Row number in the sheet, from 1.", "row"));

  private static final List<String> OBSERVATION_KEY =
      List.of("dataset", "measure", "org_code", "org_role", "period_start", "period_end");

  /** Current values by organisation, period and measure. */
  public static final Table OBSERVATIONS =
      new Table(
          "observations",
          "organisation x period x measure, in the current vintage",
          OBSERVATION_KEY,
          OBSERVATION);

  /** Values of every vintage. */
  public static final Table VINTAGES =
      new Table(
          "vintages",
          "organisation x period x measure, for every vintage",
          List.of("dataset", "measure", "org_code", "org_role", "period_start", "period_end", "source_sha256"),
          OBSERVATION);

  /** Changes between vintages. */
  public static final Table REVISIONS = RevisionRow.TABLE.table();

  /** Completeness of the organisations' returns. */
  public static final Table COMPLETENESS = CompletenessRow.TABLE.table();

  /** Totals by which releases are compared. */
  public static final Table TOTALS = TotalRow.TABLE.table();

  /** Definitions of measures. */
  public static final Table MEASURES = MeasureRecord.TABLE.table();

  /** Organisations. */
  public static final Table ORGANISATIONS = OrganisationRecord.TABLE.table();

  /** Areas. */
  public static final Table AREAS = AreaRecord.TABLE.table();

  /** Memberships of organisations and small areas in areas. */
  public static final Table MEMBERSHIPS = MembershipRecord.TABLE.table();

  /** Successions of organisations and areas. */
  public static final Table SUCCESSIONS = SuccessionRecord.TABLE.table();

  /** Populations of areas. */
  public static final Table POPULATION = PopulationRecord.TABLE.table();

  /** Parts of groups that were other groups. */
  public static final Table POPULATION_SHARES = PopulationShare.TABLE.table();

  /** Values of indicators. */
  public static final Table INDICATORS = IndicatorRow.TABLE.table();

  /** Source files of the release. */
  public static final Table SOURCE_FILES = SourceFileRecord.TABLE.table();

  /** Findings about the data. */
  public static final Table FINDINGS = FindingRecord.FINDINGS.table();

  /** Rejected files, rows and cells. */
  public static final Table REJECTS = FindingRecord.REJECTS.table();

  /** Run that built the release. */
  public static final Table RUNS = ReleaseRunRecord.TABLE.table();

  /** Boundaries. */
  public static final Table BOUNDARIES =
      new Table(
          "boundaries",
          "the polygon of an area (GeoParquet)",
          List.of("geography", "area_code"),
          List.of(
              key("geography", "As in areas."),
              key("area_code", "As in areas."),
              new Field("geometry", Field.Type.BYTES, "Polygon as well-known binary.", "", true),
              new Field("bbox", Field.Type.BOX, "West, south, east, north.", "degrees", false),
              number("area_km2", "Area on the British National Grid.", "km2"),
              text("source", "The source file.")));

  /** Sites of providers. */
  public static final Table SITES = Site.TABLE.table();

  private static final List<Table> ALL =
      List.of(
          OBSERVATIONS,
          VINTAGES,
          REVISIONS,
          COMPLETENESS,
          TOTALS,
          MEASURES,
          ORGANISATIONS,
          AREAS,
          MEMBERSHIPS,
          SUCCESSIONS,
          BOUNDARIES,
          SITES,
          POPULATION,
          POPULATION_SHARES,
          INDICATORS,
          SOURCE_FILES,
          FINDINGS,
          REJECTS,
          RUNS);

  private Tables() {}

  /**
   * Returns all tables in the order of the documentation: first these, then the tables of reports, of datasets, of
   * models of case mix, and of the record level, which few releases have.
   */
  public static List<Table> all() {
    return of(Datasets.all());
  }

  /** Returns all tables where these are the datasets. */
  static List<Table> of(List<Dataset> datasets) {
    List<Table> all = new ArrayList<>(ALL);
    all.addAll(Reports.tables());
    all.addAll(datasets.stream().flatMap(d -> d.tables().stream()).distinct().toList());
    all.addAll(CaseMixTables.ALL);
    all.addAll(RecordTables.ALL);
    return all;
  }

  /** Returns the table of that name. */
  public static Optional<Table> find(String name) {
    return all().stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
