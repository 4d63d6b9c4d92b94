package uk.footprints.site;

import java.util.List;

/**
 * A page that consists of parts.
 *
 * @param frame the frame around it
 * @param title its heading
 * @param lead what it is about
 * @param facts short facts below the heading, each a sentence
 * @param where the map that shows the area; null when there is none
 * @param parts in order
 */
public record StoryPage(
    PageFrame frame, String title, String lead, List<String> facts, Where where, List<PagePart> parts) {

  /**
   * An area on the map of its geography.
   *
   * @param geography its id
   * @param label in words
   * @param code the area
   */
  public record Where(String geography, String label, String code) {

    /** Whether there is a map: trusts are no areas. */
    public boolean mapped() {
      return !geography.equals(Regions.TRUST);
    }
  }

  static StoryPage of(PageFrame frame, String title, String lead, List<PagePart> parts) {
    return new StoryPage(frame, title, lead, List.of(), null, parts);
  }
}
