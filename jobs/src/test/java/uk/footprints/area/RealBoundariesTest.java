package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundary files that were really published: recognised by their content, repaired, and of England's extent. */
class RealBoundariesTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();

  @ParameterizedTest
  @CsvSource({
    "geographr_converted/boundaries_stp21.geojson, stp_2021, 42",
    "geographr_converted/boundaries_icb22.geojson, icb_2022, 42",
    "geographr_converted/boundaries_ccg21.geojson, ccg_2021, 106",
    "ccgs_2020.json, ccg_2019, 191",
    "ccgs_2019.json, ccg_2018, 195",
    "ccgs_2018.json, ccg_2017, 207",
    "ccg_map_2016.geojson, ccg_2015, 209",
    "geogCCG2015.json, ccg_2015, 209"
  })
  void geojson_and_topojson(String file, String geography, int areas) throws IOException {
    check(Boundaries.of(AREAS, SharedFiles.geoJson(file)), geography, areas);
  }

  @Test
  void shapefile() throws IOException {
    Boundaries boundaries = Boundaries.of(AREAS, SharedFiles.shapefile());
    check(boundaries, "stp_2018", 42);
    assertThat(boundaries.notes()).containsExactly("stp.shp: feature 38 (E54000042) crossed itself and was repaired.");
  }

  @Test
  void a_group_that_lies_in_two_boards_is_drawn_in_one_and_a_note_says_so() throws IOException {
    Boundaries groups = Boundaries.of(AREAS, SharedFiles.geoJson("ccgs_2020.json"));
    assertThat(groups.joined(AREAS, "icb_2026").notes())
        .contains("99M is in 2 areas of icb_2026 and is drawn in E54000067.");
  }

  @ParameterizedTest
  @CsvSource({
    "ccgs_2018.json, stp_2016, 44", "ccgs_2018.json, stp_2017, 44", "ccgs_2019.json, stp_2018, 42",
    "ccgs_2020.json, icb_2026, 36"
  })
  void wider_areas_are_joined_from_groups(String file, String into, int areas) throws IOException {
    check(Boundaries.of(AREAS, SharedFiles.geoJson(file)).joined(AREAS, into), into, areas);
  }

  private static void check(Boundaries boundaries, String geography, int areas) {
    assertThat(boundaries.geography().id()).isEqualTo(geography);
    assertThat(boundaries.list()).hasSize(areas);
    assertThat(boundaries.list()).allMatch(boundary -> boundary.geometry().isValid());
    assertThat(boundaries.areaKm2()).isBetween(130_000.0, 134_000.0);
    BoundarySimplifier simplified = BoundarySimplifier.of(boundaries);
    assertThat(simplified.shapes()).hasSize(areas).noneMatch(shape -> shape.rings().isEmpty());
    assertThat(simplified.shapes().stream().mapToInt(shape -> shape.path(2640).length()).sum()).isLessThan(60_000);
  }
}
