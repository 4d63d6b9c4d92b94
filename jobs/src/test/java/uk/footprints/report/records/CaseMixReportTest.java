package uk.footprints.report.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.records.casemix.CaseMixOutcome;
import uk.footprints.records.casemix.ExpectedCounts.Method;
import uk.footprints.report.EvidenceBuilder;
import uk.footprints.statistics.Significance;

/** Four providers of 100 expected deaths each: z-scores are 20 times the root of a ratio less 1. */
class CaseMixReportTest {

  private static CaseMixReport.Row row(double[] crude, double[] adjusted) {
    EvidenceBuilder evidence = new EvidenceBuilder();
    for (int i = 0; i < crude.length; i++) {
      evidence.line(CaseMixReport.RATIOS, new CaseMixReport.Ratio(CaseMixOutcome.DEATH, Method.MODEL, "provider",
          LocalDate.of(2016, 4, 1), LocalDate.of(2017, 3, 31), 100 * crude[i], 100, crude[i], adjusted[i], 100,
          Significance.NOT_SIGNIFICANT, "reported", "real"));
    }
    List<CaseMixReport.Row> rows = new CaseMixReport().rows(evidence.evidence());
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void whatPatientsExplainIsTheVarianceThatGoes() {
    CaseMixReport.Row row = row(new double[] {1.5, 0.5, 1.2, 0.8}, new double[] {1.25, 0.75, 1.1, 0.9});
    assertThat(row.status()).isEqualTo("reported");
    assertThat(row.leftPct()).as("sums of squared z-scores beyond 3: 11.759 of 59.621").isCloseTo(19.723, within(0.001));
    assertThat(row.explainedPct()).isCloseTo(80.277, within(0.001));
    assertThat(row.crudeLowest()).isEqualTo(0.5);
    assertThat(row.adjustedHighest()).isEqualTo(1.25);
  }

  /** The sum of squared z-scores is 5.03: more than 3, its mean by chance, but chance exceeds 7.81 only in 5% of cases. */
  @Test
  void variationThatChanceMayHaveMadeHasNoShares() {
    CaseMixReport.Row row = row(new double[] {1.15, 0.85, 1.05, 0.95}, new double[] {1, 1, 1, 1});
    assertThat(row.status()).isEqualTo("no_value");
    assertThat(row.explainedPct()).isNaN();
    assertThat(row.leftPct()).isNaN();
    assertThat(row.reason()).isEqualTo("areas differ by no more than chance explains");
    assertThat(row.crudeSdPct()).isGreaterThan(0);
  }

  @Test
  void twoProvidersAreTooFew() {
    CaseMixReport.Row row = row(new double[] {1.5, 0.5}, new double[] {1, 1});
    assertThat(row.status()).isEqualTo("no_value");
    assertThat(row.reason()).isEqualTo("fewer than 3 can be compared");
  }
}
