package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.report.trend.TargetRuns;

/** Several trusts of an area miss a target together, month after month. Four of the trusts are in North West London. */
class TargetRunsTest {

  private static final String FOUR_HOURS = "ae_four_hour_type_1";
  private static final String AREA = "E54000027";
  private static final List<String> TRUSTS = List.of("RYJ", "RQM", "RAS", "R1K");

  private static Period month(int i) {
    return Period.month(2015, i);
  }

  /** Trusts reach these per cents in a month; one below zero cannot be compared. */
  private static EvidenceBuilder add(EvidenceBuilder builder, int month, int... percents) {
    for (int i = 0; i < percents.length; i++) {
      if (percents[i] < 0) {
        builder.incomplete(FOUR_HOURS, "trust", TRUSTS.get(i), month(month), 90, 100);
      } else {
        builder.answer(FOUR_HOURS, "trust", TRUSTS.get(i), month(month), percents[i], 100);
      }
    }
    return builder.answer(FOUR_HOURS, "stp_2016", AREA, month(month), 90, 100);
  }

  private static List<Map<String, Object>> runs(EvidenceBuilder builder, long atLeast) {
    return builder.rows(new TargetRuns()).stream()
        .filter(row -> row.get("geography").equals("stp_2016") && row.get("trusts_missing").equals(atLeast))
        .toList();
  }

  @Test
  void twoOfFourMissedForThreeMonths() {
    EvidenceBuilder builder = new EvidenceBuilder();
    add(builder, 1, 96, 96, 96, 90);
    add(builder, 2, 90, 90, 96, 96);
    add(builder, 3, 90, 90, 90, 96);
    add(builder, 4, 96, 90, 90, 96);
    add(builder, 5, 96, 96, 96, 90);
    List<Map<String, Object>> two = runs(builder, 2);
    assertThat(two).hasSize(1);
    assertThat(two.get(0))
        .containsEntry("area_code", AREA)
        .containsEntry("since", month(2).start())
        .containsEntry("until", month(4).end())
        .containsEntry("periods_in_a_row", 3L)
        .containsEntry("trusts_with_figure", 4L)
        .containsEntry("missed_by", "RAS RQM")
        .containsEntry("ongoing", false);
    assertThat(two.get(0).get("reason")).isNull();
    assertThat(runs(builder, 1).get(0))
        .containsEntry("periods_in_a_row", 5L)
        .containsEntry("ongoing", true);
    assertThat(String.valueOf(runs(builder, 1).get(0).get("reason"))).contains("may have begun earlier");
    assertThat(runs(builder, 3)).isEmpty();
  }

  @Test
  void anUnknownFigureEndsARunAndIsNamed() {
    EvidenceBuilder builder = new EvidenceBuilder();
    add(builder, 1, 96, 96, 96, 96);
    add(builder, 2, 90, 90, 96, 96);
    add(builder, 3, 90, 90, 96, 96);
    add(builder, 4, 90, -1, 96, 96);
    add(builder, 5, 96, 96, 96, 96);
    List<Map<String, Object>> two = runs(builder, 2);
    assertThat(two).hasSize(1);
    assertThat(two.get(0)).containsEntry("periods_in_a_row", 2L);
    assertThat(String.valueOf(two.get(0).get("reason"))).contains("may have gone on");
    assertThat(runs(builder, 1).get(0)).containsEntry("periods_in_a_row", 3L);
  }

  @Test
  void withoutTrustsThereAreNoRuns() {
    assertThat(
            new EvidenceBuilder()
                .answer(FOUR_HOURS, "stp_2016", AREA, month(1), 90, 100)
                .rows(new TargetRuns()))
        .isEmpty();
  }
}
