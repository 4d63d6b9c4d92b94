package uk.footprints.site;

import java.util.List;

/**
 * The latest figure of a theme for England, as the first page shows it.
 *
 * @param theme what it is about
 * @param measure the indicator in words
 * @param href the page that says more, from the folder of the site
 * @param latest the latest figure
 * @param period its month, quarter or year
 * @param change the change on the same period of the year before, as a sentence
 * @param signal what the control chart says, as a sentence; empty where there is none
 * @param spark the line of the latest periods as a path within 100 by 30; empty where there is none
 * @param sparkWords the line in words
 * @param details what changed most, and what was revised
 * @param absent why there is no figure and what would bring it; empty where there is one
 */
public record NowCard(
    String theme, String measure, String href, Amount latest, String period, String change, String signal,
    String spark, String sparkWords, List<Detail> details, String absent) {

  /**
   * A line of a card.
   *
   * @param title what it lists
   * @param items each with a name, its page and what is said of it
   */
  public record Detail(String title, List<Item> items) {}

  /**
   * One thing of a list.
   *
   * @param name who; may be empty
   * @param href the page of it; empty where it has none
   * @param words what is said of it
   */
  public record Item(String name, String href, String words) {}

  static NowCard absent(String theme, String why) {
    return new NowCard(theme, "", "", new Amount("", ""), "", "", "", "", "", List.of(), why);
  }

  /** Whether there is a figure. */
  public boolean hasData() {
    return absent.isEmpty();
  }
}
