package uk.footprints.records.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.runtime.ReleaseRejectedException;

/**
 * Disclosure control of one financial year. Its tables share totals: months by residence and by provider have those of
 * England, ages and tenths of deprivation have the years of their areas. They are suppressed until the tables agree and
 * until, from everything that is shown of the year, no withheld count from 1 to below the threshold can be narrowed:
 * each of these values stays possible ({@link ExchangeSearch}). The same holds for the rest of a count in its whole.
 * Each round withholds more cells and shows none again, so the rounds end.
 *
 * <p>Source of the threshold: NHS Digital, Disclosure control methodology for Hospital Episode Statistics (2018): 1 to
 * 7 are not shown below the country. Source of the protection of intervals: Hundepool et al., Statistical Disclosure
 * Control (2012), chapter 4.
 */
final class DisclosureControl {

  private static final List<SuppressionGroup> GROUPED =
      SuppressionGroup.ALL.stream().filter(SuppressionGroup::grouped).toList();

  /** What withholding a total costs, far above all counts of a cell. */
  private static final long TOTAL = 1L << 40;

  private final int threshold;
  private final SuppressionTable residence;
  private final SuppressionTable provider;
  private final SuppressionTable residenceAges;
  private final SuppressionTable providerAges;
  private final SuppressionTable deprivation;
  private final Map<SuppressionTable, Map<String, boolean[][]>> forced = new IdentityHashMap<>();

  /** A count, or rest of counts, of a cell that is small. */
  private record Target(SuppressionTable table, int row, int column, SuppressionGroup level,
      ToLongFunction<long[]> part) {}

  /** Cells that together with the cell of a target allow an exchange. */
  private record Choice(long size, long cost, CountChange change, int row, int column, int otherRow) {

    /** With less that is withheld for each stay that can be exchanged. */
    boolean isBetterThan(Choice that) {
      return cost * that.size < that.cost * size;
    }
  }

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
   * @throws ReleaseRejectedException if a count cannot be protected, so that nothing may be published
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

  private List<SuppressionTable> tables() {
    return Stream.of(residence, provider, residenceAges, providerAges, deprivation)
        .filter(table -> !table.areas().isEmpty()).toList();
  }

  private List<SuppressionGroup> levels(SuppressionTable table) {
    return table == residence || table == provider ? SuppressionGroup.ALL : GROUPED;
  }

  private void protect() {
    List<Target> open = null;
    while (open == null || !open.isEmpty()) {
      withhold();
      if (hideLevelsWithoutTotal()) {
        continue;
      }
      Map<SuppressionTable, ExchangeTable> exchange = exchangeTables();
      ExchangeSearch search = new ExchangeSearch(hiddenEverywhere(exchange));
      open = (open == null ? targets() : open).stream().filter(t -> !isProtected(t, exchange, search)).toList();
      boolean more = false;
      for (Target target : open) {
        more |= !isProtected(target, exchange, search) && widen(target, exchange, search);
      }
      if (!open.isEmpty() && !more) {
        throw new ReleaseRejectedException(
            ("%d withheld counts of hospital stays could be narrowed to fewer values than 1 to %d, and no more cells "
                + "can be withheld").formatted(open.size(), threshold - 1));
      }
      keep();
    }
  }

  private void withhold() {
    agree(residence, provider, SuppressionGroup.ALL, Map.of(), Map.of(), false);
    agree(residenceAges, providerAges, GROUPED, rows(residence, residenceAges), rows(provider, providerAges), true);
    if (!deprivation.areas().isEmpty()) {
      deprivation.withhold(GROUPED, join(forced(deprivation), rows(residence, deprivation)), true, threshold);
    }
  }

  /** Both sides have the same totals, so a total that one withholds the other withholds too. */
  private void agree(SuppressionTable one, SuppressionTable other, List<SuppressionGroup> levels,
      Map<String, boolean[][]> forcedOne, Map<String, boolean[][]> forcedOther, boolean rowTotalsStay) {
    if (one.areas().isEmpty()) {
      return;
    }
    Map<String, boolean[][]> ours = join(forced(one), forcedOne);
    Map<String, boolean[][]> theirs = join(forced(other), forcedOther);
    boolean agreed = false;
    // Totals are only ever added to what is forced, so there are at most as many rounds as totals.
    while (!agreed) {
      one.withhold(levels, ours, rowTotalsStay, threshold);
      theirs = join(theirs, SuppressionTable.fitted(one.totals(), other));
      other.withhold(levels, theirs, rowTotalsStay, threshold);
      Map<String, boolean[][]> back = SuppressionTable.fitted(other.totals(), one);
      agreed = same(back, one.totals());
      ours = join(ours, back);
    }
  }

