package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import uk.footprints.runtime.UserException;

/**
 * The outlines of a geography's areas.
 *
 * @param geography which geography
 * @param list one an area, in the order of the codes
 * @param notes what was unusual in the file and how it was handled, a sentence each
 */
public record Boundaries(Geography geography, List<Boundary> list, List<String> notes) {

  /** Gaps this small between neighbours are drawing errors: a tenth of a square kilometre. */
  private static final double GAP_SQUARE_METRES = 1e5;

  public Boundaries {
    list = list.stream().sorted(Comparator.comparing(Boundary::areaCode)).toList();
    notes = List.copyOf(notes);
  }

  /**
   * Reads the boundaries of a file. The geography is recognised by the codes and names in the file; shapes that cross
   * themselves are repaired, and the notes name them.
   */
  public static Boundaries of(Areas areas, FeatureFile file) {
    GeographyDetector recognised = GeographyDetector.of(areas, file);
    String geography = recognised.geography().id();
    List<String> notes = new ArrayList<>();
    Map<String, Geometry> shapes = new TreeMap<>();
    for (Feature feature : file.features()) {
      String code = recognised.codes().get(feature.number());
      if (feature.geometry().isEmpty()) {
        notes.add("%s: feature %d has no shape.".formatted(file.name(), feature.number()));
        continue;
      }
      if (!feature.geometry().isValid()) {
        String crossed = "%s: feature %d (%s) crossed itself and was repaired.";
        notes.add(crossed.formatted(file.name(), feature.number(), code));
      }
      Geometry shape = file.grid().toDegrees(repaired(feature.geometry()));
      shapes.merge(code, repaired(shape), (a, b) -> OverlayNGRobust.union(List.of(a, b)));
    }
    for (Area area : areas.listAreas(geography)) {
      if (!shapes.containsKey(area.code())) {
        notes.add("%s: %s (%s) is not drawn.".formatted(file.name(), area.name(), area.code()));
      }
    }
    List<Boundary> list = new ArrayList<>();
    shapes.forEach((code, shape) -> list.add(Boundary.of(geography, code, shape, file.name())));
    return new Boundaries(recognised.geography(), list, notes);
  }

  /**
   * Draws a wider geography by joining these commissioning groups: there is no file of the 44 footprints of 2016, but
   * they are whole groups. A group in two areas goes to the one that contains more of it, with a note.
   * Custom areas need not contain every group.
   */
  public Boundaries joined(Areas areas, String into) {
    Geography target = areas.getGeography(into);
    LocalDate day = geography.inForce().from();
    List<String> more = new ArrayList<>(notes);
    Map<String, List<Geometry>> parts = new TreeMap<>();
    for (Boundary boundary : list) {
      String group = areas.getArea(geography.id(), boundary.areaCode()).odsCode();
      List<AreaShare> shares = areas.listShares(Basis.AS_WAS, Membership.CCG, group, into, day);
      if (shares.isEmpty() && target.family().equals(Geography.OWN)) {
        continue;
      }
      AreaShare most =
          shares.stream()
              .max(Comparator.comparingDouble(AreaShare::weight))
              .orElseThrow(() -> UserException.data(group + " is in no area of " + into + ".", "add its membership"));
      if (shares.size() > 1) {
        String split = "%s is in %d areas of %s and is drawn in %s.";
        more.add(split.formatted(group, shares.size(), into, most.areaCode()));
      }
      parts.computeIfAbsent(most.areaCode(), code -> new ArrayList<>()).add(Grid.DEGREES.toMetres(boundary.geometry()));
    }
    List<Boundary> joined = new ArrayList<>();
    parts.forEach(
        (code, shapes) -> {
          Geometry whole = withoutGaps(OverlayNGRobust.union(shapes));
          String source = "%s, joined from %d groups".formatted(list.get(0).source(), shapes.size());
          joined.add(Boundary.of(into, code, repaired(Grid.METRES.toDegrees(whole)), source));
        });
    return new Boundaries(target, joined, more);
  }

  /** The boundary of an area. */
  public Optional<Boundary> find(String areaCode) {
    return list.stream().filter(boundary -> boundary.areaCode().equals(areaCode)).findFirst();
  }

  /** The extent of all of them in square kilometres; England is about 130,000 of land and 133,000 with its waters. */
  public double areaKm2() {
    return list.stream().mapToDouble(Boundary::areaKm2).sum();
  }

  /** The shape when it is sound, else the nearest sound one: its polygons only. */
  static Geometry repaired(Geometry shape) {
    Geometry sound = shape.isValid() ? shape : GeometryFixer.fix(shape);
    if (sound instanceof Polygonal) {
      return sound;
    }
    @SuppressWarnings("unchecked")
    List<Polygon> polygons = PolygonExtracter.getPolygons(sound);
    return sound.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Geometry withoutGaps(Geometry shape) {
    GeometryFactory shapes = shape.getFactory();
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) shape.getGeometryN(i);
      List<LinearRing> holes = new ArrayList<>();
      for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
        LinearRing hole = polygon.getInteriorRingN(j);
        if (shapes.createPolygon(hole).getArea() > GAP_SQUARE_METRES) {
          holes.add(hole);
        }
      }
      polygons.add(shapes.createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new)));
    }
    return polygons.size() == 1 ? polygons.get(0) : shapes.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
