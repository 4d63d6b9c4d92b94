package uk.footprints.report.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
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
      // Without regard to areas, so that the difference from the areas' sum is a check and no tautology.
      Map<Integer, Double> england = new TreeMap<>();
      activity.forEachOrganisation(
          evidence.figures(),
          (org, months) ->
              months.forEach((month, value) -> england.merge(month.financialYear(), value, Double::sum)));
      for (Geography geography : evidence.context().geographies()) {
        for (Basis basis : Basis.values()) {
          ActivityPlacement placement = new ActivityPlacement(activity, evidence.context().areas(), basis, geography);
          Map<Integer, YearTotals> years = new TreeMap<>();
          activity.forEachOrganisation(
              evidence.figures(),
              (org, months) ->
                  placement.of(org, months).forEach(
                      (year, here) -> years.computeIfAbsent(year, y -> new YearTotals()).add(org, here)));
          years.forEach((year, totals) -> rows.add(row(placement, year, totals, england.get(year))));
        }
      }
    }
    return rows;
  }

  /** An organisation that is in no area, or only partly in one. */
  private record Unplaced(String org, double amount) {}

  /** What organisations counted in a year, in areas and in none. */
  private static final class YearTotals {
    private final PriorityQueue<Unplaced> largest =
        new PriorityQueue<>(
            Comparator.comparingDouble(Unplaced::amount)
                .thenComparing(Comparator.comparing(Unplaced::org).reversed()));
    private double all;
    private double unassigned;
    private long organisations;
    private long inOneArea;
    private long unplaced;

    void add(String org, Map<String, Double> here) {
      organisations++;
      all += here.values().stream().mapToDouble(Double::doubleValue).sum();
      Double nowhere = here.get(IndicatorValue.UNASSIGNED);
      if (nowhere == null) {
        inOneArea += here.size() == 1 ? 1 : 0;
        return;
      }
      unassigned += nowhere;
      unplaced++;
      largest.add(new Unplaced(org, nowhere));
      if (largest.size() > NAMED) {
        largest.remove();
      }
    }

    /** Names the largest, with their share of England, and says how many more there are. */
    String whoIsUnplaced(double england) {
      String who =
          largest.stream()
              .sorted(largest.comparator().reversed())
              .map(one -> "%s %.3f%%".formatted(one.org(), 100 * one.amount() / england))
              .collect(Collectors.joining(", "));
      return unplaced > NAMED ? who + " and " + (unplaced - NAMED) + " more" : who;
    }
  }

  private static Row row(ActivityPlacement placement, int year, YearTotals totals, double england) {
    double inAreas = totals.all - totals.unassigned;
    double rest = england - inAreas - totals.unassigned;
    Period period = Period.financialYear(year);
    return new Row(
        placement.geography().id(), placement.basis().id(), placement.activity().id(), period.start(), period.end(),
        england, inAreas, totals.unassigned, Math.abs(rest) < 1e-9 * england ? 0.0 : rest, 100 * inAreas / england,
        totals.organisations, totals.inOneArea, totals.organisations - totals.inOneArea - totals.unplaced,
        totals.unplaced, totals.whoIsUnplaced(england));
  }
}
