package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.List;

/** Spells and events of one outcome by covariate and level. */
final class LevelCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long[][] spells;
  private final long[][] events;
  private long allSpells;
  private long allEvents;

  LevelCounts(List<CaseMixFactor> factors) {
    spells = factors.stream().map(factor -> new long[factor.levels()]).toArray(long[][]::new);
    events = factors.stream().map(factor -> new long[factor.levels()]).toArray(long[][]::new);
  }

  long spells(int factor, int level) {
    return spells[factor][level];
  }

  long events(int factor, int level) {
    return events[factor][level];
  }

  long spells() {
    return allSpells;
  }

  long events() {
    return allEvents;
  }

  void add(int[] shifts, long pattern, long n, long k) {
    allSpells += n;
    allEvents += k;
    for (int f = 0; f < shifts.length; f++) {
      int level = (int) (pattern >>> shifts[f]) & spells[f].length - 1;
      spells[f][level] += n;
      events[f][level] += k;
    }
  }

  LevelCounts plus(LevelCounts other) {
    allSpells += other.allSpells;
    allEvents += other.allEvents;
    for (int f = 0; f < spells.length; f++) {
      for (int level = 0; level < spells[f].length; level++) {
        spells[f][level] += other.spells[f][level];
        events[f][level] += other.events[f][level];
      }
    }
    return this;
  }
}
