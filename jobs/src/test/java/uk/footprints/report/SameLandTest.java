package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.report.trend.GrowthReport;
import uk.footprints.report.trend.Trends;
import uk.footprints.report.variation.VariationSummary;

/** Two figures that are compared are of the same land, and two that are called the country's are of the same people. */
class SameLandTest {

  private static final String NEL = "non_elective_per_1000";
  private static final Period BEFORE = Period.financialYear(2021);
  private static final Period AFTER = Period.financialYear(2022);

  private static Map<String, Object> latest(EvidenceBuilder evidence, Report<?> report) {
    List<Map<String, Object>> rows = evidence.rows(report);
    return rows.get(rows.size() - 1);
  }

  @Test
  void aGroupWhoseLandChangedHasNoGrowthAcrossTheDay() {
    for (String group : List.of("E38000182", "E38000229", "E38000250", "E38000220")) {
      EvidenceBuilder evidence =
          new EvidenceBuilder()
              .answer(NEL, "ccg_2021", group, BEFORE, 100, 1_000).answer(NEL, "ccg_2021", group, AFTER, 110, 1_000);
      for (Report<?> report : List.of(new Trends(), new GrowthReport())) {
        Map<String, Object> row = latest(evidence, report);
        assertThat(row.get("growth_pct")).as(group).isNull();
        assertThat(row.get("reason")).asString().startsWith("not comparable: ");
      }
      assertThat(latest(evidence, new Trends()).get("growth_since_base_pct")).isNull();
    }
  }

  @Test
  void groupsAndBoardsOfTheSameLandHaveGrowth() {
    for (String[] area : new String[][] {{"ccg_2021", "E38000008"}, {"icb_2022", "E54000057"}, {"icb_2022", "E54000060"}}) {
      EvidenceBuilder evidence =
          new EvidenceBuilder()
              .answer(NEL, area[0], area[1], BEFORE, 100, 1_000).answer(NEL, area[0], area[1], AFTER, 110, 1_000);
      assertThat((Double) latest(evidence, new Trends()).get("growth_pct")).isCloseTo(10, within(1e-9));
    }
  }

  @Test
  void cumbriaHasNoGrowthAcrossApril2017AlsoWithPeopleOfBothYears() {
    EvidenceBuilder evidence =
        new EvidenceBuilder()
            .answer(NEL, "stp_2016", "E54000002", Period.financialYear(2016), 100, 1_000)
            .answer(NEL, "stp_2016", "E54000002", Period.financialYear(2017), 110, 1_000)
            .people("stp_2016", "E54000002", LocalDate.of(2016, 6, 30), 40, 1_000)
            .people("stp_2016", "E54000002", LocalDate.of(2017, 6, 30), 40, 1_000);
    assertThat(latest(evidence, new GrowthReport()).get("reason")).asString().contains("Cumbria");
  }

  @Test
  void theValueOfAllAreasSaysHowItDiffersFromEnglands() {
    EvidenceBuilder evidence = new EvidenceBuilder();
    for (String area : List.of("A", "B", "C", "D")) {
      evidence.answer(NEL, "stp_2016", area, AFTER, 100, 1_000);
    }
    evidence.incomplete(NEL, "stp_2016", "E", AFTER, 70, 1_000).unassigned(NEL, "stp_2016", AFTER, 30, Double.NaN)
        .answer(NEL, "country", "E92000001", AFTER, 500, 5_000);
    assertThat(latest(evidence, new VariationSummary()).get("country_value")).isEqualTo(100.0);
    evidence = new EvidenceBuilder();
    for (String area : List.of("A", "B", "C", "D")) {
      evidence.answer(NEL, "stp_2016", area, AFTER, 100, 1_000);
    }
    evidence.incomplete(NEL, "stp_2016", "E", AFTER, 70, 1_000).unassigned(NEL, "stp_2016", AFTER, 30, Double.NaN)
        .answer(NEL, "country", "E92000001", AFTER, 510, 5_000);
    assertThat(latest(evidence, new VariationSummary()).get("reason")).asString()
        .contains("England's own value is 102.000: 30 of the numerator belong to no area; "
            + "1 area that cannot be compared is left out of country_value, with 70 of the numerator");
  }
}
