package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import uk.footprints.runtime.UserException;

class GridTest {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /**
   * Points that Ordnance Survey publishes to test the exact transformation (OSTN15): the shift used here comes within 5
   * m.
   */
  @ParameterizedTest
  @CsvSource({
    "-6.29977752014, 49.92226393730, 91492.146, 11318.804", // St Mary's, Isles of Scilly
    "-5.20304609998, 49.96006137820, 170370.718, 11572.405", // Cornwall
    "-1.66379168242, 53.80021520219, 422242.186, 433818.701" // Leeds
  })
  void degrees_to_metres_within_five_metres(double longitude, double latitude, double easting, double northing) {
    Geometry place = SHAPES.createPoint(new Coordinate(longitude, latitude));
    Coordinate metres = Grid.DEGREES.toMetres(place).getCoordinate();
    assertThat(metres.distance(new Coordinate(easting, northing))).isLessThan(5);
  }

  @Test
  void there_and_back() {
    Geometry place = SHAPES.createPoint(new Coordinate(-2.3, 52.7));
    Coordinate back = Grid.METRES.toDegrees(Grid.DEGREES.toMetres(place)).getCoordinate();
    assertThat(back.x).isCloseTo(-2.3, within(1e-7));
    assertThat(back.y).isCloseTo(52.7, within(1e-7));
  }

  @Test
  void projections_by_name() {
    assertThat(Grid.named("f", "urn:ogc:def:crs:OGC:1.3:CRS84")).isEqualTo(Grid.DEGREES);
    assertThat(Grid.named("f", "EPSG:4326")).isEqualTo(Grid.DEGREES);
    assertThat(Grid.named("f", "urn:ogc:def:crs:EPSG::27700")).isEqualTo(Grid.METRES);
    assertThatThrownBy(() -> Grid.named("map.geojson", "EPSG:3857"))
        .isInstanceOf(UserException.class)
        .hasMessage("map.geojson is in coordinates that Footprints does not know: EPSG:3857.");
  }
}
