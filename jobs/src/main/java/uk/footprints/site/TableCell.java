package uk.footprints.site;

/**
 * A cell of a table.
 *
 * @param text as people read it
 * @param value as the script reads it: a number in full, empty where there is none or where it is a text
 * @param href the path that it links to, from the folder of the site; empty when it has no link
 */
public record TableCell(String text, String value, String href) {

  static final String DASH = "–";

  /** Whether the text needs a wide column. */
  public boolean wide() {
    return text.length() > 60;
  }

  static TableCell of(String text) {
    return new TableCell(text, "", "");
  }

  static TableCell of(String text, String href) {
    return new TableCell(text, "", href);
  }

  static TableCell of(double value, NumberStyle style) {
    Object compact = CompactJson.number(value);
    return new TableCell(compact == null ? DASH : style.shown(value), compact == null ? "" : compact.toString(), "");
  }
}
