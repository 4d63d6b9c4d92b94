package uk.footprints.area;

import org.locationtech.jts.geom.Geometry;

/**
 * The outline of an area.
 *
 * @param geography the geography's id
 * @param areaCode the area's code there
 * @param geometry valid polygons, longitude and latitude
 * @param areaKm2 their extent in square kilometres, measured on the British National Grid
 * @param source the file that it came from, and what was done to it
 */
public record Boundary(String geography, String areaCode, Geometry geometry, double areaKm2, String source) {

  /** A boundary whose extent is measured here. */
  static Boundary of(String geography, String areaCode, Geometry degrees, String source) {
    return new Boundary(geography, areaCode, degrees, Grid.DEGREES.toMetres(degrees).getArea() / 1e6, source);
  }
}
