package uk.footprints.records.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import uk.footprints.period.Period;
import uk.footprints.records.AbsentMeasures;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.AreaCounts;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * What may be published of stays: organisations by month and financial year as observations, and by age, sex and
 * deprivation as rows of a table of their own. Small counts are withheld, and what is shown cannot give them away:
 * months, years and the country add up, so they are protected together; ages are protected with the years that they
 * add up to. Areas are made of what is published here and of nothing else, so no larger figure can either.
 *
 * @param blocks observations
 * @param groups rows of {@link StayGroupRow#TABLE}
 * @param withheld figures withheld
 * @param shown figures shown
 */
public record PublishableStays(List<ObservationBatch> blocks, List<StayGroup> groups, long withheld, long shown) {

  /** The code of all organisations together whose figure is withheld. */
  public static final String WITHHELD = "WITHHELD";

  private static final List<SuppressionGroup> GROUPED = SuppressionGroup.ALL.stream().filter(SuppressionGroup::grouped).toList();

  /**
   * Of counts.
   *
   * @param areas what was counted
   * @param threshold counts from 1 to below it are withheld
   * @param origins the file by which a financial year is named
   */
  public static PublishableStays of(AreaCounts areas, int threshold, IntFunction<ObservationBatch.Origin> origins) {
    return of(areas, threshold, origins, Set.of());
  }

  /**
   * Of counts of records that lack fields: what needs one of them is not published, as it is unknown and not zero.
   *
   * @param areas what was counted
   * @param threshold counts from 1 to below it are withheld
   * @param origins the file by which a financial year is named
   * @param lacking the fields that records lack
   */
  public static PublishableStays of(AreaCounts areas, int threshold, IntFunction<ObservationBatch.Origin> origins,
      Set<EpisodeField> lacking) {
    Making making = new Making(areas, threshold, origins, lacking);
    making.publish();
    return new PublishableStays(making.blocks, making.groups, making.withheld, making.shown);
  }

  /** One run through the years. */
  private static final class Making {

    private final Map<Integer, List<AreaCount>> months;
    private final Map<Integer, List<AreaCount>> byYear;
    private final Map<String, ExpectedReadmissions> expected = new TreeMap<>();
    private final Set<StayMeasure> absent;
    private final boolean expectedAbsent;
    private final List<StaySide> sides;
    private final int threshold;
    private final IntFunction<ObservationBatch.Origin> origins;
    private final List<ObservationBatch> blocks = new ArrayList<>();
    private final List<StayGroup> groups = new ArrayList<>();
    private long withheld;
    private long shown;

    Making(AreaCounts areas, int threshold, IntFunction<ObservationBatch.Origin> origins,
        Set<EpisodeField> lacking) {
      this.absent = AbsentMeasures.of(lacking);
      this.expectedAbsent = AbsentMeasures.isExpectedAbsent(lacking);
      this.sides = lacking.contains(EpisodeField.CCG_RESIDENCE)
          ? List.of(StaySide.PROVIDER) : List.of(StaySide.RESIDENCE, StaySide.PROVIDER);
      this.threshold = threshold;
      this.origins = origins;
      this.months = areas.months().stream().collect(
          Collectors.groupingBy(c -> AreaCount.financialYear(c.time()), TreeMap::new, Collectors.toList()));
      this.byYear = areas.groups().stream().collect(Collectors.groupingBy(AreaCount::time));
    }

    void publish() {
      Map<Integer, DisclosureControl> controls = new TreeMap<>();
      months.forEach((year, of) -> controls.put(
          year, DisclosureControl.of(of, byYear.getOrDefault(year, List.of()), threshold)));
      sides.forEach(side -> expected.put(side.role(), ExpectedReadmissions.of(controls.values(), side)));
      controls.forEach(this::year);
    }

    private void year(int year, DisclosureControl control) {
      sides.forEach(side -> months(year, side, control));
      sides.forEach(side -> groups(year, side, control.ages(side)));
      if (!control.deprivation().areas().isEmpty() && sides.contains(StaySide.RESIDENCE)) {
        groups(year, StaySide.RESIDENCE, control.deprivation());
      }
    }

    private void months(int year, StaySide side, DisclosureControl control) {
      SuppressionTable table = control.months(side);
      for (int column = 0; column < table.columns().size(); column++) {
        int month = table.columns().get(column);
        block(year, side, table, column, Period.month(month / 12, month % 12 + 1), null);
      }
      if (table.columns().size() == 12) {
        block(year, side, table, 12, Period.financialYear(year),
            expectedAbsent ? null : expected.get(side.role()).in(control));
      }
    }

    private void block(int year, StaySide side, SuppressionTable table, int column, Period period,
        Map<String, Double> readmissions) {
      PublishableBatch block = new PublishableBatch(
          side, table, column, readmissions, absent);
      withheld += block.withheld();
      shown += block.shown();
      blocks.add(block.made(period, origins.apply(year)));
    }

    private void groups(int year, StaySide side, SuppressionTable table) {
      int total = table.areas().size();
      for (int row = 0; row <= total; row++) {
        for (int column = 0; column < table.columns().size(); column++) {
          long[] counts = table.counts(row, column);
          for (SuppressionGroup level : GROUPED) {
            boolean hidden = table.isHidden(level, row, column);
            for (StayMeasure measure : level.measures()) {
              long count = counts[measure.ordinal()];
              if ((hidden || count > 0) && !absent.contains(measure)) {
                withheld += hidden ? 1 : 0;
                shown += hidden ? 0 : 1;
                groups.add(new StayGroup(side, row == total ? null : table.areas().get(row), Period.financialYear(year),
                    table.columns().get(column), measure, hidden ? null : (Double) (double) count,
                    hidden ? CellStatus.SUPPRESSED : CellStatus.REPORTED, origins.apply(year)));
              }
            }
          }
        }
      }
    }
  }
}
