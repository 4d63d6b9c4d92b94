package uk.footprints.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import uk.footprints.runtime.UserException;

/** Reads polygons and points from GeoJSON (RFC 7946, with the {@code crs} of its forerunner) and from TopoJSON. */
public final class GeoJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final String name;
  private final Function<JsonNode, Coordinate[]> line;
  private final Function<JsonNode, Coordinate> point;

  private GeoJson(String name, Function<JsonNode, Coordinate[]> line, Function<JsonNode, Coordinate> point) {
    this.name = name;
    this.line = line;
    this.point = point;
  }

  /**
   * Reads a file of either kind; the stream is closed.
   *
   * @param name for messages
   * @param in the file
   */
  public static FeatureFile read(String name, InputStream in) {
    JsonNode root;
    try (in) {
      root = JSON.readTree(in);
    } catch (JsonProcessingException e) {
      throw UserException.data(name + " is not JSON, or is cut off.", "fetch it again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode crs = root.path("crs");
    boolean declared = !crs.isMissingNode() && !crs.isNull();
    String grid = crs.path("properties").path("name").asText(crs.toString());
    try {
      List<Feature> features = features(name, root);
      return new FeatureFile(name, features, declared ? Grid.named(name, grid) : Grid.DEGREES).checked();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // Arcs that are not there, rings that do not close: the structure is broken in a way that has no row.
      throw UserException.data(name + " is JSON, but its shapes are broken: " + e.getMessage() + ".", "draw it again",
          e);
    }
  }

  private static List<Feature> features(String name, JsonNode root) {
    GeoJson reader = new GeoJson(name, GeoJson::positions, GeoJson::position);
    return switch (root.path("type").asText()) {
      case "FeatureCollection" -> reader.features(root.path("features"));
      case "Feature" -> reader.features(List.of(root));
      case "Polygon", "MultiPolygon" ->
          List.of(new Feature(1, Map.of(), reader.geometry(root, root.path("coordinates"), 1)));
      case "Topology" -> topology(name, root);
      default -> throw UserException.data(name + " is neither GeoJSON features nor TopoJSON.",
          "give a FeatureCollection");
    };
  }

  private static List<Feature> topology(String name, JsonNode root) {
    TopoArcs arcs = new TopoArcs(root);
    GeoJson reader = new GeoJson(name, arcs::line, arcs::point);
    List<JsonNode> shapes = new ArrayList<>();
    for (JsonNode object : root.path("objects")) {
      if (object.has("geometries")) {
        object.path("geometries").forEach(shapes::add);
      } else {
        shapes.add(object);
      }
    }
    List<Feature> features = new ArrayList<>();
    for (JsonNode shape : shapes) {
      int number = features.size() + 1;
      features.add(new Feature(number, attributes(shape), reader.geometry(shape, shape.path("arcs"), number)));
    }
    return List.copyOf(features);
  }

  private List<Feature> features(Iterable<JsonNode> all) {
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : all) {
      JsonNode shape = feature.path("geometry");
      int number = features.size() + 1;
      features.add(new Feature(number, attributes(feature), geometry(shape, shape.path("coordinates"), number)));
    }
    return List.copyOf(features);
  }

  private static Map<String, String> attributes(JsonNode feature) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : feature.path("properties").properties()) {
      if (!field.getValue().isNull()) {
        attributes.put(field.getKey(), field.getValue().asText().strip());
      }
    }
    return attributes;
  }

  private Geometry geometry(JsonNode shape, JsonNode parts, int number) {
    try {
      return geometry(shape, parts);
    } catch (BadPosition e) {
      throw UserException.data(
          "%s: feature %d %s.".formatted(name, number, e.getMessage()), "correct its coordinates, or leave it out");
    }
  }

  /** A position or shape that cannot be read; the feature is named where it is known. */
  private static final class BadPosition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadPosition(String what) {
      super(what);
    }
  }

  private Geometry geometry(JsonNode shape, JsonNode parts) {
    String type = shape.path("type").asText();
    return switch (type) {
      case "" -> SHAPES.createPolygon();
      case "Point" -> SHAPES.createPoint(point.apply(shape.path("coordinates")));
      case "Polygon" -> polygon(parts);
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        parts.forEach(part -> polygons.add(polygon(part)));
        yield SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default -> throw new BadPosition("is a " + type + "; only points and polygons are read");
    };
  }

  private Polygon polygon(JsonNode rings) {
    List<LinearRing> all = new ArrayList<>();
    for (JsonNode ring : rings) {
      Coordinate[] points = closed(line.apply(ring));
      if (points.length >= 4) {
        all.add(SHAPES.createLinearRing(points));
      }
    }
    return all.isEmpty()
        ? SHAPES.createPolygon()
        : SHAPES.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] closed(Coordinate[] ring) {
    if (ring.length < 3 || ring[0].equals2D(ring[ring.length - 1])) {
      return ring;
    }
    Coordinate[] closed = java.util.Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }

  private static Coordinate[] positions(JsonNode line) {
    Coordinate[] points = new Coordinate[line.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = position(line.get(i));
    }
    return points;
  }

  private static Coordinate position(JsonNode pair) {
    if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      String found = pair.toString();
      throw new BadPosition(
          "has a position that is no pair of numbers: " + found.substring(0, Math.min(40, found.length())));
    }
    return new Coordinate(pair.path(0).asDouble(), pair.path(1).asDouble());
  }
}
