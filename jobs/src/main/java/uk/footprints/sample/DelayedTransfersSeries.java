package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Delayed transfers of care in England since August 2010, by month. */
final class DelayedTransfersSeries implements Publication {

  @Override
  public String dataset() {
    return "dtoc_england";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<Era> eras() {
    return List.of(new Era("2020-series", DelayedTransfers.LAST));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(DelayedTransfers.LAST);
  }

  @Override
  public SampleFile write(YearMonth last, Country country, Chance chance) {
    List<String> reasons = DelayedTransfers.reasons(last);
    List<Sheet> sheets =
        List.of(
            summed("Delayed Days by type", DelayedTransfers.TYPES, true, chance, 0),
            summed("Delayed Days by responsible org", DelayedTransfers.RESPONSIBLE, true, chance, 1),
            summed("Delayed Days by reason", reasons, false, chance, 2),
            combined(reasons, chance));
    return new SampleFile("DTOC-England-Timeseries-sample.xls", Workbooks.old(sheets));
  }

  private static Sheet titled(String name) {
    return TitleBlock.above(
        name, DelayedTransfers.TITLE, "August 2010 - February 2020", "9th April 2020", "10th September 2020");
  }

  /** The last years are enough. */
  private static List<YearMonth> months() {
    return Months.between("2016-10", DelayedTransfers.LAST.toString());
  }

  private static List<Object> period(YearMonth month) {
    return Arrays.asList(null, Months.financialYear(month), Months.name(month));
  }

  private static Sheet summed(String name, List<String> headings, boolean beds, Chance chance, int by) {
    Sheet sheet = titled(name);
    sheet.row(null, "Provider Level Data");
    if (beds) {
      List<Object> groups = new ArrayList<>(Arrays.asList(null, null, null, "Delayed Days"));
      headings.forEach(heading -> groups.add(null));
      groups.addAll(Arrays.asList(null, "DTOC Beds"));
      sheet.row(groups);
    } else {
      sheet.blank();
    }
    List<Object> all = Sheet.cells(headings, List.of("Total"));
    List<Object> gap = Arrays.asList((Object) null);
    sheet.row(Sheet.cells(Arrays.asList(null, "Year", "Period"), all, beds ? Sheet.cells(gap, all) : List.of()));
    sheet.blank();
    for (YearMonth month : months()) {
      int[] days = new int[headings.size() + 1];
      for (int t = 0; t < 2; t++) {
        for (int r = 0; r < DelayedTransfers.reasons(month).size(); r++) {
          for (int o = 0; o < 3; o++) {
            int some = DelayedTransfers.days(month, chance, t, r, o);
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
  private static Sheet combined(List<String> reasons, Chance chance) {
    Sheet sheet = titled("Delayed Days");
    sheet.row(null, "Provider Level Data").blank();
    List<Object> types = new ArrayList<>(Arrays.asList(null, null, null));
    List<Object> middle = new ArrayList<>(types);
    List<Object> bottom = new ArrayList<>(Arrays.asList(null, "Year", "Period Name"));
    for (String type : DelayedTransfers.TYPES) {
      for (int r = 0; r < reasons.size(); r++) {
        for (String who : DelayedTransfers.RESPONSIBLE) {
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
            int days = DelayedTransfers.days(month, chance, t, r, o);
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
