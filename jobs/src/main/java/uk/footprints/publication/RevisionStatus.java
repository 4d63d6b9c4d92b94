package uk.footprints.publication;

import java.util.Locale;

/**
 * The revision status of published figures. Of two vintages of one day, the one whose status is declared first is
 * current.
 */
public enum RevisionStatus {

  /** The publisher changed the figures after their first publication. */
  REVISED,
  /** The figures are those of the first publication. */
  PROVISIONAL,
  /** The figures come from artificial records: they describe nobody. */
  ARTIFICIAL,
  /** The figures come from a table that others derived from publications; a publication always takes precedence. */
  DERIVED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** Returns the word that tables use. */
  public String id() {
    return id;
  }
}
