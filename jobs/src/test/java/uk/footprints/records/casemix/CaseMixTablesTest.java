package uk.footprints.records.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.footprints.runtime.UserException;

/** The reference tables of case mix, patterns of covariates, and what models are judged by, on tiny tables. */
class CaseMixTablesTest {

  private static final String HEADER = "condition,name,icd10_prefix,weight_1987,weight_2011,source\n";

  @Test
  void charlsonHasSeventeenConditionsByTheCodesOfQuan() {
    ComorbidityList list = ComorbidityList.charlson();
    assertThat(list.conditions()).hasSize(17);
    assertThat(names(list, "I500")).isEqualTo("heart_failure");
    assertThat(names(list, "I252")).isEqualTo("myocardial_infarction");
    assertThat(names(list, "I259")).isEmpty();
    assertThat(names(list, "E112")).isEqualTo("diabetes_complicated");
    assertThat(names(list, "E119")).isEqualTo("diabetes");
    assertThat(names(list, "C780")).isEqualTo("metastatic");
    assertThat(names(list, "K703")).isEqualTo("mild_liver");
    assertThat(names(list, "K704")).isEqualTo("severe_liver");
    assertThat(names(list, "J449")).isEqualTo("chronic_pulmonary");
    assertThat(names(list, "B24X")).isEqualTo("aids");
    assertThat(names(list, "")).isEmpty();
    assertThat(names(list, "i50")).isEmpty();
    assertThat(names(list, "I5")).isEmpty();
  }

  private static String names(ComorbidityList list, String code) {
    byte[] bytes = code.getBytes(StandardCharsets.US_ASCII);
    int bits = list.of(bytes, 0, bytes.length);
    return bits == 0 ? "" : list.conditions().get(Integer.numberOfTrailingZeros(bits)).id();
  }

  @Test
  void aCodeThatIsInTheListTwiceIsNamedWithBothRows() {
    assertThatThrownBy(() -> ComorbidityList.of("list.csv", HEADER + "a,A,I21,1,1,x\nb,B,I21,1,1,x\n"))
        .isInstanceOf(UserException.class)
        .hasMessage("list.csv, row 3, column icd10_prefix: the code I21 is there already, in row 2; a code counts for one "
            + "condition and once.");
    assertThatThrownBy(() -> ComorbidityList.of("list.csv", HEADER + "a,A,I25,1,1,x\na,A,I252,1,1,x\n"))
        .isInstanceOf(UserException.class).hasMessageContaining("row 3").hasMessageContaining("I252");
  }

  @Test
  void aCellThatIsNoCodeOrWeightIsNamed() {
    assertThatThrownBy(() -> ComorbidityList.of("list.csv", HEADER + "a,A,I2,1,1,x\n"))
        .isInstanceOf(UserException.class).hasMessageContaining("row 2, column icd10_prefix: 'I2'");
    assertThatThrownBy(() -> ComorbidityList.of("list.csv", HEADER + "a,A,I21,one,1,x\n"))
        .isInstanceOf(UserException.class).hasMessageContaining("'one' is no whole number");
    assertThatThrownBy(() -> ComorbidityList.of("list.csv", HEADER + "a,A,I21\n"))
        .isInstanceOf(UserException.class).hasMessageContaining("3 cells where 6 are expected");
  }

  @Test
  void diagnosesHaveOneGroup() {
    DiagnosisGroups groups = DiagnosisGroups.ofReference();
    assertThat(groups.name(groups.of("I214"))).isEqualTo("I21-I22 Myocardial infarction");
    assertThat(groups.name(groups.of("S72X"))).startsWith("S72-S72");
    assertThat(groups.of("")).isZero();
    assertThat(groups.of("???")).isZero();
    assertThat(groups.name(0)).isEqualTo("not known");
  }

  @Test
  void aPatternHoldsItsCovariates() {
    long pattern = CaseMixPattern.of(18, 2, 10, CaseMixPattern.method("2A"), CaseMixPattern.source("19"), 122, 4,
        2017 * 12 + 2, 1 << 16 | 2, CaseMixPattern.procedure("X"));
    var factors = CaseMixFactor.list(DiagnosisGroups.ofReference(), ComorbidityList.charlson());
    assertThat(factors.stream().map(factor -> factor.labels().apply(factor.level(pattern))).toList().subList(0, 9))
        .containsExactly("90+ female", "10", "21 and 2A accident and emergency department",
            "19 and 29 own or temporary residence", "Z55-Z99 Other contacts", "3 to 4", "2017-03", "none",
            "Congestive heart failure");
    assertThat(factors.get(factors.size() - 1).level(pattern)).isOne();
    assertThat(CaseMixPattern.financialYear(pattern)).isEqualTo(2016);
    assertThat(CaseMixPattern.cell(pattern)).isNotEqualTo(CaseMixPattern.cell(pattern ^ 1L << CaseMixPattern.PROCEDURE));
    assertThat(CaseMixPattern.cell(pattern)).isEqualTo(CaseMixPattern.cell(pattern ^ 1L << CaseMixPattern.COMORBIDITIES));
  }

  @Test
  void aFeatureThatIsTheSumOfOthersIsAliased() {
    // Ten spells: four births, of which one and three have two diagnoses; nobody else has them.
    long[][] shared = {{10}, {4, 4}, {1, 1, 1}, {3, 3, 0, 3}};
    assertThat(AliasedFeatures.of(shared)).containsExactly(false, false, true);
    long[][] constant = {{10}, {10, 10}};
    assertThat(AliasedFeatures.of(constant)).containsExactly(true);
  }

  @Test
  void theConcordanceIsTheShareOfPairsInOrder() {
    RiskHistogram risks = new RiskHistogram();
    risks.add(-2, 0.1, 3, 0);
    risks.add(-1, 0.25, 2, 1);
    risks.add(1, 0.75, 2, 1);
    // Pairs of one with and one without: 2 x 5 = 10. In order: 3 + 0.5 of the lower, 4 + 0.5 of the higher.
    assertThat(risks.concordance()).isEqualTo(0.8);
    assertThat(risks.tenths().stream().mapToLong(RiskHistogram.Tenth::spells).sum()).isEqualTo(7);
  }
}
