package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteLocationCheckTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();

  private static final LocalDate DAY = LocalDate.of(2022, 9, 30);

  @Test
  void each_site_agrees_or_is_named() {
    Boundaries squares =
        Boundaries.of(AREAS, BoundariesTest.fourSquares("code", BoundariesTest.CODES, -2, 52, 1));
    List<Site> sites =
        List.of(
            new Site("R1H", "Barts", -1.5, 53.5), // London's square
            new Site("RJE", "Stoke", -1.5, 52.5), // in the square of the North
            new Site("RTF", "Northumbria", -9, 52.5), // at sea
            new Site("ZZZ", "Nobody", -1.5, 53.5));
    SiteLocationCheck result = SiteLocationCheck.of(AREAS, new PointInArea(squares), sites, DAY);
    assertThat(result.agreed()).isEqualTo(1);
    assertThat(result.disagreements())
        .extracting(SiteLocationCheck.Disagreement::message)
        .containsExactly(
            "Stoke (RJE): the register has it in Midlands and East of England, the map in North of England.",
            "Northumbria (RTF): the register has it in North of England, the map in no area.");
    assertThat(result.unregistered()).extracting(Site::code).containsExactly("ZZZ");
  }

  @Test
  void real_sites_of_trusts() throws IOException {
    List<Site> trusts = Site.list(SharedFiles.geoJson("geographr_converted/points_nhs_trusts22.geojson"));
    Boundaries boards = footprints();
    SiteLocationCheck result = SiteLocationCheck.of(AREAS, new PointInArea(boards), trusts, DAY);
    assertThat(result.agreed()).isEqualTo(212);
    // Headquarters across a border from the footprint that the trust belongs to.
    assertThat(result.disagreements()).extracting(d -> d.site().code()).containsExactly("RP6", "RV3", "RXT");
    assertThat(result.unregistered()).extracting(Site::code).containsExactly("RQF", "RT4", "RYT"); // Wales
  }

  @Test
  void real_hospitals_lie_in_areas() throws IOException {
    List<Site> hospitals = Site.list(SharedFiles.geoJson("geographr_converted/points_hospitals22.geojson"));
    Boundaries boards = footprints();
    PointInArea map = new PointInArea(boards);
    List<Site> nowhere = hospitals.stream().filter(s -> map.locate(s.longitude(), s.latitude()).isEmpty()).toList();
    assertThat(nowhere).extracting(Site::name).containsExactly("Spire Yale Hospital"); // Wrexham
  }

  private static Boundaries footprints() throws IOException {
    return Boundaries.of(AREAS, SharedFiles.geoJson("geographr_converted/boundaries_stp21.geojson"));
  }
}
