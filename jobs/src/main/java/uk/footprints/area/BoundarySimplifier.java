package uk.footprints.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Boundaries for a page: few points, whole numbers, borders of neighbours still shared.
 *
 * @param geography the geography's id
 * @param unit the side of the grid in metres: a coordinate of 1 is so far
 * @param shapes one an area, in the order of the codes
 */
public record BoundarySimplifier(String geography, int unit, List<Shape> shapes) {

  /** Islands smaller than this many square metres are left out, but never an area's largest piece. */
  private static final double ISLAND = 2e6;

  /**
   * The outline of an area.
   *
   * @param areaCode its code
   * @param rings each a closed line of easting and northing in turn, in units of the grid; the first point is not
   *     repeated
   *     at the end; holes are rings like others (fill them by the even-odd rule)
   */
  public record Shape(String areaCode, List<int[]> rings) {

    /**
     * A path for SVG, with north up: fill it by the even-odd rule.
     *
     * @param top the northing, in units of the grid, that is drawn at 0
     */
    public String path(int top) {
      StringBuilder path = new StringBuilder();
      for (int[] ring : rings) {
        path.append('M').append(ring[0]).append(' ').append(top - ring[1]).append('l');
        for (int i = 2; i < ring.length; i += 2) {
          number(path, ring[i] - ring[i - 2]);
          number(path, ring[i - 1] - ring[i + 1]);
        }
        path.append('z');
      }
      return path.toString();
    }

    private static void number(StringBuilder path, int value) {
      char last = path.charAt(path.length() - 1);
      if (value >= 0 && last != 'l') {
        path.append(' ');
      }
      path.append(value);
    }
  }

  /**
   * Boundaries that are fit for a page of a thousand pixels: simplified to 1 km, on a grid of 250 m. 44 footprints take
   * about 20 kB as paths.
   *
   * @param boundaries in full
   */
  public static BoundarySimplifier of(Boundaries boundaries) {
    return of(boundaries, 1000, 250);
  }

  /**
   * Boundaries with fewer points.
   *
   * @param boundaries in full
   * @param metres how coarse: features smaller than a square of this side go
   * @param unit the side of the grid in metres
   */
  public static BoundarySimplifier of(Boundaries boundaries, int metres, int unit) {
    Geometry[] full =
        boundaries.list().stream().map(b -> Grid.DEGREES.toMetres(b.geometry())).toArray(Geometry[]::new);
    Geometry[] coarse = PlanarCoverage.simplified(full, metres);
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < coarse.length; i++) {
      shapes.add(new Shape(boundaries.list().get(i).areaCode(), rings(coarse[i], unit)));
    }
    return new BoundarySimplifier(boundaries.geography().id(), unit, List.copyOf(shapes));
  }

  /** West, south, east and north, in units of the grid. */
  public int[] box() {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    for (Shape shape : shapes) {
      for (int[] ring : shape.rings()) {
        for (int i = 0; i < ring.length; i += 2) {
          box[0] = Math.min(box[0], ring[i]);
          box[1] = Math.min(box[1], ring[i + 1]);
          box[2] = Math.max(box[2], ring[i]);
          box[3] = Math.max(box[3], ring[i + 1]);
        }
      }
    }
    return box;
  }

  private static List<int[]> rings(Geometry shape, int unit) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      polygons.add((Polygon) shape.getGeometryN(i));
    }
    polygons.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    List<int[]> rings = new ArrayList<>();
    for (Polygon polygon : polygons) {
      if (rings.isEmpty() || polygon.getArea() >= ISLAND) {
        add(rings, polygon.getExteriorRing().getCoordinates(), unit);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          add(rings, polygon.getInteriorRingN(i).getCoordinates(), unit);
        }
      }
    }
    return List.copyOf(rings);
  }

  /** Rounded, without points that fall on the one before; nothing when less than a triangle is left. */
  private static void add(List<int[]> rings, Coordinate[] points, int unit) {
    List<Integer> ring = new ArrayList<>();
    for (int i = 0; i < points.length - 1; i++) {
      int x = (int) Math.round(points[i].x / unit);
      int y = (int) Math.round(points[i].y / unit);
      int n = ring.size();
      if (n == 0 || ring.get(n - 2) != x || ring.get(n - 1) != y) {
        ring.add(x);
        ring.add(y);
      }
    }
    if (ring.size() >= 6) {
      rings.add(ring.stream().mapToInt(i -> i).toArray());
    }
  }
}
