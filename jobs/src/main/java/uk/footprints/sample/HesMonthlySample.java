package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /** How many of a thousand each count is, in the order of the headings: parts are smaller than their wholes. */
  private static final List<Integer> PER_THOUSAND = List.of(1000, 600, 550, 350, 300, 900, 350, 1000, 800, 80, 300, 500);

  @Override
  public String dataset() {
    return "hes_monthly";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<Era> eras() {
    return List.of(new Era("2020-21-" + breakdown.name().toLowerCase(Locale.ROOT), LAST));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(LAST);
  }

  @Override
  public SampleFile write(YearMonth last, SampleCountry country, SeededVariation chance) {
    List<String> lines =
        switch (breakdown) {
          case ORGANISATION -> byOrganisation(last, country, chance);
          case AGE_BAND -> byAge(last, chance);
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

  private static List<String> byAge(YearMonth last, SeededVariation chance) {
    List<String> lines = new ArrayList<>();
    lines.add("Month_Ending,FY_Start_Date,FY_End_Date,PARTYEAR,Age_Band," + COUNTS);
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
