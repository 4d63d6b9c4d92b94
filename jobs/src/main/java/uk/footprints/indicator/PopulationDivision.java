package uk.footprints.indicator;

/** How groups of people were divided between the areas of a geography, the most certain first. */
public enum PopulationDivision {

  /** Every group is in one area. */
  MEMBERS,

  /** A group is in several areas: it was divided by the shares of its people of each age. */
  MEMBERS_BY_AGE,

  /** A group is in several areas: it was divided by one share for all ages, an estimate. */
  MEMBERS_BY_WEIGHT;

  /** Returns the word in tables. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns the less certain of two. */
  public PopulationDivision and(PopulationDivision other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
