package uk.footprints.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.sample.SampleOrganisation.Kind;

/** The Monthly Activity Return (MAR) of NHS England, by commissioner or by provider, April 2012 to December 2019. */
final class MarSample implements PublicationSample {

  /** Whose activity a workbook counts. */
  enum ActivityBasis {
    COMMISSIONER("Commissioner", "Comm"),
    PROVIDER("Provider", "Prov");

    private final String title;
    private final String inFileName;

    ActivityBasis(String title, String inFileName) {
      this.title = title;
      this.inFileName = inFileName;
    }
  }

  private static final String GLOUCESTERSHIRE_HOSPITALS = "RTE";
  private static final String GLOUCESTERSHIRE_CCG = "11M";
  private static final YearMonth RUNNING_YEARS = YearMonth.of(2017, 6);
  private static final String DID_NOT_SUBMIT =
      "The following organisations did not submit Monthly Activity Return (MAR) data this month:";

  private static final List<String> COLUMNS =
      List.of(
          "Elective G&A Ordinary Admissions (FFCEs)",
          "Elective G&A Daycase Admissions (FFCEs)",
          "Elective G&A Total Admissions (FFCEs)",
          "Elective G&A Planned Ordinary Admissions (FFCEs)",
          "Elective G&A Planned Daycase Admissions (FFCEs)",
          "Elective G&A Planned Total Admissions (FFCEs)",
          "Elective G&A Admissions (FFCEs) -NHS Treatment Centres (TCs) ",
          "Total Non-elective G&A Admissions (FFCEs)",
          "GP Referrals Made (All specialties) ",
          "GP Referrals Seen (All specialties) ",
          "GP Referrals Made (G&A) ",
          "GP Referrals Seen (G&A) ",
          "Other Referrals Made (G&A) ",
          "All 1st Outpatient Attendances (G&A) ");

  /** Non-elective admissions of a thousand people in an average month. */
  private static final double NON_ELECTIVE_PER_THOUSAND = 8.45;

  private final ActivityBasis basis;

  MarSample(ActivityBasis basis) {
    this.basis = basis;
  }

