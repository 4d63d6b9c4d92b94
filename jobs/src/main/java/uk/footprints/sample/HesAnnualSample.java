package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import uk.footprints.sample.SampleOrganisation.Kind;

/** Hospital Admitted Patient Care Activity: the annual tables by commissioner and by provider, 2013/14 to 2018/19. */
final class HesAnnualSample {

  private static final List<YearMonth> YEARS =
      IntStream.rangeClosed(2013, 2018).mapToObj(y -> YearMonth.of(y, 4)).toList();

  /** Emergency admissions of a thousand people in 2016/17. */
  private static final double PER_THOUSAND = 104;

  private static final List<String> HEADINGS =
      List.of("Admissions", "Emergency", "Waiting list", "Planned", "Other Admission Method",
          "Finished consultant episodes", "Day case", "FCE bed days", "Male", "Female", "Gender Unknown",
          "Mean time waited", "Median time waited", "Mean length of stay", "Median length of stay", "Mean age",
          "Emergency", "Elective", "Other");

  /** Where among the headings the zero bed day cases begin; a heading above joins them. */
  private static final int ZERO_DAYS = 16;

  private HesAnnualSample() {}

  static List<PublicationSample> all() {
    return List.of(
        new SeriesSample("hes_apc_commissioner", YEARS, HesAnnualSample::byCommissioner),
        new SeriesSample("hes_apc_provider", YEARS, HesAnnualSample::byProvider));
  }

  private static SampleFile byCommissioner(YearMonth year, SampleCountry country, SeededVariation chance) {
    Map<SampleOrganisation, long[]> rows = new TreeMap<>(Comparator.comparing(SampleOrganisation::code));
    for (SampleOrganisation group : country.in(year, Kind.CCG)) {
      rows.put(group, figures(year, group, group.size() * PER_THOUSAND * place(group, chance), chance));
    }
    return file(year, "ccg", "CCG of Responsibility", "CCG of responsibility code and description", rows);
  }

  private static SampleFile byProvider(YearMonth year, SampleCountry country, SeededVariation chance) {
    Map<SampleOrganisation, long[]> rows = new TreeMap<>(Comparator.comparing(SampleOrganisation::code));
    for (SampleOrganisation trust : country.in(year, Kind.TRUST)) {
      rows.put(trust, figures(year, trust, trust.size() * 1_240.0, chance));
    }
    return file(year, "prov", "Hospital Providers", "Hospital provider code and description", rows);
  }

  private static double place(SampleOrganisation group, SeededVariation chance) {
    return chance.about(.18, "footprint", group.footprint()) * chance.about(.08, "organisation", group.code());
  }

  /** Emergencies rise by about 2% a year, most of it without a night. */
  private static long[] figures(YearMonth year, SampleOrganisation o, double usual, SeededVariation chance) {
    double later = year.getYear() - 2016;
    double emergency = usual * (1 + .021 * later) * chance.about(.02, "hes year", o.code(), year);
    double sameDay = .285 + .013 * later + .04 * (chance.share("same day", o.code()) - .5);
    double waiting = usual * .95 * chance.about(.1, "waiting", o.code());
    double planned = usual * .32 * chance.about(.2, "planned list", o.code());
    double other = usual * .29;
    long[] admissions = rounded(emergency, waiting, planned, other);
    long all = Arrays.stream(admissions).sum();
    long[] more =
        rounded(all * 1.2, waiting * .82 + planned * .7, emergency * (8.1 - .12 * later) + waiting, emergency * sameDay,
            waiting * .02, other * .35);
    return LongStream.concat(LongStream.of(all), LongStream.concat(Arrays.stream(admissions), Arrays.stream(more)))
        .toArray();
  }

  private static long[] rounded(double... figures) {
    return Arrays.stream(figures).mapToLong(figure -> Math.round(figure / 5) * 5).toArray();
  }

  private static SampleFile file(
      YearMonth year, String kind, String sheetName, String organisation, Map<SampleOrganisation, long[]> rows) {
    boolean commissioners = kind.equals("ccg");
    SheetBuilder sheet = new SheetBuilder(sheetName);
    String title = "Hospital Admitted Patient Care Activity, Hospital Episode Statistics, ";
    sheet.row(title + SampleMonths.financialYear(year));
    sheet.row(PublicationSample.MADE_UP).blank();
    List<Object> above = new ArrayList<>(Collections.nCopies((commissioners ? 3 : 2) + ZERO_DAYS, null));
    above.addAll(Collections.nCopies(HEADINGS.size() - ZERO_DAYS, "Zero bed day cases §"));
    sheet.row(above);
    List<Object> identity = new ArrayList<>(Arrays.asList(organisation, null));
    if (commissioners) {
      identity.add("ONS Geography Code");
    }
    sheet.row(SheetBuilder.cells(identity, HEADINGS));
    long[] england = new long[11];
    rows.values().forEach(row -> Arrays.setAll(england, i -> england[i] + row[i]));
    sheet.row(line(commissioners ? Arrays.asList("Total", "England", null) : List.of("Total", "England"), england));
    rows.forEach((o, row) -> {
      List<Object> names = new ArrayList<>(List.of(o.code(), o.name()));
      if (commissioners) {
        names.add(null);
      }
      sheet.row(line(names, row));
    });
    String name = "hosp-epis-stat-admi-%s-%s-tab-sample.xlsx".formatted(kind, SampleMonths.financialYear(year));
    return new SampleFile(name, SampleWorkbookWriter.modern(List.of(sheet)));
  }

  private static List<Object> line(List<?> identity, long[] figures) {
    List<Object> cells = new ArrayList<>(identity);
    for (int i = 0; i < 8; i++) {
      cells.add(figures[i]);
    }
    cells.addAll(Collections.nCopies(8, null));
    for (int i = 8; i < 11; i++) {
      cells.add(figures[i]);
    }
    return cells;
  }
}
