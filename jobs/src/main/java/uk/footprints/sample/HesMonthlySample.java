package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.footprints.sample.SampleOrganisation.Kind;

/** Provisional monthly Hospital Episode Statistics of a year, in three text files. */
record HesMonthlySample(Breakdown breakdown) implements PublicationSample {

  /** What a file is broken down by. */
  enum Breakdown {
    ORGANISATION,
    AGE_BAND,
    TREATMENT_FUNCTION
  }

  private static final YearMonth LAST = YearMonth.of(2021, 3);
  private static final YearMonth WHOLE_YEAR = YearMonth.of(2019, 3);
  private static final int MONTHS = 12;

  /** Every age band of the publication, with its emergency admissions of a month, in hundreds: of the size of England's. */
  private static final Map<String, Integer> EMERGENCIES = emergencies();
  private static final List<String> FIGURES =
      List.of(
          "Ordinary Elective",
          "Daycase Elective",
          "Elective total",
          "Non-Elective",
          "First attendances seen - GP referrals",
          "First attendances seen - other referrals",
          "First attendances seen total",
          "First attendances DNA",
          "Subsequent attendances seen",
          "Subsequent attendances DNA");
  private static final String COUNTS =
      "FCE,FCEs_With_Procedure,Ordinary_Admission_Episodes,FCE_DAY_CASES,FCE_DAY_WITH_PROCEDURE,FAE,EMERGENCY,"
          + "Total_Appointments,Attended_Appointments,DNA_Appointments,First_Attendance,Follow_Up_Attendance";

  private static final String BY_AGE = "Month_Ending,FY_Start_Date,FY_End_Date,PARTYEAR,Age_Band," + COUNTS;
  private static final double EMERGENCIES_OF_ALL = 350;

  /** How many of a thousand each count is, in the order of the headings: parts are smaller than their wholes. */
  private static final List<Integer> PER_THOUSAND = List.of(1000, 600, 550, 350, 300, 900, 350, 1000, 800, 80, 300, 500);

  @Override
  public String dataset() {
    return "hes_monthly";
  }

