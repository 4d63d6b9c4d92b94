package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.runtime.UserException;

/** Small maps of four regions, sound and broken. */
class BoundariesTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();

  static final List<String> CODES = List.of("E40000001", "E40000002", "E40000003", "E40000004");

  @Test
  void a_file_is_recognised_by_the_codes_in_it() {
    Boundaries boundaries = Boundaries.of(AREAS, fourSquares("code", CODES, -2, 52, 1));
    assertThat(boundaries.geography().id()).isEqualTo("nhs_region_2016");
    assertThat(boundaries.list()).extracting(Boundary::areaCode).containsExactlyElementsOf(CODES);
    // A degree of latitude is 111.3 km here, one of longitude 68.7 km in the south and 67.2 in the north.
    assertThat(boundaries.list().get(0).areaKm2()).isCloseTo(111.3 * 67.9, within(20.0));
    assertThat(boundaries.notes()).isEmpty();
  }

  @Test
  void or_by_the_names() {
    List<String> names = List.of("North of England", "MIDLANDS & EAST OF ENGLAND", "London", "South of England");
    Boundaries boundaries = Boundaries.of(AREAS, fourSquares("name", names, -2, 52, 1));
    assertThat(boundaries.list()).extracting(Boundary::areaCode).containsExactlyElementsOf(CODES);
  }

  @Test
  void a_map_of_nothing_we_know() {
    FeatureFile strange = fourSquares("name", List.of("Narnia", "Mordor", "London", "Oz"), -2, 52, 1);
    assertThatThrownBy(() -> Boundaries.of(AREAS, strange))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "map.geojson shows no geography that Footprints knows; "
                + "the nearest is nhs_region_2016, of which it names 1 areas.");
  }

  @Test
  void latitude_and_longitude_exchanged() {
    assertThatThrownBy(() -> fourSquares("code", CODES, 52, -2, 1))
        .isInstanceOf(UserException.class)
        .hasMessage("map.geojson: feature 1 has latitude and longitude exchanged (52.00 to 53.00, -2.00 to -1.00).");
  }

  @Test
  void metres_that_are_labelled_as_degrees() {
    assertThatThrownBy(() -> fourSquares("code", CODES, 400_000, 300_000, 10_000))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("map.geojson: feature 1 is in metres but the file says degrees (400000.00 to");
  }

  @Test
  void somewhere_else() {
    assertThatThrownBy(() -> fourSquares("code", CODES, 13, 52, 1))
        .hasMessage("map.geojson: feature 1 is outside Britain (13.00 to 14.00, 52.00 to 53.00).");
  }

  @Test
  void a_polygon_that_crosses_itself_is_repaired_and_named() {
    String bow = "{\"type\":\"Polygon\",\"coordinates\":[[[-2,52],[-1,53],[-1,52],[-2,53],[-2,52]]]}";
    String text = collection(feature("code", CODES.get(0), bow), square(1), square(2), square(3));
    Boundaries boundaries = Boundaries.of(AREAS, read(text));
    assertThat(boundaries.notes())
        .containsExactly("map.geojson: feature 1 (E40000001) crossed itself and was repaired.");
    assertThat(boundaries.list()).allMatch(boundary -> boundary.geometry().isValid());
    assertThat(boundaries.list().get(0).geometry().getArea()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void a_feature_without_a_shape_and_an_area_that_is_not_drawn() {
    String text = collection(feature("code", CODES.get(0), "null"), square(1), square(2), square(3), square(0));
    assertThat(Boundaries.of(AREAS, read(text)).notes())
        .containsExactly("map.geojson: feature 1 has no shape.");
  }

  @Test
  void what_is_no_json() {
    assertThatThrownBy(() -> read("{\"type\":\"FeatureColl")).hasMessage("map.geojson is not JSON, or is cut off.");
    assertThatThrownBy(() -> read("{\"type\":\"Point\"}"))
        .hasMessage("map.geojson is neither GeoJSON features nor TopoJSON.");
  }

  @Test
  void topojson_shares_its_lines() {
    String topology =
        """
        {"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[-2,52]},
         "objects":{"all":{"type":"GeometryCollection","geometries":[
           {"type":"Polygon","properties":{"code":"E40000001"},"arcs":[[0,1]]},
           {"type":"MultiPolygon","properties":{"code":"E40000002"},"arcs":[[[-1,2]]]}]}},
         "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]]}
        """;
    FeatureFile file = read(topology);
    assertThat(file.features()).extracting(feature -> feature.text("code")).containsExactly("E40000001", "E40000002");
    assertThat(file.features()).allMatch(feature -> feature.geometry().isValid());
    assertThat(file.features()).extracting(feature -> feature.geometry().getArea()).containsExactly(1.0, 1.0);
  }

  /** A block of two by two squares, each naming its area. */
  static FeatureFile fourSquares(String attribute, List<String> names, double x, double y, double side) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String shape = squareAt(x + (i % 2) * side, y + (i / 2) * side, side);
      text.append(i == 0 ? "" : ",").append(feature(attribute, names.get(i), shape));
    }
    return read(collection(text.toString()));
  }

  private static String square(int i) {
    return feature("code", CODES.get(i), squareAt(-2 + i % 2, 52 + i / 2, 1));
  }

  private static String squareAt(double x, double y, double side) {
    double right = x + side;
    double top = y + side;
    String ring = "[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]".formatted(x, y, right, y, right, top, x, top, x, y);
    return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
  }

  private static String feature(String attribute, String name, String shape) {
    return "{\"type\":\"Feature\",\"properties\":{\"%s\":\"%s\"},\"geometry\":%s}".formatted(attribute, name, shape);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static FeatureFile read(String text) {
    return GeoJson.read("map.geojson", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