  @Override
  public String dataset() {
    return "mar_" + basis.title.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<YearMonth> usual() {
    return basis == ActivityBasis.COMMISSIONER
        ? Stream.concat(SampleMonths.between("2016-04", "2017-03").stream(), Stream.of(RUNNING_YEARS)).toList()
        : Stream.of("2016-04", "2016-11", "2016-12").map(YearMonth::parse).toList();
  }

  @Override
  public List<YearMonth> archived() {
    return basis == ActivityBasis.PROVIDER
        ? List.of()
        : SampleMonths.between("2013-04", "2019-03").stream().filter(month -> !usual().contains(month)).toList();
  }

  @Override
  public boolean covers(YearMonth month) {
    return SampleMonths.within(month, "2012-04", "2019-12");
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    List<Line> lines = lines(month, country, chance);
    List<SheetBuilder> sheets = new ArrayList<>(List.of(organisations(month, lines), above(month, lines)));
    if (basis == ActivityBasis.PROVIDER || !"SHA".equals(above(month))) {
      sheets.add(notes(month));
    }
    String date = SampleMonths.name(month) + "-" + SampleMonths.twoDigits(month.getYear());
    return new SampleFile(
        "MAR_%s-Web-file-%s-sample.xls".formatted(basis.inFileName, date), SampleWorkbookWriter.old(sheets));
  }

  /** One organisation's month: null where it wrote a dash. */
  private record Line(String parent, String parentName, String code, String name, List<Integer> values) {

    /** Returns code and name of the organisation above it, or its own. */
    List<String> above() {
      return parent.isEmpty() ? List.of(code, name) : List.of(parent, parentName);
    }

    List<Object> cells() {
      List<String> parents = parent.isEmpty() ? Arrays.asList(null, null) : above();
      List<Object> numbers = values.stream().map(value -> value == null ? (Object) "-" : value).toList();
      return SheetBuilder.cells(parents, List.of(code, name), numbers);
    }
  }

  private List<Line> lines(YearMonth month, SampleCountry country, SeededVariation chance) {
    if (basis == ActivityBasis.PROVIDER) {
      return country.in(month, Kind.TRUST, Kind.INDEPENDENT).stream()
          .filter(o -> !(o.code().equals(GLOUCESTERSHIRE_HOSPITALS) && gloucestershireIsMissing(month)))
          .map(o -> line(month, o, country, chance))
          .toList();
    }
    Stream<Line> own = Stream.of(ownCommissioning(month, chance));
    Stream<Line> local = country.in(month, Kind.CCG, Kind.PCT).stream().map(o -> line(month, o, country, chance));
    return (month.isBefore(YearMonth.of(2015, 4)) ? Stream.concat(local, own) : Stream.concat(own, local)).toList();
  }

  private static Line line(YearMonth month, SampleOrganisation o, SampleCountry country, SeededVariation chance) {
    String parent = o.parent(month);
    return new Line(parent, country.parent(parent).name(), o.code(), o.name(), values(month, o, chance));
  }

  /** What the country's own specialised commissioning is called has changed four times. */
  private static Line ownCommissioning(YearMonth month, SeededVariation chance) {
    List<Integer> values = values(month, 15_200, 1, 3.6, "X24", chance);
    if (month.isBefore(YearMonth.of(2013, 4))) {
      return new Line("", "", "YDD82", "NATIONAL COMMISSIONING GROUP", values);
    }
    boolean early = month.isBefore(YearMonth.of(2015, 4));
    boolean late = !month.isBefore(YearMonth.of(2017, 4));
    String parentName = early || late ? "NHS ENGLAND" : "DEPARTMENT OF HEALTH";
    return new Line(late ? "-" : "XDH", parentName, "X24", "NHS ENGLAND", values);
  }

  private static List<Integer> values(YearMonth month, SampleOrganisation o, SeededVariation chance) {
    double place = chance.about(.18, "footprint", o.footprint()) * chance.about(.08, "organisation", o.code());
    boolean independent = o.kind() == Kind.INDEPENDENT;
    boolean people = o.kind() == Kind.CCG || o.kind() == Kind.PCT;
    double missing = o.code().equals(GLOUCESTERSHIRE_CCG) && gloucestershireIsMissing(month) ? .13 : 1;
    double emergencies = o.size() * (people ? NON_ELECTIVE_PER_THOUSAND * place : 100) * missing;
    double planned = independent ? .6 : chance.about(.1, "planned", o.code()) * (people ? 1 / place : 1);
    List<Integer> values = values(month, emergencies, independent ? 0 : 1, planned, o.code(), chance);
    if (o.code().equals("NT225")) {
      values.set(12, null);
    }
    return values;
  }

  private static List<Integer> values(
      YearMonth month, double emergencies, double nonElective, double planned, String code, SeededVariation chance) {
    double scale = emergencies * SampleMonths.busy(month);
    Part part = (ratio, measure) ->
        chance.count(scale * ratio * chance.about(.03, measure, code, month), "mar", measure, code, month);
    int ordinary = part.of(.215 * planned, "ordinary");
    int day = part.of(1.08 * planned, "day");
    int plannedOrdinary = Math.min(ordinary, part.of(.031 * planned, "planned ordinary"));
    int plannedDay = Math.min(day, part.of(.3 * planned, "planned day"));
    int made = part.of(2.42 * planned, "made");
    int seen = (int) Math.round(made * chance.about(.1, "seen", code, month) * .76);
    double share = .965 * chance.about(.03, "general", code);
    return Arrays.asList(
        ordinary,
        day,
        ordinary + day,
        plannedOrdinary,
        plannedDay,
        plannedOrdinary + plannedDay,
        Math.min(ordinary + day, part.of(.037 * planned * chance.share("centre", code), "centre")),
        part.of(nonElective, "non-elective"),
        made,
        seen,
        (int) (made * share),
        (int) (seen * share),
        part.of(1.25 * planned, "other"),
        part.of(2.85 * planned, "outpatient"));
  }

  /** A measure as a multiple of the month's emergencies. */
  private interface Part {
    int of(double ratio, String measure);
  }

  private static boolean gloucestershireIsMissing(YearMonth month) {
    return SampleMonths.within(month, "2016-12", "2017-09");
  }

  private SheetBuilder organisations(YearMonth month, List<Line> lines) {
    SheetBuilder sheet = new SheetBuilder(basis.title);
    titleBlock(sheet, month, basis.title);
    List<String> above = List.of(above(month) + " Code", above(month) + " Name");
    sheet.row(SheetBuilder.cells(start("Year", "Period"), above, List.of("Org Code", "Org Name"), COLUMNS));
    sheet.row(SheetBuilder.cells(start(englandYear(month), period(month)), nulls(3), List.of("England"), sum(lines)));
    sheet.blank();
    for (int i = 0; i < lines.size(); i++) {
      sheet.row(SheetBuilder.cells(start(year(month, i), period(month)), lines.get(i).cells()));
    }
    footnotes(month).forEach(note -> sheet.row(null, note));
    return sheet;
  }

  private SheetBuilder above(YearMonth month, List<Line> lines) {
    String above = above(month);
    SheetBuilder sheet = new SheetBuilder(above);
    titleBlock(sheet, month, above.equals("Region") ? above : "SHA");
    String period = month.equals(YearMonth.of(2016, 4)) ? "DECEMBER" : period(month);
    sheet.row(SheetBuilder.cells(start("Year", "Period", above + " Code", above + " Name"), COLUMNS));
    sheet.row(SheetBuilder.cells(start(englandYear(month), period), nulls(1), List.of("England"), sum(lines)));
    sheet.blank();
    for (List<String> parent : lines.stream().map(Line::above).distinct().toList()) {
      List<Line> within = lines.stream().filter(line -> line.above().equals(parent)).toList();
      sheet.row(SheetBuilder.cells(start(englandYear(month), period), parent, sum(within)));
    }
    return sheet;
  }

  private void titleBlock(SheetBuilder sheet, YearMonth month, String level) {
    sheet.blank();
    sheet.row(null, "Title:", "Monthly Hospital Activity");
    sheet.row(
        null,
        "Summary:",
        MADE_UP
            + ". Monthly activity data relating to elective and non-elective inpatient admissions (FFCEs) and"
            + " outpatient referrals and attendances for first consultant outpatient appointments.");
    sheet.blank();
    sheet.row(null, "Period:", SampleMonths.title(month));
    sheet.row(null, "Source:", source(month));
    sheet.row(null, "Basis:", basis.title);
    sheet.row(null, "Published:", SampleMonths.longDate(SampleMonths.secondThursday(month.plusMonths(2))));
    sheet.row(null, "Revised:", revised(month));
    sheet.row(null, "Status:", Set.of("2016-17", "2017-18").contains(SampleMonths.financialYear(month))
        ? "Public" : "Revised Public");
    sheet.row(null, "Contact:", MADE_UP + ": nobody answers for it");
    sheet.blank();
    sheet.row(null, level + " Level Data");
  }

  private SheetBuilder notes(YearMonth month) {
    SheetBuilder sheet = new SheetBuilder("Notes").blank().row(null, "Notes").blank();
    sheet.row(null, DID_NOT_SUBMIT).blank().row(null, "Code", "Name");
    if (gloucestershireIsMissing(month)) {
      sheet.row(null, GLOUCESTERSHIRE_HOSPITALS, "GLOUCESTERSHIRE HOSPITALS NHS FOUNDATION TRUST");
    } else {
      sheet.row(null, "NA", "NA");
    }
    return sheet.blank().row(null, MADE_UP + ": no hospital reported any of these numbers.");
  }

  private static List<String> footnotes(YearMonth month) {
    if (!month.isBefore(YearMonth.of(2018, 4))) {
      return Arrays.asList(
          null,
          "Note: Excludes non-English commissioned activity and includes all providers who have submitted data.");
    }
    return SampleMonths.within(month, "2017-04", "2017-09")
        ? Arrays.asList(
            null,
            "Note:",
            "Gloucestershire Hospitals NHS Foundation Trust did not submit due to operational issues.\n")
        : List.of();
  }

  private static List<Integer> sum(List<Line> lines) {
    return IntStream.range(0, COLUMNS.size())
        .mapToObj(i -> lines.stream().map(l -> l.values().get(i)).mapToInt(v -> v == null ? 0 : v).sum())
        .toList();
  }

  private static List<String> start(String... cells) {
    List<String> row = new ArrayList<>();
    row.add(null);
    row.addAll(Arrays.asList(cells));
    return row;
  }

  private static List<Object> nulls(int count) {
    return Collections.nCopies(count, null);
  }

  private static String above(YearMonth month) {
    return month.isBefore(YearMonth.of(2013, 4))
        ? "SHA"
        : month.isBefore(YearMonth.of(2015, 4)) ? "Area Team" : "Region";
  }

  private static String source(YearMonth month) {
    if (month.isBefore(YearMonth.of(2013, 4))) {
      return "Department of Health: Monthly Activity Return";
    }
    if (month.isBefore(YearMonth.of(2017, 4))) {
      return "NHS England: Monthly Activity Return";
    }
    return month.isBefore(YearMonth.of(2019, 4))
        ? "Monthly Activity Return, NHS England, collected via SDCS"
        : "Monthly Activity Return, NHS England and NHS Improvement, collected via SDCS";
  }

  private static String revised(YearMonth month) {
    return switch (SampleMonths.financialYear(month)) {
      case "2012-13" -> "12th July 2013";
      case "2013-14", "2014-15" -> "13th November 2015";
      case "2015-16" -> "9th June 2017";
      case "2016-17" -> "8th February 2018";
      case "2017-18" -> "13th June 2019";
      case "2018-19" -> "13th February 2020";
      default -> "-";
    };
  }

  /** Dragging a cell down made June 2017 run from 2017-18 to 2017-30. */
  private static String year(YearMonth month, int row) {
    return month.equals(RUNNING_YEARS) && row <= 12 ? "2017-" + (18 + row) : SampleMonths.financialYear(month);
  }

  private static String englandYear(YearMonth month) {
    return (month.isAfter(YearMonth.of(2017, 6)) && month.isBefore(YearMonth.of(2018, 4)) ? " " : "")
        + SampleMonths.financialYear(month);
  }

  /** Upper or title case, a space at the end, and one slip of the pen. */
  private static String period(YearMonth month) {
    String name = SampleMonths.name(month);
    if (month.getMonthValue() == 1 && !month.isBefore(YearMonth.of(2017, 1))) {
      return "Janaury";
    }
    String space = month.getMonthValue() == 2 ? " " : "";
    boolean shouted = month.isBefore(YearMonth.of(2017, 4)) && month.getMonthValue() != 3;
    return (shouted ? name.toUpperCase(Locale.UK) : name) + space;
  }
}
