package uk.footprints.fetch;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tables that publishers link beside those that datasets read, and that no dataset is meant to read.
 *
 * @param host the host of the files, or the end of its name
 * @param names pattern for file names; ignores case and must match completely
 * @param why what the table is and why it is left, as a part of a sentence
 */
public record LeftTable(String host, Pattern names, String why) {

  /** Returns a table whose file names match a pattern. */
  public static LeftTable of(String host, String names, String why) {
    return new LeftTable(host, Pattern.compile(names, Pattern.CASE_INSENSITIVE), why);
  }

  /** Whether a link leads to such a table. */
  boolean matches(PageLink link) {
    String at = String.valueOf(link.address().getHost()).toLowerCase(Locale.ROOT);
    return at.endsWith(host) && names.matcher(link.name()).matches();
  }
}
