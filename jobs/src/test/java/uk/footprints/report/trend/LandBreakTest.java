package uk.footprints.report.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.report.EvidenceBuilder;

/** Charts, trends and contributions of an area whose land changed: Cumbria (footprint of 01H) in April 2017. */
class LandBreakTest {

  private static final String NEL = "non_elective_per_1000";
  private static final String STP = "stp_2016";
  private static final String CUMBRIA = "E54000002";
  private static final String KENT = "E54000032";

  /** 100 a month before April 2017, 150 since. */
  private static EvidenceBuilder months(String area) {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int m = 2015 * 12 + 3; m < 2019 * 12 + 3; m++) {
      builder.answer(NEL, STP, area, Period.month(m / 12, m % 12 + 1), m < 2017 * 12 + 3 ? 100 : 150, 1_000);
    }
    return builder;
  }

  private static Map<String, Object> on(List<Map<String, Object>> rows, LocalDate day) {
    return rows.stream().filter(r -> day.equals(r.get("period_start"))).findFirst().orElseThrow();
  }

  @Test
  void aControlChartStartsAgainWhereTheLandChanged() {
    List<Map<String, Object>> rows = months(CUMBRIA).rows(new ControlCharts());
    Map<String, Object> march = on(rows, LocalDate.of(2017, 3, 1));
    Map<String, Object> april = on(rows, LocalDate.of(2017, 4, 1));
    assertThat((Double) april.get("mean")).isGreaterThan(1.3 * (Double) march.get("mean"));
    assertThat(march.get("n")).isEqualTo(24L);
    assertThat(april.get("reason")).asString().contains("chart starts in April 2017: Cumbria CCG (01H)");
    assertThat(march.get("reason")).asString().doesNotContain("chart starts");
    assertThat(on(months(KENT).rows(new ControlCharts()), LocalDate.of(2017, 4, 1)).get("n")).isEqualTo(48L);
  }

  @Test
  void aLongTrendIsOfTheTimeSinceTheLandChanged() {
    Map<String, Object> cumbria = months(CUMBRIA).rows(new LongTrends()).get(0);
    assertThat(cumbria.get("first")).isEqualTo(LocalDate.of(2017, 4, 1));
    assertThat((Double) cumbria.get("growth_pct")).isCloseTo(0, within(2.0));
    assertThat(cumbria.get("reason")).asString().contains("the trend starts in April 2017");
    Map<String, Object> kent = months(KENT).rows(new LongTrends()).get(0);
    assertThat((Double) kent.get("growth_pct")).isGreaterThan(45);
  }

  @Test
  void aContributionSaysThatTheLandChanged() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (String area : List.of(CUMBRIA, KENT)) {
      builder.answer(NEL, STP, area, Period.financialYear(2016), 100, 1_000);
      builder.answer(NEL, STP, area, Period.financialYear(2017), 150, 1_000);
    }
    List<Map<String, Object>> rows = builder.rows(new Contributions());
    assertThat(rows.get(0).get("reason")).asString().startsWith("not the same land: Cumbria CCG (01H)");
    assertThat(rows.get(1).get("reason")).isNull();
  }
}
