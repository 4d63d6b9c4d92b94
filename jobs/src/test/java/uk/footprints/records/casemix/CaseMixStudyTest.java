package uk.footprints.records.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.SparkTestSession;
import uk.footprints.records.casemix.ExpectedCounts.Method;
import uk.footprints.records.casemix.ExpectedCounts.PlaceYear;
import uk.footprints.records.casemix.ExpectedCounts.Sum;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.statistics.Significance;

/** Models by MLlib on made-up spells whose true risks are known, and on spells that no model fits. */
@Tag("integration")
class CaseMixStudyTest {

  private static final int PROVIDERS = 20;
  private static final int GOOD = 4;
  private static final int BAD = 15;

  @TempDir Path folder;

  private CaseMixResult study(String name, List<Row> rows, int files) {
    return study(name, rows, files, Set.of());
  }

  private CaseMixResult study(String name, List<Row> rows, int files, Set<EpisodeField> lacking) {
    return new CaseMixStudy(DiagnosisGroups.ofReference(), ComorbidityList.charlson(), lacking, Set.of(), "artificial", 8)
        .of(SparkTestSession.local(), CaseMixSample.write(folder.resolve(name), rows, files), rows.size());
  }

  private static Sum provider(CaseMixResult result, int number, CaseMixOutcome outcome, Method method) {
    return result.expected().find(new PlaceYear("provider", "R%02d".formatted(number), 2016), outcome, method).orElseThrow();
  }

  private static Map<String, CaseMixCoefficient> estimates(CaseMixResult result) {
    return result.coefficients().stream().collect(
        Collectors.toMap(row -> row.covariate() + "|" + row.level(), row -> row));
  }

  @Test
  void knownEffectsAndKnownProvidersAreFoundAndAPlainFitAgrees() {
    Random random = new Random(7);
    List<CaseMixSample.Spell> spells = CaseMixSample.spells(random, PROVIDERS, 1500);
    List<Row> rows = CaseMixSample.rows(random, spells, spell -> spell.logOdds()
        + (spell.provider() == GOOD ? -0.6 : spell.provider() == BAD ? 0.6 : 0));
    CaseMixResult result = study("known", rows, 3);
    assertThat(result.modelled()).containsExactly(CaseMixOutcome.READMISSION);
    assertThat(CaseMixRatios.position(provider(result, BAD, CaseMixOutcome.READMISSION, Method.MODEL)))
        .isEqualTo(Significance.HIGH_998);
    assertThat(CaseMixRatios.position(provider(result, GOOD, CaseMixOutcome.READMISSION, Method.MODEL)))
        .isEqualTo(Significance.LOW_998);
    assertThat(CaseMixRatios.position(provider(result, BAD, CaseMixOutcome.READMISSION, Method.CELLS)))
        .isEqualTo(Significance.HIGH_998);

    // Months have no effect, but they are features, so the plain fit has them too.
    Map<String, CaseMixCoefficient> estimates = estimates(result);
    CaseMixCoefficient failure = estimates.get("heart_failure|Congestive heart failure");
    assertThat(failure.coefficient()).isCloseTo(CaseMixSample.HEART_FAILURE, within(3.5 * failure.standardError()));
    CaseMixCoefficient emergency = estimates.get("admission_method|21 and 2A accident and emergency department");
    assertThat(emergency.coefficient()).isCloseTo(CaseMixSample.EMERGENCY, within(3.5 * emergency.standardError()));
    assertThat(emergency.standardError()).isBetween(0.02, 0.06);
    Map<String, CaseMixModelRow> model = result.models().stream()
        .collect(Collectors.toMap(row -> row.part() + "|" + row.item(), row -> row));
    assertThat(model.get("fit|c_statistic").value()).isBetween(0.6, 0.75);
    assertThat(model.get("fit|spells_used").spellsCount()).isEqualTo(rows.size());
    double observed = result.expected().observed(CaseMixOutcome.READMISSION).get("provider");
    double expected = 0;
    for (int p = 0; p < PROVIDERS; p++) {
      expected += provider(result, p, CaseMixOutcome.READMISSION, Method.MODEL).expected();
    }
    assertThat(expected).isCloseTo(observed, within(1e-4));
    assertPlainFitAgrees(rows, result);
  }