  /** Returns the year whose admissions by age adjust rates for age; other files are fixtures only. */
  @Override
  public List<YearMonth> usual() {
    return breakdown == Breakdown.AGE_BAND ? List.of(WHOLE_YEAR) : List.of();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("2020-21-" + breakdown.name().toLowerCase(Locale.ROOT), LAST));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(LAST) || usual().contains(month);
  }

  @Override
  public SampleFile write(YearMonth last, SampleCountry country, SeededVariation chance) {
    List<String> lines =
        switch (breakdown) {
          case ORGANISATION -> byOrganisation(last, country, chance);
          case AGE_BAND -> last.equals(WHOLE_YEAR) ? wholeYearByAge(last, chance) : byAge(last, chance);
          case TREATMENT_FUNCTION -> byTreatmentFunction(last, chance);
        };
    String name = "HES_M13_%s-sample.csv".formatted(breakdown.name());
    return SampleFile.text(name, String.join("\r\n", lines) + "\r\n", StandardCharsets.UTF_8);
  }

  private static List<String> byOrganisation(YearMonth last, SampleCountry country, SeededVariation chance) {
    List<String> headings = new ArrayList<>();
    for (String of : List.of("Specific acute specialties: ", "All specialties: ")) {
      FIGURES.forEach(figure -> headings.add(of + figure));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "Financial Year,Reporting Period,Activity Month,Organisation breakdown,Org Code,Org Name,Region Code,"
            + "Region Name," + String.join(",", headings));
    for (YearMonth month : List.of(last.minusMonths(1), last)) {
      int[] england = new int[20];
      for (SampleOrganisation o : country.in(month, Kind.TRUST)) {
        int[] figures = figures(month, o, chance);
        Arrays.setAll(england, i -> england[i] + figures[i]);
        lines.add(line(month, "Provider", o.code(), '"' + o.name() + '"', "Y56", "LONDON", figures, true));
      }
      lines.add(line(month, "Region of Provider", "-", "-", "Y56", "LONDON COMMISSIONING REGION", england, true));
      lines.add(line(month, "Region of CCG", "-", "-", "Y56", "LONDON COMMISSIONING REGION", england, true));
      lines.add(line(month, "Region of CCG", "-", "-", "-", "-", new int[20], true));
      SampleOrganisation group = country.in(month, Kind.CCG).get(0);
      lines.add(line(month, "CCG", group.code(), group.name(), "Y56", "LONDON", figures(month, group, chance), true));
      lines.add(line(month, "National", "All", "-", "-", "-", england, false));
    }
    return lines;
  }

  private static int[] figures(YearMonth month, SampleOrganisation o, SeededVariation chance) {
    int[] figures = new int[20];
    for (int i = 0; i < figures.length; i++) {
      figures[i] =
          switch (i % 10) {
            case 2 -> figures[i - 2] + figures[i - 1];
            case 6 -> figures[i - 2] + figures[i - 1];
            case 9 -> chance.count(4, "hes", month, o.code(), i);
            default -> chance.count(o.size() * 3, "hes", month, o.code(), i);
          };
    }
    return figures;
  }

  /** Organisations' figures are rounded to five; one to seven is a star. */
  private static String line(
      YearMonth month, String level, String code, String name, String region, String regionName, int[] figures,
      boolean rounded) {
    String cells =
        Arrays.stream(figures)
            .mapToObj(f -> !rounded ? "" + f : f > 0 && f < 8 ? "*" : "" + (f + 2) / 5 * 5)
            .collect(Collectors.joining(","));
    String activity = SampleMonths.name(month).substring(0, 3) + " " + month.getYear();
    return String.join(
        ",", SampleMonths.financialYear(month), "13", activity, level, code, name, region, regionName, cells);
  }

  private static Map<String, Integer> emergencies() {
    String bands =
        """
        01. 0 - 4=450 02. 5 - 9=170 03. 10 - 14=140 04. 15=38 05. 16=40 06. 17=43 07. 18=46 08. 19=47 09. 20 - 24=230 \
        10. 25 - 29=240 11. 30 - 34=235 12. 35 - 39=225 13. 40 - 44=215 14. 45 - 49=245 15. 50 - 54=275 16. 55 - 59=285 \
        17. 60 - 64=285 18. 65 - 69=325 19. 70 - 74=405 20. 75 - 79=400 21. 80 - 84=430 22. 85 - 89=385 23. 90+=290
        """;
    Map<String, Integer> emergencies = new LinkedHashMap<>();
    for (String band : bands.strip().split(" (?=\\d\\d\\.)")) {
      String[] parts = band.split("=");
      emergencies.put(parts[0].strip(), Integer.valueOf(parts[1].strip()));
    }
    return emergencies;
  }

  private static List<String> wholeYearByAge(YearMonth last, SeededVariation chance) {
    List<String> lines = new ArrayList<>();
    lines.add(BY_AGE);
    int ends = last.getYear();
    String year = "01APR%d,31MAR%d,%d%d".formatted(ends - 1, ends, ends - 1, MONTHS + 1);
    for (int back = 0; back < MONTHS; back++) {
      YearMonth month = last.minusMonths(back);
      EMERGENCIES.forEach(
          (band, hundreds) -> {
            double all = 100 * hundreds * SampleMonths.busy(month) / EMERGENCIES_OF_ALL;
            String counts = PER_THOUSAND.stream().map(part -> Integer.toString(chance.count(all * part, "age", month, band, part)))
                .collect(Collectors.joining(","));
            lines.add(String.join(",", day(month) + month.getYear(), year, band, counts));
          });
    }
    return lines;
  }

  private static List<String> byAge(YearMonth last, SeededVariation chance) {
    List<String> lines = new ArrayList<>();
    lines.add(BY_AGE);
    for (YearMonth month : List.of(last, last.minusMonths(1))) {
      for (String band : List.of("01. 0 - 4", "04. 15", "09. 20 - 24", "23. 90+", "24. unknown")) {
        String day = day(month) + month.getYear();
        lines.add(day + ",01APR2020,31MAR2021,202013," + band + "," + counts(month, band, chance));
      }
    }
    return lines;
  }

  private static List<String> byTreatmentFunction(YearMonth last, SeededVariation chance) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "PARTYEAR,Month_Ending,FY_Start_Date,FY_End_Date,TRETSPEF,TRETSPEF_DESCRIPTION," + COUNTS
            + ",Latest_Month_Flag");
    for (YearMonth month : List.of(last, last.minusMonths(1))) {
      for (String function : List.of("&,Not Known", "100,General Surgery", "101,Urology", "326,Acute Medicine")) {
        String counts = counts(month, function, chance);
        boolean inpatientsOnly = function.startsWith("326");
        String cells = inpatientsOnly ? counts.replaceFirst("(?:,\\d+){5}$", ",,,,,") : counts;
        String day = day(month) + SampleMonths.twoDigits(month.getYear());
        lines.add("202013," + day + ",01APR20,31MAR21," + function + "," + cells + "," + (month == last ? 1 : 0));
      }
    }
    return lines;
  }

  private static String day(YearMonth month) {
    return month.lengthOfMonth() + SampleMonths.name(month).substring(0, 3).toUpperCase(Locale.UK);
  }

  private static String counts(YearMonth month, String group, SeededVariation chance) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < PER_THOUSAND.size(); i++) {
      cells.add(Integer.toString(chance.count(5 * PER_THOUSAND.get(i), "counts", month, group, i)));
    }
    return String.join(",", cells);
  }
}
