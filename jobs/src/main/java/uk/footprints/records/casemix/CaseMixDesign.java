package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import uk.footprints.records.episode.EpisodeField;

/**
 * The columns of a model: which level of which covariate is which feature. Of each covariate the level of most spells
 * is the reference; levels of few spells share one feature. Chosen from exact counts, so that it does not depend on how
 * the work is divided.
 */
final class CaseMixDesign implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A level needs so many events, and as many spells without, to be a feature of its own. */
  static final int FEWEST = 10;
  /** A covariate that is not known for this share of spells or more is left out. */
  static final double MOST_UNKNOWN = 0.2;

  static final int REFERENCE = -1;
  /** Spells of such a level never had the event: they are left out, and none is expected of them. */
  static final int NEVER = -2;
  /** Spells of such a level always had the event. */
  static final int ALWAYS = -3;

  private final int[] shifts;
  private final int[] masks;
  /** By covariate and level, its feature or one of the constants; null where the covariate is left out. */
  private final int[][] features;
  private final int size;

  /** Whether a covariate is used, and why not. */
  record FactorUse(String factor, boolean used, String reason) implements Serializable {}

  private CaseMixDesign(int[] shifts, int[] masks, int[][] features, int size) {
    this.shifts = shifts;
    this.masks = masks;
    this.features = features;
    this.size = size;
  }

  /** How many features there are, the intercept apart. */
  int size() {
    return size;
  }

  /** Returns the feature of a level, or one of the constants. */
  int feature(int factor, int level) {
    return features[factor] == null ? REFERENCE : features[factor][level];
  }

  /**
   * Finds the features of a pattern, in rising order.
   *
   * @param into receives them
   * @return how many there are, or {@link #NEVER} or {@link #ALWAYS} where the spell is left out
   */
  int features(long pattern, int[] into) {
    int n = 0;
    for (int f = 0; f < features.length; f++) {
      if (features[f] != null) {
        int feature = features[f][(int) (pattern >>> shifts[f]) & masks[f]];
        if (feature >= 0) {
          into[n++] = feature;
        } else if (feature != REFERENCE) {
          return feature;
        }
      }
    }
    return n;
  }

  /** The most features that one pattern has. */
  int widest() {
    return features.length;
  }

  /** Returns the design without some features, whose levels become the reference's. */
  CaseMixDesign without(boolean[] dropped) {
    int[] renumbered = new int[size];
    int next = 0;
    for (int i = 0; i < size; i++) {
      renumbered[i] = dropped[i] ? REFERENCE : next++;
    }
    int[][] kept = Arrays.stream(features)
        .map(levels -> levels == null ? null
            : Arrays.stream(levels).map(feature -> feature < 0 ? feature : renumbered[feature]).toArray())
        .toArray(int[][]::new);
    return new CaseMixDesign(shifts, masks, kept, next);
  }

  /**
   * Chooses features.
   *
   * @param factors the covariates
   * @param counts spells and events by covariate and level
   * @param outcome what is modelled
   * @param lacking the fields that the records lack
   * @param uses receives the use of each covariate
   */
  static CaseMixDesign of(List<CaseMixFactor> factors, LevelCounts counts, CaseMixOutcome outcome,
      Set<EpisodeField> lacking, List<FactorUse> uses) {
    int[][] features = new int[factors.size()][];
    int next = 0;
    for (int f = 0; f < factors.size(); f++) {
      CaseMixFactor factor = factors.get(f);
      String reason = reason(factor, f, counts, lacking);
      uses.add(new FactorUse(factor.id(), reason.isEmpty(), reason));
      if (reason.isEmpty()) {
        features[f] = factor.flag() ? flag(f, counts, outcome, next) : levels(f, factor, counts, outcome, next);
        next = 1 + Math.max(next - 1, Arrays.stream(features[f]).max().orElse(-1));
      }
    }
    return new CaseMixDesign(factors.stream().mapToInt(CaseMixFactor::shift).toArray(),
        factors.stream().mapToInt(factor -> factor.levels() - 1).toArray(), features, next);
  }

  private static String reason(CaseMixFactor factor, int f, LevelCounts counts, Set<EpisodeField> lacking) {
    if (lacking.contains(factor.field()) || factor.id().equals("age_sex") && lacking.contains(EpisodeField.SEX)) {
      return "the records lack what it is made of";
    }
    long all = 0;
    long unknown = 0;
    int levels = 0;
    for (int level = 0; level < factor.levels(); level++) {
      long spells = counts.spells(f, level);
      all += spells;
      unknown += factor.unknown().test(level) ? spells : 0;
      levels += spells > 0 ? 1 : 0;
    }
    if (unknown >= MOST_UNKNOWN * all) {
      return "not known for %.0f%% of spells".formatted(100.0 * unknown / Math.max(1, all));
    }
    return levels < 2 ? "the same for all spells" : "";
  }

  /** A condition of few spells, or of few events, is no feature: it cannot be estimated. */
  private static int[] flag(int f, LevelCounts counts, CaseMixOutcome outcome, int next) {
    return new int[] {REFERENCE, enough(counts.spells(f, 1), counts.events(f, 1), outcome) ? next : REFERENCE};
  }

  private static int[] levels(int f, CaseMixFactor factor, LevelCounts counts, CaseMixOutcome outcome, int first) {
    int[] features = new int[factor.levels()];
    Arrays.fill(features, REFERENCE);
    int reference = 0;
    long fewSpells = 0;
    long fewEvents = 0;
    List<Integer> few = new ArrayList<>();
    for (int level = 0; level < features.length; level++) {
      if (counts.spells(f, level) > counts.spells(f, reference)) {
        reference = level;
      }
    }
    int next = first;
    for (int level = 0; level < features.length; level++) {
      long spells = counts.spells(f, level);
      long events = counts.events(f, level);
      if (spells == 0 || level == reference) {
        continue;
      }
      if (enough(spells, events, outcome)) {
        features[level] = next++;
      } else {
        few.add(level);
        fewSpells += spells;
        fewEvents += events;
      }
    }
    int shared = few.isEmpty() ? REFERENCE : fewEvents == 0 ? NEVER
        : !outcome.isCount() && fewEvents == fewSpells ? ALWAYS : next;
    few.forEach(level -> features[level] = shared);
    return features;
  }

  private static boolean enough(long spells, long events, CaseMixOutcome outcome) {
    return events >= FEWEST && (outcome.isCount() ? spells : spells - events) >= FEWEST;
  }
}
