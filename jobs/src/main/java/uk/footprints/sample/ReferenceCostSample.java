package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * National schedules of reference costs, 2013/14 to 2018/19: a workbook a year, a sheet for each schedule and the index
 * of their sums. Currencies are few, and each has the activity of a hundred.
 */
final class ReferenceCostSample {

  /** From this financial year the costs of excess bed days are part of long stays. */
  private static final int EXCESS_DAYS_INSIDE = 2018;

  private static final double GROWTH = 1.021;
  private static final double INFLATION = 1.013;

  /**
   * A schedule in 2016/17.
   *
   * @param title what the index calls it
   * @param activity how many, in thousands
   * @param unitCost average cost of one, in pounds
   * @param nights days in bed of one
   */
  private record Schedule(String title, int activity, int unitCost, double nights) {}

  private static final Map<String, Schedule> SCHEDULES = schedules();

  private static Map<String, Schedule> schedules() {
    Map<String, Schedule> all = new LinkedHashMap<>();
    all.put("EL", new Schedule("Elective inpatients", 1_350, 3_700, 3));
    all.put("NEL", new Schedule("Non-elective inpatients, long stay", 4_150, 2_950, 6.4));
    all.put("NEL_XS", new Schedule("Non-elective excess bed days", 3_900, 300, 0));
    all.put("NES", new Schedule("Non-elective inpatients, short stay", 4_900, 620, 0));
    all.put("DC", new Schedule("Day cases", 6_500, 735, 0));
    all.put("AE", new Schedule("Accident and emergency services", 20_400, 148, 0));
    return all;
  }

  /** A currency and the hundredths of a schedule that it has. */
  private record Currency(String code, String name, int hundredths) {}

  private static final List<Currency> STAYS =
      List.of(
          new Currency("AA35C", "Stroke", 9), new Currency("DZ11Q", "Lobar pneumonia", 21),
          new Currency("EB10D", "Chest pain", 18), new Currency("FD10H", "Non-malignant gastrointestinal disorders", 14),
          new Currency("HE11C", "Hip fracture", 10), new Currency("LA04Q", "Kidney or urinary tract infections", 15),
          new Currency("NZ30C", "Normal delivery", 9), new Currency("PB03Z", "Healthy baby", 4));
  private static final List<Currency> ATTENDANCES =
      List.of(
          new Currency("VB08Z", "Emergency medicine, category 2 investigation", 55),
          new Currency("VB11Z", "Emergency medicine, no investigation", 45));
  private static final Map<String, String> SERVICES = Map.of("T01A", "Type 1, admitted", "T01NA", "Type 1, not admitted");

  private ReferenceCostSample() {}

  static PublicationSample series() {
    List<YearMonth> years = IntStream.rangeClosed(2013, 2018).mapToObj(y -> YearMonth.of(y, 4)).toList();
    return new SeriesSample("reference_costs", years, ReferenceCostSample::workbook);
  }

  private static SampleFile workbook(YearMonth year, SampleCountry country, SeededVariation chance) {
    String label = SampleMonths.financialYear(year);
    SheetBuilder index = titled("Index", label).row("INDEX", "DESCRIPTION", "Total Activity", "Unit Cost", "Total Cost");
    List<SheetBuilder> sheets = new ArrayList<>(List.of(index));
    SCHEDULES.forEach((code, schedule) -> {
      if (year.getYear() >= EXCESS_DAYS_INSIDE && code.equals("NEL_XS")) {
        return;
      }
      long[] sums = new long[2];
      sheets.add(sheet(code, schedule, year, label, chance, sums));
      index.row(code, schedule.title(), sums[0], sums[1] / (double) sums[0], sums[1]);
    });
    return new SampleFile(
        "National-schedule-of-reference-costs-%s-sample.xlsx".formatted(label), SampleWorkbookWriter.modern(sheets));
  }

  private static SheetBuilder titled(String name, String label) {
    return new SheetBuilder(name)
        .row("National schedule of reference costs: year " + label).row(PublicationSample.MADE_UP).blank();
  }

  private static SheetBuilder sheet(
      String code, Schedule schedule, YearMonth year, String label, SeededVariation chance, long[] sums) {
    boolean attendances = code.equals("AE");
    String madeUp = " (" + PublicationSample.MADE_UP.toLowerCase(Locale.UK) + ")";
    SheetBuilder sheet = titled(code, label);
    sheet.row(
        "Currency Code", "Currency Description", "Service Code", "Service Description",
        attendances ? "Number of Attendances" : code.equals("NEL_XS") ? "Excess Bed Days" : "Number of FCEs",
        "National Average Unit Cost", "Total Cost", "Number of Inlier Bed Days", "Number of Data Submissions");
    double later = year.getYear() - 2016;
    double excess = year.getYear() >= EXCESS_DAYS_INSIDE && code.equals("NEL") ? 1.09 : 1;
    for (String service : attendances ? List.of("T01A", "T01NA") : List.of("")) {
      for (Currency currency : attendances ? ATTENDANCES : STAYS) {
        double part = currency.hundredths() / 100.0 * (service.equals("T01A") ? .3 : service.isEmpty() ? 1 : .7);
        long activity =
            Math.round(schedule.activity() * 1_000 * part * Math.pow(GROWTH, later)
                * chance.about(.02, code, currency.code(), service, year));
        long unit =
            Math.round(schedule.unitCost() * chance.about(.4, "unit", code, currency.code(), service)
                * Math.pow(INFLATION, later) * excess);
        sums[0] += activity;
        sums[1] += activity * unit;
        sheet.row(
            currency.code(), currency.name() + madeUp, service.isEmpty() ? null : service, SERVICES.get(service),
            activity, unit, activity * unit, Math.round(activity * schedule.nights()), 140);
      }
    }
    return sheet;
  }
}
