package uk.footprints.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A&E in England by month, the last years of a series since 2010: activity, performance, and later bookings. */
final class AeTimeseriesSample implements PublicationSample {

  private static final String TITLE = "A&E Attendances & Emergency Admission statistics";
  private static final List<String> DEPARTMENTS =
      List.of(
          "Type 1 Departments - Major A&E",
          "Type 2 Departments - Single Specialty",
          "Type 3 Departments - Other A&E/Minor Injury Unit");
  private static final double[] USUAL = {1_100_000, 54_000, 560_000};
  private static final String DONE = " from arrival to admission, transfer or discharge";

  @Override
  public String dataset() {
    return "ae_timeseries";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of(NationalSamples.LAST);
  }

  @Override
  public boolean covers(YearMonth month) {
    return usual().contains(month);
  }

  @Override
  public SampleFile write(YearMonth last, SampleCountry country, SeededVariation chance) {
    List<SheetBuilder> sheets =
        List.of(
            activity(last, chance),
            performance(last, chance),
            booking(last, chance),
            new SheetBuilder("Notes").row(null, "Notes:").row(null, 1, MADE_UP + "."),
            new SheetBuilder("Chart Data").row(null, null, MADE_UP),
            new SheetBuilder("Charts"));
    return new SampleFile(
        "Monthly-AE-Time-Series-%s-sample.xls".formatted(SampleMonths.name(last)), SampleWorkbookWriter.old(sheets));
  }

  private static List<YearMonth> months(YearMonth last) {
    return SampleMonths.between("2010-11", last.toString());
  }

  private static SheetBuilder titled(String name, YearMonth first, YearMonth last) {
    LocalDate published = SampleMonths.secondThursday(last.plusMonths(1));
    return TitleBlock.above(
        name, TITLE, SampleMonths.title(first) + " - present", SampleMonths.longDate(published),
        SampleMonths.longDate(published.minusWeeks(8)));
  }

  private static int visits(YearMonth month, int department, SeededVariation chance) {
    return chance.count(USUAL[department] * SampleMonths.busy(month), "series", department, month);
  }

  private static int over(YearMonth month, int department, SeededVariation chance) {
    double years = month.getYear() - 2010;
    double slow = Math.min(.42, .03 + .03 * years) - Math.max(0, month.getYear() - 2023) * .01;
    double[] late = {slow, slow / 5, .02};
    return chance.count(visits(month, department, chance) * late[department], "over", department, month);
  }

