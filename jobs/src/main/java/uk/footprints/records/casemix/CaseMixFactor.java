package uk.footprints.records.casemix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.records.measure.AgeBand;

/**
 * A covariate of a model: some bits of {@link CaseMixPattern}, whose values are its levels.
 *
 * @param id its id in tables
 * @param shift its first bit
 * @param levels how many values the bits have
 * @param labels names a level
 * @param unknown whether a level is a value that is not known
 * @param flag whether it is there or not, so that a level of few spells is left out and not joined with others
 * @param field the field of an episode that it needs
 */
record CaseMixFactor(String id, int shift, int levels, IntFunction<String> labels, IntPredicate unknown, boolean flag,
    EpisodeField field) {

  /** Returns the level of a pattern. */
  int level(long pattern) {
    return (int) (pattern >>> shift) & levels - 1;
  }

  /** Returns all covariates of the models, in the order of their coefficients. */
  static List<CaseMixFactor> list(DiagnosisGroups diagnoses, ComorbidityList comorbidities) {
    List<CaseMixFactor> factors = new ArrayList<>();
    factors.add(new CaseMixFactor("age_sex", CaseMixPattern.AGE_SEX, 64,
        level -> AgeBand.label(Math.min(AgeBand.UNKNOWN, level / 3)) + " " + AgeBand.sexLabel(level % 3),
        level -> level / 3 >= AgeBand.UNKNOWN || level % 3 == 0, false, EpisodeField.STARTAGE));
    factors.add(new CaseMixFactor("deprivation_tenth", CaseMixPattern.DEPRIVATION, 16,
        level -> level == 0 ? "not known" : String.valueOf(level), level -> level == 0, false,
        EpisodeField.DEPRIVATION));
    factors.add(new CaseMixFactor("admission_method", CaseMixPattern.METHOD, 16, CaseMixPattern::methodLabel,
        level -> level == 0, false, EpisodeField.ADMIMETH));
    factors.add(new CaseMixFactor("admission_source", CaseMixPattern.SOURCE, 8, CaseMixPattern::sourceLabel,
        level -> level == 0, false, EpisodeField.ADMISORC));
    factors.add(new CaseMixFactor("diagnosis_group", CaseMixPattern.DIAGNOSIS, 128, diagnoses::name,
        level -> level == 0, false, EpisodeField.DIAG_4_01));
    factors.add(new CaseMixFactor("emergencies_before", CaseMixPattern.BEFORE, 8, CaseMixPattern::beforeLabel,
        level -> false, false, EpisodeField.ADMIMETH));
    factors.add(new CaseMixFactor("month", CaseMixPattern.MONTH, 1024, CaseMixPattern::monthLabel, level -> false,
        false, EpisodeField.EPIEND));
    for (int i = 0; i < comorbidities.conditions().size(); i++) {
      ComorbidityList.Comorbidity condition = comorbidities.conditions().get(i);
      factors.add(new CaseMixFactor(condition.id(), CaseMixPattern.COMORBIDITIES + i, 2,
          level -> level == 1 ? condition.name() : "none", level -> false, true, EpisodeField.COMORBIDITIES));
    }
    return List.copyOf(factors);
  }
}
