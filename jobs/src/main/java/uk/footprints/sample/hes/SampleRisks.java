package uk.footprints.sample.hes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The true risks of artificial stays, which models of case mix should find: log odds of death in a stay, and of coming
 * back after it, by age, kind of admission, heart failure and provider. Every tenth trust in the order of the table of
 * places is worse than its patients explain, and every tenth is better; the others are neither.
 */
final class SampleRisks {

  static final double HEART_FAILURE = 0.6;
  static final double WORSE = 0.7;
  private static final double PLANNED_DEATH = -6.2;
  private static final double URGENT_DEATH = -4.4;
  private static final double RETURN = -2.0;
  private static final double OLD_RETURN = 0.4;
  private static final int[] AGES = {40, 65, 80};
  private static final double[] DEATH_BY_AGE = {0, 0.7, 1.3, 1.8};
  private static final int TENTH = 10;

  private SampleRisks() {}

  /** Returns the chance of dying in a stay that is no birth. */
  static double death(boolean urgent, int age, boolean heartFailure, int effect) {
    return chance((urgent ? URGENT_DEATH : PLANNED_DEATH) + DEATH_BY_AGE[ageGroup(age)]
        + (heartFailure ? HEART_FAILURE : 0) + WORSE * effect);
  }

  /** Returns the chance that something brings the person back within some weeks. */
  static double comesBack(int age, int effect) {
    return chance(RETURN + (age >= AGES[1] ? OLD_RETURN : 0) + WORSE * effect);
  }

  /** Returns 1 for each trust that is worse, -1 for each that is better, else 0. */
  static Map<String, Integer> effects(List<SamplePlace> places) {
    Map<String, Integer> effects = new LinkedHashMap<>();
    for (SamplePlace place : places) {
      int number = effects.size() % TENTH;
      effects.putIfAbsent(place.provider(), number == 3 ? 1 : number == 8 ? -1 : 0);
    }
    return effects;
  }

  /** Returns the true effects as CSV. */
  static String table(List<SamplePlace> places) {
    List<String> lines = new ArrayList<>(List.of("outcome,covariate,level,log_odds"));
    for (int i = 1; i < DEATH_BY_AGE.length; i++) {
      lines.add("death,age,from %d,%s".formatted(AGES[i - 1], DEATH_BY_AGE[i]));
    }
    lines.add("death,admission,emergency," + Math.round(10 * (URGENT_DEATH - PLANNED_DEATH)) / 10.0);
    lines.add("death,heart_failure,Congestive heart failure," + HEART_FAILURE);
    effects(places).entrySet().stream().filter(trust -> trust.getValue() != 0)
        .map(trust -> "death and return,provider,%s,%s".formatted(trust.getKey(), WORSE * trust.getValue()))
        .sorted().forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static int ageGroup(int age) {
    return age < AGES[0] ? 0 : age < AGES[1] ? 1 : age < AGES[2] ? 2 : 3;
  }

  private static double chance(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