  /** Features by the numbers that the table of coefficients gives them. */
  private static void assertPlainFitAgrees(List<Row> rows, CaseMixResult result) {
    List<CaseMixFactor> factors = CaseMixFactor.list(DiagnosisGroups.ofReference(), ComorbidityList.charlson());
    Map<String, CaseMixCoefficient> estimates = estimates(result);
    int features = (int) result.coefficients().stream().map(CaseMixCoefficient::feature).distinct().count() - 1;
    int[][] on = new int[rows.size()][];
    long[] trials = new long[rows.size()];
    long[] events = new long[rows.size()];
    for (int i = 0; i < on.length; i++) {
      long pattern = rows.get(i).getLong(3);
      on[i] = factors.stream()
          .map(factor -> estimates.get(factor.id() + "|" + factor.labels().apply(factor.level(pattern))).feature())
          .filter(feature -> feature != null).mapToInt(Integer::intValue).toArray();
      trials[i] = 1;
      events[i] = rows.get(i).getInt(4) >> 1 & 1;
    }
    LogisticFit plain = LogisticFit.of(on, trials, events, features);
    for (CaseMixCoefficient row : result.coefficients()) {
      if (row.feature() != null || row.covariate().equals("intercept")) {
        int at = row.feature() == null ? 0 : row.feature() + 1;
        assertThat(row.coefficient()).as(row.covariate() + row.level()).isCloseTo(plain.coefficients()[at], within(1e-9));
        assertThat(row.standardError()).as(row.covariate() + row.level()).isCloseTo(plain.errors()[at], within(1e-7));
      }
    }
  }

  @Test
  void theSameNumbersComeFromAnyNumberOfFilesAndPartitions() {
    Random random = new Random(8);
    List<Row> rows = CaseMixSample.rows(random, CaseMixSample.spells(random, 5, 400), CaseMixSample.Spell::logOdds);
    CaseMixResult one = study("one", rows, 1);
    CaseMixResult seven = study("seven", rows, 7);
    assertThat(one.coefficients()).hasSameSizeAs(seven.coefficients());
    for (int i = 0; i < one.coefficients().size(); i++) {
      assertThat(seven.coefficients().get(i).coefficient()).as(one.coefficients().get(i).level())
          .isEqualTo(one.coefficients().get(i).coefficient(), within(1e-9));
    }
    for (int p = 0; p < 5; p++) {
      assertThat(provider(seven, p, CaseMixOutcome.READMISSION, Method.MODEL).expected())
          .isEqualTo(provider(one, p, CaseMixOutcome.READMISSION, Method.MODEL).expected(), within(1e-9));
      assertThat(provider(seven, p, CaseMixOutcome.READMISSION, Method.CELLS))
          .isEqualTo(provider(one, p, CaseMixOutcome.READMISSION, Method.CELLS));
    }
  }

  @Test
  void nightsAreModelledWithAllTheirVariance() {
    Random random = new Random(9);
    List<Row> rows = new ArrayList<>();
    for (CaseMixSample.Spell spell : CaseMixSample.spells(random, 10, 500)) {
      double mean = Math.exp(0.5 + CaseMixSample.AGE[spell.age()]) * (spell.provider() == 3 ? 1.5 : 1);
      rows.add(CaseMixSample.row(1, spell.provider(), spell.pattern(), 0,
          (int) (-mean * Math.log(1 - random.nextDouble()))));
    }
    CaseMixResult result = study("nights", rows, 2);
    assertThat(result.modelled()).containsExactlyInAnyOrder(CaseMixOutcome.ZERO_DAY, CaseMixOutcome.BED_DAYS);
    Sum longer = provider(result, 3, CaseMixOutcome.BED_DAYS, Method.MODEL);
    assertThat(CaseMixRatios.position(longer)).isEqualTo(Significance.HIGH_998);
    assertThat(longer.variance()).isGreaterThan(1.5 * longer.expected());
    assertThat(CaseMixRatios.position(provider(result, 3, CaseMixOutcome.ZERO_DAY, Method.MODEL)))
        .isIn(Significance.LOW_95, Significance.LOW_998);
  }

  @Test
  void whereNobodyDiesThereIsNoModelOfDeathAndASentence() {
    Random random = new Random(10);
    List<Row> rows = CaseMixSample.rows(random, CaseMixSample.spells(random, 1, 600), CaseMixSample.Spell::logOdds);
    CaseMixResult result = study("alive", rows, 1);
    assertThat(result.modelled()).containsExactly(CaseMixOutcome.READMISSION);
    assertThat(result.sentences()).contains(
        "Case mix, deaths in hospital: there is none in all 600 spells, so there is no model.",
        "Case mix: there is one provider only, R00, so there is nothing to compare it with.",
        "Case mix, emergency stays without a night: no spell can have one, so there is no model.");
  }

