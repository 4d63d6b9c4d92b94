package uk.footprints.publication;

import java.util.Locale;

/** How final published figures are. Of two vintages of one day, the one whose status is declared first is current. */
public enum RevisionStatus {

  /** The publisher changed them after they first came out. */
  REVISED,
  /** As they first came out. */
  PROVISIONAL,
  /** Made of artificial records: they describe nobody. */
  ARTIFICIAL,
  /** From a table that somebody made of publications; a publication comes before it, whatever the days. */
  DERIVED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The word in tables. */
  public String id() {
    return id;
  }
}