  /** Where England's year is withheld nothing of the level adds up to anything, and all of it is withheld. */
  private boolean hideLevelsWithoutTotal() {
    boolean more = false;
    for (SuppressionTable table : List.of(residence, provider)) {
      for (SuppressionGroup level : SuppressionGroup.ALL) {
        if (table.isHidden(level, table.areas().size(), table.columns().size())) {
          more |= forceAll(level);
        }
      }
    }
    return more;
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (SuppressionTable table : tables()) {
      boolean months = levels(table).size() == SuppressionGroup.ALL.size();
      for (SuppressionGroup level : levels(table)) {
        for (int r = 0; r <= table.areas().size(); r++) {
          for (int c = 0; c < table.columns().size() + (months ? 1 : 0); c++) {
            for (ToLongFunction<long[]> part : level.parts()) {
              long count = part.applyAsLong(table.counts(r, c));
              if (count > 0 && count < threshold) {
                targets.add(new Target(table, r, c, level, part));
              }
            }
          }
        }
      }
    }
    return targets;
  }

  private boolean isProtected(Target target, Map<SuppressionTable, ExchangeTable> exchange, ExchangeSearch search) {
    ExchangeTable table = exchange.get(target.table);
    return search.isFree(target.level.withWholes())
        || search.reaches(table, target.row, target.column, target.part, threshold - 1)
        && search.reaches(table, target.row, target.column, target.part, 1);
  }

  private Map<SuppressionTable, ExchangeTable> exchangeTables() {
    Map<SuppressionTable, ExchangeTable> exchange = new IdentityHashMap<>();
    for (SuppressionTable groups : List.of(residenceAges, providerAges, deprivation)) {
      if (!groups.areas().isEmpty()) {
        exchange.put(groups, new ExchangeTable(groups, GROUPED, null));
      }
    }
    exchange.put(residence, new ExchangeTable(residence, SuppressionGroup.ALL,
        Stream.of(residenceAges, deprivation).filter(exchange::containsKey).map(exchange::get).toList()));
    exchange.put(provider, new ExchangeTable(provider, SuppressionGroup.ALL,
        Stream.of(providerAges).filter(exchange::containsKey).map(exchange::get).toList()));
    ExchangeTable.sides(exchange.get(residence), exchange.get(provider));
    if (exchange.containsKey(residenceAges) && exchange.containsKey(providerAges)) {
      ExchangeTable.sides(exchange.get(residenceAges), exchange.get(providerAges));
    }
    return exchange;
  }

  private int hiddenEverywhere(Map<SuppressionTable, ExchangeTable> exchange) {
    return tables().stream().mapToInt(table -> exchange.get(table).hiddenEverywhere()).reduce(-1, (a, b) -> a & b);
  }

  /** Withholds three more cells that allow an exchange with the target's, or the whole level; true if that is more. */
  private boolean widen(Target target, Map<SuppressionTable, ExchangeTable> exchange, ExchangeSearch search) {
    ExchangeTable table = exchange.get(target.table);
    long count = target.part.applyAsLong(table.counts(target.row, target.column));
    boolean up = !search.reaches(table, target.row, target.column, target.part, threshold - 1);
    long wanted = up ? threshold - 1 - count : count - 1;
    Choice best = null;
    if (target.row == table.totalRow() && target.column == table.totalColumn()) {
      return forceWhole(target.level);
    }
    for (CountChange change : search.changes(table, target.row, target.column, target.part, up ? 1 : -1)) {
      if (change.flags() <= 1 || !up) {
        best = choose(table, target, change, (up ? 1 : -1) * change.effect(target.part), wanted, best);
      }
    }
    return best == null ? forceWhole(target.level) : force(table, target, best);
  }

  /** Withholds all of a level, or where it is withheld already all of a level that it is within. */
  private boolean forceWhole(SuppressionGroup level) {
    return forceAll(level) || SuppressionGroup.ALL.stream().filter(whole -> level.within().contains(whole.id()))
        .anyMatch(this::forceWhole);
  }

