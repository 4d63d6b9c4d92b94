package uk.footprints.area;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Finds the area of a geography that contains a point. It can be broadcast: it is serialized as well-known binary and
 * builds its index on first use.
 *
 * <p>A grid laid over the boundaries knows which cells an edge runs through. Every other cell is in one area
 * whole, which needs no test; in a cell with edges the areas that have them are tested, through an index of their
 * edges. A point on a shared border belongs to the area whose code comes first.
 */
public final class PointInArea implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int CELLS = 512;

  private final String geography;
  private final String[] codes;
  private final byte[][] shapes;
  private transient volatile Index index;

  /** Creates an index over these boundaries; points are given in longitude and latitude. */
  public PointInArea(Boundaries boundaries) {
    geography = boundaries.geography().id();
    codes = boundaries.list().stream().map(Boundary::areaCode).toArray(String[]::new);
    shapes = boundaries.list().stream().map(b -> new WKBWriter(2).write(b.geometry())).toArray(byte[][]::new);
  }

  /** The geography's id. */
  public String geography() {
    return geography;
  }

  /** Finds the code of the area at a longitude and latitude; none at sea and abroad. */
  public Optional<String> locate(double longitude, double latitude) {
    int area = indexOf(longitude, latitude);
    return area < 0 ? Optional.empty() : Optional.of(codes[area]);
  }

  /** Finds the areas of many points: returns the areas' codes in order, null where there is none. */
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

    private final Envelope box = new Envelope();
    private final IndexedPointInAreaLocator[] locators;
    private final STRtree tree = new STRtree();
    private final double width;
    private final double height;

    /** By cell: the areas to test, none of them when there is no edge in the cell. */
    private final int[][] candidates = new int[CELLS * CELLS][];

    /** By cell without an edge: the area that holds it, or -1. */
    private final int[] holder = new int[CELLS * CELLS];

    Index(byte[][] shapes) {
      List<Geometry> areas = new ArrayList<>();
      locators = new IndexedPointInAreaLocator[shapes.length];
      for (int i = 0; i < shapes.length; i++) {
        Geometry area = read(shapes[i]);
        areas.add(area);
        box.expandToInclude(area.getEnvelopeInternal());
        tree.insert(area.getEnvelopeInternal(), i);
        locators[i] = new IndexedPointInAreaLocator(area);
        locators[i].locate(new Coordinate(0, 0)); // builds it now, so that threads only read
      }
      tree.build();
      width = box.getWidth() / CELLS;
      height = box.getHeight() / CELLS;
      for (int i = 0; i < shapes.length; i++) {
        edges(areas.get(i), i);
      }
      for (int row = 0; row < CELLS; row++) {
        fill(row);
      }
    }

    /** Marks the cells that an area's edges run through; the box of each edge is enough. */
    private void edges(Geometry area, int index) {
      for (Object line : LinearComponentExtracter.getLines(area)) {
        CoordinateSequence points = ((LineString) line).getCoordinateSequence();
        for (int i = 1; i < points.size(); i++) {
          int left = column(Math.min(points.getX(i - 1), points.getX(i)));
          int right = column(Math.max(points.getX(i - 1), points.getX(i)));
          int bottom = row(Math.min(points.getY(i - 1), points.getY(i)));
          int top = row(Math.max(points.getY(i - 1), points.getY(i)));
          for (int row = bottom; row <= top; row++) {
            for (int column = left; column <= right; column++) {
              addCandidate(row * CELLS + column, index);
            }
          }
        }
      }
    }

    private void addCandidate(int cell, int area) {
      int[] before = candidates[cell];
      if (before == null) {
        candidates[cell] = new int[] {area};
      } else if (Arrays.stream(before).noneMatch(i -> i == area)) {
        int[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = area;
        Arrays.sort(more);
        candidates[cell] = more;
      }
    }

    /**
     * Fills a row: the area of its middle contains a whole cell without edges, and its neighbour without edges too.
     * Where areas overlap, one may hold a cell that another's edge runs through: it is a candidate as well.
     */
    private void fill(int row) {
      for (int column = 0; column < CELLS; column++) {
        int cell = row * CELLS + column;
        if (candidates[cell] == null && column > 0 && candidates[cell - 1] == null) {
          holder[cell] = holder[cell - 1];
          continue;
        }
        Coordinate middle =
            new Coordinate(box.getMinX() + (column + 0.5) * width, box.getMinY() + (row + 0.5) * height);
        List<Integer> holding = holding(middle);
        if (candidates[cell] == null) {
          holder[cell] = holding.isEmpty() ? -1 : holding.get(0);
        } else {
          holding.forEach(area -> addCandidate(cell, area));
        }
      }
    }

    @SuppressWarnings("unchecked")
    private List<Integer> holding(Coordinate point) {
      List<Integer> near = tree.query(new Envelope(point));
      return near.stream().filter(i -> locators[i].locate(point) != Location.EXTERIOR).sorted().toList();
    }

    int find(double x, double y) {
      if (!box.contains(x, y)) {
        return -1;
      }
      int cell = row(y) * CELLS + column(x);
      int[] areas = candidates[cell];
      if (areas == null) {
        return holder[cell];
      }
      Coordinate point = new Coordinate(x, y);
      for (int area : areas) {
        if (locators[area].locate(point) != Location.EXTERIOR) {
          return area;
        }
      }
      return -1;
    }

    private int column(double x) {
      return Math.min((int) ((x - box.getMinX()) / width), CELLS - 1);
    }

    private int row(double y) {
      return Math.min((int) ((y - box.getMinY()) / height), CELLS - 1);
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
