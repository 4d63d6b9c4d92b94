package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

/** A shapefile of one polygon with a hole, written here byte by byte. */
class ShapefileTest {

  private static final String GRID =
      "PROJCS[\"British\",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"false_easting\",400000],"
          + "PARAMETER[\"false_northing\",-100000]]";
  private static final double[][] OUTER = {{0, 0}, {0, 4}, {4, 4}, {4, 0}, {0, 0}};
  private static final double[][] HOLE = {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}};

  @Test
  void shapes_and_attributes() {
    FeatureFile file = read(shp(OUTER, HOLE), dbf("E40000003"), GRID);
    assertThat(file.grid()).isEqualTo(Grid.METRES);
    assertThat(file.features()).hasSize(1);
    Feature feature = file.features().get(0);
    assertThat(feature.text("code")).isEqualTo("E40000003");
    assertThat(((Polygon) feature.geometry()).getNumInteriorRing()).isEqualTo(1);
    assertThat(feature.geometry().getArea()).isEqualTo(15e6);
  }

  @Test
  void broken_files_are_named() {
    byte[] sound = shp(OUTER, HOLE);
    assertThatThrownBy(() -> read(Arrays.copyOf(sound, 200), dbf("E1"), GRID))
        .hasMessage("map.shp is cut off or broken.");
    assertThatThrownBy(() -> read(new byte[50], dbf("E1"), GRID)).hasMessage("map.shp is no shapefile.");
    assertThatThrownBy(() -> read(sound, dbf("E1", "E2"), GRID))
        .hasMessage("map.shp has 1 shapes but 2 rows of attributes.");
    assertThatThrownBy(() -> read(sound, dbf("E1"), "PROJCS[\"WGS_1984_Web_Mercator\"]"))
        .hasMessageStartingWith("map.shp is in coordinates that Footprints does not know");
    assertThatThrownBy(() -> read(sound, dbf("E1"), "GEOGCS[\"GCS_WGS_1984\"]"))
        .hasMessageStartingWith("map.shp: feature 1 is in metres but the file says degrees");
  }

  private static FeatureFile read(byte[] shp, byte[] dbf, String prj) {
    return Shapefile.read("map.shp", new ByteArrayInputStream(shp), new ByteArrayInputStream(dbf), prj);
  }

  /** Rings in kilometres, placed at easting 400 km and northing 300 km. */
  private static byte[] shp(double[][]... rings) {
    int points = Arrays.stream(rings).mapToInt(ring -> ring.length).sum();
    int content = 44 + 4 * rings.length + 16 * points;
    ByteBuffer out = ByteBuffer.allocate(108 + content);
    out.putInt(0, 9994).putInt(24, (108 + content) / 2);
    out.position(100).putInt(1).putInt(content / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(5);
    out.position(out.position() + 32).putInt(rings.length).putInt(points);
    int start = 0;
    for (double[][] ring : rings) {
      out.putInt(start);
      start += ring.length;
    }
    for (double[][] ring : rings) {
      for (double[] point : ring) {
        out.putDouble(400_000 + point[0] * 1000).putDouble(300_000 + point[1] * 1000);
      }
    }
    return out.array();
  }

  private static byte[] dbf(String... codes) {
    ByteBuffer out = ByteBuffer.allocate(65 + 13 * codes.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(4, codes.length).putShort(8, (short) 65).putShort(10, (short) 13);
    out.position(32).put("code".getBytes(StandardCharsets.US_ASCII)).put(48, (byte) 12).put(64, (byte) 0x0D);
    for (int i = 0; i < codes.length; i++) {
      out.position(65 + 13 * i).put(" %-12s".formatted(codes[i]).getBytes(StandardCharsets.US_ASCII));
    }
    return out.array();
  }
}
