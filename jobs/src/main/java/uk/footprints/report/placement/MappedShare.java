package uk.footprints.report.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Reports the share of activity that is assigned to an area by year, on both bases, and checks that none is lost. */
public final class MappedShare implements Report<MappedShare.Row> {

  private static final int NAMED = 8;

  /** A row: geography x basis x activity x financial year: the share that is assigned to an area. */
  public record Row(
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "as_was or as_now; both are always reported.", required = true) String basis,
      @Column(
          value = "emergency_admissions (A&E return, by provider), non_elective_by_provider and "
              + "non_elective_by_commissioner (monthly activity), or delayed_days (by council).",
          required = true)
      String activity,
      @Column("First day of the financial year.") LocalDate periodStart,
      @Column("Last day.") LocalDate periodEnd,
      @Column(value = "The count of all organisations in the months that are present.", unit = "as counted")
      double england,
      @Column(value = "The part of it that is in an area.", unit = "as counted") double inAreas,
      @Column(value = "The part that is in no area.", unit = "as counted") double unassigned,
      @Column(value = "england - in_areas - unassigned: nothing is lost.", unit = "as counted") double difference,
      @Column(value = "in_areas / england.", unit = "%") double mappedSharePct,
      @Column(value = "Organisations with any activity.", unit = "organisations") long organisations,
      @Column(value = "Those that are entirely in one area.", unit = "organisations") long inOneArea,
      @Column(value = "Those split between several areas (weights add up to one).", unit = "organisations")
      long inSeveral,
      @Column(value = "Those that are in no area, or only partly in one.", unit = "organisations") long unplaced,
      @Column("The largest, with their share of England; the table placement has all.") String whoIsUnplaced) {}

  /** The table {@code mapped_share}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "mapped_share", "geography x basis x activity x financial year: the share that is assigned to an area",
          Row.class, "geography", "basis", "activity", "period_start");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "How much activity is assigned to an area, and do areas add up to England?")
          .withMeasures(CountedActivity.needs());

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (CountedActivity activity : CountedActivity.ALL) {
      Map<String, Map<Period, Double>> months = activity.months(evidence.figures());
      Map<Integer, Double> england = new HashMap<>();
      for (Geography geography : evidence.context().geographies()) {
        for (Basis basis : Basis.values()) {
          ActivityPlacement.of(months, activity, evidence.context().areas(), basis, geography)
              .forEach(
                  (year, placed) ->
                      rows.add(
                          row(
                              activity, geography, basis, year, placed,
                              england.computeIfAbsent(year, y -> england(months, y)))));
        }
      }
    }
    return rows;
  }

  /** Adds up a year without regard to areas, so that the difference from the areas' sum is a check and no tautology. */
  private static double england(Map<String, Map<Period, Double>> months, int year) {
    return months.values().stream()
        .flatMap(series -> series.entrySet().stream())
        .filter(e -> e.getKey().financialYear() == year)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static Row row(
      CountedActivity activity, Geography geography, Basis basis, int year, ActivityPlacement placed, double england) {
    double unassigned = placed.in(IndicatorValue.UNASSIGNED);
    double inAreas = placed.all() - unassigned;
    double rest = england - inAreas - unassigned;
    long one = placed.byOrg().values().stream()
        .filter(m -> m.size() == 1 && !m.containsKey(IndicatorValue.UNASSIGNED)).count();
    List<Map.Entry<String, Map<String, Double>>> none =
        placed.byOrg().entrySet().stream().filter(e -> e.getValue().containsKey(IndicatorValue.UNASSIGNED)).toList();
    String who =
        none.stream()
            .sorted(Comparator.comparingDouble(e -> -e.getValue().get(IndicatorValue.UNASSIGNED)))
            .limit(NAMED)
            .map(e -> "%s %.3f%%".formatted(e.getKey(), 100 * e.getValue().get(IndicatorValue.UNASSIGNED) / england))
            .collect(Collectors.joining(", "));
    Period period = Period.financialYear(year);
    return new Row(
        geography.id(), basis.id(), activity.id(), period.start(), period.end(), england, inAreas, unassigned,
        Math.abs(rest) < 1e-9 * england ? 0.0 : rest, 100 * inAreas / england, placed.byOrg().size(), one,
        placed.byOrg().size() - one - none.size(), none.size(),
        who.isEmpty() ? "" : who + (none.size() > NAMED ? " and " + (none.size() - NAMED) + " more" : ""));
  }
}
