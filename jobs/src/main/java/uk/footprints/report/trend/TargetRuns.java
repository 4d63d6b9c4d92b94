package uk.footprints.report.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaSeries;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports how long several trusts of an area have missed a target together: "five of seven hospitals, consistently since
 * November 2013". A row is a run of months or quarters without a break in which at least a number of trusts missed it.
 */
public final class TargetRuns implements Report<TargetRuns.Row> {

  /** A row: target x area x number of trusts x run of periods in which at least that many missed the target. */
  public record Row(
      @Column(value = "The target, as in plans.", required = true) String target,
      @Column(value = "The indicator.", required = true) String indicator,
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @BasisColumn String basis,
      @Column(value = "At least this many trusts missed the target in every period of the run.", unit = "trusts")
      int trustsMissing,
      @Column("First day of the run.") LocalDate since,
      @Column("Last day of the run.") LocalDate until,
      @Column(value = "Months or quarters in a row.", unit = "periods") int periodsInARow,
      @Column(value = "Trusts of the area with a figure in the last period of the run.", unit = "trusts")
      int trustsWithFigure,
      @Column("Codes of those that missed the target in the last period of the run.") String missedBy,
      @Column("Whether the run reaches the last period with figures of any trust.") boolean ongoing,
      @Column("Why the run may be longer than the figures show; absent where it is not.") String reason) {}

  /** The table {@code target_runs}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "target_runs", "a target x area x number of trusts x run of periods in which at least that many missed it",
          Row.class, "target", "geography", "area_code", "basis", "trusts_missing", "since");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Since when, and for how many months in a row, have trusts of an area missed a target?")
          .withGeographies(Geography.TRUST);

  private static final int FEWEST = 2;

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Target target : evidence.targets()) {
      boolean standard = target.kind() == Target.Kind.LEVEL && target.due() == null && target.concernsAll();
      evidence.findIndicator(target.indicator())
          .filter(i -> standard && i.memberKind().equals(Membership.PROVIDER))
          .ifPresent(i -> rows.addAll(rows(evidence, target, i)));
    }
    return rows;
  }

  /**
   * The trusts of an area in a period.
   *
   * @param missing codes of those that missed the target
   * @param figures the number of those with a comparable figure
   * @param unknown the number of those whose figure cannot be compared
   */
  private record Month(List<String> missing, int figures, int unknown) {}

  private static List<Row> rows(Evidence evidence, Target target, Indicator indicator) {
    Areas areas = evidence.context().areas();
    Map<String, NavigableMap<Period, IndicatorValue>> trusts =
        evidence.byArea(indicator.id(), Geography.TRUST, indicator.period());
    if (trusts.isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    List<Period> periods =
        trusts.values().stream().flatMap(s -> s.keySet().stream()).distinct().sorted().toList();
    List<Period> unbroken = AreaSeries.unbroken(periods.get(0), periods.get(periods.size() - 1));
    for (String geography : evidence.geographies(indicator.id())) {
      if (!Geography.find(geography).map(g -> g.family().equals(Geography.FOOTPRINT)).orElse(true)) {
        continue;
      }
      Map<String, NavigableMap<Period, Month>> byArea = new TreeMap<>();
      trusts.forEach(
          (trust, series) ->
              series.forEach(
                  (period, value) -> {
                    for (AreaShare share :
                        areas.listShares(
                            evidence.context().basis(), Membership.PROVIDER, trust, geography, period.start())) {
                      byArea
                          .computeIfAbsent(share.areaCode(), a -> new TreeMap<>())
                          .merge(period, month(target, trust, value), TargetRuns::plus);
                    }
                  }));
      byArea.forEach(
          (area, months) -> {
            int most = months.values().stream().mapToInt(m -> m.missing().size()).max().orElse(0);
            for (int trustsMissing = 1; trustsMissing <= most; trustsMissing++) {
              Run run = new Run(target, indicator, geography, area, areas, evidence.context().basis().id());
              rows.addAll(run.rows(unbroken, months, trustsMissing));
            }
          });
    }
    return rows;
  }

  private static Month month(Target target, String trust, IndicatorValue value) {
    if (!value.comparable()) {
      return new Month(List.of(), 0, 1);
    }
    boolean missed = !target.met(target.figure(value), target.level(Double.NaN));
    return new Month(missed ? List.of(trust) : List.of(), 1, 0);
  }

  private static Month plus(Month one, Month other) {
    List<String> missing = new ArrayList<>(one.missing());
    missing.addAll(other.missing());
    return new Month(missing, one.figures() + other.figures(), one.unknown() + other.unknown());
  }

  /** The series of which runs are sought. */
  private record Run(
      Target target, Indicator indicator, String geography, String area, Areas areas, String basis) {

    private static final Month NONE = new Month(List.of(), 0, 0);

    List<Row> rows(List<Period> periods, NavigableMap<Period, Month> months, int trustsMissing) {
      List<Row> rows = new ArrayList<>();
      int first = -1;
      for (int i = 0; i <= periods.size(); i++) {
        boolean missed =
            i < periods.size() && months.getOrDefault(periods.get(i), NONE).missing().size() >= trustsMissing;
        if (missed && first < 0) {
          first = i;
        } else if (!missed && first >= 0) {
          if (i - first >= FEWEST) {
            rows.add(row(periods, months, trustsMissing, first, i - 1));
          }
          first = -1;
        }
      }
      return rows;
    }

    private Row row(
        List<Period> periods, NavigableMap<Period, Month> months, int trustsMissing, int first, int last) {
      Month end = months.get(periods.get(last));
      List<String> reasons = new ArrayList<>();
      if (first == 0) {
        reasons.add("the run may have begun earlier: there are no figures before");
      } else if (isUnknown(months, periods.get(first - 1), trustsMissing)) {
        reasons.add("the run may have begun earlier: a figure of the period before cannot be compared");
      }
      if (last + 1 < periods.size() && isUnknown(months, periods.get(last + 1), trustsMissing)) {
        reasons.add("the run may have gone on: a figure of the period after cannot be compared");
      }
      return new Row(
          target.id(), indicator.id(), geography, area,
          areas.findArea(geography, area).map(a -> a.name()).orElse(area), basis, trustsMissing,
          periods.get(first).start(), periods.get(last).end(), last - first + 1, end.figures(),
          String.join(" ", end.missing()), last == periods.size() - 1, String.join("; ", reasons));
    }

    /** Whether unknown figures could make a period one of the run. */
    private static boolean isUnknown(NavigableMap<Period, Month> months, Period period, int trustsMissing) {
      Month month = months.getOrDefault(period, NONE);
      return month.figures() + month.unknown() == 0 || month.missing().size() + month.unknown() >= trustsMissing;
    }
  }
}
