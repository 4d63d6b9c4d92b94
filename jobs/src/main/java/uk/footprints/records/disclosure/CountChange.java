package uk.footprints.records.disclosure;

import static uk.footprints.records.measure.StayMeasure.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import uk.footprints.records.measure.StayMeasure;

/** One stay more in a cell, or one that is counted otherwise: what readers cannot rule out of withheld counts. */
final class CountChange {

  private static final int[] NIGHTS = {0, 1, 2, 7, 14, 21};
  private static final List<StayMeasure> ROUTES = List.of(EMERGENCY_VIA_AE, EMERGENCY_VIA_GP, EMERGENCY_VIA_OTHER);
  private static final List<StayMeasure> PARTS =
      List.of(EMERGENCY_BY_FREQUENT, ACS_NHSOF_2_3_I, ACS_NHSOF_3A, ACS_URGENT_CARE_SENSITIVE);
  private static final List<CountRelation> GROUPED =
      CountRelation.ALL.stream().filter(CountRelation::isGrouped).toList();

  /** All of them, those of the fewest counts first. */
  static final List<CountChange> ALL = all();

  private final long[] amounts;
  private final int levels;
  private final int flags;
  private final Limits limits;
  private final Limits groupLimits;

  /** Relations that a change can break, with how it moves each. */
  private record Limits(CountRelation[] relations, long[] slopes) {

    static Limits of(List<CountRelation> relations, long[] amounts) {
      List<CountRelation> moved = relations.stream().filter(r -> r.of(amounts) != 0).toList();
      return new Limits(
          moved.toArray(CountRelation[]::new), moved.stream().mapToLong(r -> r.of(amounts)).toArray());
    }
  }

  private CountChange(long[] amounts, int flags) {
    this.amounts = amounts;
    this.flags = flags;
    int touched = 0;
    for (int level = 0; level < SuppressionGroup.ALL.size(); level++) {
      for (StayMeasure measure : SuppressionGroup.ALL.get(level).measures()) {
        touched |= amounts[measure.ordinal()] == 0 ? 0 : 1 << level;
      }
    }
    this.levels = touched;
    this.limits = Limits.of(CountRelation.ALL, amounts);
    this.groupLimits = Limits.of(GROUPED, amounts);
  }

  /** The levels of {@link SuppressionGroup#ALL} whose counts change, as bits. */
  int levels() {
    return levels;
  }

  /** How many parts of the emergency stay that enters or leaves are named, apart from its nights and its route. */
  int flags() {
    return flags;
  }

  /** By how much a count or a rest of counts changes. */
  long effect(ToLongFunction<long[]> part) {
    return part.applyAsLong(amounts);
  }

  /**
   * How often, at most {@code wanted} times, a change in a direction leaves the counts of a cell possible.
   *
   * @param group whether the cell is one of a group of people, of which fewer counts are published
   * @param direction 1 or -1
   */
  long most(long[] counts, boolean group, long direction, long wanted) {
    Limits bounding = group ? groupLimits : limits;
    long most = wanted;
    for (int i = 0; i < bounding.slopes.length && most > 0; i++) {
      long change = bounding.slopes[i] * direction;
      if (change < 0) {
        most = Math.min(most, Math.max(0, bounding.relations[i].of(counts)) / -change);
      }
    }
    return most;
  }

  /** Whether a cell's counts are still possible after so many of these changes; negative ones are undone changes. */
  boolean fits(long[] counts, boolean group, long times) {
    return most(counts, group, Long.signum(times), Math.abs(times)) == Math.abs(times);
  }

  void apply(long[] counts, long times) {
    for (int m = 0; m < amounts.length; m++) {
      counts[m] += amounts[m] * times;
    }
  }

  private static List<CountChange> all() {
    List<CountChange> all = new ArrayList<>();
    long[] planned = counted(SPELLS);
    all.add(new CountChange(planned, 0));
    for (boolean child : new boolean[] {false, true}) {
      for (int nights : NIGHTS) {
        for (StayMeasure route : ROUTES) {
          for (int flags = 0; flags < 1 << PARTS.size(); flags++) {
            long[] emergency = emergency(nights, route, child);
            for (int p = 0; p < PARTS.size(); p++) {
              emergency[PARTS.get(p).ordinal()] += flags >> p & 1;
            }
            all.add(new CountChange(emergency, Integer.bitCount(flags)));
            all.add(new CountChange(minus(emergency, planned), Integer.bitCount(flags)));
          }
        }
        for (int fewer : NIGHTS) {
          if (fewer < nights) {
            all.add(new CountChange(
                minus(emergency(nights, ROUTES.get(0), child), emergency(fewer, ROUTES.get(0), child)), 0));
          }
        }
      }
    }
    for (int nights : new int[] {0, 1}) {
      all.add(new CountChange(
          minus(emergency(nights, ROUTES.get(0), true), emergency(nights, ROUTES.get(0), false)), 0));
    }
    all.add(new CountChange(minus(minus(emergency(0, ROUTES.get(0), true), emergency(0, ROUTES.get(0), false)),
        minus(emergency(1, ROUTES.get(0), true), emergency(1, ROUTES.get(0), false))), 0));
    all.add(new CountChange(minus(counted(EMERGENCY_VIA_GP), counted(EMERGENCY_VIA_AE)), 0));
    all.add(new CountChange(minus(counted(EMERGENCY_VIA_OTHER), counted(EMERGENCY_VIA_AE)), 0));
    all.add(new CountChange(minus(counted(EMERGENCY_VIA_OTHER), counted(EMERGENCY_VIA_GP)), 0));
    PARTS.forEach(part -> all.add(new CountChange(counted(part), 0)));
    List<long[]> continuous = List.of(new long[StayMeasure.values().length], counted(CONTINUOUS_SPELLS),
        counted(CONTINUOUS_SPELLS, READMISSION_INDEX),
        counted(CONTINUOUS_SPELLS, READMISSIONS_30_DAYS_NO_EXCLUSIONS),
        counted(CONTINUOUS_SPELLS, READMISSION_INDEX, READMISSIONS_30_DAYS, READMISSIONS_30_DAYS_NO_EXCLUSIONS));
    for (int to = 1; to < continuous.size(); to++) {
      for (int from = 0; from < to; from++) {
        all.add(new CountChange(minus(continuous.get(to), continuous.get(from)), 0));
      }
    }
    all.sort(Comparator.comparingInt((CountChange change) -> change.flags)
        .thenComparingInt(change -> Integer.bitCount(change.levels)));
    return List.copyOf(all);
  }

