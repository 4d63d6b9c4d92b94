package uk.footprints.area;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Tells in which area of a geography a point lies. Can be broadcast: it travels as well-known binary and builds its
 * index where it lands, on first use.
 *
 * <p>A grid laid over the boundaries knows for each of its cells which areas touch it. A cell inside one area answers
 * at once; in the others the areas that touch it are asked through an index of their edges. A point on a shared border
 * belongs to the area whose code comes first.
 */
public final class PointInArea implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int CELLS = 256;

  private final String geography;
  private final String[] codes;
  private final byte[][] shapes;
  private transient volatile Index index;

  /** An index over these boundaries; points are asked for in longitude and latitude. */
  public PointInArea(Boundaries boundaries) {
    geography = boundaries.geography().id();
    codes = boundaries.list().stream().map(Boundary::areaCode).toArray(String[]::new);
    shapes = boundaries.list().stream().map(b -> new WKBWriter(2).write(b.geometry())).toArray(byte[][]::new);
  }

  /** The geography's id. */
  public String geography() {
    return geography;
  }

  /** The code of the area at a longitude and latitude; none at sea and abroad. */
  public Optional<String> locate(double longitude, double latitude) {
    int area = indexOf(longitude, latitude);
    return area < 0 ? Optional.empty() : Optional.of(codes[area]);
  }

  /** As {@link #locate}, for columns of points: the areas' codes in order, null where there is none. */
  public String[] locate(double[] longitudes, double[] latitudes) {
    String[] found = new String[longitudes.length];
    for (int i = 0; i < found.length; i++) {
      int area = indexOf(longitudes[i], latitudes[i]);
      found[i] = area < 0 ? null : codes[area];
    }
    return found;
  }

  private int indexOf(double x, double y) {
    Index built = index;
    if (built == null) {
      synchronized (this) {
        if (index == null) {
          index = new Index(shapes);
        }
        built = index;
      }
    }
    return built.find(x, y);
  }

  /** The grid, and the edges behind it. */
  private static final class Index {

    private static final int[] NOBODY = {};

    private final Envelope box = new Envelope();
    private final IndexedPointInAreaLocator[] locators;
    private final int[][] touching = new int[CELLS * CELLS][];
    private final boolean[] inside = new boolean[CELLS * CELLS];
    private final double width;
    private final double height;

    Index(byte[][] shapes) {
      List<PreparedGeometry> prepared = new ArrayList<>();
      STRtree tree = new STRtree();
      locators = new IndexedPointInAreaLocator[shapes.length];
      for (int i = 0; i < shapes.length; i++) {
        Geometry shape = read(shapes[i]);
        prepared.add(PreparedGeometryFactory.prepare(shape));
        locators[i] = new IndexedPointInAreaLocator(shape);
        locators[i].locate(new Coordinate(0, 0));
        tree.insert(shape.getEnvelopeInternal(), i);
        box.expandToInclude(shape.getEnvelopeInternal());
      }
      tree.build();
      width = box.getWidth() / CELLS;
      height = box.getHeight() / CELLS;
      GeometryFactory cells = new GeometryFactory();
      for (int cell = 0; cell < touching.length; cell++) {
        double x = box.getMinX() + (cell % CELLS) * width;
        double y = box.getMinY() + (cell / CELLS) * height;
        fill(cell, new Envelope(x, x + width, y, y + height), tree, prepared, cells);
      }
    }

    @SuppressWarnings("unchecked")
    private void fill(int cell, Envelope at, STRtree tree, List<PreparedGeometry> prepared, GeometryFactory cells) {
      List<Integer> near = tree.query(at);
      near.sort(null);
      Geometry square = cells.toGeometry(at);
      int[] found = near.stream().mapToInt(i -> i).filter(i -> prepared.get(i).intersects(square)).toArray();
      touching[cell] = found.length == 0 ? NOBODY : found;
      inside[cell] = found.length == 1 && prepared.get(found[0]).containsProperly(square);
    }

    int find(double x, double y) {
      if (!box.contains(x, y)) {
        return -1;
      }
      int column = Math.min((int) ((x - box.getMinX()) / width), CELLS - 1);
      int row = Math.min((int) ((y - box.getMinY()) / height), CELLS - 1);
      int cell = row * CELLS + column;
      if (inside[cell]) {
        return touching[cell][0];
      }
      if (touching[cell].length > 0) {
        Coordinate point = new Coordinate(x, y);
        for (int area : touching[cell]) {
          if (locators[area].locate(point) != Location.EXTERIOR) {
            return area;
          }
        }
      }
      return -1;
    }

    private static Geometry read(byte[] shape) {
      try {
        return new WKBReader().read(shape);
      } catch (ParseException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
