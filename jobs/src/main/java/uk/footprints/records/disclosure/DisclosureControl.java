package uk.footprints.records.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.runtime.ReleaseRejectedException;

/**
 * Disclosure control of one financial year. Its tables share totals: months by residence and by provider have those of
 * England, ages and tenths of deprivation have the years of their areas. A total that one side withholds the other
 * withholds too, and where the year of an area is withheld, so are its groups.
 *
 * <p>Source of the threshold: NHS Digital, Disclosure control methodology for Hospital Episode Statistics (2018): 1 to
 * 7 are not shown below the country.
 */
final class DisclosureControl {

  private static final List<SuppressionGroup> GROUPED =
      SuppressionGroup.ALL.stream().filter(SuppressionGroup::grouped).toList();

  private final int threshold;
  private final SuppressionTable residence;
  private final SuppressionTable provider;
  private final SuppressionTable residenceAges;
  private final SuppressionTable providerAges;
  private final SuppressionTable deprivation;
  private DisclosureControl(List<AreaCount> months, List<AreaCount> groups, int threshold) {
    this.threshold = threshold;
    residence = table(months, StaySide.RESIDENCE, true);
    provider = table(months, StaySide.PROVIDER, true);
    List<AreaCount> ages = groups.stream().filter(g -> g.group() < AreaCount.DECILE).toList();
    residenceAges = table(ages, StaySide.RESIDENCE, false);
    providerAges = table(ages, StaySide.PROVIDER, false);
    deprivation = table(DeprivationDeciles.of(groups), StaySide.RESIDENCE, false);
  }

  /**
   * Withholds what has to be withheld of a year.
   *
   * @param months the months of areas in the year
   * @param groups their groups of people
   * @param threshold counts from 1 to below it are withheld
   * @throws ReleaseRejectedException if both sides do not come to withhold the same totals
   */
  static DisclosureControl of(List<AreaCount> months, List<AreaCount> groups, int threshold) {
    DisclosureControl control = new DisclosureControl(months, groups, threshold);
    control.protect();
    return control;
  }

  /** Months by side. */
  SuppressionTable months(StaySide side) {
    return side.equals(StaySide.RESIDENCE) ? residence : provider;
  }

  /** Ages and sexes by side. */
  SuppressionTable ages(StaySide side) {
    return side.equals(StaySide.RESIDENCE) ? residenceAges : providerAges;
  }

  /** Tenths of deprivation, by residence; without rows where deprivation is not known. */
  SuppressionTable deprivation() {
    return deprivation;
  }

  private static SuppressionTable table(List<AreaCount> counts, StaySide side, boolean byMonth) {
    return new SuppressionTable(counts.stream().filter(c -> c.role().equals(side.role())).toList(), byMonth);
  }

  private void protect() {
    agree(residence, provider, SuppressionGroup.ALL, Map.of(), Map.of(), false);
    agree(residenceAges, providerAges, GROUPED, rows(residence, residenceAges), rows(provider, providerAges), true);
    if (!deprivation.areas().isEmpty()) {
      deprivation.withhold(GROUPED, rows(residence, deprivation), true, threshold);
    }
  }

  /** Both sides have the same totals, so a total that one withholds the other withholds too. */
  private void agree(SuppressionTable one, SuppressionTable other, List<SuppressionGroup> levels,
      Map<String, boolean[][]> forcedOne, Map<String, boolean[][]> forcedOther, boolean rowTotalsStay) {
    if (one.areas().isEmpty()) {
      return;
    }
    Map<String, boolean[][]> ours = forcedOne;
    Map<String, boolean[][]> theirs = forcedOther;
    // Each round adds a total to those that are forced, so there are at most as many rounds as totals.
    long rounds = 2L + (long) levels.size() * (one.columns().size() + 1);
    for (long round = 0; round < rounds; round++) {
      one.withhold(levels, ours, rowTotalsStay, threshold);
      theirs = join(theirs, SuppressionTable.fitted(one.totals(), other));
      other.withhold(levels, theirs, rowTotalsStay, threshold);
      Map<String, boolean[][]> back = SuppressionTable.fitted(other.totals(), one);
      if (same(back, one.totals())) {
        return;
      }
      ours = join(ours, back);
    }
    throw new ReleaseRejectedException("the tables of stays by residence and by provider do not withhold the same "
        + "totals, so that a withheld figure could be computed from the other table");
  }

  /** Where the year of an area is withheld, so are all its groups. */
  private static Map<String, boolean[][]> rows(SuppressionTable years, SuppressionTable groups) {
    Map<String, boolean[][]> rows = new TreeMap<>();
    for (SuppressionGroup level : GROUPED) {
      boolean[][] cells = new boolean[groups.areas().size() + 1][groups.columns().size() + 1];
      for (int r = 0; r <= groups.areas().size(); r++) {
        int of = r == groups.areas().size() ? years.areas().size() : years.areas().indexOf(groups.areas().get(r));
        Arrays.fill(cells[r], of >= 0 && years.isHidden(level, of, years.columns().size()));
      }
      rows.put(level.id(), cells);
    }
    return rows;
  }

  private static boolean same(Map<String, boolean[][]> a, Map<String, boolean[][]> b) {
    return a.keySet().stream().allMatch(level -> Arrays.deepEquals(a.get(level), b.get(level)));
  }

  private static Map<String, boolean[][]> join(Map<String, boolean[][]> a, Map<String, boolean[][]> b) {
    Map<String, boolean[][]> both = new TreeMap<>(b);
    a.forEach((level, cells) -> both.merge(level, cells, DisclosureControl::or));
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
}