  /**
   * Emergency stays as they are in a cell.
   *
   * @param nights how many nights they may have: the fewest of each length, and the average of those there
   * @param parts the parts of emergencies that all of them are among
   */
  record Stays(Set<Integer> nights, List<StayMeasure> parts) {

    static Stays of(long[] counts) {
      long emergencies = counts[EMERGENCY_ADMISSIONS.ordinal()];
      List<StayMeasure> parts = PARTS.stream()
          .filter(part -> emergencies > 0 && counts[part.ordinal()] == emergencies).toList();
      Set<Integer> nights = new TreeSet<>(List.of(0, 1, 2, 7, 14, 21));
      average(counts, nights, EMERGENCY_ADMISSIONS_LOS_2_PLUS, EMERGENCY_BED_DAYS_LOS_2_PLUS,
          EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS);
      average(counts, nights, EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS,
          EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS);
      average(counts, nights, EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS,
          EMERGENCY_ADMISSIONS_LOS_21_PLUS, EMERGENCY_BED_DAYS_LOS_21_PLUS);
      return new Stays(nights, parts);
    }
  }

  /** The changes by stays as they are in a cell. */
  static List<CountChange> of(Stays stays) {
    List<StayMeasure> whole = stays.parts;
    Set<Integer> nights = stays.nights;
    List<CountChange> changes = new ArrayList<>();
    for (boolean child : new boolean[] {false, true}) {
      for (int n : nights) {
        for (StayMeasure route : ROUTES) {
          long[] emergency = emergency(n, route, child);
          whole.forEach(part -> emergency[part.ordinal()] = 1);
          changes.add(new CountChange(minus(emergency, counted(SPELLS)), whole.size()));
          changes.add(new CountChange(emergency, whole.size()));
        }
        for (int fewer : nights) {
          if (fewer < n) {
            changes.add(new CountChange(
                minus(emergency(n, ROUTES.get(0), child), emergency(fewer, ROUTES.get(0), child)), 0));
          }
        }
      }
    }
    return changes;
  }

  private static void average(long[] counts, Set<Integer> nights, StayMeasure stays, StayMeasure days,
      StayMeasure longer, StayMeasure longerDays) {
    long of = counts[stays.ordinal()] - counts[longer.ordinal()];
    if (of > 0) {
      nights.add((int) ((counts[days.ordinal()] - counts[longerDays.ordinal()]) / of));
    }
  }

  private static long[] emergency(int nights, StayMeasure route, boolean child) {
    long[] counts =
        counted(SPELLS, EMERGENCY_ADMISSIONS, nights == 0 ? EMERGENCY_ZERO_DAY : EMERGENCY_OVERNIGHT, route);
    counts[EMERGENCY_BED_DAYS.ordinal()] = nights;
    counts[EMERGENCY_ADMISSIONS_LOS_1.ordinal()] = nights == 1 ? 1 : 0;
    counts[EMERGENCY_BED_DAYS_LOS_1.ordinal()] = nights == 1 ? 1 : 0;
    longer(counts, nights, 2, EMERGENCY_ADMISSIONS_LOS_2_PLUS, EMERGENCY_BED_DAYS_LOS_2_PLUS);
    longer(counts, nights, 7, EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS);
    longer(counts, nights, 14, EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS);
    longer(counts, nights, 21, EMERGENCY_ADMISSIONS_LOS_21_PLUS, EMERGENCY_BED_DAYS_LOS_21_PLUS);
    if (child) {
      counts[EMERGENCY_ADMISSIONS_UNDER_18.ordinal()] = 1;
      counts[EMERGENCY_ZERO_DAY_UNDER_18.ordinal()] = nights == 0 ? 1 : 0;
      counts[EMERGENCY_BED_DAYS_UNDER_18.ordinal()] = nights;
    }
    return counts;
  }

  private static void longer(long[] counts, int nights, int least, StayMeasure stays, StayMeasure days) {
    counts[stays.ordinal()] = nights >= least ? 1 : 0;
    counts[days.ordinal()] = nights >= least ? nights : 0;
  }

  private static long[] counted(StayMeasure... measures) {
    long[] counts = new long[StayMeasure.values().length];
    for (StayMeasure measure : measures) {
      counts[measure.ordinal()] = 1;
    }
    return counts;
  }

  private static long[] minus(long[] more, long[] less) {
    long[] rest = more.clone();
    for (int m = 0; m < rest.length; m++) {
      rest[m] -= less[m];
    }
    return rest;
  }
}
