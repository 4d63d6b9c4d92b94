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
import uk.footprints.indicator.IndicatorRow;
import uk.footprints.records.RecordTables;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/** Catalogue of all published tables. A test checks that promised names and columns stay. */
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
  public static final Table AREAS =
      new Table(
          "areas",
          "an area of a geography",
          List.of("geography", "area_code", "valid_from"),
          List.of(
              key("geography", "stp_2016, stp_2018, stp_2021, icb_2022 and others."),
              key("area_code", "ONS code."),
              text("ods_code", "NHS code, where there is one."),
              text("area_name", "Name."),
              date("valid_from", "First day on which it was an area of this geography."),
              date("valid_to", "Last day; absent while it is valid."),
              text("parent_code", "Code of the wider area that contains it."),
              text("source", "Source of the row.")));

  /** Memberships of organisations and small areas in areas. */
  public static final Table MEMBERSHIPS =
      new Table(
          "memberships",
          "an organisation or small area in an area, with a weight",
          List.of("member_kind", "member_code", "geography", "area_code", "valid_from"),
          List.of(
              key("member_kind", "provider, ccg (commissioning group), council, patients (of a provider), lsoa_2011."),
              key("member_code", "ODS code; of a council or small area its ONS code."),
              key("geography", "As in areas."),
              key("area_code", "As in areas."),
              date("valid_from", "First day."),
              date("valid_to", "Last day; absent while it is valid."),
              number("weight", "Share of the member that is in the area.", "0 to 1"),
              text("weight_basis", "Basis of the weight: whole, site, catchment, population or listed."),
              text("source", "Source of the row."),
              key("status", "known, or estimated (part of a member that is in several areas).")));

  /** Successions of organisations and areas. */
  public static final Table SUCCESSIONS =
      new Table(
          "successions",
          "a code and its successor",
          List.of(),
          List.of(
              key("kind", "provider, ccg, council or area."),
              key("old_code", "Code before the succession."),
              key("new_code", "Code after the succession."),
              date("date", "First day of the new code."),
              number("share", "Share of the old organisation that went to the new one.", "0 to 1"),
              text("source", "Source of the row."),
              key("change", "renamed, merged (into a new or a continuing organisation) or split."),
              key("confidence", "high (a register's event), medium (by name, or the share is estimated) or low.")));

  /** Populations of areas. */
  public static final Table POPULATION =
      new Table(
          "population",
          "area x sex x single year of age or age band",
          List.of("geography", "area_code", "period_start", "sex", "age"),
          List.of(
              key("geography", "ccg_2018 as published; ccg_2021 summed from small areas; others summed from these."),
              key("area_code", "ONS code; for commissioning groups the NHS code is in ods_code."),
              text("ods_code", "NHS code, where there is one."),
              date("period_start", "The day to which the estimate refers."),
              date("period_end", "The day to which the estimate refers."),
              key("sex", "all, male or female."),
              whole("age", "Age in years, or the first age of a five-year band.", "years"),
              number("persons", "Usual residents.", "persons"),
              key(
                  "basis",
                  "published, small_areas (summed from small areas), or members (summed from the groups in the area)."),
              whole("age_to", "Last age of the band; equal to age for single years; absent for 90 and over.",
                  "years")));

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
          INDICATORS,
          SOURCE_FILES,
          FINDINGS,
          REJECTS,
          RUNS);

  private Tables() {}

  /**
   * Returns all tables in the order of the documentation: first these, then the tables of reports, of datasets and of
   * the record level, which few releases have.
   */
  public static List<Table> all() {
    List<Table> all = new ArrayList<>(ALL);
    all.addAll(Reports.tables());
    all.addAll(Datasets.tables());
    all.addAll(RecordTables.ALL);
    return all;
  }

  /** Returns the table of that name. */
  public static Optional<Table> find(String name) {
    return all().stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
