package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class BoundarySimplifierTest {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  @Test
  void a_path_steps_from_point_to_point_with_north_up() {
    BoundarySimplifier.Shape square =
        new BoundarySimplifier.Shape("E1", List.of(new int[] {10, 20, 30, 20, 30, 50, 10, 50}));
    assertThat(square.path(100)).isEqualTo("M10 80l20 0 0-30-20 0z");
  }

  @Test
  void areas_drawn_apart_are_cleaned_and_then_share_their_border() {
    Geometry left = block(0, 0, 10_000.4, 10_000);
    Geometry right = block(9_999.8, 0, 20_000, 10_000);
    assertThat(PlanarCoverage.isSound(new Geometry[] {left, right})).isFalse();
    Geometry[] clean = PlanarCoverage.cleaned(new Geometry[] {left, right}, 1);
    assertThat(PlanarCoverage.isSound(clean)).isTrue();
    assertThat(clean[0].getArea() + clean[1].getArea()).isEqualTo(2e8);
  }

  @Test
  void simplified_neighbours_still_share_their_border() {
    Boundaries boundaries =
        Boundaries.of(
            ReferenceData.ofJar().areas(), BoundariesTest.fourSquares("code", BoundariesTest.CODES, -2, 52, 1));
    BoundarySimplifier simplified = BoundarySimplifier.of(boundaries);
    assertThat(simplified.shapes()).extracting(BoundarySimplifier.Shape::areaCode).isEqualTo(BoundariesTest.CODES);
    assertThat(simplified.shapes()).allMatch(shape -> shape.rings().size() == 1 && shape.rings().get(0).length == 8);
    Set<String> corners = new HashSet<>();
    for (BoundarySimplifier.Shape shape : simplified.shapes()) {
      int[] ring = shape.rings().get(0);
      for (int i = 0; i < ring.length; i += 2) {
        corners.add(ring[i] + " " + ring[i + 1]);
      }
    }
    assertThat(corners).hasSize(9);
  }

  private static Geometry block(double left, double bottom, double right, double top) {
    Coordinate[] ring = {
      new Coordinate(left, bottom),
      new Coordinate(right, bottom),
      new Coordinate(right, top),
      new Coordinate(left, top),
      new Coordinate(left, bottom)
    };
    return SHAPES.createPolygon(ring);
  }
}
