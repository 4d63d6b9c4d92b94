package uk.footprints.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.sample.SampleOrganisation.Kind;

/** KH03: average daily available and occupied beds open overnight, one workbook a quarter since 2010/11. */
final class Kh03Sample implements PublicationSample {

  private static final String TITLE = "Average daily number of available and occupied beds open overnight by sector";
  private static final String BY_SPECIALTY =
      "Average daily number of occupied beds open overnight by Consultant Specialty";

  private static final List<String> SECTORS =
      List.of("Total ", "General & Acute", "Learning Disabilities", "Maternity", "Mental Illness");

  /** The specialties of the third sheet, each with its sector and the tenths of it that belong to the sector. */
  private record Specialty(String name, int sector, int tenths) {}

  private static final List<Specialty> SPECIALTIES =
      List.of(
          new Specialty("100 General Surgery", 1, 1),
          new Specialty("110 Trauma & Orthopaedics", 1, 1),
          new Specialty("300 General Medicine", 1, 4),
          new Specialty("320 Cardiology", 1, 1),
          new Specialty("420 Paediatrics", 1, 1),
          new Specialty("430 Geriatric Medicine", 1, 2),
          new Specialty("501 Obstetrics", 3, 10),
          new Specialty("700 Learning Disability", 2, 10),
          new Specialty("710 Adult Mental Illness", 4, 6),
          new Specialty("715 Old Age Psychiatry", 4, 4),
          new Specialty("800 Clinical Oncology", 1, 0));

  /** A trust that sends nothing in the first quarter of 2020/21: zeros, and a line on the last sheet. */
  private static final String NO_RETURN = "RMP";

  @Override
  public String dataset() {
    return "kh03_beds";
  }

  @Override
  public List<YearMonth> usual() {
    return SampleMonths.between("2014-03", "2026-03").stream().filter(month -> month.getMonthValue() % 3 == 0).toList();
  }

  /** Returns those of old workbooks, which are large. */
  @Override
  public List<YearMonth> archived() {
    return Stream.of("2011-06", "2013-06", "2013-09", "2013-12").map(YearMonth::parse).toList();
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.getMonthValue() % 3 == 0 && SampleMonths.within(month, "2010-06", "2026-03");
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    List<Ward> wards =
        country.in(month, Kind.TRUST, Kind.MENTAL_HEALTH, Kind.PCT).stream()
            .map(o -> Ward.of(month, o, chance))
            .toList();
    BedsLayout layout = BedsLayout.of(month);
    List<SheetBuilder> sheets =
        List.of(
            bySector(layout, month, wards),
            aboveBySector(layout, month, wards, country),
            bySpecialty(layout, month, wards),
            quality(layout, month));
    boolean old = month.isBefore(YearMonth.of(2014, 3));
    String name =
        "Beds-Open-Overnight-Web_File-Q%s-%s-sample.%s"
            .formatted(SampleMonths.quarter(month), SampleMonths.financialYear(month), old ? "xls" : "xlsx");
    return new SampleFile(name, old ? SampleWorkbookWriter.old(sheets) : SampleWorkbookWriter.modern(sheets));
  }

  /**
   * How a workbook is laid out: the first two had three lines of title and no empty first column.
   *
   * @param block whether there is a title block, from the second column
   * @param period what the column of the month is called
   * @param above the kind of organisation above an organisation
   */
  private record BedsLayout(boolean block, String period, String above) {

    static BedsLayout of(YearMonth month) {
      boolean block = month.isAfter(YearMonth.of(2010, 9));
      String above =
          month.isBefore(YearMonth.of(2013, 4)) ? "SHA" : month.isBefore(YearMonth.of(2015, 4)) ? "AT" : "Region";
      return new BedsLayout(block, block ? "Period End" : "Period", above);
    }

    List<Object> margin() {
      return Collections.nCopies(block ? 1 : 0, null);
    }

    Object undivided() {
      return block ? "-" : SheetBuilder.Failed.DIV_0;
    }

    String aboveSheet() {
      return above.equals("SHA") ? "SHA by Sector" : above.equals("AT") ? "AT by Sector" : "Region by Sector";
    }
  }

  /** One trust's quarter, in days of beds: by sector, the total first. */
  private record Ward(SampleOrganisation organisation, List<Long> available, List<Long> occupied) {

