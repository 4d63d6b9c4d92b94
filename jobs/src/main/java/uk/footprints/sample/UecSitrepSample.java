package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.sample.SampleOrganisation.Kind;

/**
 * Daily situation reports of a winter's first days: one sheet for each theme, one column for each day.
 *
 * @param text whether it is the text file that somebody saved of one sheet
 */
record UecSitrepSample(boolean text) implements PublicationSample {

  private static final YearMonth MONTH = YearMonth.of(2019, 12);
  private static final List<LocalDate> DAYS =
      Stream.iterate(LocalDate.of(2019, 12, 2), d -> d.plusDays(1)).limit(4).toList();
  private static final String RATE = "Occupancy rate";

  private record Theme(String sheet, String... figures) {}

  private static final Theme GENERAL =
      new Theme(
          "G&A beds", "Core Beds Open", "Escalation Beds Open", "Total Beds Open", "Total beds occ'd", RATE);

  private static final List<Theme> THEMES =
      List.of(
          GENERAL,
          new Theme("Beds Occ by long stay patients", "> 7 days", "> 14 days", "> 21 days"),
          new Theme("D&V, Norovirus", "Beds closed", "Beds closed unocc"),
          new Theme("Adult critical care", "CC Adult Open", "CC Adult Occ", RATE),
          new Theme("Paediatric intensive care", "Paed Int Care Open", "Paed Int Care Occ", RATE),
          new Theme("Neonatal intensive care ", "Neo Int Care Open", "Neo Int Care Occ", RATE),
          new Theme(
              "Ambulance Arrivals and Delays", "Arriving by ambulance", "Delay 30-60 mins", "Delay >60 mins"));

