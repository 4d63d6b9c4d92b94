package uk.footprints.report.page;

/**
 * A cell of a table.
 *
 * @param text as people read it
 * @param value as the script reads it: a number in full, empty where there is none or where it is a text
 * @param href where it leads, from the folder of the site; empty where nowhere
 */
public record Cell(String text, String value, String href) {

  static final String DASH = "–";

  /** Whether it needs room. */
  public boolean wide() {
    return text.length() > 60;
  }

  static Cell of(String text) {
    return new Cell(text, "", "");
  }

  static Cell of(String text, String href) {
    return new Cell(text, "", href);
  }

  static Cell of(double value, Style style) {
    Object compact = Compact.number(value);
    return new Cell(compact == null ? DASH : style.shown(value), compact == null ? "" : compact.toString(), "");
  }
}
