package uk.footprints.area;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A shape of a boundary file with what the file says of it.
 *
 * @param number counted from 1, for messages
 * @param attributes as published, stripped; null values are left out
 * @param geometry in the file's own coordinates; an empty one when the file has none
 */
public record Feature(int number, Map<String, String> attributes, Geometry geometry) {

  /** The attribute, empty when there is none. */
  public String text(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }
}
