package uk.footprints.sample;

import static uk.footprints.sample.TextTableSample.line;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import uk.footprints.area.Area;
import uk.footprints.area.ReferenceData;
import uk.footprints.sample.SampleOrganisation.Kind;

/** Series of the country: readmissions, avoidable admissions, prices, virtual wards, long stays, delayed discharges. */
final class NationalSamples {

  private static final String MADE_UP = PublicationSample.MADE_UP;

  /** The month in which the sample ends. */
  static final YearMonth LAST = YearMonth.of(2026, 3);

  private static final YearMonth DISCHARGES_FROM = YearMonth.of(2024, 4);
  private static final YearMonth CHRONIC = YearMonth.of(2017, 3);
  private static final YearMonth ACUTE = YearMonth.of(2017, 2);

  private static final String DELAY =
      "Number of patients discharged where, between the Discharge Ready Date and Discharge Date, there is ";

  private NationalSamples() {}

  static List<PublicationSample> all() {
    List<PublicationSample> all = new ArrayList<>(HesAnnualSample.all());
    all.add(ReferenceCostSample.series());
    all.add(new SeriesSample("deflators", List.of(LAST), NationalSamples::deflators));
    all.add(new SeriesSample("readmissions", List.of(LAST), NationalSamples::readmissions));
    all.add(new SeriesSample("acs_ccgois", List.of(CHRONIC, ACUTE), NationalSamples::avoidable));
    all.add(new SeriesSample(
        "virtual_wards", SampleMonths.between(LAST.minusMonths(5).toString(), LAST.toString()),
        NationalSamples::virtualWards));
    all.add(new SeriesSample("beds_long_stay", List.of(LAST), NationalSamples::longStays));
    all.add(new SeriesSample(
        "discharge_ready_date", List.of(), SampleMonths.between(DISCHARGES_FROM.toString(), LAST.toString()),
        NationalSamples::discharges));
    return all;
  }

  private static SampleFile text(String name, StringBuilder text) {
    return SampleFile.text(name, text.toString(), StandardCharsets.UTF_8);
  }

  private static SampleFile workbook(String name, SheetBuilder sheet) {
    return new SampleFile(name, SampleWorkbookWriter.modern(List.of(sheet)));
  }

  /** Prices rise by 1.6% a year, and by more after 2020. */
  private static SampleFile deflators(YearMonth last, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder("\"GDP deflators at market prices, and money GDP\"\n" + MADE_UP + "\n");
    text.append("Financial year,2016-17 = 100,per cent change on previous year,Cash £ million Non-Seasonally Adjusted,"
        + "Calendar year\n");
    double level = 100 * Math.pow(1.016, -6);
    for (int year = 2010; year <= last.getYear() - 1; year++) {
      double change = year == 2010 ? 1.6 : year > 2020 ? 4.1 : 1.6;
      level *= year == 2010 ? 1 : 1 + change / 100;
      long money = Math.round(1_600_000 * Math.pow(1.036, year - 2010));
      text.append(year + "-" + SampleMonths.twoDigits(year + 1)).append(',')
          .append(String.format(Locale.ROOT, "%.4f,%.1f,%d,%d%n", level, change, money, year).replace("\r", ""));
    }
    return text("GDP-Deflators-at-market-prices-sample.csv", text);
  }

