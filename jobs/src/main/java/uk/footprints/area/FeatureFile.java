package uk.footprints.area;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import uk.footprints.runtime.UserException;

/**
 * A boundary file as it was published.
 *
 * @param name for messages
 * @param features in the file's order
 * @param grid the coordinates that the file declares
 */
public record FeatureFile(String name, List<Feature> features, Grid grid) {

  /**
   * Returns this file after checking its coordinates: exchanged latitude and longitude, metres labelled as degrees, and
   * places outside Britain are refused with the feature's number.
   */
  public FeatureFile checked() {
    for (Feature feature : features) {
      Envelope box = feature.geometry().getEnvelopeInternal();
      if (!box.isNull() && !grid.britain().contains(box)) {
        throw UserException.data(
            "%s: feature %d %s.".formatted(name, feature.number(), whatIsWrong(box)), "correct its coordinates");
      }
    }
    return this;
  }

  private String whatIsWrong(Envelope box) {
    Envelope turned = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
    String number = Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxY())) < 1e7 ? "%.2f" : "%.1e";
    String where =
        "(%1$s to %1$s, %1$s to %1$s)".replace("%1$s", number)
            .formatted(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
    if (grid.britain().contains(turned)) {
      return grid == Grid.DEGREES
          ? "has latitude and longitude exchanged " + where
          : "has easting and northing exchanged " + where;
    }
    for (Grid other : Grid.values()) {
      if (other != grid && other.britain().contains(box)) {
        return "is in %s but the file says %s %s".formatted(other.words(), grid.words(), where);
      }
    }
    return "is outside Britain " + where;
  }
}
