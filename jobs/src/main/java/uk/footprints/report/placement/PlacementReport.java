package uk.footprints.report.placement;

import static uk.footprints.table.Field.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Succession;
import uk.footprints.area.Successions;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports organisations that are not in exactly one area: those in none, those in several, and those whose area has
 * changed since. The sum of the differences over organisations is the difference between the two bases in an area.
 */
public final class PlacementReport implements Report<PlacementReport.Row> {

  private static final double ROUNDING = 1e-9;

  /** A row: geography x activity x financial year x area x organisation that is in none, in several, or moved. */
  public record Row(
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "As in mapped_share.", required = true) String activity,
      @Column("First day of the financial year.") LocalDate periodStart,
      @Column("Last day.") LocalDate periodEnd,
      @Column(value = "As in areas; unassigned for activity in no area.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @Column(value = "The organisation that counted the activity.", required = true) String orgCode,
      @Column(value = "Its activity here by the area of that time.", unit = "as counted") double asWas,
      @Column(value = "Its activity here by the area of its successor.", unit = "as counted") double asNow,
      @Column(value = "as_now - as_was: adds up to the difference between the bases.", unit = "as counted")
      double difference,
      @Column(value = "The larger of the two as a share of England.", unit = "%") double shareOfEnglandPct,
      @Column("The successions that were followed, or why it is in no area or several.") String because) {}

  /** The table {@code placement}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "placement",
          "geography x activity x financial year x area x organisation that is in none, in several, or moved",
          Row.class, "geography", "activity", "period_start", "area_code", "org_code");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Which organisations are in no area or in several, and why do as-was and as-now differ?")
          .withMeasures(CountedActivity.needs());

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    Areas areas = evidence.context().areas();
    List<Row> rows = new ArrayList<>();
    for (CountedActivity activity : CountedActivity.ALL) {
      Map<Integer, Double> england = new TreeMap<>();
      activity.forEachOrganisation(
          evidence.figures(),
          (org, months) ->
              months.forEach((month, value) -> england.merge(month.financialYear(), value, Double::sum)));
      for (Geography geography : evidence.context().geographies()) {
        ActivityPlacement was = new ActivityPlacement(activity, areas, Basis.AS_WAS, geography);
        ActivityPlacement now = new ActivityPlacement(activity, areas, Basis.AS_NOW, geography);
        List<Row> here = new ArrayList<>();
        activity.forEachOrganisation(evidence.figures(), (org, months) -> {
          Map<Integer, Map<String, Double>> later = now.of(org, months);
          was.of(org, months).forEach(
              (year, placed) -> here.addAll(rows(was, org, year, placed, later.get(year), england.get(year))));
        });
        here.sort(Comparator.comparing(Row::periodStart));
        rows.addAll(here);
      }
    }
    return rows;
  }

  /** Returns the rows of an organisation in a year; none where it is in one area, on either basis the same. */
  private static List<Row> rows(
      ActivityPlacement placement, String org, int year, Map<String, Double> here, Map<String, Double> later,
      double england) {
    if (here.equals(later) && here.size() == 1 && !here.containsKey(IndicatorValue.UNASSIGNED)) {
      return List.of();
    }
    Areas areas = placement.areas();
    Geography geography = placement.geography();
    Period period = Period.financialYear(year);
    TreeSet<String> codes = new TreeSet<>(here.keySet());
    codes.addAll(later.keySet());
    List<Row> rows = new ArrayList<>();
    for (String code : codes) {
      double before = here.getOrDefault(code, 0.0);
      double after = later.getOrDefault(code, 0.0);
      double moved = Math.abs(after - before) < ROUNDING * (before + after) ? 0 : after - before;
      String name = areas.findArea(geography.id(), code).map(Area::name).orElse("In no area of this geography");
      rows.add(
          new Row(
              geography.id(), placement.activity().id(), period.start(), period.end(), code, name, org, before, after,
              moved, 100 * Math.max(before, after) / england,
              because(areas.successions(), placement.activity().memberKind(), org, period, here, moved)));
    }
    return rows;
  }

  private static String because(
      Successions successions, String kind, String org, Period year, Map<String, Double> here, double moved) {
    String path = path(successions, kind, org, year);
    if (moved != 0 && !path.isEmpty()) {
      return path;
    }
    if (here.containsKey(IndicatorValue.UNASSIGNED)) {
      return here.size() == 1 ? "no area of this geography is known for it" : "a part of it is in no area";
    }
    return here.size() > 1 ? "it is in several areas, or moved in the year" : path;
  }

  /** Describes the successions step by step, such as {@code RW6 became R0A (2021-10-01, 37%)}. */
  private static String path(Successions successions, String kind, String org, Period year) {
    List<String> steps = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    TreeSet<String> open = new TreeSet<>(List.of(org));
    while (!open.isEmpty()) {
      String code = open.pollFirst();
      List<Succession> next = seen.add(code) ? successions.listSuccessors(kind, code) : List.of();
      boolean goesOn = successions.listHeirsOf(kind, code, year.end()).stream().anyMatch(h -> h.code().equals(code));
      if (!next.isEmpty() && !goesOn) {
        steps.add(
            "%s became %s".formatted(
                code, next.stream().map(PlacementReport::step).collect(Collectors.joining(" and "))));
        next.forEach(event -> open.add(event.newCode()));
      }
    }
    return String.join("; ", steps);
  }

  private static String step(Succession event) {
    return event.share() < 1
        ? "%s (%s, %.1f%%)".formatted(event.newCode(), event.date(), 100 * event.share())
        : "%s (%s)".formatted(event.newCode(), event.date());
  }
}
