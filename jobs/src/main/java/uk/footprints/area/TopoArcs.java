package uk.footprints.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The shared lines of a TopoJSON file: whole numbers that step from point to point, scaled by the file's transform; a
 * negative number means the line of its complement, read backwards (TopoJSON specification 1.0, section 2.1.4).
 */
final class TopoArcs {

  private final JsonNode scale;
  private final JsonNode translate;
  private final List<Coordinate[]> arcs = new ArrayList<>();

  TopoArcs(JsonNode topology) {
    scale = topology.path("transform").path("scale");
    translate = topology.path("transform").path("translate");
    for (JsonNode arc : topology.path("arcs")) {
      arcs.add(arc(arc));
    }
  }

  /** A ring, as the numbers of its arcs in order; each begins where the one before ends. */
  Coordinate[] line(JsonNode numbers) {
    List<Coordinate> points = new ArrayList<>();
    for (JsonNode number : numbers) {
      int index = number.asInt(Integer.MAX_VALUE);
      if ((index < 0 ? ~index : index) >= arcs.size()) {
        throw new IndexOutOfBoundsException("a shape uses arc %s of %d".formatted(number, arcs.size()));
      }
      Coordinate[] arc = arcs.get(index < 0 ? ~index : index);
      for (int i = points.isEmpty() ? 0 : 1; i < arc.length; i++) {
        points.add(arc[index < 0 ? arc.length - 1 - i : i].copy());
      }
    }
    return points.toArray(Coordinate[]::new);
  }

  /** A point of its own. */
  Coordinate point(JsonNode pair) {
    return placed(pair.path(0).asDouble(), pair.path(1).asDouble());
  }

  private Coordinate[] arc(JsonNode steps) {
    Coordinate[] points = new Coordinate[steps.size()];
    double x = 0;
    double y = 0;
    for (int i = 0; i < points.length; i++) {
      double stepX = steps.get(i).path(0).asDouble();
      double stepY = steps.get(i).path(1).asDouble();
      x = scale.isMissingNode() ? stepX : x + stepX;
      y = scale.isMissingNode() ? stepY : y + stepY;
      points[i] = placed(x, y);
    }
    return points;
  }

  private Coordinate placed(double x, double y) {
    return scale.isMissingNode()
        ? new Coordinate(x, y)
        : new Coordinate(
            x * scale.path(0).asDouble() + translate.path(0).asDouble(),
            y * scale.path(1).asDouble() + translate.path(1).asDouble());
  }
}
