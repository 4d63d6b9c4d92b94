package uk.footprints.records.casemix;

import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** A row of the table of coefficients: a level of a covariate in the model of an outcome. */
public record CaseMixCoefficient(
    @Column(value = "readmission, death, zero_day or bed_days.", required = true) CaseMixOutcome outcome,
    @Column(value = "The covariate; intercept for the constant.", required = true) String covariate,
    @Column(value = "The level, or the levels that share a coefficient.", required = true) String level,
    @Column(value = "feature, reference, shared (of levels with few spells), aliased (a sum of other features), few or "
        + "left_out (never or always with the outcome).", required = true) String use,
    @Column("The coefficient: log odds ratio, or logarithm of a ratio for bed_days; absent where none was estimated.")
    double coefficient,
    @Column("Its standard error.") double standardError,
    @Column("Odds ratio, or ratio for bed_days, over the reference level.") double ratio,
    @Column("Lower 95% limit of the ratio.") double ratioLower95,
    @Column("Upper 95% limit of the ratio.") double ratioUpper95,
    @Column(value = "Number of the feature, from 0; absent for others.") Integer feature,
    @Column("Number of the level, of which several may share a feature; absent for the constant.") Integer levelNumber,
    @Column(value = "artificial (draw no conclusions), real or not known.", required = true) String records) {

  /** The table {@code case_mix_coefficients}. */
  public static final RecordTable<CaseMixCoefficient> TABLE =
      RecordTable.of("case_mix_coefficients", "outcome x covariate x level of a model of case mix, made of records",
          CaseMixCoefficient.class, "outcome", "covariate", "level");

  static final double Z95 = 1.959963984540054;

  static CaseMixCoefficient estimate(CaseMixOutcome outcome, String covariate, String level, String use,
      Integer feature, Integer number, double coefficient, double error, String records) {
    return new CaseMixCoefficient(outcome, covariate, level, use, coefficient, error, Math.exp(coefficient),
        Math.exp(coefficient - Z95 * error), Math.exp(coefficient + Z95 * error), feature, number, records);
  }

  static CaseMixCoefficient none(CaseMixOutcome outcome, String covariate, String level, String use, int number,
      String records) {
    double one = use.equals("reference") ? 1 : Double.NaN;
    return new CaseMixCoefficient(outcome, covariate, level, use, use.equals("reference") ? 0 : Double.NaN, Double.NaN,
        one, Double.NaN, Double.NaN, null, number, records);
  }
}
