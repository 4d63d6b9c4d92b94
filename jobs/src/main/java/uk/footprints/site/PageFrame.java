package uk.footprints.site;

import java.util.List;

/**
 * The frame around the content of a page: head, navigation, foot.
 *
 * @param title of the page
 * @param path of the page below the folder of the site
 * @param charts whether the page draws with the chart library
 * @param site what all pages have in common
 */
public record PageFrame(String title, String path, boolean charts, SiteContext site) {

  /**
   * Allows scripts, styles and pictures from the folder of the page only; {@code file:} is for browsers that do not
   * count a file in the same folder as the page's own. Elements may have styles, because charts set them.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:";

  /** Returns the content security policy. */
  public String policy() {
    return POLICY;
  }

  /** Returns the relative path from this page to the folder of the site: empty, or some {@code ../}. */
  public String root() {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }

  /** Returns the navigation. */
  public List<SiteLink> links() {
    return site.links();
  }

  /** Whether a link of the navigation leads to this page or to its parent. */
  public boolean here(SiteLink link) {
    int folder = link.path().indexOf('/');
    return link.path().equals(path) || folder > 0 && path.startsWith(link.path().substring(0, folder + 1));
  }
}
