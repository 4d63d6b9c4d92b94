package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * SAPE21DT6b: the population estimates for commissioning groups of the Office for National Statistics, mid-2018, and two
 * earlier years in the same design.
 */
final class PopulationSample implements PublicationSample {

  private static final List<YearMonth> EARLIER = List.of(YearMonth.of(2013, 6), YearMonth.of(2016, 6));

  private static String table(YearMonth month) {
    return "Table SAPE21DT6b: Mid-" + month.getYear() + " Population Estimates for Clinical Commissioning Groups";
  }

  @Override
  public String dataset() {
    return "population";
  }

  @Override
  public List<YearMonth> usual() {
    return Stream.concat(EARLIER.stream(), Stream.of(SamplePopulation.MIDDLE_OF_2018)).toList();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("2018", SamplePopulation.MIDDLE_OF_2018));
  }

  @Override
  public boolean covers(YearMonth month) {
    return usual().contains(month);
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    List<SamplePopulation> people = SamplePopulation.of(month, country, chance);
    List<SheetBuilder> sheets =
        List.of(
            contents(month),
            words("Terms and conditions", "Terms and conditions ", MADE_UP + ": no official statistic."),
            words("Notes and definitions", "Notes and definitions", MADE_UP + ": the groups are real, the people not."),
            table("Persons", month, people, country, SamplePopulation::persons),
            table("Males", month, people, country, SamplePopulation::males),
            table("Females", month, people, country, SamplePopulation::females),
            words("Related publications", "Related Publications ", "The real estimates are at www.ons.gov.uk."));
    String name = "SAPE21DT6b-mid-%s-ccg-syoa-estimates-sample.xlsx".formatted(month.getYear());
    return new SampleFile(name, SampleWorkbookWriter.modern(sheets));
  }

  private static SheetBuilder contents(YearMonth month) {
    SheetBuilder sheet = new SheetBuilder("Contents");
    empty(sheet, 6);
    sheet.row(null, "Contents", null, table(month) + " (CCGs) in England by Single Year of Age and Sex - " + MADE_UP);
    empty(sheet, 7);
    for (String sex : List.of("Persons", "Males", "Females")) {
      sheet.row(null, "Mid-" + month.getYear() + " " + sex, null, "The number of " + sex.toLowerCase(Locale.UK)
          + " by single year of age and sex for CCGs in England, mid-" + month.getYear());
      sheet.blank();
    }
    return sheet;
  }

  private static SheetBuilder words(String name, String title, String text) {
    SheetBuilder sheet = new SheetBuilder(name).row("Contents");
    empty(sheet, 6);
    return sheet.row(title).blank().row(text);
  }

  private static SheetBuilder table(
      String sex, YearMonth month, List<SamplePopulation> people, SampleCountry country,
      Function<SamplePopulation, List<Integer>> counted) {
    SheetBuilder sheet = new SheetBuilder("Mid-" + month.getYear() + " " + sex);
    sheet.row("Contents").blank();
    sheet.row(table(month) + " in England by Single Year of Age and Sex, " + sex + " - " + MADE_UP).blank();
    sheet.row(
        "England by NHS England (Region) by NHS England (Region, Local office) by Clinical Commissioning Group");
    sheet.blank();
    sheet.row(Stream.<Object>concat(
        Stream.<Object>concat(
            Stream.of("Area Codes ", "Area Names", "All Ages"), IntStream.range(0, SamplePopulation.AGES - 1).boxed()),
        Stream.of("90+")).toList());
    sheet.blank();
    area(sheet, "E92000001", "ENGLAND", sum(people, counted));
    Function<SamplePopulation, String> office = p -> p.group().localOffice();
    above(sheet, country, people, counted, p -> country.parent(office.apply(p)).parent(SamplePopulation.MIDDLE_OF_2018));
    above(sheet, country, people, counted, office);
    for (SamplePopulation p : people) {
      area(sheet, p.onsCode(), SamplePopulation.named(p.group()), counted.apply(p));
    }
    empty(sheet, 15);
    return sheet;
  }

  private static void above(
      SheetBuilder sheet,
      SampleCountry country,
      List<SamplePopulation> people,
      Function<SamplePopulation, List<Integer>> counted,
      Function<SamplePopulation, String> parent) {
    Map<String, List<SamplePopulation>> groups = new TreeMap<>();
    people.stream()
        .filter(p -> !p.group().localOffice().isEmpty())
        .forEach(p -> groups.computeIfAbsent(parent.apply(p), code -> new ArrayList<>()).add(p));
    groups.forEach((code, within) -> area(sheet, code, country.parent(code).name(), sum(within, counted)));
  }

  private static void area(SheetBuilder sheet, String code, String name, List<Integer> byAge) {
    sheet.row(SheetBuilder.cells(List.of(code, name, SamplePopulation.all(byAge)), byAge));
  }

  private static List<Integer> sum(List<SamplePopulation> people, Function<SamplePopulation, List<Integer>> counted) {
    return people.stream().map(counted).reduce(Collections.nCopies(SamplePopulation.AGES, 0), SamplePopulation::add);
  }

  private static void empty(SheetBuilder sheet, int rows) {
    for (int i = 0; i < rows; i++) {
      sheet.blank();
    }
  }
}