  @Override
  public String dataset() {
    return "uec_sitrep";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra(text ? "2019-saved" : "2019", MONTH));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(MONTH);
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    List<SampleOrganisation> trusts = country.in(month, Kind.TRUST);
    if (text) {
      return SampleFile.text("general_acute_sitrep-sample.csv", saved(trusts, chance), StandardCharsets.UTF_8);
    }
    List<SheetBuilder> sheets = new ArrayList<>();
    sheets.add(alone("A&E Closures", trusts, chance));
    sheets.add(alone("A&E Diverts", trusts, chance));
    THEMES.forEach(theme -> sheets.add(sheet(theme, trusts, chance)));
    return new SampleFile("Winter-data-timeseries-sample.xlsx", SampleWorkbookWriter.modern(sheets));
  }

  private static SheetBuilder titled(String name) {
    String title = "Daily Hospital Situation Report - " + name;
    return TitleBlock.above(name, title, "2 December 2019 - 1 March 2020", serial(LocalDate.of(2019, 12, 12)), "-");
  }

  private static long serial(LocalDate day) {
    return ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
  }

  private static List<Object> identity(String region, String code, String name) {
    return Arrays.asList(null, region, null, code, name);
  }

  /** One figure a day; below England is a row of numbers that somebody forgot to take out. */
  private static SheetBuilder alone(String name, List<SampleOrganisation> trusts, SeededVariation chance) {
    SheetBuilder sheet = titled(name).row(null, "Provider Level Data").blank();
    List<Long> days = DAYS.stream().map(UecSitrepSample::serial).toList();
    sheet.row(SheetBuilder.cells(identity("NHS England Region", "Code", "Name"), days));
    sheet.row(SheetBuilder.cells(identity("-", "-", "ENGLAND"), sums(trusts, o -> some(name, o, chance))));
    sheet.row(SheetBuilder.cells(identity(null, null, null), List.of(3, 4, 5, 6)));
    for (SampleOrganisation o : trusts) {
      sheet.row(SheetBuilder.cells(identity(o.parent(MONTH), o.code(), o.name()), cells(some(name, o, chance))));
    }
    return sheet;
  }

  private static int[] some(String name, SampleOrganisation o, SeededVariation chance) {
    return DAYS.stream().mapToInt(day -> chance.count(.5, name, o.code(), day)).toArray();
  }

  /** Several figures a day, under the day, which is above its first figure. */
  private static SheetBuilder sheet(Theme theme, List<SampleOrganisation> trusts, SeededVariation chance) {
    SheetBuilder sheet = titled(theme.sheet());
    List<Object> every = new ArrayList<>(identity("Provider Level Data", null, null));
    List<Object> first = new ArrayList<>(identity(null, null, null));
    List<Object> headings = new ArrayList<>(identity("NHS England Region", "Code", "Name"));
    for (LocalDate day : DAYS) {
      for (int f = 0; f < theme.figures().length; f++) {
        every.add(serial(day));
        first.add(f == 0 ? serial(day) : null);
        headings.add(theme.figures()[f]);
      }
    }
    sheet.row(every).row(first).row(headings);
    int[] england = new int[DAYS.size() * theme.figures().length];
    trusts.forEach(o -> add(england, figures(theme, o, chance)));
    sheet.row(SheetBuilder.cells(identity("-", "-", "ENGLAND"), rated(theme, england))).blank();
    for (SampleOrganisation o : trusts) {
      List<Object> row = rated(theme, figures(theme, o, chance));
      sheet.row(SheetBuilder.cells(identity(o.parent(MONTH), o.code(), o.name()), row));
    }
    return sheet.blank().row(null, "Notes:").row(null, "1. " + MADE_UP + ".");
  }

  private static void add(int[] sums, int[] more) {
    Arrays.setAll(sums, i -> sums[i] + more[i]);
  }

  private static List<Object> sums(List<SampleOrganisation> trusts, java.util.function.Function<SampleOrganisation, int[]> of) {
    int[] sums = new int[DAYS.size()];
    trusts.forEach(o -> add(sums, of.apply(o)));
    return cells(sums);
  }

  private static List<Object> cells(int[] figures) {
    return Arrays.stream(figures).boxed().map(Object.class::cast).toList();
  }

  private static int[] figures(Theme theme, SampleOrganisation o, SeededVariation chance) {
    int width = theme.figures().length;
    int[] figures = new int[DAYS.size() * width];
    for (int i = 0; i < figures.length; i++) {
      String figure = theme.figures()[i % width];
      figures[i] =
          figure.equals("Total Beds Open")
              ? figures[i - 2] + figures[i - 1]
              : chance.count(400.0 / (1 + i % width), theme.sheet(), figure, o.code(), i / width);
    }
    return figures;
  }

  /** The rate is occupied over open, the two figures before it. */
  private static List<Object> rated(Theme theme, int[] figures) {
    List<Object> row = new ArrayList<>();
    int width = theme.figures().length;
    for (int i = 0; i < figures.length; i++) {
      boolean rate = theme.figures()[i % width].equals(RATE);
      row.add(!rate ? (Object) figures[i] : rate(figures[i - 1], figures[i - 2]));
    }
    return row;
  }

  private static Object rate(int occupied, int open) {
    return open == 0 ? "-" : (Object) (occupied / (double) open);
  }

  private static String saved(List<SampleOrganisation> trusts, SeededVariation chance) {
    List<String> headings = new ArrayList<>(List.of("Provider Level Data", "Code", "Name"));
    for (LocalDate day : DAYS) {
      Stream.of(GENERAL.figures()).forEach(figure -> headings.add(figure + "_" + serial(day)));
    }
    int[] england = new int[DAYS.size() * GENERAL.figures().length];
    trusts.forEach(o -> add(england, figures(GENERAL, o, chance)));
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", headings));
    lines.add("-,-,England," + saved(england));
    trusts.forEach(
        o -> lines.add("London,%s,\"%s\",%s".formatted(o.code(), o.name(), saved(figures(GENERAL, o, chance)))));
    return "\ufeff" + String.join("\n", lines) + "\n";
  }

  private static String saved(int[] figures) {
    return rated(GENERAL, figures).stream()
        .map(
            cell ->
                cell instanceof Double rate
                    ? String.format(Locale.UK, "%.1f%%", 100 * rate)
                    : cell instanceof Integer n && n > 999 ? String.format(Locale.UK, "\"%,d\"", n) : cell.toString())
        .collect(Collectors.joining(","));
  }
}
