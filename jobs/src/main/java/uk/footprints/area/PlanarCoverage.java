package uk.footprints.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Areas that cover a country without gaps or overlaps: neighbours share their borders point by point. */
final class PlanarCoverage {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private PlanarCoverage() {}

  /** Whether neighbours share their borders exactly. */
  static boolean isSound(Geometry[] areas) {
    return CoverageValidator.isValid(areas);
  }

  /**
   * The areas with their borders made the same: all lines are laid over each other and snapped to a grid, and every
   * piece between them goes to the first area that holds it.
   *
   * @param areas polygons in metres
   * @param metres the grid to snap to
   */
  static Geometry[] cleaned(Geometry[] areas, double metres) {
    Geometry lines =
        UnaryUnionNG.union(
            SHAPES.createGeometryCollection(Arrays.stream(areas).map(Geometry::getBoundary).toArray(Geometry[]::new)),
            new PrecisionModel(1 / metres));
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(lines);
    List<IndexedPointInAreaLocator> locators =
        Arrays.stream(areas).map(IndexedPointInAreaLocator::new).toList();
    TreeMap<Integer, List<Geometry>> pieces = new TreeMap<>();
    @SuppressWarnings("unchecked")
    Collection<Polygon> faces = polygonizer.getPolygons();
    for (Polygon face : faces) {
      Coordinate middle = face.getInteriorPoint().getCoordinate();
      for (int i = 0; i < areas.length; i++) {
        if (locators.get(i).locate(middle) != Location.EXTERIOR) {
          pieces.computeIfAbsent(i, area -> new ArrayList<>()).add(face);
          break;
        }
      }
    }
    Geometry[] clean = new Geometry[areas.length];
    for (int i = 0; i < areas.length; i++) {
      List<Geometry> mine = pieces.getOrDefault(i, List.of());
      clean[i] = mine.isEmpty() ? SHAPES.createPolygon() : CoverageUnion.union(mine.toArray(Geometry[]::new));
    }
    return clean;
  }

  /**
   * The areas with fewer points, shared borders still shared. Areas whose borders differ are cleaned first.
   *
   * @param areas polygons in metres
   * @param metres how coarse: features smaller than a square of this side go
   */
  static Geometry[] simplified(Geometry[] areas, double metres) {
    return CoverageSimplifier.simplify(isSound(areas) ? areas : cleaned(areas, 1), metres);
  }
}
