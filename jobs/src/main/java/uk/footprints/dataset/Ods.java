package uk.footprints.dataset;

import uk.footprints.transform.Measure;
import static uk.footprints.layout.LayoutColumn.dateField;
import static uk.footprints.layout.LayoutColumn.field;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.DateColumn;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** The register of the Organisation Data Service: organisations and their successions. */
public final class Ods implements SheetReader {

  /** An organisation of the register. */
  record RegisteredOrganisation(
      @Column(value = "ODS code.", required = true) String code,
      @Column("Name.") String name,
      @Column("trust, commissioner or other, by its code and name.") String kind,
      @Column("National grouping (Y..): NHS England's region.") String regionCode,
      @Column("High level health geography (Q..): the footprint or integrated care board.") String areaCode,
      @Column("Post town.") String town,
      @Column("Postcode.") String postcode,
      @Column("First day.") LocalDate openedOn,
      @Column("Last day; absent while it is open.") LocalDate closedOn) {}

  private static final RecordTable<RegisteredOrganisation> ORGANISATION_ROWS =
      RecordTable.published(
          "ods_organisations",
          "an organisation of the register, as in its newest extract",
          RegisteredOrganisation.class,
          "code");

  /** The table of organisations. */
  public static final Table ORGANISATIONS = ORGANISATION_ROWS.table();

  /** A code and one that came after it. */
  record CodeChange(
      @Column(value = "The code before.", required = true) String oldCode,
      @Column(value = "The code after; chains have to be followed, and may fork.", required = true) String newCode,
      @Column("Day of the change.") LocalDate changedOn,
      @Column("merger, split or name_change; absent where the file does not say.") String change) {}

  private static final RecordTable<CodeChange> SUCCESSION_ROWS =
      RecordTable.published(
          "ods_successions",
          "a code and one that came after it, as published",
          CodeChange.class,
          "old_code", "new_code", "changed_on");

  /** The table of successions. */
  public static final Table SUCCESSIONS = SUCCESSION_ROWS.table();

  /** Columns by position, for a file without a header: 24 to 27 columns, of which the last are empty. */
  private static final Layout REGISTER =
      Layout.unheaded(
          "register without a header",
          "no header, and rows that begin with a code, a name and a region (Y..)",
          Ods::looksLikeRegister,
          columns(
              "code", "name", "region_code", "area_code", "", "", "", "town", "", "postcode", "opened_on",
              "closed_on"));
  private static final Layout PAIRS =
      Layout.of(
          "successions: old code, new code, date",
          field("old_1", "old_code", "trust_code_old"),
          field("new_1", "new_code", "trust_code_new"),
          dateField("date_1", "date", "from_date"));
  private static final Layout PATHS =
      Layout.of(
              "successions: paths of up to three changes",
              field("old_1", "new_code_0"),
              field("new_1", "new_code_1"),
              dateField("date_1", "date_change_1"),
              field("change_1", "change_type_1"),
              field("new_2", "new_code_2"),
              dateField("date_2", "date_change_2"),
              field("change_2", "change_type_2"),
              field("new_3", "new_code_3"),
              dateField("date_3", "date_change_3"),
              field("change_3", "change_type_3"),
              LayoutColumn.ignored(
                  "old_code", "final_code", "experiences_split", "direct_path_complicated", "adjacent_to_complicated",
                  "part_of_complicated_path"))
          .asDerived();

  private static final int LOOKED_AT = 20;
  private static final int FEWEST_COLUMNS = 20;

  private static LayoutColumn[] columns(String... names) {
    return Arrays.stream(names).map(name -> field(name)).toArray(LayoutColumn[]::new);
  }

  private static boolean looksLikeRegister(Sheet sheet) {
    List<Sheet.Row> rows = sheet.rows().subList(0, Math.min(LOOKED_AT, sheet.rows().size()));
    return !rows.isEmpty() && rows.stream().allMatch(Ods::looksLikeOrganisation);
  }

  private static boolean looksLikeOrganisation(Sheet.Row row) {
    String region = row.cell(2);
    boolean regional = region.isEmpty() || region.length() == 3 && region.charAt(0) == 'Y';
    return row.cells().length >= FEWEST_COLUMNS && isCode(row.cell(0)) && regional && isDay(row.cell(10))
        && (row.cell(11).isEmpty() || isDay(row.cell(11)));
  }

  private static boolean isCode(String text) {
    return text.length() >= 3 && text.length() <= 6
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
  }

  private static boolean isDay(String text) {
    return text.length() == 8 && text.chars().allMatch(Character::isDigit);
  }

  @Override
  public List<Layout> layouts() {
    return List.of(REGISTER, PAIRS, PATHS);
  }

  @Override
  public List<Table> tables() {
    return List.of(ORGANISATIONS, SUCCESSIONS);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    return match.headerIndex() < 0 ? register(match, place) : successions(match, place);
  }

  private SheetContent register(HeaderMatch match, Location place) {
    TableTransformer<RegisteredOrganisation> out = new TableTransformer<>(match, "ods", ORGANISATION_ROWS, place);
    DateColumn dates = DateColumn.in(match.dateOrder());
    LocalDate last = LocalDate.MIN;
    for (Sheet.Row row : match.rows()) {
      String code = out.code(row, "code");
      String name = out.text(row, "name");
      if (code == null || !isCode(code)) {
        out.reject(
            row, "code", Kind.NO_ORGANISATION, "expected an organisation's code, found '%s'", out.text(row, "code"));
        continue;
      }
      LocalDate opened = dates.find(out.text(row, "opened_on")).orElse(null);
      LocalDate closed = dates.find(out.text(row, "closed_on")).orElse(null);
      last = later(later(last, opened), closed);
      out.add(
          row,
          new RegisteredOrganisation(
              code, name, kind(code, name), out.code(row, "region_code"), out.code(row, "area_code"),
              out.known(row, "town"), out.known(row, "postcode"), opened, closed));
    }
    return out.close(last.equals(LocalDate.MIN) ? List.of() : List.of(Period.point(last)));
  }

  private static String kind(String code, String name) {
    boolean trust = code.startsWith("R") && code.length() == 3 || name.contains("TRUST");
    boolean commissioner = name.contains("CCG") || name.contains("COMMISSIONING") || name.contains("ICB");
    return trust ? "trust" : commissioner ? "commissioner" : "other";
  }

  private SheetContent successions(HeaderMatch match, Location place) {
    TableTransformer<CodeChange> out = new TableTransformer<>(match, "ods", SUCCESSION_ROWS, place);
    DateColumn dates = DateColumn.in(match.dateOrder());
    LocalDate last = LocalDate.MIN;
    for (Sheet.Row row : match.rows()) {
      String old = out.code(row, "old_1");
      boolean added = false;
      for (int hop = 1; hop <= 3; hop++) {
        String next = out.code(row, "new_" + hop);
        Optional<LocalDate> day = dates.find(out.text(row, "date_" + hop));
        if (old == null || next == null || day.isEmpty()) {
          break;
        }
        last = later(last, day.get());
        out.addOnce(row, new CodeChange(old, next, day.get(), out.known(row, "change_" + hop)));
        added = true;
        old = next;
      }
      if (!added) {
        out.reject(row, "old_1", Kind.NO_ORGANISATION, "expected an old code, a new one and a date");
      }
    }
    return out.close(last.equals(LocalDate.MIN) ? List.of() : List.of(Period.point(last)));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return b == null || a.isAfter(b) ? a : b;
  }
}
