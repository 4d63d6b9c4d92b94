package uk.footprints.report.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.EvidenceBuilder;

/** What belongs to no area is counted and named. */
class PlacementReportsTest {

  private static final Period APRIL = Period.month(2016, 4);

  /** A commissioning group that is wholly in one footprint, and an organisation that no register has. */
  private static Evidence evidence() {
    return new EvidenceBuilder()
        .geographies("stp_2016")
        .figure("mar_commissioner", "mar.non_elective", "07P", APRIL, 100)
        .figure("mar_commissioner", "mar.non_elective", "07P", Period.financialYear(2016), 1_200)
        .figure("mar_commissioner", "mar.non_elective", "ZZZ", APRIL, 50)
        .figure("mar_commissioner", "mar.non_elective", "ZZX", APRIL, Double.NaN)
        .evidence();
  }

  @Test
  void theShareInAreasAndTheRestAddUpToEngland() {
    List<MappedShare.Row> rows = new MappedShare().rows(evidence());
    assertThat(rows).extracting(MappedShare.Row::basis).containsExactly("as_was", "as_now");
    MappedShare.Row asWas = rows.get(0);
    assertThat(asWas.activity()).isEqualTo("non_elective_by_commissioner");
    assertThat(asWas.england()).as("months only").isEqualTo(150);
    assertThat(asWas.inAreas()).isEqualTo(100);
    assertThat(asWas.unassigned()).isEqualTo(50);
    assertThat(asWas.difference()).isZero();
    assertThat(asWas.mappedSharePct()).isCloseTo(66.667, within(0.001));
    assertThat(asWas.organisations()).isEqualTo(2);
    assertThat(asWas.inOneArea()).isEqualTo(1);
    assertThat(asWas.inSeveral()).isZero();
    assertThat(asWas.unplaced()).isEqualTo(1);
    assertThat(asWas.whoIsUnplaced()).isEqualTo("ZZZ 33.333%");
  }

  @Test
  void anOrganisationWithoutAnAreaIsNamedWithTheReason() {
    List<PlacementReport.Row> rows =
        new PlacementReport().rows(evidence()).stream().filter(row -> row.orgCode().equals("ZZZ")).toList();
    assertThat(rows).hasSize(1);
    PlacementReport.Row row = rows.get(0);
    assertThat(row.areaCode()).isEqualTo(IndicatorValue.UNASSIGNED);
    assertThat(row.asWas()).isEqualTo(50);
    assertThat(row.asNow()).isEqualTo(50);
    assertThat(row.difference()).isZero();
    assertThat(row.shareOfEnglandPct()).isCloseTo(33.333, within(0.001));
    assertThat(row.because()).isEqualTo("no area of this geography is known for it");
  }
}