  /** England by year, age and method: readmissions rise faster than discharges. */
  private static SampleFile readmissions(YearMonth last, SampleCountry country, SeededVariation chance) {
    SheetBuilder sheet = new SheetBuilder("Data");
    sheet.row("Emergency readmissions to hospital within 30 days of discharge (I02040)").row(MADE_UP).blank();
    sheet.row(
        "Year", "Period of coverage", "Breakdown", "Level", "Level description", "Age Breakdown", "Sex Breakdown",
        "Diagnosis / Procedure Breakdown", "Method", "Numerator", "Denominator", "Expected");
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("All|Snapshot", 1.0);
    shares.put("All|Trend", 1.0);
    shares.put("<16|Trend", .12);
    shares.put("16+|Trend", .88);
    for (int year = 2013; year <= last.getYear() - 2; year++) {
      int since = year - 2013;
      double discharges = 6_150_000 * Math.pow(1.012, since) * (year == 2020 ? .8 : 1);
      double rate = .125 + .0022 * since;
      String label = year + "-" + SampleMonths.twoDigits(year + 1);
      String coverage = "1/4/" + year + " to 31/3/" + (year + 1);
      for (Map.Entry<String, Double> share : shares.entrySet()) {
        String[] kind = share.getKey().split("\\|");
        int people = chance.count(discharges * share.getValue(), "discharges", year, kind[0]);
        int again = chance.count(people * rate, "again", year, kind[0]);
        double expected = kind[1].equals("Snapshot") ? again : people * (.1295 + .0004 * since);
        sheet.row(
            label, coverage, "England", "-", "England", kind[0], "Persons", "All", kind[1], again, people,
            Math.round(expected));
      }
    }
    return workbook("CCG_I02040_D-sample.xlsx", sheet);
  }

  /** Indicators 2.6 and 3.1, by commissioning group. */
  private static SampleFile avoidable(YearMonth month, SampleCountry country, SeededVariation chance) {
    boolean chronic = month.equals(CHRONIC);
    String indicator = chronic ? "2.6" : "3.1";
    SheetBuilder sheet = new SheetBuilder("Data");
    sheet.row("CCG Outcomes Indicator Set: indicator " + indicator).row(MADE_UP).blank();
    sheet.row(
        "Reporting period", "Breakdown", "Level", "Level description", "Gender", "Observed", "Period of coverage",
        "ONS code", "Indicator value", "CI lower", "CI upper", "Registered patients");
    for (int year = 2013; year <= 2016; year++) {
      String label = year + "/" + SampleMonths.twoDigits(year + 1);
      List<List<Object>> rows = new ArrayList<>();
      long england = 0;
      for (SampleOrganisation group : country.in(YearMonth.of(year, 4), Kind.CCG)) {
        double mean = group.size() * (chronic ? 8.3 : 13.6) * (1 + .03 * (year - 2016))
            * chance.about(.2, "footprint", group.footprint());
        int observed = chance.count(mean, "avoidable", indicator, group.code(), year);
        england += observed;
        rows.add(Arrays.asList(label, "CCG", group.code(), SamplePopulation.named(group), "Person", observed));
      }
      sheet.row(label, "National", "Eng", "England", "Person", england);
      rows.forEach(sheet::row);
    }
    return workbook("CCG_%s_%s_D-sample.xlsx".formatted(indicator, chronic ? "I00708" : "I00711"), sheet);
  }

  /** Boards of 2022, whose beds have grown. */
  private static SampleFile virtualWards(YearMonth month, SampleCountry country, SeededVariation chance) {
    SheetBuilder sheet = new SheetBuilder("Virtual Ward Data");
    sheet.row("Virtual ward capacity and occupancy").row(MADE_UP).row(SampleMonths.title(month)).blank();
    sheet.row("Region", "ICB code", "Name", "Virtual Ward Capacity", "Patients in a Virtual Ward");
    List<List<Object>> rows = new ArrayList<>();
    int[] england = new int[2];
    for (Area board : ReferenceData.ofJar().areas().listAreas("icb_2022")) {
      int beds = chance.count(290 * chance.about(.4, "ward", board.code()), "beds", board.code(), month);
      int patients = (int) (beds * (.72 + .16 * chance.share("patients", board.code(), month)));
      england[0] += beds;
      england[1] += patients;
      rows.add(Arrays.asList(null, board.odsCode(), board.name(), beds, patients));
    }
    sheet.row(null, "-", "England", england[0], england[1]);
    rows.forEach(sheet::row);
    return workbook("Virtual-Ward-Data-%s-%s-sample.xlsx".formatted(SampleMonths.name(month), month.getYear()), sheet);
  }

