package uk.footprints.report;

import static uk.footprints.table.Field.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.footprints.catalogue.Reports;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.money.EmergencyCosts;
import uk.footprints.report.records.StaysReport;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/**
 * Reports the questions of the National Audit Office's report on emergency admissions (HC 833, 2018) and of the debate
 * around it: our number, the quoted number, and why they differ. A question that these data cannot answer stays in the
 * table with a reason.
 */
public final class Headlines implements Report<Headlines.Row> {

  /** A row: a question about the country, our number and the quoted one. */
  public record Row(
      @Column(value = "Id of the question.", required = true) String headline,
      @Column("The question.") String question,
      @Column("Our number.") double ours,
      @Column("The number as quoted.") double quoted,
      @Column("Unit of both.") String unit,
      @Column("Period.") String period,
      @Column("Definition of our number.") String definition,
      @Column("Source of the quoted number.") String quotedSource,
      @Column("Why the two differ.") String difference,
      @Column(value = "answered, or no_data with the reason in difference.", required = true) String status) {}

  /** The table {@code headlines}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of("headlines", "a question about the country, our number and the quoted one", Row.class, "headline");

  private static final String NEL = "non_elective_per_1000";
  private static final String FOUR = "ae_four_hour_type_1";
  private static final String ALL_TYPES = "ae_four_hour_all_types";
  private static final String DELAYED = "delayed_days_per_1000";
  private static final String BEDS = "ga_bed_occupancy";
  private static final String BASIS_MAR =
      "Monthly Activity Return: general and acute non-elective first finished consultant episodes, by commissioner";
  private static final String WHY_MAR =
      "The quoted figure counts emergency admissions in Hospital Episode Statistics; ours counts first episodes of "
          + "general and acute non-elective care, without maternity and mental health and with non-elective care that "
          + "is not an emergency.";

  /** A question, and how its number is computed. */
  private record Question(
      String id,
      String question,
      double quoted,
      String unit,
      String period,
      String definition,
      String source,
      String difference,
      Function<Evidence, Optional<Double>> ours) {}

