package uk.footprints.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.sample.SampleOrganisation.Kind;

/** A&E attendances and emergency admissions: one CSV a month since April 2018, with booked visits since August 2020. */
final class AeSample implements PublicationSample {

  private static final YearMonth BOOKED = YearMonth.of(2020, 8);
  private static final Set<YearMonth> WITH_BYTE_ORDER_MARK = Set.of(YearMonth.of(2020, 7), YearMonth.of(2021, 2));

  /** Trusts that tried other standards from May 2019 to May 2023 and published nothing on four hours. */
  private static final Set<String> FIELD_TEST =
      Set.of("RC9", "RD3", "RDU", "RFR", "RGR", "RGT", "RHU", "RK9", "RNQ", "RQM", "RVW", "RX1", "RXF", "RYJ");

  /** Tetbury Hospital sometimes shows a star. */
  private static final String TIGHT_LIPPED = "AAH";

  private static final String LABEL = "MSitAE";

  /** How the total row has been written: period, code, parent, name. */
  private static final List<List<String>> TOTALS =
      List.of(
          Collections.nCopies(4, "TOTAL"),
          Collections.nCopies(4, "Total"),
          List.of("TOTAL", "TOTAL ", "TOTAL ", "TOTAL "),
          Collections.nCopies(4, "TOTAl"),
          List.of(LABEL, "Total", "", ""),
          List.of("Total ", "Total", "Total", "Total"));

  @Override
  public String dataset() {
    return "ae_attendances";
  }

  @Override
  public List<YearMonth> usual() {
    return SampleMonths.between("2020-03", "2021-03");
  }

  @Override
  public List<YearMonth> archived() {
    return SampleMonths.between("2021-04", "2026-03");
  }

  @Override
  public boolean covers(YearMonth month) {
    return SampleMonths.within(month, "2018-04", "2026-03");
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    boolean booked = !month.isBefore(BOOKED);
    List<Visits> all = visits(month, country, chance);
    List<String> lines = new ArrayList<>();
    lines.add(header(booked));
    all.stream()
        .sorted(Comparator.comparing(v -> chance.share("order", month, v.organisation().code())))
        .forEach(v -> lines.add(line(identity(month, v.organisation()), v.cells(booked))));
    lines.add(line(totalIdentity(month), sum(all.stream().map(v -> v.numbers(booked)).toList())));
    String mark = WITH_BYTE_ORDER_MARK.contains(month) ? "\ufeff" : "";
    String text = mark + String.join("\r\n", lines) + "\r\n";
    Charset charset = mark.isEmpty() ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    return SampleFile.text(name(month), text, charset);
  }

  /** The visits of a month, one organisation after the other. */
  static List<Visits> visits(YearMonth month, SampleCountry country, SeededVariation chance) {
    return country.in(month, Kind.TRUST, Kind.CENTRE).stream()
        .filter(o -> !o.departments().isEmpty())
        .map(o -> Visits.of(month, o, chance))
        .toList();
  }

  /**
   * One organisation's month; each list has a number for type 1, type 2 and other departments.
   *
   * @param attendances unbooked visits
   * @param booked visits by appointment
   * @param over those of the unbooked that took over four hours
   * @param overBooked those of the booked that did
   * @param waits for a bed after the decision to admit: 4 to 12 hours, and longer
   * @param admissions emergency admissions through each department, and by any other way
   */
  record Visits(
      SampleOrganisation organisation,
      List<Integer> attendances,
      List<Integer> booked,
      List<Integer> over,
      List<Integer> overBooked,
      List<Integer> waits,
      List<Integer> admissions) {

    static Visits of(YearMonth month, SampleOrganisation o, SeededVariation chance) {
      double busy = SampleMonths.busy(month) * chance.about(.04, "a&e", o.code(), month);
      double size = o.size() * 100 * busy;
      boolean centre = o.kind() == Kind.CENTRE;
      double slow =
          (.06 + .2 * chance.share("slow", o.code())) * (month.getMonthValue() % 11 < 2 ? 1.25 : 1) * later(month);
      boolean silent = FIELD_TEST.contains(o.code()) && SampleMonths.within(month, "2019-05", "2023-04");
      double[] visitors = {centre ? 0 : 2.7, .2, centre ? 1 : 1.1 * chance.about(.5, "minor", o.code())};
      double[] late = {slow, slow * .1, .01};
      double[] admitted = {.29 * chance.about(.15, "admit", o.code()), .03, centre ? 0 : .01};
      double[] appointments = {.001, 0, month.isBefore(BOOKED) ? 0 : .04};
      List<Integer> attendances = new ArrayList<>();
      List<Integer> booked = new ArrayList<>();
      List<Integer> over = new ArrayList<>();
      List<Integer> overBooked = new ArrayList<>();
      List<Integer> admissions = new ArrayList<>();
      for (int type = 0; type < 3; type++) {
        int came = o.hasDepartment(type + 1) ? chance.count(size * visitors[type], "visits", type, o.code(), month) : 0;
        int byAppointment = (int) (came * appointments[type] * chance.share("books", o.code()) * 2);
        attendances.add(came);
        booked.add(byAppointment);
        over.add(silent ? 0 : chance.count(came * late[type], "late", type, o.code(), month));
        overBooked.add(silent ? 0 : (int) (byAppointment * late[type] / 2));
        admissions.add(Math.min(came, chance.count(came * admitted[type], "admitted", type, o.code(), month)));
      }
      int direct = centre ? 0 : chance.count(size * .25, "direct", o.code(), month);
      int waited = chance.count(admissions.get(0) * slow * .5, "waited", o.code(), month);
      int waitedLong = (int) (waited * .01 * chance.share("long", o.code(), month));
      admissions.add(direct);
      return new Visits(o, attendances, booked, over, overBooked, List.of(waited, waitedLong), admissions);
    }

    /** Waits have grown longer since April 2021, and shorter again since 2023. */
    private static double later(YearMonth month) {
      double years = Math.max(0, (month.getYear() - 2021) + (month.getMonthValue() - 4) / 12.0);
      return 1 + .55 * Math.min(years, 2) - .12 * Math.max(0, years - 2);
    }

    List<Integer> numbers(boolean withBooked) {
      return (withBooked
              ? Stream.of(attendances, booked, over, overBooked, waits, admissions)
              : Stream.of(attendances, over, waits, admissions))
          .flatMap(List::stream)
          .toList();
    }

    /** As written: a star hides a number so small that it might identify somebody. */
    List<String> cells(boolean withBooked) {
      List<String> cells = new ArrayList<>(numbers(withBooked).stream().map(String::valueOf).toList());
      int hidden = withBooked ? 8 : 5;
      if (organisation.code().equals(TIGHT_LIPPED) && numbers(withBooked).get(hidden) == 0) {
        cells.set(hidden, "*");
      }
      return cells;
    }
  }