    static Ward of(YearMonth month, SampleOrganisation o, SeededVariation chance) {
      double size = o.size() * chance.about(.15, "beds", o.code());
      double pandemic = .25 + .75 * quarter(month).mapToDouble(SampleMonths::pandemic).average().orElseThrow();
      double[] beds = switch (o.kind()) {
        case TRUST -> new double[] {20 * size, o.size() % 9 == 0 ? 5 : 0, 1.5 * size, o.size() % 11 == 0 ? 40 : 0};
        case MENTAL_HEALTH -> new double[] {0, o.size() % 4 == 0 ? 8 : 0, 0, 10 * size};
        default -> new double[] {size / 20, 0, 0, 0};
      };
      double[] usual = {.92, .75, .6, .88};
      boolean silent = o.code().equals(NO_RETURN) && month.equals(YearMonth.of(2020, 6));
      List<Long> available = new ArrayList<>();
      List<Long> occupied = new ArrayList<>();
      for (int sector = 0; sector < beds.length; sector++) {
        long open = silent ? 0 : Math.round(Math.floor(beds[sector] * opened(month)) * days(month));
        double full = usual[sector] * chance.about(.06, "full", sector, o.code(), month) * pandemic;
        available.add(open);
        occupied.add(Math.min(open, Math.round(open * full)));
      }
      return new Ward(o, withTotal(available), withTotal(occupied));
    }

    /** Beds have been added since April 2021. */
    private static double opened(YearMonth month) {
      return 1 + .012 * Math.max(0, (month.getYear() - 2021) + (month.getMonthValue() - 3) / 12.0);
    }

    private static List<Long> withTotal(List<Long> sectors) {
      List<Long> all = new ArrayList<>(sectors);
      all.add(0, sectors.stream().mapToLong(Long::longValue).sum());
      return all;
    }
  }

  private static SheetBuilder bySector(BedsLayout layout, YearMonth month, List<Ward> wards) {
    SheetBuilder sheet = new SheetBuilder("NHS Trust by Sector");
    title(sheet, layout, month, TITLE, "NHS organisations in England", "Provider Level Data");
    groups(sheet, layout, 5);
    List<String> names = List.of("Year", layout.period(), layout.above() + " Code", "Org Code", "Org Name");
    sheet.row(SheetBuilder.cells(layout.margin(), names, headings()));
    england(sheet, layout, month, 2, figures(layout, month, wards));
    for (Ward ward : wards) {
      SampleOrganisation o = ward.organisation();
      List<String> identity = Arrays.asList(o.parent(month), o.code(), o.name());
      sheet.row(SheetBuilder.cells(period(layout, month), identity, figures(layout, month, List.of(ward))));
    }
    return sheet;
  }

  private static SheetBuilder aboveBySector(BedsLayout layout, YearMonth month, List<Ward> wards, SampleCountry country) {
    SheetBuilder sheet = new SheetBuilder(layout.aboveSheet());
    title(sheet, layout, month, TITLE, "Strategic Health Authorities in England", "Area Team Level Data");
    groups(sheet, layout, 4);
    String name = layout.above().equals("SHA") ? "SHA Name" : "AT Name";
    List<String> names = List.of("Year", layout.period(), layout.above() + " Code", name);
    sheet.row(SheetBuilder.cells(layout.margin(), names, headings()));
    england(sheet, layout, month, 1, figures(layout, month, wards));
    Map<String, List<Ward>> within = new TreeMap<>();
    wards.forEach(w -> within.computeIfAbsent(w.organisation().parent(month), p -> new ArrayList<>()).add(w));
    within.forEach(
        (code, some) ->
            sheet.row(
                SheetBuilder.cells(
                    period(layout, month),
                    List.of(code, country.parent(code).name()),
                    figures(layout, month, some))));
    return sheet;
  }

  private static SheetBuilder bySpecialty(BedsLayout layout, YearMonth month, List<Ward> wards) {
    SheetBuilder sheet = new SheetBuilder("Occupied by Specialty");
    title(sheet, layout, month, BY_SPECIALTY, "NHS organisations in England", "Provider Level Data");
    if (layout.block()) {
      sheet.blank();
    }
    List<String> names = List.of("Year", layout.period(), layout.above() + " Code", "Org Code", "Org Name");
    sheet.row(SheetBuilder.cells(layout.margin(), names, SPECIALTIES.stream().map(Specialty::name).toList()));
    england(sheet, layout, month, 2, specialties(month, wards));
    for (Ward ward : wards) {
      SampleOrganisation o = ward.organisation();
      List<String> identity = Arrays.asList(o.parent(month), o.code(), o.name());
      sheet.row(SheetBuilder.cells(period(layout, month), identity, specialties(month, List.of(ward))));
    }
    return sheet;
  }

  private static SheetBuilder quality(BedsLayout layout, YearMonth month) {
    SheetBuilder sheet = new SheetBuilder(layout.block() ? "Data Quality" : "Data quality");
    String quarter = "Q%s %s".formatted(SampleMonths.quarter(month), SampleMonths.financialYear(month));
    sheet.row(layout.block() ? "Data Quality KH03 " + quarter : "Data quality statement").blank();
    sheet.row(MADE_UP + ": no trust reported any of these numbers.").blank();
    if (month.equals(YearMonth.of(2020, 6))) {
      sheet.row("The following trusts did not submit:").blank();
      sheet.row(NO_RETURN, "TAMESIDE AND GLOSSOP INTEGRATED CARE NHS FOUNDATION TRUST");
    }
    return sheet;
  }