  /** Excel's count of days. */
  private static long serial(YearMonth month) {
    return ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), month.atDay(1));
  }

  private static void family(List<Object> row, int... figures) {
    Arrays.stream(figures).forEach(row::add);
    row.add(Arrays.stream(figures).sum());
  }

  private static List<Object> headings(String total) {
    return SheetBuilder.cells(DEPARTMENTS, List.of(total));
  }

  private static List<Object> groups(int margin, String... groups) {
    List<Object> row = new ArrayList<>(java.util.Collections.nCopies(margin + 1, null));
    for (String group : groups) {
      row.addAll(Arrays.asList(group, null, null, null));
    }
    return row;
  }

  private static SheetBuilder activity(YearMonth last, SeededVariation chance) {
    YearMonth first = YearMonth.of(2010, 8);
    SheetBuilder sheet = titled("Activity", first, last);
    List<Object> margin = Arrays.asList((Object) null);
    sheet.row(groups(margin.size(), "A&E attendances", "Emergency Admissions"));
    List<Object> admissions =
        Arrays.asList(
            "Emergency Admissions via Type 1 A&E",
            "Emergency Admissions via Type 2 A&E",
            "Emergency Admissions via Type 3 and 4 A&E",
            "Total Emergency Admissions via A&E",
            "Other Emergency Admissions (i.e not via A&E)",
            "Total Emergency Admissions",
            "Number of patients spending >4 hours from decision to admit to admission",
            "Number of patients spending >12 hours from decision to admit to admission",
            null,
            "Operational standard (Performance)",
            null,
            .95);
    sheet.row(SheetBuilder.cells(margin, List.of("Period"), headings("Total Attendances"), admissions));
    for (YearMonth month : months(last)) {
      List<Object> row = new ArrayList<>(margin);
      row.add(serial(month));
      int[] visits = {visits(month, 0, chance), visits(month, 1, chance), visits(month, 2, chance)};
      family(row, visits);
      int[] admitted = {visits[0] / 4, visits[1] / 40, visits[2] / 100};
      family(row, admitted);
      int other = visits[0] / 10;
      int long4 = over(month, 0, chance) / 5;
      int sum = Arrays.stream(admitted).sum() + other;
      row.addAll(Arrays.asList(other, sum, long4, long4 / 50, null, .95));
      sheet.row(row);
    }
    return sheet;
  }

  private static SheetBuilder performance(YearMonth last, SeededVariation chance) {
    YearMonth first = YearMonth.of(2010, 11);
    SheetBuilder sheet = titled("Performance", first, last);
    String within = "A&E attendances less than 4 hours" + DONE;
    String over = "A&E attendances greater than 4 hours" + DONE;
    List<Object> above = groups(1, within, over, "Percentage of attendances within 4 hours");
    List<Object> block =
        SheetBuilder.cells(
            List.of("Period"),
            headings("Total Attendances < 4 hours"),
            headings("Total Attendances > 4 hours"),
            percentages(""));
    List<Object> margin = Arrays.asList((Object) null);
    sheet.row(above);
    sheet.row(SheetBuilder.cells(margin, block));
    for (YearMonth month : months(last)) {
      sheet.row(SheetBuilder.cells(margin, figures(month, chance)));
    }
    return sheet;
  }

  private static List<Object> percentages(String suffix) {
    List<Object> all = new ArrayList<>();
    for (String of : List.of("all", "type 1", "type 2", "type 3")) {
      all.add("Percentage in 4 hours or less (" + of + ")" + suffix);
    }
    return all;
  }

  private static List<Object> figures(YearMonth month, SeededVariation chance) {
    List<Object> row = new ArrayList<>(List.of(serial(month)));
    int[] over = {over(month, 0, chance), over(month, 1, chance), over(month, 2, chance)};
    int[] within = new int[over.length];
    Arrays.setAll(within, d -> visits(month, d, chance) - over[d]);
    family(row, within);
    family(row, over);
    row.addAll(List.of(.9, .9, .9, .9));
    return row;
  }

  private static SheetBuilder booking(YearMonth last, SeededVariation chance) {
    YearMonth first = YearMonth.of(2020, 8);
    SheetBuilder sheet = titled("Booking", first, last);
    sheet.row(
        groups(
            1,
            "A&E Booked Appointment attendances",
            "A&E Booked Appointment attendances less than or equal to 4 hours" + DONE,
            "A&E Booked Appointments attendances greater than 4 hours" + DONE,
            "Percentage of attendances within 4 hours"));
    sheet.row(
        SheetBuilder.cells(
            Arrays.asList(null, "Period"),
            headings("Total attendances"),
            headings("Booked Appointment Attendances <= 4 hours"),
            headings("Booked Appointment Attendances > 4 hours"),
            percentages(" (Booked Appointments Only)")));
    for (YearMonth month : months(last)) {
      List<Object> row = new ArrayList<>(Arrays.asList(null, serial(month)));
      int[] within = {visits(month, 0, chance) / 50, 0, visits(month, 2, chance) / 20};
      int[] over = {over(month, 0, chance) / 50, 0, over(month, 2, chance) / 20};
      family(row, within[0] + over[0], 0, within[2] + over[2]);
      family(row, within);
      family(row, over);
      row.addAll(List.of(.9, .9, "-", .9));
      sheet.row(row);
    }
    return sheet;
  }
}
