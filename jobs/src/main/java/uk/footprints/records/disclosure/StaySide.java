package uk.footprints.records.disclosure;

/**
 * By whom stays are counted: where people live, or who treated them.
 *
 * @param role of the area in counts
 * @param orgRole of the organisation in published tables
 * @param words for people
 */
public record StaySide(String role, String orgRole, String words) {

  /** By clinical commissioning group of residence. */
  public static final StaySide RESIDENCE = new StaySide("residence", "commissioner", "by where people live");

  /** By the provider that treated them. */
  public static final StaySide PROVIDER = new StaySide("provider", "provider", "by who treated them");

  /** The id of a measure on this side. */
  public String measure(String label) {
    return "stay." + role + "." + label;
  }
}
