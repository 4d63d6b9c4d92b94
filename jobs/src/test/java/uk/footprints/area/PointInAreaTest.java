package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class PointInAreaTest {

  private static final Boundaries SQUARES =
      Boundaries.of(ReferenceData.ofJar().areas(), BoundariesTest.fourSquares("code", BoundariesTest.CODES, -2, 52, 1));

  @Test
  void points_find_their_area() {
    PointInArea index = new PointInArea(SQUARES);
    assertThat(index.locate(-1.5, 52.5)).contains("E40000001");
    assertThat(index.locate(-0.5, 52.5)).contains("E40000002");
    assertThat(index.locate(-1.5, 53.5)).contains("E40000003");
    assertThat(index.locate(-3, 52.5)).isEmpty();
    assertThat(index.locate(Double.NaN, 52.5)).isEmpty();
    assertThat(index.locate(new double[] {-0.5, 9}, new double[] {53.5, 9})).containsExactly("E40000004", null);
  }

  @Test
  void a_point_on_a_shared_border_goes_to_the_first_code() {
    PointInArea index = new PointInArea(SQUARES);
    assertThat(index.locate(-1, 52.5)).contains("E40000001");
    assertThat(index.locate(-1, 53)).contains("E40000001");
    assertThat(index.locate(-0.5, 53)).contains("E40000002");
    assertThat(index.locate(-2, 52)).contains("E40000001");
    assertThat(index.locate(0, 54)).contains("E40000004");
  }

  @Test
  void it_travels() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(new PointInArea(SQUARES));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((PointInArea) in.readObject()).locate(-0.5, 53.5)).contains("E40000004");
    }
  }

  /** The grid is only a shortcut: the answers are those of asking every polygon. */
  @Test
  void it_agrees_with_asking_every_polygon() throws IOException {
    Boundaries real = Boundaries.of(ReferenceData.ofJar().areas(), SharedFiles.shapefile());
    PointInArea index = new PointInArea(real);
    Random random = new Random(20161);
    GeometryFactory shapes = new GeometryFactory();
    for (int i = 0; i < 5000; i++) {
      Point point = shapes.createPoint(new Coordinate(-6 + 8 * random.nextDouble(), 50 + 6 * random.nextDouble()));
      String asked =
          real.list().stream()
              .filter(boundary -> boundary.geometry().covers(point))
              .map(Boundary::areaCode)
              .findFirst()
              .orElse(null);
      assertThat(index.locate(point.getX(), point.getY()).orElse(null)).isEqualTo(asked);
    }
  }
}