  private static void title(
      SheetBuilder sheet, BedsLayout layout, YearMonth month, String title, String who, String level) {
    LocalDate published = SampleMonths.secondThursday(month.plusMonths(2)).plusWeeks(1);
    if (!layout.block()) {
      int start = month.minusMonths(3).getYear();
      String quarter = "Quarter %s %s/%s".formatted(SampleMonths.quarter(month), start, SampleMonths.twoDigits(start + 1));
      sheet.row("Title:", title + ", " + who + ", " + quarter);
      sheet.row("Source:", "Department of Health form KH03 (" + MADE_UP.toLowerCase(Locale.UK) + ")");
      sheet.row("Status:", "Published " + SampleMonths.longDate(published).replaceFirst("(?<=\\d)\\D\\D ", " ")).blank();
      return;
    }
    sheet.blank();
    sheet.row(null, "Title:", title);
    sheet.row(
        null,
        "Summary:",
        MADE_UP
            + ". KH03 is the collection of data to monitor available and occupied beds open overnight that are"
            + " consultant led.");
    sheet.blank();
    YearMonth first = month.minusMonths(2);
    sheet.row(null, "Period:", SampleMonths.name(first) + " to " + SampleMonths.title(month));
    boolean department = month.isBefore(YearMonth.of(2013, 4));
    sheet.row(null, "Source:", department
        ? "Department of Health: KH03" : "NHS England: SDCS data collection - KH03");
    sheet.row(null, "Basis:", "Provider");
    sheet.row(null, "Published:", SampleMonths.longDate(published));
    sheet.row(null, "Revised:", month.getMonthValue() == 6 ? SampleMonths.longDate(published.plusWeeks(13)) : null);
    sheet.row(null, "Status:", "Public");
    sheet.row(null, "Contact:", MADE_UP + ": nobody answers for it");
    sheet.blank();
    sheet.row(null, level);
  }

  private static void groups(SheetBuilder sheet, BedsLayout layout, int identity) {
    int first = layout.margin().size() + identity;
    List<Object> row = new ArrayList<>(Collections.nCopies(first + 17, null));
    row.set(first, "Available");
    row.set(first + 6, "Occupied");
    row.set(first + 12, "% Occupied");
    sheet.row(row);
  }

  /** England is below the headings, in the first workbooks after an empty row. */
  private static void england(SheetBuilder sheet, BedsLayout layout, YearMonth month, int before, List<Object> figures) {
    if (!layout.block()) {
      sheet.blank();
    }
    List<Object> identity = new ArrayList<>(Collections.nCopies(before, null));
    identity.add("England");
    sheet.row(SheetBuilder.cells(period(layout, month), identity, figures)).blank();
  }

  private static List<Object> period(BedsLayout layout, YearMonth month) {
    return SheetBuilder.cells(layout.margin(), List.of(SampleMonths.financialYear(month), SampleMonths.name(month)));
  }

  private static List<Object> headings() {
    List<String> spacer = Collections.singletonList(null);
    return SheetBuilder.cells(SECTORS, spacer, SECTORS, spacer, SECTORS);
  }

  private static List<Object> figures(BedsLayout layout, YearMonth month, List<Ward> wards) {
    List<Long> available = sum(wards, Ward::available);
    List<Long> occupied = sum(wards, Ward::occupied);
    List<Object> share =
        IntStream.range(0, SECTORS.size())
            .mapToObj(
                i -> available.get(i) == 0 ? layout.undivided() : (double) occupied.get(i) / available.get(i))
            .toList();
    List<Object> spacer = Collections.singletonList(null);
    return SheetBuilder.cells(daily(month, available), spacer, daily(month, occupied), spacer, share);
  }

  private static List<Object> specialties(YearMonth month, List<Ward> wards) {
    List<Long> occupied = sum(wards, Ward::occupied);
    return SPECIALTIES.stream()
        .map(s -> (Object) (occupied.get(s.sector()) * s.tenths() / 10.0 / days(month)))
        .toList();
  }

  private static List<Double> daily(YearMonth month, List<Long> bedDays) {
    return bedDays.stream().map(beds -> beds / (double) days(month)).toList();
  }

  private static List<Long> sum(List<Ward> wards, Function<Ward, List<Long>> counted) {
    return IntStream.range(0, SECTORS.size())
        .mapToObj(i -> wards.stream().mapToLong(ward -> counted.apply(ward).get(i)).sum())
        .toList();
  }

  private static Stream<YearMonth> quarter(YearMonth last) {
    return Stream.of(last.minusMonths(2), last.minusMonths(1), last);
  }

  private static long days(YearMonth last) {
    return quarter(last).mapToInt(YearMonth::lengthOfMonth).sum();
  }
}
