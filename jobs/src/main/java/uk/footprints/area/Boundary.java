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

  /**
   * How compact it is: 1 for a circle, towards 0 for a ribbon or a ragged coast.
   *
   * @see "Polsby and Popper, The third criterion: compactness as a procedural safeguard against partisan
   *     gerrymandering, Yale Law and Policy Review 9 (1991)"
   */
  public double compactness() {
    Geometry metres = Grid.DEGREES.toMetres(geometry);
    return 4 * Math.PI * metres.getArea() / (metres.getLength() * metres.getLength());
  }

  /** A boundary whose extent is measured here. */
  static Boundary of(String geography, String areaCode, Geometry degrees, String source) {
    return new Boundary(geography, areaCode, degrees, Grid.DEGREES.toMetres(degrees).getArea() / 1e6, source);
  }
}
