package uk.footprints.records.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import uk.footprints.period.Period;
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
 * @param groups rows of {@link StayGroupTable#TABLE}
 * @param withheld figures withheld
 * @param shown figures shown
 */
public record PublishableStays(List<ObservationBatch> blocks, List<Object[]> groups, long withheld, long shown) {

  /** The code of all organisations together whose figure is withheld. */
  public static final String WITHHELD = "WITHHELD";

  /** Each round only adds withheld cells; sample tables agree by the second. */
  private static final int ROUNDS = 64;

  private static final List<SuppressionGroup> GROUPED = SuppressionGroup.ALL.stream().filter(SuppressionGroup::grouped).toList();

  /**
   * Of counts.
   *
   * @param areas what was counted
   * @param threshold counts from 1 to below it are withheld
   * @param origins the file by which a financial year is named
   */
  public static PublishableStays of(AreaCounts areas, int threshold, IntFunction<ObservationBatch.Origin> origins) {
    Making making = new Making(areas, threshold, origins);
    making.years().forEach(making::year);
    return new PublishableStays(making.blocks, making.groups, making.withheld, making.shown);
  }

  /** One run through the years. */
  private static final class Making {

    private final Map<Integer, List<AreaCount>> months;
    private final Map<Integer, List<AreaCount>> byYear;
    private final Map<String, ExpectedReadmissions> expected = new TreeMap<>();
    private final int threshold;
    private final IntFunction<ObservationBatch.Origin> origins;
    private final List<ObservationBatch> blocks = new ArrayList<>();
    private final List<Object[]> groups = new ArrayList<>();
    private long withheld;
    private long shown;

    Making(AreaCounts areas, int threshold, IntFunction<ObservationBatch.Origin> origins) {
      this.threshold = threshold;
      this.origins = origins;
      this.months = areas.months().stream().collect(
          Collectors.groupingBy(c -> AreaCount.financialYear(c.time()), TreeMap::new, Collectors.toList()));
      this.byYear = areas.groups().stream().collect(Collectors.groupingBy(AreaCount::time));
      for (StaySide side : List.of(StaySide.RESIDENCE, StaySide.PROVIDER)) {
        expected.put(side.role(), ExpectedReadmissions.of(
            areas.groups().stream().filter(g -> g.role().equals(side.role())).toList()));
      }
    }

    Iterable<Integer> years() {
      return months.keySet();
    }

    /** Both sides have the same totals, so a total that one withholds the other withholds too. */
    void year(int year) {
      SuppressionTable residence = table(months.get(year), StaySide.RESIDENCE, true);
      SuppressionTable provider = table(months.get(year), StaySide.PROVIDER, true);
      agree(residence, provider, SuppressionGroup.ALL, Map.of(), Map.of(), false);
      months(year, StaySide.RESIDENCE, residence);
      months(year, StaySide.PROVIDER, provider);

      List<AreaCount> ages = byYear.get(year).stream().filter(g -> g.group() < AreaCount.DECILE).toList();
      SuppressionTable residenceAges = table(ages, StaySide.RESIDENCE, false);
      SuppressionTable providerAges = table(ages, StaySide.PROVIDER, false);
      agree(residenceAges, providerAges, GROUPED, rows(residence, residenceAges), rows(provider, providerAges), true);
      groups(year, StaySide.RESIDENCE, residenceAges);
      groups(year, StaySide.PROVIDER, providerAges);

      List<AreaCount> tenths = DeprivationDeciles.of(byYear.get(year));
      if (!tenths.isEmpty()) {
        SuppressionTable deprivation = table(tenths, StaySide.RESIDENCE, false);
        deprivation.withhold(GROUPED, rows(residence, deprivation), true, threshold);
        groups(year, StaySide.RESIDENCE, deprivation);
      }
    }

    private SuppressionTable table(List<AreaCount> counts, StaySide side, boolean byMonth) {
      return new SuppressionTable(counts.stream().filter(c -> c.role().equals(side.role())).toList(), byMonth);
    }

    private void agree(SuppressionTable one, SuppressionTable other, List<SuppressionGroup> levels, Map<String, boolean[][]> forcedOne,
        Map<String, boolean[][]> forcedOther, boolean rowTotalsStay) {
      Map<String, boolean[][]> ours = forcedOne;
      for (int round = 0; round < ROUNDS; round++) {
        one.withhold(levels, ours, rowTotalsStay, threshold);
        other.withhold(levels, both(forcedOther, SuppressionTable.fitted(one.totals(), other)), rowTotalsStay, threshold);
        Map<String, boolean[][]> back = SuppressionTable.fitted(other.totals(), one);
        if (same(back, one.totals())) {
          return;
        }
        ours = both(forcedOne, back);
      }
      throw new DisclosureException("The tables by residence and by provider do not withhold the same totals after "
          + ROUNDS + " rounds, so a withheld figure could be computed from the other table; nothing is published.");
    }

    private static boolean same(Map<String, boolean[][]> a, Map<String, boolean[][]> b) {
      return a.keySet().stream().allMatch(level -> java.util.Arrays.deepEquals(a.get(level), b.get(level)));
    }

    private static Map<String, boolean[][]> both(Map<String, boolean[][]> a, Map<String, boolean[][]> b) {
      Map<String, boolean[][]> both = new TreeMap<>(b);
      a.forEach((level, cells) -> both.merge(level, cells, Making::or));
      return both;
    }

    private static boolean[][] or(boolean[][] a, boolean[][] b) {
      boolean[][] or = new boolean[a.length][a[0].length];
      for (int r = 0; r < or.length; r++) {
        for (int c = 0; c < or[r].length; c++) {
          or[r][c] = a[r][c] || b[r][c];
        }
      }
      return or;
    }

    /** Where the year of an area is withheld, so are all its groups. */
    private static Map<String, boolean[][]> rows(SuppressionTable years, SuppressionTable groups) {
      Map<String, boolean[][]> rows = new TreeMap<>();
      for (SuppressionGroup level : GROUPED) {
        boolean[][] cells = new boolean[groups.areas().size() + 1][groups.columns().size() + 1];
        for (int r = 0; r <= groups.areas().size(); r++) {
          int of = r == groups.areas().size() ? years.areas().size() : years.areas().indexOf(groups.areas().get(r));
          java.util.Arrays.fill(cells[r], of >= 0 && years.isHidden(level, of, years.columns().size()));
        }
        rows.put(level.id(), cells);
      }
      return rows;
    }

    private void months(int year, StaySide side, SuppressionTable table) {
      for (int column = 0; column < table.columns().size(); column++) {
        int month = table.columns().get(column);
        block(year, side, table, column, Period.month(month / 12, month % 12 + 1), false);
      }
      if (table.columns().size() == 12) {
        block(year, side, table, 12, Period.financialYear(year), true);
      }
    }

    private void block(int year, StaySide side, SuppressionTable table, int column, Period period, boolean whole) {
      PublishableBatch block = new PublishableBatch(side, table, column, whole ? expected.get(side.role()).in(year) : null);
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
              if (hidden || count > 0) {
                withheld += hidden ? 1 : 0;
                shown += hidden ? 0 : 1;
                groups.add(StayGroupTable.row(side, row == total ? null : table.areas().get(row), Period.financialYear(year),
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
