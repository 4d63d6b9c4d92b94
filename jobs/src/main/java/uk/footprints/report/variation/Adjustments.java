package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportPeriod;
import uk.footprints.report.SeriesKey;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.PairedMeasures;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/**
 * Ranks areas by crude rate, by the rate adjusted for age, and by the rate over need. The choice of adjustment decides
 * which areas are high, so the report shows all three.
 */
public final class Adjustments implements Report<Adjustments.Row> {

  private static final String CRUDE = "non_elective_per_1000";
  private static final String BY_AGE = "non_elective_age_standardised";

  /**
   * A row: adjustment x area x financial year: non-elective admissions, and the effect of the adjustment on the rank.
   */
  public record Row(
      @Column(value = "none, age, or age_and_need.", required = true) String adjustment,
      SeriesKey series,
      @ReportPeriod Period period,
      @Column(value = "Non-elective admissions per 1,000 people, with the adjustment.", unit = "per 1,000")
      double value,
      @Column(name = "lower_95", value = "Lower limit; the adjustment is assumed to be exact.", unit = "per 1,000")
      @Column(name = "upper_95", value = "Upper limit.", unit = "per 1,000")
      Interval at95,
      @Column(name = "lower_998", value = "Lower 99.8% limit.", unit = "per 1,000")
      @Column(name = "upper_998", value = "Upper 99.8% limit.", unit = "per 1,000")
      Interval at998,
      @Column("The crude rate over the value: above 1 where more is expected.") double adjustedBy,
      @Column("1 is the highest.") Integer rank,
      @Column(value = "How many were ranked.", unit = "areas") Integer areasRanked,
      @Column("The rank without adjustment.") Integer rankCrude,
      @Column(value = "Rank less rank without adjustment: above 0 is lower in the list.", unit = "ranks")
      Integer changeOfRank,
      @Column(value = "Spearman's, of all areas' ranks with and without adjustment.", unit = "-1 to 1")
      double rankCorrelation,
      @Column("How.") String method,
      @Column("Why there is no rank, or caveats.") String reason) {}

  /** The table {@code adjustments}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "adjustments",
          "adjustment x area x financial year: non-elective admissions, and the effect of the adjustment on the rank",
          Row.class, "adjustment", "geography", "area_code", "period_start", "basis");

  private static final Map<String, String> METHODS =
      Map.of(
          "none", "crude",
          "age", "indirectly standardised by England's age profile (no sex: published admissions have none)",
          "age_and_need", "crude over general and acute need of the allocations, which counts age: illustrative");

  @Override
  public String question() {
    return "How does adjusting for age and need change which areas are high?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public List<TableExcerpt<?>> reads() {
    return List.of(NeedIndex.WEIGHTED);
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    NeedIndex need = NeedIndex.of(evidence);
    for (String geography : evidence.geographies(CRUDE)) {
      NavigableMap<Period, List<IndicatorValue>> years = new TreeMap<>(evidence.byPeriod(CRUDE, geography));
      years.keySet().removeIf(p -> p.kind() != PeriodKind.FINANCIAL_YEAR || geography.equals("country"));
      years.forEach(
          (year, answers) -> {
            List<IndicatorValue> crude = answers.stream().filter(a -> !a.areaCode().equals(IndicatorValue.UNASSIGNED)).toList();
            add(rows, "none", crude, crude, "");
            List<IndicatorValue> aged =
                crude.stream()
                    .flatMap(a -> evidence.find(BY_AGE, geography, a.areaCode(), year).stream())
                    .toList();
            add(rows, "age", crude, aged, "");
            if (need.geography().equals(geography)) {
              List<IndicatorValue> needed = crude.stream().filter(need::has).map(need::adjusted).toList();
              add(rows, "age_and_need", crude, needed, "need of " + need.year());
            }
          });
    }
    return rows;
  }

  private static void add(
      List<Row> rows, String adjustment, List<IndicatorValue> crude, List<IndicatorValue> adjusted, String caveat) {
    Map<String, IndicatorValue> before = new HashMap<>();
    crude.forEach(a -> before.put(a.areaCode(), a));
    List<IndicatorValue> ranked = IndicatorValue.ranked(adjusted);
    double correlation = correlation(ranked, before);
    for (IndicatorValue a : ranked) {
      IndicatorValue plain = before.get(a.areaCode());
      Estimate e = a.estimate();
      boolean both = a.rank() > 0 && plain.rank() > 0;
      rows.add(
          new Row(
              adjustment, new SeriesKey(CRUDE, a.geography(), a.areaCode(), a.areaName(), a.basis()), a.period(),
              e.value(), e.limits(Confidence.P95), e.limits(Confidence.P998), plain.estimate().value() / e.value(),
              rank(a.rank()), rank(a.ranked()), rank(plain.rank()), both ? (Integer) (a.rank() - plain.rank()) : null, correlation,
              METHODS.get(adjustment) + (e.method().isEmpty() ? "" : "; limits: " + e.method()),
              caveat.isEmpty() ? a.reason() : a.reason().isEmpty() ? caveat : a.reason() + "; " + caveat));
    }
  }

  private static Integer rank(int rank) {
    return rank == 0 ? null : (Integer) rank;
  }

  /** Computes Spearman's correlation: Pearson's of the ranks of areas that have both. */
  private static double correlation(List<IndicatorValue> ranked, Map<String, IndicatorValue> before) {
    List<IndicatorValue> both = ranked.stream().filter(a -> a.rank() > 0 && before.get(a.areaCode()).rank() > 0).toList();
    return PairedMeasures.of(
            both.stream().mapToDouble(IndicatorValue::rank).toArray(),
            both.stream().mapToDouble(a -> before.get(a.areaCode()).rank()).toArray())
        .correlation();
  }
}