  private static String header(boolean booked) {
    List<String> types = List.of("Type 1", "Type 2", "Other A&E Department");
    List<String> others = List.of("Type 1", "Type 2", "Other Department");
    List<String> header = new ArrayList<>(List.of("Period", "Org Code", "Parent Org", "Org name"));
    types.forEach(type -> header.add("A&E attendances " + type));
    if (booked) {
      others.forEach(type -> header.add("A&E attendances Booked Appointments " + type));
    }
    others.forEach(type -> header.add("Attendances over 4hrs " + type));
    if (booked) {
      others.forEach(type -> header.add("Attendances over 4hrs Booked Appointments " + type));
    }
    header.add("Patients who have waited 4-12 hs from DTA to admission");
    header.add("Patients who have waited 12+ hrs from DTA to admission");
    List.of("Type 1", "Type 2", "Other A&E department")
        .forEach(type -> header.add("Emergency admissions via A&E - " + type));
    header.add("Other emergency admissions");
    return String.join(",", header);
  }

  private static String line(List<String> identity, List<?> cells) {
    return Stream.concat(identity.stream(), cells.stream().map(String::valueOf))
        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
        .reduce((a, b) -> a + "," + b)
        .orElseThrow();
  }

  private static List<String> identity(YearMonth month, SampleOrganisation o) {
    return List.of(label(month), o.code(), region(o.parent(YearMonth.of(2019, 4))), o.name());
  }

  /** The regions of 2019 by their old name, with the space that most of them end in. */
  private static String region(String code) {
    return switch (code) {
      case "Y56" -> "NHS ENGLAND LONDON";
      case "Y58" -> "NHS ENGLAND SOUTH WEST ";
      case "Y59" -> "NHS ENGLAND SOUTH EAST ";
      case "Y60" -> "NHS ENGLAND MIDLANDS ";
      case "Y61" -> "NHS ENGLAND EAST OF ENGLAND ";
      case "Y62" -> "NHS ENGLAND NORTH WEST ";
      default -> "NHS ENGLAND NORTH EAST AND YORKSHIRE ";
    };
  }

  private static List<String> totalIdentity(YearMonth month) {
    List<String> total = TOTALS.get((month.getYear() * 12 + month.getMonthValue()) % TOTALS.size());
    return total.stream().map(word -> word.equals(LABEL) ? label(month) : word).toList();
  }

  private static List<Integer> sum(List<List<Integer>> rows) {
    return IntStream.range(0, rows.get(0).size())
        .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i)).sum())
        .toList();
  }

  private static String label(YearMonth month) {
    return LABEL + "-%s-%s".formatted(SampleMonths.name(month).toUpperCase(Locale.UK), month.getYear());
  }

  /** Revised on the second Thursday of the May after the financial year. */
  private static String name(YearMonth month) {
    YearMonth may = YearMonth.of(month.minusMonths(3).getYear() + 1, 5);
    String revised = SampleMonths.secondThursday(may).format(DateTimeFormatter.ofPattern("ddMMyy", Locale.UK));
    return "%s-%s-revised-%s-sample.csv".formatted(SampleMonths.name(month), month.getYear(), revised);
  }
}
