package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Delayed transfers of care in England since August 2010, by month. */
final class DtocEnglandSample implements PublicationSample {

  @Override
  public String dataset() {
    return "dtoc_england";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of(DtocSample.LAST);
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(DtocSample.LAST);
  }

  @Override
  public SampleFile write(YearMonth last, SampleCountry country, SeededVariation chance) {
    List<String> reasons = DtocSample.reasons(last);
    List<SheetBuilder> sheets =
        List.of(
            summed("Delayed Days by type", DtocSample.TYPES, true, chance, country, 0),
            summed("Delayed Days by responsible org", DtocSample.RESPONSIBLE, true, chance, country, 1),
            summed("Delayed Days by reason", reasons, false, chance, country, 2),
            combined(reasons, chance, country));
    return new SampleFile("DTOC-England-Timeseries-sample.xls", SampleWorkbookWriter.old(sheets));
  }

  private static SheetBuilder titled(String name) {
    return TitleBlock.above(
        name, DtocSample.TITLE, "August 2010 - February 2020", "9th April 2020", "10th September 2020");
  }

  /** The last years are enough. */
  private static List<YearMonth> months() {
    return SampleMonths.between("2016-04", DtocSample.LAST.toString());
  }

  private static List<Object> period(YearMonth month) {
    return Arrays.asList(null, SampleMonths.financialYear(month), SampleMonths.name(month));
  }

  private static SheetBuilder summed(
      String name, List<String> headings, boolean beds, SeededVariation chance, SampleCountry country, int by) {
    SheetBuilder sheet = titled(name);
    sheet.row(null, "Provider Level Data");
    if (beds) {
      List<Object> groups = new ArrayList<>(Arrays.asList(null, null, null, "Delayed Days"));
      headings.forEach(heading -> groups.add(null));
      groups.addAll(Arrays.asList(null, "DTOC Beds"));
      sheet.row(groups);
    } else {
      sheet.blank();
    }
    List<Object> all = SheetBuilder.cells(headings, List.of("Total"));
    List<Object> gap = Arrays.asList((Object) null);
    sheet.row(
        SheetBuilder.cells(Arrays.asList(null, "Year", "Period"), all, beds ? SheetBuilder.cells(gap, all) : List.of()));
    sheet.blank();
    for (YearMonth month : months()) {
      int[] days = new int[headings.size() + 1];
      for (int t = 0; t < 2; t++) {
        for (int r = 0; r < DtocSample.reasons(month).size(); r++) {
          for (int o = 0; o < 3; o++) {
            int some = DtocSample.days(month, country, chance, t, r, o);
            days[by == 0 ? t : by == 1 ? o : r] += some;
            days[headings.size()] += some;
          }
        }
      }
      List<Object> row = new ArrayList<>(period(month));
      Arrays.stream(days).forEach(row::add);
      if (beds) {
        row.add(null);
        Arrays.stream(days).forEach(d -> row.add(d / (double) month.lengthOfMonth()));
      }
      sheet.row(row);
    }
    return sheet.blank().row(null, "Notes:").row(null, "1. " + MADE_UP + ".");
  }

  /** Three rows of headings: type of care, reason and who is responsible. */
  private static SheetBuilder combined(List<String> reasons, SeededVariation chance, SampleCountry country) {
    SheetBuilder sheet = titled("Delayed Days");
    sheet.row(null, "Provider Level Data").blank();
    List<Object> types = new ArrayList<>(Arrays.asList(null, null, null));
    List<Object> middle = new ArrayList<>(types);
    List<Object> bottom = new ArrayList<>(Arrays.asList(null, "Year", "Period Name"));
    for (String type : DtocSample.TYPES) {
      for (int r = 0; r < reasons.size(); r++) {
        for (String who : DtocSample.RESPONSIBLE) {
          boolean first = who.equals("NHS");
          types.add(r == 0 && first ? type : null);
          middle.add(first ? reasons.get(r) : null);
          bottom.add(who);
        }
      }
    }
    types.add("Total");
    sheet.row(types).row(middle).row(bottom).blank();
    for (YearMonth month : months()) {
      List<Object> row = new ArrayList<>(period(month));
      int sum = 0;
      for (int t = 0; t < 2; t++) {
        for (int r = 0; r < reasons.size(); r++) {
          for (int o = 0; o < 3; o++) {
            int days = DtocSample.days(month, country, chance, t, r, o);
            row.add(days);
            sum += days;
          }
        }
      }
      row.add(sum);
      sheet.row(row);
    }
    return sheet.blank().row(null, "Notes:").row(null, "1. " + MADE_UP + ".");
  }
}