  private static final String NAO = "National Audit Office, Reducing emergency admissions (HC 833), March 2018";

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "growth_on_year",
              "By how much did emergency admissions grow from 2015/16 to 2016/17?",
              2.1, "%", "2016/17 on 2015/16", BASIS_MAR, NAO, WHY_MAR, e -> growth(e, 2015, 2016)),
          new Question(
              "growth_since_2013",
              "By how much did emergency admissions grow from 2013/14 to 2016/17?",
              9.3, "%", "2016/17 on 2013/14", BASIS_MAR, NAO, WHY_MAR, e -> growth(e, 2013, 2016)),
          new Question(
              "ambition_2017_18",
              "Was growth held to 1.5% in 2017/18?",
              1.5, "%", "2017/18 on 2016/17", BASIS_MAR,
              "Ambition for 2017-18, as given to the Public Accounts Committee (HC 795), June 2018",
              WHY_MAR, e -> growth(e, 2016, 2017)),
          new Question(
              "admissions_2016_17",
              "How many emergency admissions were there in 2016/17?",
              5.8, "million", "2016/17", BASIS_MAR, NAO, WHY_MAR,
              e -> country(e, NEL, 2016).map(a -> a.numerator() / 1e6)),
          new Question(
              "variation_2016_17_highest",
              "What is the highest rate of an area in 2016/17?",
              155, "per 1,000 people", "2016/17", BASIS_MAR + ", per 1,000 residents of a footprint of 2016, crude",
              "Public Accounts Committee (HC 795), June 2018, after adjustment for deprivation and demographics",
              "The quoted range is of adjusted rates of local areas, probably commissioning groups; ours is of crude "
                  + "rates of 44 footprints, which are larger and therefore less extreme.",
              e -> extreme(e, NEL, 2016, Comparator.naturalOrder())),
          new Question(
              "variation_2016_17_lowest",
              "What is the lowest rate of an area in 2016/17?",
              73, "per 1,000 people", "2016/17", BASIS_MAR + ", per 1,000 residents of a footprint of 2016, crude",
              "Public Accounts Committee (HC 795), June 2018, after adjustment for deprivation and demographics",
              "As above; areas with missing returns (Gloucestershire) are left out, or they would be the lowest.",
              e -> extreme(e, NEL, 2016, Comparator.reverseOrder())),
          new Question(
              "four_hour_type_1_2016_17",
              "What share of type 1 attendances took four hours or less in 2016/17?",
              95, "%", "2016/17", "A&E attendances and emergency admissions, type 1, all providers",
              "NHS Constitution standard (all types of department)",
              "The standard is for all departments together; type 1 departments see the most serious cases.",
              e -> country(e, FOUR, 2016).map(a -> a.estimate().value())),
          new Question(
              "ga_occupancy_latest",
              "How full are general and acute beds?",
              85, "%", "latest complete year",
              "KH03: average daily beds occupied overnight as a share of those available, general and acute",
              "The level above which the debate of 2014 to 2019 called hospitals too full",
              "85% is a rule of thumb from a simulation of one hospital, not a measurement.",
              Headlines::latestOccupancy),
          new Question(
              "plan_north_west_london",
              "North West London planned 99,000 fewer non-elective admissions a year by 2025/26. What changed by 2018/19?",
              -49.9, "% change on 2016/17", "2018/19 on 2016/17", BASIS_MAR,
              "Shaping a Healthier Future, plan of 2012, as a share of 198,405 admissions in 2016/17",
              "The plan's end year is after the end of the return in 2019.",
              e -> growth(e, "stp_2016", "E54000027", 2016, 2018)),
          new Question(
              "all_departments_2017_18",
              "What share of attendances at all departments took four hours or less in 2017/18?",
              88, "%", "2017/18", "A&E attendances and emergency admissions, all types, all providers",
              "NHS Digital, as quoted in 2018", "Rounded in the quotation.",
              e -> country(e, ALL_TYPES, 2017).map(a -> a.estimate().value())),
          new Question(
              "delayed_days_2016_17",
              "For how many days were patients in hospital though ready to leave in 2016/17?",
              2_254_821, "days", "2016/17", "Delayed transfers of care, all councils",
              "NHS England, Delayed transfers of care, 2016/17", "The same publication; revisions apart.",
              e -> country(e, DELAYED, 2016).map(IndicatorValue::numerator)),
          new Question(
              "beds_2018_19",
              "How many general and acute beds were there in England in January to March 2019?",
              100_000, "average daily beds", "January to March 2019", "KH03, general and acute, available overnight",
              "Plans of 2017 to lose 2,000 to 3,000 of 100,000 by March 2019",
              "The quoted number is a round one, before the fall that was planned.",
              e ->
                  e.find(BEDS, "country", "E92000001", Period.quarterEnding(2019, 3)).map(IndicatorValue::denominator)),
          new Question(
              "cost_2015_16", "What do emergency admissions cost?", 13.7, "GBP billion",
              "ours: the latest year with unit costs; quoted: 2015/16",
              "National cost collection: non-elective long and short stays, prices of the year",
              NAO,
              "Ours costs finished consultant episodes of all non-elective care, with maternity and transfers, at the prices "
                  + "of another year; the National Audit Office counted emergency admissions. The table "
                  + "emergency_costs has each scope.",
              Headlines::costOfAdmissions),
          stays("no_overnight_growth", 2013, 2016,
              "no_overnight_stay", "What share of the growth did not stay overnight?", 79, "%", "2013/14 to 2016/17",
              NAO, "needs records of episodes with length of stay; published totals do not have it"),
          stays("bed_days_two_plus", 2016, 2016,
              "bed_days_two_or_more", "What share of bed days was used by stays of two days or more?", 96, "%",
              "2016/17", NAO, "needs records of episodes with length of stay"),
          stays("bed_days_growth", 2013, 2016,
              "bed_days_growth", "By how much did bed days of emergency admissions grow?", 3.6, "%",
              "2013/14 to 2016/17", NAO, "needs records of episodes with length of stay"),
          stays("readmissions_growth", 2012, 2016,
              "readmissions", "By how much did emergency readmissions grow?", 22.8, "%", "2012/13 to 2016/17",
              "Healthwatch England, freedom-of-information returns of 72 trusts, quoted by the NAO",
              "needs linked records; the quoted figure is no official series"),
          stays("avoidable", 2016, 2016,
              "avoidable", "What share of emergency admissions could be avoided?", 24, "%", "2016/17", NAO,
              "needs diagnoses of episodes"));

  /** Creates a question that records answer, where the release has any of these years. */
  private static Question stays(
      String finding, int from, int to, String id, String question, double quoted, String unit, String period,
      String source, String why) {
    return new Question(
        id, question, quoted, unit, period, "", source, why, e -> StaysReport.england(e, finding, from, to));
  }

  @Override
  public String question() {
    return "What do these data say about the country, compared with the quoted figures?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public List<TableExcerpt<?>> reads() {
    return new EmergencyCosts().reads();
  }

  @Override
  public List<String> geographies() {
    return List.of("country", "stp_2016");
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Question q : QUESTIONS) {
      Optional<Double> ours = q.ours().apply(evidence).filter(Double::isFinite);
      boolean stays = q.definition().isEmpty();
      boolean possible = !stays || ours.isPresent();
      String difference =
          stays && ours.isPresent() ? StaysReport.WHY
              : ours.isPresent() || stays ? q.difference() : "this release does not cover both periods completely";
      String definition = stays ? StaysReport.definition(evidence) : q.definition();
      rows.add(
          new Row(
              q.id(), q.question(), ours.orElse(Double.NaN), q.quoted(), q.unit(), q.period(),
              possible ? definition : "", q.source(), difference, ours.isPresent() ? "answered" : "no_data"));
    }
    return rows;
  }

  private static Optional<IndicatorValue> country(Evidence e, String indicator, int year) {
    return e.find(indicator, "country", "E92000001", Period.financialYear(year))
        .filter(a -> a.completeness() > 0.9);
  }

  private static Optional<Double> growth(Evidence e, int from, int to) {
    return growth(e, "country", "E92000001", from, to);
  }

  /** Computes the growth of a count between two years of twelve months each. */
  private static Optional<Double> growth(Evidence e, String geography, String area, int from, int to) {
    Optional<IndicatorValue> a = e.find(NEL, geography, area, Period.financialYear(from));
    Optional<IndicatorValue> b = e.find(NEL, geography, area, Period.financialYear(to));
    if (a.isEmpty() || b.isEmpty() || !a.get().wholeYear() || !b.get().wholeYear()) {
      return Optional.empty();
    }
    return Optional.of(100 * (b.get().numerator() / a.get().numerator() - 1));
  }

  private static Optional<Double> extreme(Evidence e, String indicator, int year, Comparator<Double> order) {
    return e.stream(indicator, "stp_2016")
        .filter(a -> a.period().equals(Period.financialYear(year)) && a.comparable())
        .map(a -> a.estimate().value())
        .max(order);
  }

  private static Optional<Double> costOfAdmissions(Evidence e) {
    return new EmergencyCosts().rows(e).stream()
        .filter(row -> row.scope().equals("admissions") && row.geography().equals("country"))
        .map(row -> row.cost() / 1e9)
        .filter(cost -> !cost.isNaN())
        .reduce((a, b) -> b);
  }

  private static Optional<Double> latestOccupancy(Evidence e) {
    return e.stream(BEDS, "country")
        .filter(a -> a.period().kind().id().equals("financial_year") && a.wholeYear())
        .max(Comparator.comparing(IndicatorValue::period))
        .map(a -> a.estimate().value());
  }
}