  @Test
  void aCovariateThatIsConstantOrNotKnownForAThirdIsLeftOut() {
    Random random = new Random(11);
    List<Row> rows = new ArrayList<>();
    List<CaseMixSample.Spell> spells = CaseMixSample.spells(random, 4, 400);
    for (int i = 0; i < spells.size(); i++) {
      long pattern = spells.get(i).pattern();
      long unknown = i % 3 == 0 ? pattern & ~(127L << CaseMixPattern.DIAGNOSIS) : pattern;
      rows.add(CaseMixSample.row(0, spells.get(i).provider(), unknown,
          1 | (CaseMixSample.happens(random, spells.get(i).logOdds()) ? 2 : 0), 0));
    }
    CaseMixResult result = study("third", rows, 1, Set.of(EpisodeField.COMORBIDITIES));
    assertThat(result.modelled()).containsExactly(CaseMixOutcome.READMISSION);
    assertThat(result.sentences())
        .contains("Case mix, readmissions within 30 days: diagnosis_group is left out of the model: not known for 33% of "
            + "spells.")
        .anyMatch(sentence -> sentence.contains("deprivation_tenth, admission_source, emergencies_before are left out of "
            + "the model: the same for all spells"))
        .anyMatch(sentence -> sentence.contains("heart_failure") && sentence.contains("the records lack"));
    assertThat(result.coefficients()).noneMatch(
        row -> row.covariate().equals("diagnosis_group") && row.feature() != null);
  }

  @Test
  void completeSeparationGivesNoModelButTheCells() {
    Random random = new Random(12);
    List<Row> rows = new ArrayList<>();
    // Readmitted are exactly those who came as an emergency or are older, so no level alone separates them.
    for (CaseMixSample.Spell spell : CaseMixSample.spells(random, 4, 300)) {
      boolean readmitted = (spell.age() > 1 ? 1 : 0) + (spell.method() == 2 ? 1 : 0) + (spell.heartFailure() ? 1 : 0) > 1;
      rows.add(CaseMixSample.row(0, spell.provider(), spell.pattern(), 1 | (readmitted ? 2 : 0), 0));
    }
    CaseMixResult result = study("separated", rows, 1);
    assertThat(result.modelled()).isEmpty();
    assertThat(result.standardised()).contains(CaseMixOutcome.READMISSION);
    assertThat(result.coefficients()).isEmpty();
    assertThat(result.sentences()).anyMatch(sentence -> sentence.contains("the fit does not settle"));
  }

  @Test
  void aLevelThatNeverHasTheOutcomeIsLeftOutAndNoneIsExpectedOfIt() {
    Random random = new Random(13);
    List<Row> rows = new ArrayList<>(
        CaseMixSample.rows(random, CaseMixSample.spells(random, 3, 300), CaseMixSample.Spell::logOdds));
    long birth = CaseMixPattern.of(0, 1, 5, 7, 4, 100, 0, CaseMixSample.APRIL, 0, 0);
    for (int i = 0; i < 40; i++) {
      rows.add(CaseMixSample.row(0, 9, birth, 1, 0));
    }
    CaseMixResult result = study("births", rows, 1);
    assertThat(provider(result, 9, CaseMixOutcome.READMISSION, Method.MODEL)).isEqualTo(new Sum(40, 0, 0, 0));
    assertThat(result.models()).anyMatch(row -> row.item().equals("spells_left_out") && row.spellsCount() == 40);
    assertThat(result.coefficients()).anyMatch(row -> row.use().equals("left_out") && row.level().equals("82-83 birth"));
  }

  @Test
  void withoutSpellsThereIsASentence() {
    CaseMixResult result = new CaseMixStudy(
        DiagnosisGroups.ofReference(), ComorbidityList.charlson(), Set.of(), Set.of(), "real", 8)
        .of(SparkTestSession.local(), new org.apache.hadoop.fs.Path(folder.toUri()), 0);
    assertThat(result.sentences()).containsExactly("Case mix: there are no spells, so there is no model.");
  }
}