  private Choice choose(
      ExchangeTable table, Target target, CountChange change, long direction, long wanted, Choice before) {
    Choice best = before;
    long at = ExchangeSearch.sign(table, target.row, target.column) * direction;
    for (int c = 0; c <= table.totalColumn(); c++) {
      boolean ofRow = c == table.totalColumn();
      if (c == target.column || ofRow && (!table.mayChangeRowTotals() || target.row == table.totalRow())) {
        continue;
      }
      long inRow = most(table, target.row, c, change, -at, wanted);
      for (int r = 0; r <= table.totalRow() && inRow > 0; r++) {
        boolean ofColumn = r == table.totalRow();
        if (r == target.row || ofColumn && (ofRow || target.column == table.totalColumn())) {
          continue;
        }
        long size = Math.min(inRow, Math.min(most(table, r, target.column, change, -at, wanted),
            most(table, r, c, change, at, wanted)));
        long cost = cost(table, target.row, target.column, change) + cost(table, target.row, c, change)
            + cost(table, r, target.column, change) + cost(table, r, c, change);
        int otherRow = -1;
        if (size > 0 && table.other() != null && (ofColumn || target.row == table.totalRow())) {
          otherRow = otherRow(table, target, r, c, change, at * size);
          size = otherRow < 0 ? 0 : size;
          for (int column : otherRow < 0 ? new int[0] : new int[] {target.column, c}) {
            cost += cost(table.other(), otherRow, table.other().column(table.key(column)), change);
          }
        }
        Choice choice = new Choice(size, cost, change, r, c, otherRow);
        if (size > 0 && cost > 0 && (best == null || choice.isBetterThan(best))) {
          best = choice;
        }
      }
    }
    return best;
  }

  private static long most(ExchangeTable table, int row, int column, CountChange change, long at, long wanted) {
    return change.most(
        table.counts(row, column), table.isOfGroups(), ExchangeSearch.sign(table, row, column) * at, wanted);
  }

  /** A row of the other side in which the totals over all areas can change as well; -1 when there is none. */
  private static int otherRow(ExchangeTable table, Target target, int row, int column, CountChange change, long at) {
    ExchangeTable other = table.other();
    int one = other.column(table.key(target.column));
    int another = other.column(table.key(column));
    // In the row of totals the signs are the contrary of those of the cells.
    long times = target.row == table.totalRow() ? -at : at;
    for (int r = 0; r < other.totalRow(); r++) {
      if (one >= 0 && another >= 0 && change.fits(other.counts(r, one), other.isOfGroups(), times)
          && change.fits(other.counts(r, another), other.isOfGroups(), -times)) {
        return r;
      }
    }
    return -1;
  }

  private static long cost(ExchangeTable table, int row, int column, CountChange change) {
    long[] counts = table.counts(row, column);
    boolean total = row == table.totalRow() || column == table.totalColumn();
    return weight(table.shown(row, column, change.levels())) * (total ? TOTAL : 1 + Math.max(counts[0], counts[1]));
  }

  /** What readers lose with some levels, given as bits: a level counts four times as much as those within it. */
  private static long weight(int levels) {
    long weight = 0;
    for (SuppressionGroup level : SuppressionGroup.ALL) {
      weight += (level.bit() & levels) == 0 ? 0 : 1L << 6 >> 2 * Math.min(3, level.depth());
    }
    return weight;
  }

  private boolean force(ExchangeTable table, Target target, Choice choice) {
    for (int row : new int[] {target.row, choice.row}) {
      for (int column : new int[] {target.column, choice.column}) {
        force(table, row, column, choice.change);
      }
    }
    if (choice.otherRow >= 0) {
      for (int column : new int[] {target.column, choice.column}) {
        ExchangeTable other = table.other();
        force(other, choice.otherRow, other.column(table.key(column)), choice.change);
        force(other, other.totalRow(), other.column(table.key(column)), choice.change);
      }
    }
    return true;
  }

  private void force(ExchangeTable table, int row, int column, CountChange change) {
    table.hide(row, column, change.levels());
    for (SuppressionGroup level : levels(table.table())) {
      if ((level.bit() & change.levels()) != 0) {
        forced(table.table(), level)[row][column] = true;
      }
    }
  }

  private boolean forceAll(SuppressionGroup level) {
    boolean more = false;
    for (SuppressionTable table : tables()) {
      if (levels(table).contains(level)) {
        for (boolean[] row : forced(table, level)) {
          for (int c = 0; c < row.length; c++) {
            more |= !row[c];
            row[c] = true;
          }
        }
      }
    }
    return more;
  }

  /** What is withheld stays withheld in the rounds to come. */
  private void keep() {
    for (SuppressionTable table : tables()) {
      for (SuppressionGroup level : levels(table)) {
        boolean[][] cells = forced(table, level);
        for (int r = 0; r < cells.length; r++) {
          for (int c = 0; c < cells[r].length; c++) {
            cells[r][c] |= table.isHidden(level, r, c);
          }
        }
      }
    }
  }

  private Map<String, boolean[][]> forced(SuppressionTable table) {
    return forced.computeIfAbsent(table, t -> new TreeMap<>());
  }

  private boolean[][] forced(SuppressionTable table, SuppressionGroup level) {
    return forced(table).computeIfAbsent(
        level.id(), id -> new boolean[table.areas().size() + 1][table.columns().size() + 1]);
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
