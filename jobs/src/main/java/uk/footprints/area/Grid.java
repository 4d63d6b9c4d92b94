package uk.footprints.area;

import java.util.Locale;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;
import uk.footprints.runtime.UserException;

/**
 * The two ways in which places in England are written.
 *
 * <p>Between them a seven-parameter shift is used, good to about 5 m everywhere in England (Ordnance Survey, A Guide to
 * Coordinate Systems in Great Britain, section 6.6); footprints need no better.
 */
public enum Grid {

  /** Longitude and latitude in degrees, in that order: EPSG:4326 with the axes of OGC:CRS84. */
  DEGREES("degrees", new Envelope(-9.5, 2.5, 49, 61.5)),

  /** Easting and northing in metres of the British National Grid: EPSG:27700. */
  METRES("metres", new Envelope(50_000, 700_000, 1_000, 1_300_000));

  private static final CoordinateTransform TO_METRES;
  private static final CoordinateTransform TO_DEGREES;

  static {
    CRSFactory systems = new CRSFactory();
    CoordinateReferenceSystem metres =
        systems.createFromParameters(
            "EPSG:27700",
            "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
                + " +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs");
    CoordinateReferenceSystem degrees =
        systems.createFromParameters("EPSG:4326", "+proj=longlat +datum=WGS84 +no_defs");
    TO_METRES = new CoordinateTransformFactory().createTransform(degrees, metres);
    TO_DEGREES = new CoordinateTransformFactory().createTransform(metres, degrees);
  }

  private final String words;
  private final Envelope britain;

  Grid(String words, Envelope britain) {
    this.words = words;
    this.britain = britain;
  }

  /** For sentences. */
  String words() {
    return words;
  }

  /** Where a place in Britain can be. */
  Envelope britain() {
    return new Envelope(britain);
  }

  /** The shape, which is in this grid, in metres. */
  public Geometry toMetres(Geometry shape) {
    return this == METRES ? shape : moved(shape, TO_METRES);
  }

  /** The shape, which is in this grid, in degrees. */
  public Geometry toDegrees(Geometry shape) {
    return this == DEGREES ? shape : moved(shape, TO_DEGREES);
  }

  /** The grid that a name such as {@code urn:ogc:def:crs:OGC:1.3:CRS84} or {@code EPSG:27700} means. */
  static Grid named(String file, String name) {
    String plain = name.toUpperCase(Locale.ROOT);
    if (plain.contains("CRS84") || plain.endsWith("4326")) {
      return DEGREES;
    }
    if (plain.endsWith("27700")) {
      return METRES;
    }
    throw unknown(file, name);
  }

  /** The grid that the text of a {@code .prj} file means. */
  static Grid ofWellKnownText(String file, String text) {
    String plain = text.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
    if (plain.startsWith("GEOGCS") || plain.startsWith("GEOGCRS")) {
      return DEGREES;
    }
    boolean british = plain.contains("TRANSVERSE_MERCATOR") && plain.contains("400000") && plain.contains("-100000");
    if (british) {
      return METRES;
    }
    throw unknown(file, text.substring(0, Math.min(60, text.length())));
  }

  private static UserException unknown(String file, String name) {
    return UserException.data(
        "%s is in coordinates that Footprints does not know: %s.".formatted(file, name),
        "convert it to EPSG:4326 (degrees) or EPSG:27700 (British National Grid)");
  }

  private static Geometry moved(Geometry shape, CoordinateTransform by) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence points, Geometry parent) {
        CoordinateSequence result = points.copy();
        ProjCoordinate from = new ProjCoordinate();
        ProjCoordinate to = new ProjCoordinate();
        for (int i = 0; i < points.size(); i++) {
          from.setValue(points.getX(i), points.getY(i));
          by.transform(from, to);
          result.setOrdinate(i, CoordinateSequence.X, to.x);
          result.setOrdinate(i, CoordinateSequence.Y, to.y);
        }
        return result;
      }
    }.transform(shape);
  }
}
