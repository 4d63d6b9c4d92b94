package uk.footprints.catalogue;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.records.RecordTables;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/** Every published table. Names and columns are promised: a test holds them. */
public final class Tables {

  private static final List<Field> OBSERVATION =
      List.of(
          key("dataset", "The publication, as in describe."),
          key("measure", "What is counted, as in the table measures."),
          key("org_code", "ODS code of the organisation, as published; E92000001 for England."),
          key("org_role", "What the organisation is here: provider, commissioner, council, country or a region."),
          date("period_start", "First day of the period, inclusive."),
          date("period_end", "Last day of the period, inclusive."),
          key("period_kind", "day, month, quarter, financial_year, year or point (a single day)."),
          number("value", "The figure; absent unless the status is reported.", "as in measures"),
          key("status", "reported, suppressed, not_applicable or missing."),
          date("published_on", "Day of publication; an estimate where source_files.date_basis is timetable."),
          key("revision_status", "provisional, revised, derived (somebody's table of the publication), or artificial (of nobody)."),
          key("source_sha256", "SHA-256 of the file, as in source_files."),
          text("source_sheet", "Sheet of the workbook; empty for text files."),
          whole("source_row", "Row of the sheet, as a spreadsheet counts.", "row"));

  private static final List<String> OBSERVATION_KEY =
      List.of("dataset", "measure", "org_code", "org_role", "period_start", "period_end");

  /** Organisation, period, measure: the value that is current. */
  public static final Table OBSERVATIONS =
      new Table(
          "observations",
          "organisation x period x measure, in the vintage that is current",
          OBSERVATION_KEY,
          OBSERVATION);

  /** The same for every vintage. */
  public static final Table VINTAGES =
      new Table(
          "vintages",
          "organisation x period x measure, for every vintage ever seen",
          List.of("dataset", "measure", "org_code", "org_role", "period_start", "period_end", "source_sha256"),
          OBSERVATION);

  /** What changed between vintages. */
  public static final Table REVISIONS =
      new Table(
          "revisions",
          "a figure that a newer vintage changed, beside what it was",
          List.of(
              "dataset", "measure", "org_code", "org_role", "period_start", "period_end", "old_source_sha256",
              "new_source_sha256"),
          List.of(
              key("dataset", "The publication."),
              key("measure", "What is counted."),
              key("org_code", "ODS code of the organisation."),
              key("org_role", "What the organisation is here."),
              date("period_start", "First day of the period."),
              date("period_end", "Last day of the period."),
              number("old_value", "The figure before; absent when it was not reported.", "as in measures"),
              number("new_value", "The figure after; absent when it is not reported.", "as in measures"),
              key("old_status", "How sure it was; absent where the older vintage does not have the organisation."),
              key("new_status", "How sure it is."),
              date("old_published_on", "Day of publication of the older vintage."),
              date("new_published_on", "Day of publication of the newer vintage."),
              key("old_source_sha256", "SHA-256 of the older file."),
              key("new_source_sha256", "SHA-256 of the newer file.")));

  /** Who reported when. */
  public static final Table COMPLETENESS =
      new Table(
          "completeness",
          "organisation x measure x run of periods in the same state",
          List.of("dataset", "measure", "org_code", "org_role", "period_kind", "period_start"),
          List.of(
              key("dataset", "The publication."),
              key("measure", "What is counted."),
              key("org_code", "ODS code of the organisation."),
              key("org_role", "What the organisation is here."),
              date("period_start", "First day of the first period of the run."),
              date("period_end", "Last day of the last period of the run."),
              key("period_kind", "As in observations."),
              key(
                  "state",
                  "reported; zero (reported, though half of its own periods have 20 or more); missing (others"
                      + " reported); suppressed; not_applicable; closed (it had become another by then)."),
              whole("periods", "How many periods of the publication the run has.", "periods")));

  /** What releases are compared by. */
  public static final Table TOTALS =
      new Table(
          "totals",
          "measure x period: what the organisations' figures come to",
          List.of("dataset", "measure", "org_role", "period_start", "period_end"),
          List.of(
              key("dataset", "The publication."),
              key("measure", "What is counted."),
              key("org_role", "What the organisations are here."),
              date("period_start", "First day of the period."),
              date("period_end", "Last day of the period."),
              key("period_kind", "As in observations."),
              whole("organisations", "Organisations with a value.", "organisations"),
              number("total", "The sum of their values: a check of releases, no figure for a country.", "")));

