package uk.footprints.report.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.period.Period;
import uk.footprints.records.casemix.CaseMixOutcome;
import uk.footprints.records.casemix.CaseMixRatio;
import uk.footprints.records.casemix.ExpectedCounts.Method;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.ReportPeriod;
import uk.footprints.statistics.Overdispersion;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Overdispersion.Trim;
import uk.footprints.statistics.Significance;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/**
 * Reports how much of the variation between areas or organisations is who lives there, and how much is left. The
 * variance beyond chance of observed over expected is estimated twice, with the same expectation for every spell and
 * with that of its patient; what the second is smaller by is explained by the patients. Spiegelhalter, BMJ Quality and
 * Safety 2005; 14: 347-351, without trimming.
 */
public final class CaseMixReport implements Report<CaseMixReport.Row> {

  /** The least areas between which variation is estimated. */
  private static final int FEWEST = 3;
  /** Crude ratios that chance alone spreads as much in so many cases have no variation to explain. */
  private static final double CHANCE = 0.05;

  /** What the report reads of the table of ratios. */
  record Ratio(CaseMixOutcome outcome, Method method, String areaRole, LocalDate periodStart,
      LocalDate periodEnd, Double observed, double expected, double crudeRatio, double standardisedRatio, double variance,
      Significance dispersedPosition, String status, String records) {

    boolean isShown() {
      return observed != null && crudeRatio > 0 && variance > 0 && expected > 0;
    }

    double effective() {
      return expected * expected / variance;
    }

    /** With the same expectation for every spell, and the same variance for each event expected. */
    double crudeEffective() {
      return observed / crudeRatio * expected / variance;
    }
  }

  static final TableExcerpt<Ratio> RATIOS = TableExcerpt.of(CaseMixRatio.TABLE.table(), Ratio.class);

  /** A row: an outcome x method x kind of area x financial year, made of records. */
  public record Row(
      @Column(value = "readmission, death, zero_day or bed_days.", required = true) CaseMixOutcome outcome,
      @Column(value = "model (all covariates) or cells (age, sex, method of admission, diagnosis, procedure).",
          required = true) Method method,
      @Column(value = "footprint, commissioner (where people live) or provider.", required = true) String areaRole,
      @ReportPeriod Period period,
      @Column(value = "How many are compared.", unit = "areas") int areasCount,
      @Column("Lowest crude ratio of one to all.") double crudeLowest,
      @Column("Highest crude ratio.") double crudeHighest,
      @Column("Lowest standardised ratio.") double adjustedLowest,
      @Column("Highest standardised ratio.") double adjustedHighest,
      @Column(value = "Standard deviation between areas of the crude ratio beyond chance, of 1.", unit = "%")
      double crudeSdPct,
      @Column(value = "The same of the standardised ratio.", unit = "%") double adjustedSdPct,
      @Column(value = "Share of the variance beyond chance that who the patients are explains; below 0 where areas "
          + "differ more after allowing for it.", unit = "%") double explainedPct,
      @Column(value = "The rest: what patients as described do not explain.", unit = "%") double leftPct,
      @Column(value = "How many are outside the 99.8% limits with the variance between areas.", unit = "areas")
      int outsideCount,
      @Column(value = "reported or no_value.", required = true) String status,
      @Column("Why there is no share, or caveats.") String reason,
      @Column(value = "artificial (draw no conclusions), real or not known.", required = true) String records) {}

  /** The table {@code case_mix}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of("case_mix", "outcome x method x kind of area x financial year, made of records", Row.class,
          "outcome", "method", "area_role", "period_start");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "How much of the variation between areas is who lives there, and how much is left?")
          .withExcerpt(RATIOS);

  /** What is compared with one another. */
  private record Group(CaseMixOutcome outcome, Method method, String role, LocalDate start)
      implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return key().compareTo(other.key());
    }

    private String key() {
      return "%d|%d|%s|%s".formatted(outcome.ordinal(), method.ordinal(), role, start);
    }
  }

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    evidence.rows(RATIOS).stream()
        .collect(Collectors.groupingBy(
            ratio -> new Group(ratio.outcome(), ratio.method(), ratio.areaRole(), ratio.periodStart()), TreeMap::new,
            Collectors.toList()))
        .forEach((group, ratios) -> rows.add(row(group, ratios)));
    return rows;
  }

  private static Row row(Group group, List<Ratio> all) {
    List<Ratio> shown = all.stream().filter(Ratio::isShown).toList();
    Overdispersion unadjusted = between(shown, true);
    double crude = unadjusted.tau2();
    double adjusted = between(shown, false).tau2();
    boolean beyond = crude > 0 && unadjusted.isBeyondChance(CHANCE);
    boolean there = shown.size() >= FEWEST && beyond;
    double left = there ? 100 * adjusted / crude : Double.NaN;
    long incomplete = all.stream().filter(ratio -> !ratio.status().equals("reported")).count();
    return new Row(group.outcome, group.method, group.role, Period.financialYear(group.start.getYear()), shown.size(),
        lowest(shown, true), highest(shown, true), lowest(shown, false), highest(shown, false),
        shown.size() < FEWEST ? Double.NaN : spread(crude), shown.size() < FEWEST ? Double.NaN : spread(adjusted),
        there ? 100 - left : Double.NaN, left, outside(shown), there ? "reported" : "no_value",
        reason(shown.size(), beyond, incomplete), all.get(0).records());
  }

  private static String reason(int shown, boolean beyond, long incomplete) {
    String why = shown < FEWEST ? "fewer than %d can be compared".formatted(FEWEST)
        : beyond ? "" : "areas differ by no more than chance explains";
    String some = incomplete == 0 ? "" : "%d withheld or incomplete".formatted(incomplete);
    return why.isEmpty() || some.isEmpty() ? why + some : why + "; " + some;
  }

  /** How much ratios differ beyond chance, on the root scale. */
  private static Overdispersion between(List<Ratio> ratios, boolean crude) {
    return ratios.size() < 2 ? new Overdispersion(Double.NaN, Double.NaN, ratios.size())
        : Overdispersion.of(Scale.ROOT_RATIO, ratios.stream().mapToDouble(ratio -> crude
            ? ratio.crudeRatio() * ratio.crudeEffective() : ratio.standardisedRatio() * ratio.effective()).toArray(),
            ratios.stream().mapToDouble(ratio -> crude ? ratio.crudeEffective() : ratio.effective()).toArray(), 1,
            Trim.WINSORISED, 0);
  }

  /** A root moves half as much as its square, around 1. */
  private static double spread(double variance) {
    return 100 * 2 * Math.sqrt(variance);
  }

  private static double lowest(List<Ratio> ratios, boolean crude) {
    return ratios.stream().mapToDouble(r -> crude ? r.crudeRatio() : r.standardisedRatio()).min().orElse(Double.NaN);
  }

  private static double highest(List<Ratio> ratios, boolean crude) {
    return ratios.stream().mapToDouble(r -> crude ? r.crudeRatio() : r.standardisedRatio()).max().orElse(Double.NaN);
  }

  private static int outside(List<Ratio> ratios) {
    return (int) ratios.stream().map(Ratio::dispersedPosition)
        .filter(p -> p == Significance.HIGH_998 || p == Significance.LOW_998).count();
  }
}
