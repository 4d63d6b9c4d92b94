package uk.footprints.site;

import java.util.List;

/**
 * A part of a page.
 *
 * @param id within the page
 * @param title of the part
 * @param lead sentences before its tables
 * @param exhibits tables and charts; those without rows are left out
 * @param empty the sentence that is shown when there are none
 */
public record PagePart(String id, String title, String lead, List<Exhibit> exhibits, String empty) {

  /** Leaves out exhibits without rows. */
  public PagePart {
    exhibits = exhibits.stream().filter(exhibit -> !exhibit.rows().isEmpty()).toList();
  }
}
