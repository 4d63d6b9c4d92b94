package uk.footprints.report.variation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.footprints.report.EvidenceBuilder;
import uk.footprints.report.variation.NeedIndex.PracticeFigure;

/** Need of boards relative to England, with the numbers by hand. */
class NeedIndexTest {

  private static final LocalDate LATEST = LocalDate.of(2024, 4, 1);
  private static final String PEOPLE = "allocation.population";
  private static final String NEEDED = "weighted.general_and_acute";

  private final EvidenceBuilder evidence = new EvidenceBuilder();

  private void figure(String kind, String board, LocalDate year, String measure, double value) {
    evidence.line(NeedIndex.WEIGHTED, new PracticeFigure(kind, board, year, measure, value));
  }

  @Test
  void needIsWeightedOverRegisteredPeopleInTheLatestYear() {
    figure("practice", "QYG", LATEST, PEOPLE, 60);
    figure("practice", "QYG", LATEST, PEOPLE, 40);
    figure("practice", "QYG", LATEST, NEEDED, 120);
    figure("practice", "QNC", LATEST, PEOPLE, 100);
    figure("practice", "QNC", LATEST, NEEDED, 80);
    figure("practice", "QNC", LATEST.minusYears(1), NEEDED, 900);
    figure("practice", "", LATEST, NEEDED, 900);
    figure("ccg", "QNC", LATEST, NEEDED, 900);
    figure("practice", "QNC", LATEST, NEEDED, Double.NaN);
    NeedIndex index = NeedIndex.of(evidence.evidence());
    assertThat(index.year()).isEqualTo("2024/25");
    assertThat(index.ratios()).containsOnlyKeys("E54000008", "E54000010");
    assertThat(index.ratios().get("E54000008")).isEqualTo(1.2);
    assertThat(index.ratios().get("E54000010")).isEqualTo(0.8);
  }

  @Test
  void withoutPracticesThereIsNoNeed() {
    figure("ccg", "QNC", LATEST, NEEDED, 900);
    NeedIndex index = NeedIndex.of(evidence.evidence());
    assertThat(index.geography()).isEmpty();
    assertThat(index.ratios()).isEmpty();
  }
}
