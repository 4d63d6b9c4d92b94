package uk.footprints.area;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import uk.footprints.runtime.UserException;

/**
 * Reads the polygons and points of a shapefile: shapes from {@code .shp}, attributes from {@code .dbf}, coordinates
 * from {@code .prj} (ESRI Shapefile Technical Description, July 1998).
 */
public final class Shapefile {

  private static final int MAGIC = 9994;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private Shapefile() {}

  /**
   * Reads a shapefile; the streams are closed.
   *
   * @param name for messages
   * @param shp the shapes
   * @param dbf their attributes
   * @param prj the text of the projection file
   */
  public static FeatureFile read(String name, InputStream shp, InputStream dbf, String prj) {
    try (shp;
        dbf) {
      List<Geometry> shapes = shapes(name, ByteBuffer.wrap(shp.readAllBytes()));
      List<Map<String, String>> rows = rows(name, ByteBuffer.wrap(dbf.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
      if (shapes.size() != rows.size()) {
        throw broken(name, "has %d shapes but %d rows of attributes".formatted(shapes.size(), rows.size()));
      }
      List<Feature> features = new ArrayList<>();
      for (int i = 0; i < shapes.size(); i++) {
        features.add(new Feature(i + 1, rows.get(i), shapes.get(i)));
      }
      return new FeatureFile(name, List.copyOf(features), Grid.ofWellKnownText(name, prj)).checked();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
      throw broken(name, "is cut off or broken");
    }
  }

  private static List<Geometry> shapes(String name, ByteBuffer file) {
    if (file.remaining() < 100 || file.getInt(0) != MAGIC) {
      throw broken(name, "is no shapefile");
    }
    int end = Math.min(file.limit(), file.getInt(24) * 2);
    file.position(100);
    List<Geometry> shapes = new ArrayList<>();
    while (file.position() + 8 <= end) {
      file.order(ByteOrder.BIG_ENDIAN).getInt();
      int next = file.getInt() * 2 + file.position();
      shapes.add(shape(name, file.order(ByteOrder.LITTLE_ENDIAN)));
      file.position(next);
    }
    return shapes;
  }

  /** One shape; kinds with heights or measures (11 to 28) carry them behind the plane, where they are skipped. */
  private static Geometry shape(String name, ByteBuffer record) {
    int kind = record.getInt();
    return switch (kind) {
      case 0 -> SHAPES.createPolygon();
      case 1, 11, 21 -> SHAPES.createPoint(new Coordinate(record.getDouble(), record.getDouble()));
      case 5, 15, 25 -> polygon(record);
      default -> throw broken(name, "has shapes of kind %d; only polygons and points are read".formatted(kind));
    };
  }

  private static Geometry polygon(ByteBuffer record) {
    record.position(record.position() + 32);
    int parts = record.getInt();
    int points = record.getInt();
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = record.getInt();
    }
    starts[parts] = points;
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      Coordinate[] ring = new Coordinate[starts[i + 1] - starts[i]];
      for (int j = 0; j < ring.length; j++) {
        ring[j] = new Coordinate(record.getDouble(), record.getDouble());
      }
      if (ring.length >= 4) {
        (Orientation.isCCW(ring) ? holes : shells).add(SHAPES.createLinearRing(ring));
      }
    }
    return assembled(shells, holes);
  }

  /** Outer rings run clockwise and holes the other way; which hole is in which ring the file does not say. */
  private static Geometry assembled(List<LinearRing> shells, List<LinearRing> holes) {
    List<List<LinearRing>> inside = new ArrayList<>();
    shells.forEach(shell -> inside.add(new ArrayList<>()));
    for (LinearRing hole : holes) {
      int around = -1;
      for (int i = 0; i < shells.size(); i++) {
        boolean within =
            shells.get(i).getEnvelopeInternal().contains(hole.getEnvelopeInternal())
                && PointLocation.isInRing(hole.getCoordinateN(0), shells.get(i).getCoordinates());
        boolean closer = within && (around < 0 || areaOf(shells.get(i)) < areaOf(shells.get(around)));
        around = closer ? i : around;
      }
      if (around >= 0) {
        inside.get(around).add(hole);
      } else {
        shells.add(hole);
        inside.add(new ArrayList<>());
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = SHAPES.createPolygon(shells.get(i), inside.get(i).toArray(LinearRing[]::new));
    }
    return polygons.length == 1 ? polygons[0] : SHAPES.createMultiPolygon(polygons);
  }

  private static double areaOf(LinearRing ring) {
    return ring.getEnvelopeInternal().getArea();
  }

  private static List<Map<String, String>> rows(String name, ByteBuffer file) {
    if (file.remaining() < 33) {
      throw broken(name, "has no table of attributes");
    }
    int count = file.getInt(4);
    int headerLength = Short.toUnsignedInt(file.getShort(8));
    int rowLength = Short.toUnsignedInt(file.getShort(10));
    List<String> names = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (int at = 32; file.get(at) != 0x0D; at += 32) {
      names.add(text(file, at, 11, StandardCharsets.US_ASCII));
      lengths.add(Byte.toUnsignedInt(file.get(at + 16)));
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      int at = headerLength + row * rowLength + 1;
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        String value = text(file, at, lengths.get(i), StandardCharsets.ISO_8859_1);
        if (!value.isEmpty()) {
          fields.put(names.get(i), value);
        }
        at += lengths.get(i);
      }
      rows.add(fields);
    }
    return rows;
  }

  private static String text(ByteBuffer file, int at, int length, Charset charset) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    String text = new String(bytes, charset);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  private static UserException broken(String name, String what) {
    return UserException.data(name + " " + what + ".", "fetch it again, with its .shp, .dbf and .prj");
  }
}
