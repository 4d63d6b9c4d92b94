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
          key("status", "reported, suppressed, not_applicable or missing."),
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
  public static final Table REVISIONS =
      new Table(
          "revisions",
          "a figure that a newer vintage changed, old and new",
          List.of(
              "dataset", "measure", "org_code", "org_role", "period_start", "period_end", "old_source_sha256",
              "new_source_sha256"),
          List.of(
              key("dataset", "The dataset."),
              key("measure", "The measure."),
              key("org_code", "ODS code of the organisation."),
              key("org_role", "Role of the organisation."),
              date("period_start", "First day of the period."),
              date("period_end", "Last day of the period."),
              number("old_value", "Value in the older vintage; absent when it was not reported.", "as in measures"),
              number("new_value", "Value in the newer vintage; absent when it is not reported.", "as in measures"),
              key(
                  "old_status",
                  "Status in the older vintage; absent where that vintage does not have the organisation."),
              key("new_status", "Status in the newer vintage."),
              date("old_published_on", "Day of publication of the older vintage."),
              date("new_published_on", "Day of publication of the newer vintage."),
              key("old_source_sha256", "SHA-256 of the older file."),
              key("new_source_sha256", "SHA-256 of the newer file.")));

  /** Completeness of the organisations' returns. */
  public static final Table COMPLETENESS =
      new Table(
          "completeness",
          "organisation x measure x consecutive periods in the same state",
          List.of("dataset", "measure", "org_code", "org_role", "period_kind", "period_start"),
          List.of(
              key("dataset", "The dataset."),
              key("measure", "The measure."),
              key("org_code", "ODS code of the organisation."),
              key("org_role", "Role of the organisation."),
              date("period_start", "First day of the first of the consecutive periods."),
              date("period_end", "Last day of the last of the consecutive periods."),
              key("period_kind", "As in observations."),
              key(
                  "state",
                  "reported; zero (reported, although half of the organisation's periods have 20 or more); missing"
                      + " (others reported); suppressed; not_applicable; closed (it had a successor by then)."),
              whole("periods", "Number of consecutive periods.", "periods")));

  /** Totals by which releases are compared. */
  public static final Table TOTALS =
      new Table(
          "totals",
          "measure x period: the sum of the organisations' figures",
          List.of("dataset", "measure", "org_role", "period_start", "period_end"),
          List.of(
              key("dataset", "The dataset."),
              key("measure", "The measure."),
              key("org_role", "Role of the organisations."),
              date("period_start", "First day of the period."),
              date("period_end", "Last day of the period."),
              key("period_kind", "As in observations."),
              whole("organisations", "Number of organisations with a value.", "organisations"),
              number("total", "Sum of their values, for comparing releases; not a figure for the country.", "")));

  /** Definitions of measures. */
  public static final Table MEASURES =
      new Table(
          "measures",
          "a measure",
          List.of("dataset", "measure"),
          List.of(
              key("measure", "Id of the measure."),
              key("dataset", "The dataset of the measure."),
              text("quantity", "What is counted."),
              text("unit", "Unit of the values."),
              text("published_as", "Heading of the column as published."),
              text("definition", "Definition of the measure."),
              text("caveats", "Notes and caveats.")));

  /** Organisations. */
  public static final Table ORGANISATIONS =
      new Table(
          "organisations",
          "an organisation in a role, as named in the publications",
          List.of("org_code", "org_role"),
          List.of(
              key("org_code", "ODS code."),
              key("org_role", "provider or commissioner."),
              text("org_name", "The name in the latest period in which it appears."),
              date("first_seen", "First day of the first period in which it appears."),
              date("last_seen", "Last day of the last period in which it appears."),
              text(
                  "org_type",
                  "acute, specialist, community, mental health, ambulance, other or commissioning group; absent where "
                      + "the organisation is not in the register (organisations.csv)."),
              text("type_basis", "Basis of the type."),
              date("opened_on", "First day of the organisation in the register."),
              date("closed_on", "Last day of the organisation in the register; absent while it is open."),
              text("became", "Codes of its successors, separated by spaces; absent while it is open.")));

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
  public static final Table SOURCE_FILES =
      new Table(
          "source_files",
          "a source file, with counts of its rows by outcome",
          List.of("file"),
          List.of(
              key("file", "Path below the input folder."),
              text("sha256", "SHA-256 of the file; its name in the archive."),
              whole("bytes", "Size.", "bytes"),
              text("format", "Format of the content."),
              text("dataset", "The dataset; empty when none was recognised."),
              text("era", "The layout."),
              date("period_start", "First day of the first period."),
              date("period_end", "Last day of the last period."),
              date("published_on", "Day of publication."),
              text("date_basis", "title, notes, name, page, header, fetched, or timetable (an estimate)."),
              text("revision_status", "provisional, revised or derived."),
              key("state", "read, set_aside, boundary, not_asked_for, published_later, or same_as another file."),
              whole("rows_read", "Rows that are not empty.", "rows"),
              whole("rows_observed", "Rows of organisations that were used.", "rows"),
              whole("rows_titles", "Rows of the title block and header.", "rows"),
              whole("rows_notes", "Rows of footnotes and of sheets of notes.", "rows"),
              whole("rows_totals", "Rows of totals and of sheets of sub-totals.", "rows"),
              whole("rows_rejected", "Rejected rows, each with a finding.", "rows"),
              whole("rows_not_read", "Rows of sheets that no layout declares and of files set aside.", "rows"),
              whole("cells", "Figures in observed rows.", "figures"),
              whole("cells_rejected", "Rejected figures, each with a finding.", "figures"),
              whole("figures_kept", "cells - cells_rejected: rows in vintages or in a separate table.", "figures"),
              whole("figures_superseded", "Kept figures that are not current because a newer vintage has the same key.",
                  "figures"),
              text("url", "Address of the download; absent for a file that was downloaded by hand.")));

  private static final List<Field> FINDING =
      List.of(
          key("kind", "Kind of finding, a stable word."),
          key("severity", "note, warning, reject, set_aside or hold."),
          text("dataset", "The dataset."),
          text("file", "The file."),
          text("sheet", "The sheet."),
          whole("row", "The row; absent when the finding is not about a row.", "row"),
          text("column", "The heading as published."),
          text("message", "Description: what was expected and what was found."),
          text("next", "Recommended action."));

  /** Findings about the data. */
  public static final Table FINDINGS =
      new Table("findings", "an unusual or inconsistent item in the data", List.of(), FINDING);

  /** Rejected files, rows and cells. */
  public static final Table REJECTS =
      new Table("rejects", "a file, row or cell that was rejected", List.of(), FINDING);

  /** Run that built the release. */
  public static final Table RUNS =
      new Table(
          "runs",
          "the run that built this release",
          List.of("run"),
          List.of(
              key("run", "Id of the run and of the release."),
              text("started_at", "Start time, UTC."),
              text("versions", "Footprints, Spark and Java."),
              text("arguments", "Options of the command."),
              text("fingerprint", "SHA-256 of all inputs and of the program; equal fingerprints mean equal releases."),
              whole("files", "Number of files found.", "files"),
              whole("files_read", "Number of files read.", "files"),
              whole("files_set_aside", "Number of files set aside.", "files"),
              whole("observations", "Number of rows in observations.", "rows")));

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
