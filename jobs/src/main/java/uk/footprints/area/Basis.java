package uk.footprints.area;

import java.util.Arrays;
import java.util.Locale;
import uk.footprints.runtime.UserException;

/** How organisations are joined to areas. There is no default: every join names one. */
public enum Basis {

  /** Each organisation in the area where it was in the period that the figure describes. */
  AS_WAS("as_was"),

  /** Each organisation as its present successor, in the successor's area. */
  AS_NOW("as_now");

  private final String id;

  Basis(String id) {
    this.id = id;
  }

  /** Returns the word in tables: {@code as_was} or {@code as_now}. */
  public String id() {
    return id;
  }

  /** Returns the basis of that word; hyphen and underscore are equivalent. */
  public static Basis of(String word) {
    String id = word.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values())
        .filter(basis -> basis.id.equals(id))
        .findFirst()
        .orElseThrow(() -> UserException.command("There is no basis \"" + word + "\".", "use as-was or as-now"));
  }
}