  /** What measures mean. */
  public static final Table MEASURES =
      new Table(
          "measures",
          "a measure",
          List.of("dataset", "measure"),
          List.of(
              key("measure", "Its id."),
              key("dataset", "The dataset that has it."),
              text("quantity", "What is counted."),
              text("unit", "The unit of its values."),
              text("published_as", "The column's heading as published."),
              text("definition", "What it means."),
              text("caveats", "Notes and caveats.")));

  /** Who appears. */
  public static final Table ORGANISATIONS =
      new Table(
          "organisations",
          "an organisation in a role, as the publications name it",
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
                      + "the register (organisations.csv) does not have it."),
              text("type_basis", "What the type was told by."),
              date("opened_on", "First day, by the register."),
              date("closed_on", "Last day, by the register; absent while it is open."),
              text("became", "What has become of it: codes with a space between; absent while it goes on.")));

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
              date("valid_to", "Last day; absent while it lasts."),
              text("parent_code", "The area that it lies in."),
              text("source", "Where this comes from.")));

  /** Who lies where. */
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
              date("valid_to", "Last day; absent while it lasts."),
              number("weight", "Share of the member that lies in the area.", "0 to 1"),
              text("weight_basis", "What the weight was measured by: whole, site, catchment, population or listed."),
              text("source", "Where this comes from."),
              key("status", "known, or estimated: a part of a member that lies in several areas.")));

  /** Who became whom. */
  public static final Table SUCCESSIONS =
      new Table(
          "successions",
          "a code and one that came after it",
          List.of(),
          List.of(
              key("kind", "provider, ccg, council or area."),
              key("old_code", "The code before."),
              key("new_code", "The code after."),
              date("date", "First day of the new code."),
              number("share", "Share of the old that went to the new.", "0 to 1"),
              text("source", "Where this comes from."),
              key("change", "renamed, merged (with another, or into one that went on) or split."),
              key("confidence", "high (a register's event), medium (by name, or the share is estimated) or low.")));

  /** People of areas. */
  public static final Table POPULATION =
      new Table(
          "population",
          "area x sex x single year or band of age",
          List.of("geography", "area_code", "period_start", "sex", "age"),
          List.of(
              key("geography", "ccg_2018 as published; ccg_2021 added up from small areas; others added up from these."),
              key("area_code", "ONS code; for commissioning groups the NHS code is in ods_code."),
              text("ods_code", "NHS code, where there is one."),
              date("period_start", "The day to which the estimate refers."),
              date("period_end", "The same day."),
              key("sex", "all, male or female."),
              whole("age", "Age in years, or the first of a band of five.", "years"),
              number("persons", "Usual residents.", "persons"),
              key("basis", "published, small_areas (added up), or members (the sum of the groups in the area)."),
              whole("age_to", "The last age; the same as age for single years; nothing for 90 and over.", "years")));

  /** The answers. */
  public static final Table INDICATORS =
      new Table(
          "indicators",
          "indicator x area x period",
          List.of("indicator", "geography", "area_code", "period_start", "period_end", "basis"),
          List.of(
              key("indicator", "As in describe."),
              key("geography", "As in areas; country for England."),
              key("area_code", "As in areas; unassigned for what belongs to no area."),
              text("area_name", "Name."),
              date("period_start", "First day, inclusive."),
              date("period_end", "Last day, inclusive."),
              key("period_kind", "month, quarter or financial_year."),
              key("basis", "as_was: organisations by the area they were in; as_now: by their successors' area."),
              number("numerator", "The sum of what was reported, also where the area is incomplete.", ""),
              number("denominator", "What the numerator is divided by.", ""),
              number("value", "numerator / denominator x multiplier.", ""),
              number("multiplier", "1000 for a rate per 1,000, 100 for a per cent.", ""),
              number("lower_95", "Lower 95% limit.", ""),
              number("upper_95", "Upper 95% limit.", ""),
              number("lower_998", "Lower 99.8% limit.", ""),
              number("upper_998", "Upper 99.8% limit.", ""),
              text("method", "How the limits were computed."),
              whole("rank", "1 is the highest value; equal values share a rank.", ""),
              whole("areas_ranked", "How many areas were ranked.", ""),
              number("completeness", "Share of what was to be expected that was reported; estimated.", "0 to 1"),
              key("status", "reported, incomplete, not_comparable, unassigned or no_value."),
              text("reason", "Why a value, a rank or limits are absent.")));

  /** What came in. */
  public static final Table SOURCE_FILES =
      new Table(
          "source_files",
          "a file that came in, and where each of its rows went",
          List.of("file"),
          List.of(
              key("file", "Path below the folder that was read."),
              text("sha256", "SHA-256 of its bytes; its name in the archive."),
              whole("bytes", "Size.", "bytes"),
              text("format", "What the bytes are."),
              text("dataset", "The dataset; empty when none could be told."),
              text("era", "The layout."),
              date("period_start", "First day of the first period."),
              date("period_end", "Last day of the last period."),
              date("published_on", "Day of publication."),
              text("date_basis", "title, notes, name, page, header, fetched, or timetable (an estimate)."),
              text("revision_status", "provisional, revised or derived."),
              key("state", "read, set_aside, boundary, not_asked_for, published_later, or same_as another file."),
              whole("rows_read", "Rows that hold anything.", "rows"),
              whole("rows_observed", "Rows of organisations.", "rows"),
              whole("rows_titles", "Title block and header.", "rows"),
              whole("rows_notes", "Footnotes, and sheets of notes.", "rows"),
              whole("rows_totals", "Totals, and sheets of sub-totals.", "rows"),
              whole("rows_rejected", "Refused, each with a finding.", "rows"),
              whole("rows_not_read", "On sheets that no layout declares, or of files set aside.", "rows"),
              whole("cells", "Figures in observed rows.", "figures"),
              whole("cells_rejected", "Figures refused, each with a finding.", "figures"),
              whole("figures_kept", "cells - cells_rejected: rows in vintages, or in a table of its own.", "figures"),
              whole("figures_superseded", "Of these, not current: a newer vintage has the same key.", "figures"),
              text("url", "Where it was fetched from; absent for a file that was downloaded by hand.")));

  private static final List<Field> FINDING =
      List.of(
          key("kind", "A stable word."),
          key("severity", "note, warning, reject, set_aside or hold."),
          text("dataset", "The dataset concerned."),
          text("file", "The file."),
          text("sheet", "The sheet."),
          whole("row", "The row; absent when it is about no row.", "row"),
          text("column", "The heading as published."),
          text("message", "What was expected and what was found."),
          text("next", "What to do."));

  /** What was odd. */
  public static final Table FINDINGS = new Table("findings", "something odd in the data", List.of(), FINDING);

  /** What was refused. */
  public static final Table REJECTS =
      new Table("rejects", "a file, row or cell that was refused", List.of(), FINDING);

  /** What runs did. */
  public static final Table RUNS =
      new Table(
          "runs",
          "the run that made this release",
          List.of("run"),
          List.of(
              key("run", "Its id, and the release's."),
              text("started_at", "Time, UTC."),
              text("versions", "Footprints, Spark and Java."),
              text("arguments", "What was asked."),
              text("fingerprint", "SHA-256 of all inputs and of the program: the same gives the same release."),
              whole("files", "Files seen.", "files"),
              whole("files_read", "Files read.", "files"),
              whole("files_set_aside", "Files set aside.", "files"),
              whole("observations", "Rows of observations.", "rows")));

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
              text("source", "The file it came from.")));

  /** Places of care. */
  public static final Table SITES =
      new Table(
          "sites",
          "a place where care is given",
          List.of(),
          List.of(
              text("org_code", "ODS code of the provider; absent where the file has names only."),
              text("site_name", "Name as published."),
              number("longitude", "East positive.", "degrees"),
              number("latitude", "North positive.", "degrees")));

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
   * In the order in which they are described; then those of reports, those that datasets fill themselves, and the
   * record level, which few releases have.
   */
  public static List<Table> all() {
    List<Table> all = new ArrayList<>(ALL);
    all.addAll(Reports.tables());
    all.addAll(Datasets.tables());
    all.addAll(RecordTables.ALL);
    return all;
  }

  /** The table of that name. */
  public static Optional<Table> find(String name) {
    return all().stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
