package uk.footprints.sample;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import uk.footprints.sample.SampleOrganisation.Kind;

/**
 * Spending over £25,000 of one trust, or of three in the months before and after, in three of the many ways in which
 * publishers write it.
 */
final class SpendSample implements PublicationSample {

  private static final YearMonth PLAIN = YearMonth.of(2016, 11);
  private static final YearMonth FROM_PDF = YearMonth.of(2016, 12);
  private static final YearMonth WORKBOOK = YearMonth.of(2017, 1);
  private static final int PAYERS = 3;
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private static final List<String> TYPES =
      List.of("DRUGS", "ELECTRICITY", "AGENCY NURSING: BAND 5", "BUILDING CONTRACTS", "INCOME TAX PAYE", "RATES");
  private static final List<String> AREAS = List.of("PHARMACY", "ESTATES", "THEATRES", "BALANCE SHEET");
  private static final List<String> SUPPLIERS =
      List.of("SAMPLE PHARMA LTD", "Sample Pharma Limited", "MADE-UP POWER PLC", "THE INVENTED BUILDERS & CO");

  private record Line(LocalDate day, String type, String area, String supplier, int number, double amount) {}

  @Override
  public String dataset() {
    return "spend_over_25k";
  }

  @Override
  public List<YearMonth> usual() {
    return SampleMonths.between("2016-04", "2017-03").stream()
        .filter(month -> !List.of(FROM_PDF, WORKBOOK).contains(month))
        .toList();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("plain", PLAIN), new SampleEra("from-pdf", FROM_PDF), new SampleEra("workbook", WORKBOOK));
  }

  @Override
  public boolean covers(YearMonth month) {
    return true;
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    SampleOrganisation trust = country.in(month, Kind.TRUST).get(0);
    List<Line> lines = lines(month, "", chance);
    String name = "Spend over 25k " + SampleMonths.name(month) + " " + month.getYear();
    if (month.equals(WORKBOOK)) {
      return new SampleFile(name + "-sample.xls", SampleWorkbookWriter.old(List.of(sheet(trust, lines))));
    }
    int many = month.equals(PLAIN) ? 1 : PAYERS;
    List<SampleOrganisation> payers = country.in(month, Kind.TRUST).stream().limit(many).toList();
    String text = month.equals(FROM_PDF) ? pdf(trust, lines) : plain(payers, month, chance);
    return SampleFile.text(name + "-sample.csv", text, Charset.forName("windows-1252"));
  }

  private static List<Line> lines(YearMonth month, String payer, SeededVariation chance) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int pence = 2_500_000 + (int) (chance.share("spending", month + payer, i) * 90_000_000);
      lines.add(
          new Line(
              month.atDay(1 + i),
              TYPES.get(i % TYPES.size()),
              AREAS.get(i % AREAS.size()),
              SUPPLIERS.get(i % SUPPLIERS.size()),
              700_000 + i / 2,
              (i % 11 == 7 ? -pence : pence) / 100.0));
    }
    return lines;
  }

  private static String plain(List<SampleOrganisation> payers, YearMonth month, SeededVariation chance) {
    StringBuilder text = new StringBuilder("Department Family,Entity,Date,Expense Type,Expense Area,Supplier,");
    text.append("Transaction Number,Amount\r\n");
    for (SampleOrganisation trust : payers) {
      String payer = trust.equals(payers.get(0)) ? "" : trust.code();
      lines(month, payer, chance).forEach(line -> text.append(plain(trust, line)));
    }
    return text.toString();
  }

  private static String plain(SampleOrganisation trust, Line line) {
    String amount = String.format(Locale.UK, "\"%,.2f\"", line.amount());
    StringJoiner cells = new StringJoiner(",", "", "\r\n");
    cells.add("Department of Health").add('"' + trust.name() + '"').add(day(line, "dd/MM/yyyy")).add(line.type());
    cells.add(line.area()).add(line.supplier()).add(Integer.toString(line.number())).add(amount);
    return cells.toString();
  }

  /** Titles, a misspelt heading, the month first, brackets for less than zero, a lost date and a total at the foot. */
  private static String pdf(SampleOrganisation trust, List<Line> lines) {
    StringBuilder text = new StringBuilder(MADE_UP + "\r\nDepartment,CCG,Date,Exepense Area,Expense Type,Suppklier,");
    text.append("VAT Registration Number,Transaction,Amount in Sterling £\r\n");
    double sum = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String size = String.format(Locale.UK, "£%,.2f", Math.abs(line.amount()));
      StringJoiner cells = new StringJoiner(",", "", "\r\n");
      cells.add("Department of Health").add('"' + trust.name() + '"').add(i == 3 ? "" : day(line, "M/d/yyyy"));
      cells.add(line.area()).add(line.type()).add(line.supplier()).add("").add(i == 3 ? "" : "" + line.number());
      text.append(cells.add('"' + (line.amount() < 0 ? "(" + size + ")" : size) + '"'));
      sum += line.amount();
    }
    return text + String.format(Locale.UK, ",,,,,,Sum:,,\"%,.2f\"\r\n", sum);
  }

  /** An empty first column, serial dates, and a sum that does not say so. */
  private static SheetBuilder sheet(SampleOrganisation trust, List<Line> lines) {
    SheetBuilder sheet = new SheetBuilder("Final Review ");
    sheet.row(
        null, "Department Family", "Entity", "Payment Number", "Payment Date", "Expense Type", "Expense Area",
        "Description", "Supplier", "Amount");
    double sum = 0;
    for (Line line : lines) {
      long serial = line.day().toEpochDay() - SERIAL_ZERO.toEpochDay();
      sheet.row(
          null, "NHS", trust.name(), line.number(), serial, line.type(), line.area(), MADE_UP, line.supplier(),
          line.amount());
      sum += line.amount();
    }
    return sheet.row(null, null, null, null, null, null, null, null, null, Math.round(sum * 100) / 100.0);
  }

  private static String day(Line line, String pattern) {
    return line.day().format(DateTimeFormatter.ofPattern(pattern, Locale.UK));
  }
}
