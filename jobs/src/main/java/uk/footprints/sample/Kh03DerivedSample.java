package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.footprints.sample.SampleOrganisation.Kind;

/** Beds by provider and quarter in one long table, as somebody reshaped it: calendar years, England without a code. */
final class Kh03DerivedSample implements PublicationSample {

  private static final YearMonth LAST = YearMonth.of(2024, 9);
  private static final List<String> SECTORS =
      List.of("total", "general_acute", "learn_disabil", "maternity", "mental_illness");

  @Override
  public String dataset() {
    return "kh03_beds";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of(new SampleEra("2010-24-tidy", LAST));
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(LAST);
  }

  @Override
  public SampleFile write(YearMonth last, SampleCountry country, SeededVariation chance) {
    List<String> lines = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("year", "period_end", "org_code", "org_name"));
    headings.addAll(headings("on"));
    headings.add("quarter");
    headings.addAll(headings("day"));
    lines.add(headings.stream().map(h -> "\"" + h + "\"").collect(Collectors.joining(",")));
    for (YearMonth month : List.of(last.minusMonths(6), last.minusMonths(3), last)) {
      int[] sums = new int[20];
      for (SampleOrganisation o : country.in(month, Kind.TRUST)) {
        int[] beds = beds(month, o, chance);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += beds[i];
        }
        lines.add(line(month, "\"" + o.code() + "\"", o.name(), beds));
      }
      lines.add(line(month, "NA", "ENGLAND", sums));
    }
    return SampleFile.text(
        "overnight_day_beds-sample.csv", String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  private static List<String> headings(String kind) {
    List<String> all = new ArrayList<>();
    for (String what : List.of("available", "occupied", "percent_occupied")) {
      SECTORS.forEach(sector -> all.add(sector + "_" + kind + "_beds_" + what));
    }
    return all;
  }

  /** Available and occupied overnight, then by day; each with the total first. */
  private static int[] beds(YearMonth month, SampleOrganisation o, SeededVariation chance) {
    int[] beds = new int[20];
    for (int block = 0; block < 4; block++) {
      for (int sector = 1; sector < 5; sector++) {
        int open = chance.count(sector == 1 ? 400 : 10, "beds", block / 2, sector, o.code());
        int used = Math.min(open, chance.count(open * .9, "used", block / 2, sector, o.code(), month));
        beds[block * 5 + sector] = block % 2 == 0 ? open : used;
        beds[block * 5] += beds[block * 5 + sector];
      }
    }
    return beds;
  }

  private static String line(YearMonth month, String code, String name, int[] beds) {
    List<String> cells = new ArrayList<>();
    cells.add("\"" + month.getYear() + "\"");
    cells.add("\"" + SampleMonths.name(month) + "\"");
    cells.add(code);
    cells.add("\"" + name + "\"");
    cells.addAll(block(beds, 0));
    cells.add("\"Q" + SampleMonths.quarter(month) + "\"");
    cells.addAll(block(beds, 10));
    return String.join(",", cells);
  }

  private static List<String> block(int[] beds, int from) {
    List<String> cells = new ArrayList<>();
    for (int i = from; i < from + 10; i++) {
      cells.add(Integer.toString(beds[i]));
    }
    for (int i = from; i < from + 5; i++) {
      cells.add(beds[i] == 0 ? "NA" : Double.toString(beds[i + 5] / (double) beds[i]));
    }
    return cells;
  }
}
