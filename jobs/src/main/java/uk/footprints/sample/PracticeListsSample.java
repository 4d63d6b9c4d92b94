package uk.footprints.sample;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Lists of practices as pages of a report: each page has its title, its commissioner and its header again. */
record PracticeListsSample() implements PublicationSample {

  private static final YearMonth MONTH = YearMonth.of(2014, 10);
  private static final int PAGES = 3;
  private static final int PRACTICES = 9;

  @Override
  public String dataset() {
    return "practice_lists";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("2014", MONTH));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(MONTH);
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    SheetBuilder sheet = new SheetBuilder("Sheet1");
    String report = month.format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK));
    for (int page = 1; page <= PAGES; page++) {
      sheet.row(null, "Patient list size and GP count by Practice");
      sheet.row(null, "Primary Care Trust:", null, "Nowhere " + page + " Ccg (9" + page + "Z00)");
      sheet.row(null, "Report For:", null, report);
      sheet.row(null, null, null, null, "<------List Size------>");
      sheet.row(
          null, "NACS Code", "Practice Name and Address", null, null, "Dispensing", "Prescribing", null, "Total",
          "GP count", "GP practice");
      for (int p = 1; p <= PRACTICES; p++) {
        int dispensing = p == 2 ? chance.count(900, "dispensing", page, p) : 0;
        int prescribing = chance.count(7_000, "prescribing", page, p);
        sheet.row(
            null, "X9" + page + "00" + p, MADE_UP + ", " + p + " High Street,\nNowhere", null, null, dispensing,
            prescribing, null, dispensing + prescribing, chance.count(5, "gps", page, p), p == 9 ? "No" : "Yes");
      }
    }
    sheet.row(null, "Warning: Excel converter page limit of 3 exceeded.\n");
    return new SampleFile("Patient list size and GP count-sample.xls", SampleWorkbookWriter.old(List.of(sheet)));
  }
}
