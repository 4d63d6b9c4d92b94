package uk.footprints.stay.shown;

/**
 * By whom stays are counted: where people live, or who treated them.
 *
 * @param role of the area in counts
 * @param orgRole of the organisation in published tables
 * @param words for people
 */
public record Side(String role, String orgRole, String words) {

  /** By clinical commissioning group of residence. */
  public static final Side RESIDENCE = new Side("residence", "commissioner", "by where people live");

  /** By the provider that treated them. */
  public static final Side PROVIDER = new Side("provider", "provider", "by who treated them");

  /** The id of a measure on this side. */
  public String measure(String label) {
    return "stay." + role + "." + label;
  }
}
