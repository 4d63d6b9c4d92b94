package uk.footprints.site;

import java.util.List;

/**
 * What is around the content of a page: head, navigation, foot.
 *
 * @param title of the page
 * @param path of the page below the folder of the site
 * @param charts whether the page draws with the chart library
 * @param site what all pages have in common
 */
public record PageFrame(String title, String path, boolean charts, SiteContext site) {

  /**
   * Scripts, styles and pictures from the disk beside the page and from nowhere else; {@code file:} is for browsers
   * that do not count a file beside the page as the page's own. Styles may stand in elements, as the charts' do.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:";

  /** The content security policy. */
  public String policy() {
    return POLICY;
  }

  /** The way from this page to the folder of the site: empty, or some {@code ../}. */
  public String root() {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }

  /** The navigation. */
  public List<SiteLink> links() {
    return site.links();
  }

  /** Whether a link of the navigation leads here, or to what is above this page. */
  public boolean here(SiteLink link) {
    int folder = link.path().indexOf('/');
    return link.path().equals(path) || folder > 0 && path.startsWith(link.path().substring(0, folder + 1));
  }
}
