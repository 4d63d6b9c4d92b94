package uk.footprints.report.variation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.report.EvidenceBuilder;
import uk.footprints.report.variation.AreaDeprivation.GroupSummary;
import uk.footprints.report.variation.AreaDeprivation.SmallAreaLookup;
import uk.footprints.report.variation.AreaDeprivation.SmallAreaRank;

/** Slopes over deprivation and models by year, on five footprints with one small area each. */
class InequalityReportTest {

  private static final String NEL = "non_elective_per_1000";
  private static final String STP = "stp_2021";
  private static final List<String> AREAS = List.of("E54000007", "E54000008", "E54000009", "E54000010", "E54000011");

  /** The first area is the most deprived and has the most; each year has 10 more everywhere. */
  private static EvidenceBuilder builder(String edition) {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int i = 0; i < AREAS.size(); i++) {
      for (int year = 2015; year < 2018; year++) {
        builder.answer(
            NEL, STP, AREAS.get(i), Period.financialYear(year), 50 - 10 * i + 10 * (year - 2015), 1_000);
      }
      builder.line(AreaDeprivation.LOOKUPS, new SmallAreaLookup("lsoa_2011", "E0100000" + i, STP, AREAS.get(i)));
      builder.line(AreaDeprivation.SMALL_AREAS, new SmallAreaRank("E0100000" + i, edition, i + 1));
    }
    return builder;
  }

  @Test
  void theSlopeIsOfEachYear() {
    List<Map<String, Object>> rows = builder("2015").rows(new InequalityReport());
    assertThat(rows).hasSize(3).allMatch(r -> r.get("geography").equals("country") && r.get("among").equals(STP));
    assertThat((Double) rows.get(0).get("slope_index")).isCloseTo(50, within(1e-9));
    assertThat((Double) rows.get(0).get("most_deprived")).isCloseTo(55, within(1e-9));
    assertThat((Double) rows.get(2).get("most_deprived")).isCloseTo(75, within(1e-9));
    assertThat((Double) rows.get(2).get("relative_index")).isCloseTo(3, within(1e-9));
    assertThat(rows).allMatch(r -> r.get("deprivation_edition").equals(2015L));
    assertThat(rows.get(0).get("method")).asString().endsWith("mean place of small areas, indices of 2015");
  }

  @Test
  void aLaterEditionStandsForEarlierYearsWhereThereIsNoOther() {
    assertThat(builder("2019").rows(new InequalityReport()).get(0).get("deprivation_edition")).isEqualTo(2019L);
  }

  @Test
  void withoutDeprivationThereIsNoRow() {
    EvidenceBuilder builder = new EvidenceBuilder();
    AREAS.forEach(area -> builder.answer(NEL, STP, area, Period.financialYear(2015), 10, 1_000));
    assertThat(builder.rows(new InequalityReport())).isEmpty();
  }

  @Test
  void summariesOfGroupsServeWhereSmallAreasAreAbsent() {
    EvidenceBuilder builder =
        new EvidenceBuilder().line(AreaDeprivation.GROUPS, new GroupSummary("E38000041", "IMD", "2015", 16_422));
    AreaDeprivation deprivation = new AreaDeprivation(builder.evidence());
    assertThat(deprivation.find("stp_2016", "E54000002", Period.financialYear(2016)))
        .hasValueSatisfying(found -> assertThat(found.place()).isCloseTo(50, within(1e-9)));
  }

  /** Three groups became Coventry and Warwickshire in April 2021; the group of Bolton went on under its code. */
  @Test
  void aGroupThatWasMergedHasTheMeanOfThoseBefore() {
    EvidenceBuilder builder =
        new EvidenceBuilder()
            .line(AreaDeprivation.GROUPS, new GroupSummary("E38000038", "IMD", "2015", 20_000))
            .line(AreaDeprivation.GROUPS, new GroupSummary("E38000164", "IMD", "2015", 14_000))
            .line(AreaDeprivation.GROUPS, new GroupSummary("E38000195", "IMD", "2015", 8_000))
            .line(AreaDeprivation.GROUPS, new GroupSummary("E38000016", "IMD", "2015", 16_422));
    AreaDeprivation deprivation = new AreaDeprivation(builder.evidence());
    Map<String, List<String>> codes =
        Map.of(
            "ccg", List.of("B2M3M", "00T"), "sub_icb", List.of("E38000251", "E38000016"),
            "ccg_2021", List.of("E38000251", "E38000016"));
    codes.forEach((geography, pair) -> {
      assertThat(deprivation.find(geography, pair.get(0), Period.financialYear(2021))).as(geography)
          .hasValueSatisfying(found -> assertThat(found.place()).isCloseTo(100 * 14_000 / 32_844.0, within(1e-9)))
          .hasValueSatisfying(found -> assertThat(found.method()).startsWith("mean place of commissioning groups"));
      assertThat(deprivation.find(geography, pair.get(1), Period.financialYear(2021))).as(geography)
          .hasValueSatisfying(found -> assertThat(found.place()).isCloseTo(50, within(1e-9)))
          .hasValueSatisfying(found -> assertThat(found.method()).startsWith("place of the group"));
    });
  }

  /** Drivers have a model for each year, not for the latest alone. */
  @Test
  void modelsAreOfEveryYear() {
    EvidenceBuilder builder = builder("2015");
    for (int i = 0; i < AREAS.size(); i++) {
      for (int age : new int[] {5, 40, 70, 88}) {
        builder.people(STP, AREAS.get(i), LocalDate.of(2016, 6, 30), age, 100 + 10 * i + age);
      }
    }
    List<Map<String, Object>> rows = builder.rows(new Drivers());
    assertThat(rows).extracting(r -> r.get("period_start").toString()).contains("2015-04-01", "2017-04-01");
    assertThat(rows).extracting(r -> r.get("term")).contains("deprivation");
  }
}
