package uk.footprints.dataset;

import uk.footprints.transform.Measure;
import static uk.footprints.layout.LayoutColumn.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.PeriodText;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/**
 * Patients on the list of each practice and its number of GPs, as the prescribing service prints them by
 * commissioner.
 */
public final class PracticeLists implements SheetReader {

  /** The list of a practice in a month. */
  record PracticeList(
      @Column(value = "ODS code of the practice or clinic.", required = true) String practiceCode,
      @Column("Name and address as published.") String practiceName,
      @Column("ODS code of the commissioner under which it is printed.") String commissionerCode,
      @Column("Name of that commissioner as published.") String commissionerName,
      @Column("First day of the month.") LocalDate periodStart,
      @Column("Last day of the month.") LocalDate periodEnd,
      @Column(value = "Patients to whom the practice dispenses.", unit = "persons") Double dispensing,
      @Column(value = "Patients for whom it prescribes only.", unit = "persons") Double prescribing,
      @Column(value = "All patients on the list.", unit = "persons") Double persons,
      @Column(value = "General practitioners.", unit = "persons") Double gps,
      @Column("Yes for a practice; No for a clinic or another prescriber.") String gpPractice) {}

  private static final RecordTable<PracticeList> ROWS =
      RecordTable.published(
          "practice_lists",
          "practice and month: patients on its list",
          PracticeList.class,
          "practice_code", "period_start");

  /** The table of lists. */
  public static final Table TABLE = ROWS.table();

  private static final Layout PAGES =
      Layout.of(
          "pages of a report, by commissioner",
          field("code", "NACS Code"),
          field("name", "Practice Name and Address"),
          field("dispensing", "Dispensing"),
          field("prescribing", "Prescribing"),
          field("persons", "Total"),
          field("gps", "GP count"),
          field("gp_practice", "GP practice"));
  /** Every page has the header, so a match further down is not the first. */
  private static final int DEEPEST_HEADER = 12;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,6}");
  private static final Pattern COMMISSIONER = Pattern.compile("(.*?)\\s*\\(([A-Z0-9]{3})[A-Z0-9]{2}\\)\\s*");

  @Override
  public List<Layout> layouts() {
    return List.of(PAGES);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    TableTransformer<PracticeList> out = new TableTransformer<>(match, "practice_lists", ROWS, place);
    Optional<Period> month =
        PeriodText.findPeriod(match.sheet().titled("Report For")).filter(p -> p.kind() == PeriodKind.MONTH);
    String commissioner = match.sheet().titled("Primary Care Trust");
    if (match.headerIndex() > DEEPEST_HEADER) {
      out.find(Kind.HEADER_CHANGED, "the header of the first page differs from that of later ones");
    }
    for (Sheet.Row row : match.rows()) {
      String code = Objects.requireNonNullElse(out.code(row, "code"), "");
      if (code.startsWith("Primary Care Trust")) {
        commissioner = lastCell(row);
      }
      if (code.startsWith("Warning")) {
        out.find(row, Kind.CUT_OFF, "the file says that it ends early: %s", code);
      }
      boolean list = !out.text(row, "persons").isEmpty()
          || CODE.matcher(code).matches() && !(out.text(row, "prescribing") + out.text(row, "dispensing")).isEmpty();
      if (!list || code.equals("NACS Code")) {
        out.note(row);
      } else if (!CODE.matcher(code).matches()) {
        out.reject(row, "code", Kind.NO_ORGANISATION, "expected a practice's code, found '%s'", code);
      } else if (month.isEmpty()) {
        out.reject(row, "code", Kind.NO_PERIOD, "expected a month after 'Report For:' above the table");
      } else {
        add(out, row, code, commissioner, month.get());
      }
    }
    return out.close(month.stream().toList());
  }

  private static void add(
      TableTransformer<PracticeList> out, Sheet.Row row, String code, String commissioner, Period month) {
    Matcher m = COMMISSIONER.matcher(commissioner);
    boolean coded = m.matches();
    Double dispensing = out.count(row, "dispensing");
    Double prescribing = out.count(row, "prescribing");
    Double persons = out.count(row, "persons");
    boolean known = dispensing != null && prescribing != null && persons != null;
    if (known && Math.abs(dispensing + prescribing - persons) > 0.5) {
      out.find(
          row, Kind.TOTAL_DISAGREES, "dispensing and prescribing add to %,.0f but the total says %,.0f",
          dispensing + prescribing, persons);
    }
    out.add(
        row,
        new PracticeList(
            code, out.known(row, "name"), coded ? m.group(2) : null, coded ? m.group(1) : known(commissioner),
            month.start(), month.end(), dispensing, prescribing, persons, out.count(row, "gps"),
            out.known(row, "gp_practice")));
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String lastCell(Sheet.Row row) {
    String last = "";
    for (String cell : row.cells()) {
      last = cell.isBlank() ? last : cell.strip();
    }
    return last;
  }
}