  private static SampleFile longStays(YearMonth last, SampleCountry country, SeededVariation chance) {
    SheetBuilder sheet = new SheetBuilder("Timeseries all acute trusts");
    sheet.row("Critical care and general and acute beds").row(MADE_UP).blank();
    sheet.row(
        "Month", "Adult G&A beds available", "Adult G&A beds occupied",
        "Adult G&A beds occupied by long-stay patients (7+ days)",
        "Adult G&A beds occupied by long-stay patients (14+ days)",
        "Adult G&A beds occupied by long-stay patients (21+ days)");
    for (YearMonth month : SampleMonths.between("2020-04", last.toString())) {
      double later = Math.max(0, month.getYear() - 2020 + month.getMonthValue() / 12.0);
      int beds = chance.count(91_000 + 1_300 * later, "open", month);
      double emptied = .25 + .75 * SampleMonths.pandemic(month);
      double full = (.915 + .006 * later) * emptied * chance.about(.012, "full", month);
      int used = (int) (beds * Math.min(.97, full));
      double longer = chance.about(.03, "long", month);
      sheet.row(
          SampleMonths.title(month), beds, used, Math.round(used * .47 * longer), Math.round(used * .29 * longer),
          Math.round(used * .185 * longer));
    }
    String month = SampleMonths.title(last).replace(' ', '-');
    return workbook("Beds-publication-Timeseries-%s-sample.xlsx".formatted(month), sheet);
  }

  /** Trusts, and England, with the days between the day on which patients were ready and the discharge. */
  private static SampleFile discharges(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder(
        "Date,Data Source,Data Type,Upper Tier Local Authority Code,Upper Tier Local Authority,Region (of Provider),"
            + "ICB (of Provider),Code,Organisation Name,Measure,Value\n");
    List<String> delays = List.of("no delay", "a delay of 1 day", "a delay of 2-3 days", "a delay of 4-6 days",
        "a delay of 7-13 days", "a delay of 14-20 days", "a delay of 21 days or more");
    double[] parts = {0, .36, .26, .16, .13, .05, .04};
    long[] england = new long[delays.size() + 1];
    for (SampleOrganisation trust : country.in(month, Kind.TRUST)) {
      double patients = trust.size() * 58 * SampleMonths.busy(month) / 1.1;
      double late = .09 + .1 * chance.share("ready", trust.code()) + .01 * chance.share("ready", trust.code(), month);
      long[] figures = new long[england.length];
      for (int i = 0; i < delays.size(); i++) {
        double share = i == 0 ? 1 - late : late * parts[i];
        figures[i] = chance.count(patients * share, "discharged", i, trust.code(), month);
      }
      double lost = IntStream.range(1, delays.size()).mapToDouble(i -> figures[i] * i * i * .9).sum();
      figures[delays.size()] = Math.round(lost);
      Arrays.setAll(england, i -> england[i] + figures[i]);
      rows(text, month, "Provider", trust.code(), trust.name(), delays, figures);
    }
    rows(text, month, "National", "ENG", "England", delays, england);
    return text("Discharge-Ready-Date-%s-sample.csv".formatted(SampleMonths.title(month).replace(' ', '-')), text);
  }

  private static void rows(
      StringBuilder text, YearMonth month, String type, String code, String name, List<String> delays, long[] figures) {
    for (int i = 0; i < figures.length; i++) {
      String metric = i == delays.size() ? "Total bed days lost due to delayed discharge" : DELAY + delays.get(i);
      String quoted = metric.contains(",") ? '"' + metric + '"' : metric;
      text.append(line(SampleMonths.title(month), "Sample", type, null, null, null, null, code, name).stripTrailing())
          .append(',').append(quoted).append(',').append(figures[i]).append('\n');
    }
  }
}
