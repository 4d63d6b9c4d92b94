package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Membership;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.ReportPeriod;
import uk.footprints.report.variation.AreaDeprivation.Deprivation;
import uk.footprints.statistics.DeprivationSlope;
import uk.footprints.statistics.DeprivationSlope.RatedArea;
import uk.footprints.statistics.Interval;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports by how much rates of events differ from the most to the least deprived areas: the slope index of inequality of
 * England over the areas of a geography, and of each footprint, board and region over its commissioning groups, by year.
 */
public final class InequalityReport implements Report<InequalityReport.Row> {

  /** A row: indicator x area x the areas in it x financial year. */
  public record Row(
      @Column(value = "As in describe.", required = true) String indicator,
      @Column(value = "The geography of the area; country for England.", required = true) String geography,
      @Column(value = "The area, as in areas.", required = true) String areaCode,
      @Column("Its name.") String areaName,
      @Column(value = "The geography whose areas are compared within the area.", required = true) String among,
      @ReportPeriod Period period,
      @BasisColumn String basis,
      @Column(value = "Areas compared.", unit = "areas") int n,
      @Column("The rate at the most deprived end of the line.") double mostDeprived,
      @Column("The rate at the least deprived end.") double leastDeprived,
      @Column("Slope index: the most deprived end less the other; above 0 where the most deprived have more.")
      double slopeIndex,
      @Column(name = "slope_lower_95", value = "Its lower limit, by Student's t.")
      @Column(name = "slope_upper_95", value = "Its upper limit.")
      Interval slopeAt95,
      @Column("Relative index: the most deprived end over the other.") double relativeIndex,
      @Column(value = "Share of the variance between areas, weighted by people, that the line explains.", unit = "0 to 1")
      double explained,
      @Column("Year of the indices of deprivation.") Integer deprivationEdition,
      @Column("How.") String method,
      @Column("Why there is none.") String reason) {}

  private static final RecordTable<Row> TABLE =
      RecordTable.of(
          "inequality", "indicator x area x the areas in it x financial year: slope index over deprivation", Row.class,
          "indicator", "geography", "area_code", "among", "period_start", "basis");

  private static final String COUNTRY = "country";
  private static final String ENGLAND = "E92000001";
  private static final String GROUPS = "ccg";

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "By how much do rates differ between the most and the least deprived areas?")
          .withExcerpts(AreaDeprivation.SMALL_AREAS, AreaDeprivation.GROUPS, AreaDeprivation.LOOKUPS);

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    AreaDeprivation deprivation = new AreaDeprivation(evidence);
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      boolean rate = indicator.denominator().isEmpty() && !indicator.ageWeighted();
      for (String among : rate ? evidence.geographies(indicator.id()) : List.<String>of()) {
        if (!among.equals(COUNTRY)) {
          evidence.byPeriod(indicator.id(), among).forEach((period, values) -> {
            if (period.kind() == PeriodKind.FINANCIAL_YEAR) {
              add(rows, evidence, deprivation, among, values);
            }
          });
        }
      }
    }
    return rows;
  }

  private record PlacedValue(IndicatorValue value, Deprivation deprivation) {}

  private static void add(
      List<Row> rows, Evidence evidence, AreaDeprivation deprivation, String among, List<IndicatorValue> values) {
    List<PlacedValue> placed = new ArrayList<>();
    for (IndicatorValue value : values) {
      if (value.comparable() && value.denominator() > 0 && !value.areaCode().equals(IndicatorValue.UNASSIGNED)) {
        deprivation.find(among, value.areaCode(), value.period())
            .ifPresent(found -> placed.add(new PlacedValue(value, found)));
      }
    }
    if (placed.isEmpty()) {
      return;
    }
    rows.add(row(COUNTRY, ENGLAND, "England", among, placed));
    if (among.startsWith(GROUPS)) {
      within(evidence, placed, among).forEach((parent, own) -> {
        if (own.size() >= DeprivationSlope.FEWEST) {
          rows.add(row(parent.geography(), parent.code(), parent.name(), among, own));
        }
      });
    }
  }

  private record ParentArea(String geography, String code, String name) implements Comparable<ParentArea> {
    @Override
    public int compareTo(ParentArea other) {
      return (geography + " " + code).compareTo(other.geography + " " + other.code);
    }
  }

  /** Returns the groups of each wider area that has whole groups. */
  private static Map<ParentArea, List<PlacedValue>> within(
      Evidence evidence, List<PlacedValue> placed, String among) {
    Areas areas = evidence.context().areas();
    Map<ParentArea, List<PlacedValue>> byParent = new TreeMap<>();
    for (PlacedValue one : placed) {
      String ods = areas.findArea(among, one.value().areaCode()).map(Area::odsCode).orElse("");
      for (String geography : evidence.geographies(one.value().indicator())) {
        if (!geography.equals(COUNTRY) && !geography.startsWith(GROUPS) && !ods.isEmpty()) {
          Optional<Area> parent =
              areas.findArea(
                  evidence.context().basis(), Membership.CCG, ods, geography, one.value().period().start());
          parent.ifPresent(
              area ->
                  byParent
                      .computeIfAbsent(new ParentArea(geography, area.code(), area.name()), p -> new ArrayList<>())
                      .add(one));
        }
      }
    }
    return byParent;
  }

  private static Row row(String geography, String area, String name, String among, List<PlacedValue> placed) {
    IndicatorValue any = placed.get(0).value();
    Deprivation first = placed.get(0).deprivation();
    if (placed.size() < DeprivationSlope.FEWEST) {
      return new Row(
          any.indicator(), geography, area, name, among, any.period(), any.basis(), placed.size(), Double.NaN,
          Double.NaN, Double.NaN, Interval.NONE, Double.NaN, Double.NaN, first.edition(), first.method(),
          "%d areas are too few for a slope".formatted(placed.size()));
    }
    DeprivationSlope slope =
        DeprivationSlope.of(
            placed.stream()
                .map(p -> new RatedArea(
                    p.value().denominator(), p.deprivation().place(), p.value().estimate().value()))
                .toList());
    return new Row(
        any.indicator(), geography, area, name, among, any.period(), any.basis(), placed.size(), slope.most(),
        slope.least(), slope.slope(), slope.slope95(), slope.relative(), slope.explained(), first.edition(),
        "line over the cumulative share of people, weighted by people; deprivation: " + first.method(), "");
  }
}
