package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Delayed transfers of care from July 2015 to March 2017, one workbook for each month: a sheet for England, and councils by
 * type of care, by the organisation responsible and by reason.
 */
final class DtocSample implements PublicationSample {

  static final YearMonth LAST = YearMonth.of(2020, 2);
  static final String TITLE = "Delayed Transfer of Care, NHS Organisations, England";

  static final List<String> TYPES = List.of("Acute", "Non-Acute");
  static final List<String> RESPONSIBLE = List.of("NHS", "Social Care", "Both");

  private static final List<String> REASONS =
      List.of(
          "A) Awaiting completion of assessment",
          "B) Awaiting public funding",
          "C) Awaiting further non-acute NHS care",
          "Di) Awaiting residential home placement or availability",
          "Dii) Awaiting nursing home placement or availability",
          "E) Awaiting care package in own home",
          "F) Awaiting community equipment and adaptations",
          "G) Patient or family choice",
          "H) Disputes",
          "I) Housing - patients not covered by Care Act",
          "O) Other");

  @Override
  public String dataset() {
    return "dtoc";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<YearMonth> archived() {
    return SampleMonths.between("2016-04", "2017-03");
  }

  @Override
  public boolean covers(YearMonth month) {
    return SampleMonths.within(month, "2015-07", "2017-03");
  }

  /** The reasons of a month: one was added in April 2017. */
  static List<String> reasons(YearMonth month) {
    return month.isBefore(YearMonth.of(2017, 4)) ? REASONS.subList(0, REASONS.size() - 1) : REASONS;
  }

  /** Days of England by type of care, reason and who is responsible; some reasons are of one side only. */
  static int days(
      YearMonth month, SampleCountry country, SeededVariation chance, int type, int reason, int responsible) {
    return country.councils().stream()
        .mapToInt(council -> days(month, chance, council, type, reason, responsible))
        .sum();
  }

  static boolean possible(int reason, int responsible) {
    return responsible == 0 || responsible == 1 && reason != 2 && reason != 9 || responsible == 2 && reason < 2;
  }

  private static int days(
      YearMonth month, SeededVariation chance, SampleCouncil council, int type, int reason, int responsible) {
    boolean none = !possible(reason, responsible) || reason >= reasons(month).size();
    return none ? 0 : chance.count(council.days(), "delayed", month, council.place(), type, reason, responsible);
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    List<SheetBuilder> sheets =
        List.of(
            england(month, country, chance),
            byCouncil(month, country, chance, "LA - by Type of Care", TYPES, (t, r, o) -> t),
            byCouncil(month, country, chance, "LA - by responsible org", RESPONSIBLE, (t, r, o) -> o),
            byCouncil(month, country, chance, "LA - by reason", upper(reasons(month)), (t, r, o) -> r));
    String name = "LA-Type-B-%s-%s-sample.xls".formatted(SampleMonths.name(month), month.getYear());
    return new SampleFile(name, SampleWorkbookWriter.old(sheets));
  }

  private static List<String> upper(List<String> headings) {
    return headings.stream().map(heading -> heading.toUpperCase(Locale.UK)).toList();
  }

  private static SheetBuilder titled(String name, YearMonth month) {
    String published = SampleMonths.longDate(SampleMonths.secondThursday(month.plusMonths(2)));
    return TitleBlock.above(name, TITLE, SampleMonths.title(month), published, null);
  }

  private static SheetBuilder england(YearMonth month, SampleCountry country, SeededVariation chance) {
    SheetBuilder sheet = titled("England", month);
    sheet.row(null, "England Level Data", null, "Number of Delayed Days during the reporting period");
    sheet.row(SheetBuilder.cells(Arrays.asList(null, "Type of Care", "Reason for Delay"), RESPONSIBLE));
    int reasons = reasons(month).size();
    for (int t = 0; t < TYPES.size(); t++) {
      int type = t;
      List<Integer> sums =
          IntStream.range(0, RESPONSIBLE.size())
              .mapToObj(o -> IntStream.range(0, reasons).map(r -> days(month, country, chance, type, r, o)).sum())
              .toList();
      sheet.row(SheetBuilder.cells(Arrays.asList(null, TYPES.get(t), "-"), sums));
    }
    sheet.blank();
    for (int t = 0; t < TYPES.size(); t++) {
      for (int r = 0; r < reasons; r++) {
        List<Object> row = new ArrayList<>(Arrays.asList(null, r == 0 ? TYPES.get(t) : null, reasons(month).get(r)));
        for (int o = 0; o < RESPONSIBLE.size(); o++) {
          row.add(possible(r, o) ? days(month, country, chance, t, r, o) : null);
        }
        sheet.row(row);
      }
    }
    return sheet;
  }

  /** Which column of a sheet the days of a type, reason and side belong to. */
  @FunctionalInterface
  private interface Place {
    int of(int type, int reason, int responsible);
  }

  private static SheetBuilder byCouncil(
      YearMonth month, SampleCountry country, SeededVariation chance, String name, List<String> headings, Place place) {
    SheetBuilder sheet = titled(name, month).blank();
    List<Object> total = List.of(name.endsWith("reason") ? "TOTAL" : "Total");
    sheet.row(SheetBuilder.cells(Arrays.asList(null, "Region", "ONS Geography", "Code", "Name"), headings, total));
    int[] sums = new int[headings.size()];
    List<List<Object>> rows = new ArrayList<>();
    for (SampleCouncil council : country.councils()) {
      int[] row = new int[headings.size()];
      for (int t = 0; t < TYPES.size(); t++) {
        for (int r = 0; r < reasons(month).size(); r++) {
          for (int o = 0; o < RESPONSIBLE.size(); o++) {
            row[place.of(t, r, o)] += days(month, chance, council, t, r, o);
          }
        }
      }
      List<Object> identity = Arrays.asList(null, council.region(), council.ons(), council.code(), council.label());
      rows.add(SheetBuilder.cells(identity, figures(row)));
      Arrays.setAll(sums, i -> sums[i] + row[i]);
    }
    sheet.row(SheetBuilder.cells(Arrays.asList(null, "-", "-", "-", "England"), figures(sums))).blank();
    rows.forEach(sheet::row);
    return sheet;
  }

  private static List<Object> figures(int[] days) {
    List<Object> row = new ArrayList<>();
    Arrays.stream(days).forEach(row::add);
    row.add(Arrays.stream(days).sum());
    return row;
  }
}
