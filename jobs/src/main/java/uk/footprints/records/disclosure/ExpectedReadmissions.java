package uk.footprints.records.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.footprints.records.measure.StayMeasure;

/**
 * Emergency readmissions that an area would have if each age band and sex there had the rate of all areas and years
 * together: indirect standardisation, as of the indicator of NHS Digital, without its diagnoses and procedures.
 *
 * <p>They are computed from published counts alone, so that they say nothing about withheld ones: what is withheld of
 * an area's groups is taken together, at the rate of these groups in England.
 */
final class ExpectedReadmissions {

  private static final SuppressionGroup INDEX = level(StayMeasure.READMISSION_INDEX);
  private static final SuppressionGroup READMITTED = level(StayMeasure.READMISSIONS_30_DAYS);

  /** A number of continuous spells that can be followed by a readmission, and of those that were. */
  private record Pair(long index, long readmitted) {

    static final Pair NONE = new Pair(0, 0);

    static Pair of(long[] counts) {
      return new Pair(counts[StayMeasure.READMISSION_INDEX.ordinal()],
          counts[StayMeasure.READMISSIONS_30_DAYS.ordinal()]);
    }

    Pair plus(Pair other) {
      return new Pair(index + other.index, readmitted + other.readmitted);
    }

    double rate() {
      return index == 0 ? 0 : (double) readmitted / index;
    }
  }

  private final StaySide side;
  private final Map<Integer, Pair> groups = new HashMap<>();
  private Pair all = Pair.NONE;

  private ExpectedReadmissions(StaySide side) {
    this.side = side;
  }

  /** The rates of all years of a side, by groups that are shown of England in each year that has them. */
  static ExpectedReadmissions of(Collection<DisclosureControl> years, StaySide side) {
    ExpectedReadmissions expected = new ExpectedReadmissions(side);
    Set<Integer> hidden = new HashSet<>();
    for (DisclosureControl year : years) {
      SuppressionTable months = year.months(side);
      if (!isHidden(months, months.areas().size(), months.columns().size())) {
        expected.all = expected.all.plus(Pair.of(months.counts(months.areas().size(), months.columns().size())));
      }
      SuppressionTable ages = year.ages(side);
      int england = ages.areas().size();
      for (int c = 0; c < ages.columns().size(); c++) {
        expected.groups.merge(ages.columns().get(c), Pair.of(ages.counts(england, c)), Pair::plus);
        if (isHidden(ages, england, c)) {
          hidden.add(ages.columns().get(c));
        }
      }
    }
    expected.groups.keySet().removeAll(hidden);
    return expected;
  }

  /** By area in a year; rounded to a tenth. Areas whose year is withheld have none. */
  Map<String, Double> in(DisclosureControl year) {
    Map<String, Double> expected = new HashMap<>();
    SuppressionTable ages = year.ages(side);
    SuppressionTable months = year.months(side);
    for (int r = 0; r < ages.areas().size(); r++) {
      String area = ages.areas().get(r);
      int row = months.areas().indexOf(area);
      if (row < 0 || months.isHidden(INDEX, row, months.columns().size())) {
        continue;
      }
      long rest = Pair.of(months.counts(row, months.columns().size())).index;
      Pair withheld = Pair.NONE;
      double sum = 0;
      for (int c = 0; c < ages.columns().size(); c++) {
        Pair england = groups.getOrDefault(ages.columns().get(c), Pair.NONE);
        if (ages.isHidden(INDEX, r, c) || england.index == 0) {
          withheld = withheld.plus(england);
        } else {
          long count = Pair.of(ages.counts(r, c)).index;
          sum += count * england.rate();
          rest -= count;
        }
      }
      sum += rest * (withheld.index == 0 ? all : withheld).rate();
      expected.put(area, Math.round(sum * 10) / 10.0);
    }
    return expected;
  }

  private static boolean isHidden(SuppressionTable table, int row, int column) {
    return table.isHidden(INDEX, row, column) || table.isHidden(READMITTED, row, column);
  }

  private static SuppressionGroup level(StayMeasure measure) {
    return SuppressionGroup.ALL.stream().filter(group -> group.measures().contains(measure)).findFirst().orElseThrow();
  }
}
