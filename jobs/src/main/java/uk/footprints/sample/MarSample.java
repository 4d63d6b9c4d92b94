package uk.footprints.sample;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.footprints.declaration.DeclaredDatasets;
import uk.footprints.declaration.ExampleContent;
import uk.footprints.declaration.ExampleContent.Organisation;
import uk.footprints.declaration.LayoutExample;
import uk.footprints.sample.SampleOrganisation.Kind;

/** The Monthly Activity Return (MAR) of NHS England, by commissioner or by provider, April 2012 to December 2019. */
final class MarSample implements PublicationSample {

  /** Whose activity a workbook counts. */
  enum ActivityBasis {
    COMMISSIONER("Comm"),
    PROVIDER("Prov");

    private final String inFileName;

    ActivityBasis(String inFileName) {
      this.inFileName = inFileName;
    }
  }

  private static final String GLOUCESTERSHIRE_HOSPITALS = "RTE";
  private static final String GLOUCESTERSHIRE_CCG = "11M";
  private static final List<String> MEASURES =
      List.of(
          "mar.elective.ordinary",
          "mar.elective.day_case",
          "mar.elective.total",
          "mar.elective_planned.ordinary",
          "mar.elective_planned.day_case",
          "mar.elective_planned.total",
          "mar.elective.treatment_centres",
          "mar.non_elective",
          "mar.gp_referrals.made",
          "mar.gp_referrals.seen",
          "mar.gp_referrals_ga.made",
          "mar.gp_referrals_ga.seen",
          "mar.other_referrals_ga.made",
          "mar.first_outpatient_ga");

  /** Non-elective admissions of a thousand people in an average month. */
  private static final double NON_ELECTIVE_PER_THOUSAND = 8.45;

  private final ActivityBasis basis;

  MarSample(ActivityBasis basis) {
    this.basis = basis;
  }

  @Override
  public String dataset() {
    return "mar_" + basis.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<YearMonth> usual() {
    return basis == ActivityBasis.COMMISSIONER
        ? SampleMonths.between("2016-04", "2017-03")
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
    Map<Organisation, List<Integer>> values = values(month, country, chance);
    LayoutExample sheet =
        LayoutExample.of(DeclaredDatasets.declaration(dataset()), layout(month), new ActivityMonth(month, values));
    String date = SampleMonths.name(month) + "-" + SampleMonths.twoDigits(month.getYear());
    return new SampleFile(
        "MAR_%s-Web-file-%s-sample.xls".formatted(basis.inFileName, date),
        SampleWorkbookWriter.old(List.of(SheetBuilder.of(sheet))));
  }

  /**
   * The content of a file.
   *
   * @param month what it describes
   * @param values the figures of each organisation, in the order of the measures; null where it wrote a dash
   */
  private record ActivityMonth(YearMonth month, Map<Organisation, List<Integer>> values) implements ExampleContent {

    @Override
    public List<List<String>> titles() {
      return List.of(
          List.of("Period:", SampleMonths.title(month)),
          List.of("Published:", SampleMonths.longDate(SampleMonths.secondThursday(month.plusMonths(2)))),
          List.of("Revised:", revised(month)));
    }

    @Override
    public List<String> notes() {
      return gloucestershireIsMissing(month)
          ? List.of("Gloucestershire Hospitals NHS Foundation Trust did not submit due to operational issues.") : List.of();
    }

    @Override
    public List<Organisation> organisations(String role) {
      return List.copyOf(values.keySet());
    }

    @Override
    public double figure(String measure, Organisation organisation) {
      Integer value = values.get(organisation).get(MEASURES.indexOf(measure));
      return value == null ? Double.NaN : value;
    }
  }

  private static String layout(YearMonth month) {
    return month.isBefore(YearMonth.of(2013, 4)) ? "April 2012 to March 2013, by strategic health authority"
        : month.isBefore(YearMonth.of(2015, 4)) ? "April 2013 to March 2015, by area team" : "from April 2015, by region";
  }

  private Map<Organisation, List<Integer>> values(YearMonth month, SampleCountry country, SeededVariation chance) {
    Map<Organisation, List<Integer>> values = new LinkedHashMap<>();
    if (basis == ActivityBasis.COMMISSIONER) {
      values.put(ownCommissioning(month), values(month, 15_200, 1, 3.6, "X24", chance));
    }
    Kind[] kinds =
        basis == ActivityBasis.PROVIDER ? new Kind[] {Kind.TRUST, Kind.INDEPENDENT} : new Kind[] {Kind.CCG, Kind.PCT};
    for (SampleOrganisation o : country.in(month, kinds)) {
      if (!(o.code().equals(GLOUCESTERSHIRE_HOSPITALS) && gloucestershireIsMissing(month))) {
        String parent = o.parent(month);
        Organisation row = new Organisation(o.code(), o.name(), parent, country.parent(parent).name());
        values.put(row, values(month, o, chance));
      }
    }
    return values;
  }

  /** Returns the country's own specialised commissioning, which has had two codes. */
  private static Organisation ownCommissioning(YearMonth month) {
    return month.isBefore(YearMonth.of(2013, 4))
        ? new Organisation("YDD82", "NATIONAL COMMISSIONING GROUP", "", "")
        : new Organisation("X24", "NHS ENGLAND", month.isBefore(YearMonth.of(2017, 4)) ? "XDH" : "-", "NHS ENGLAND");
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
}
