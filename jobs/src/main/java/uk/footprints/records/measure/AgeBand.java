package uk.footprints.records.measure;

import java.util.stream.IntStream;

/** Five years of age each, 0-4 to 85-89, then 90 and over: the bands of the European standard population. */
public final class AgeBand {

  /** Bands, not counting the unknown one. */
  public static final int KNOWN = 19;
  public static final int UNKNOWN = KNOWN;

  private static final String[] LABELS =
      IntStream.rangeClosed(0, StayCounts.ALL_AGES).mapToObj(AgeBand::name).toArray(String[]::new);

  private AgeBand() {}

  /**
   * The band of STARTAGE: years, or 7001 to 7007 for the parts of the first year.
   *
   * @param startAge as published; anything else is unknown
   */
  public static int of(int startAge) {
    if (startAge >= 7001 && startAge <= 7007) {
      return 0;
    }
    return startAge < 0 || startAge > 120 ? UNKNOWN : Math.min(KNOWN - 1, startAge / 5);
  }

  /** STARTAGE in whole years; -1 where it is not known. */
  public static int years(int startAge) {
    return startAge >= 7001 && startAge <= 7007 ? 0 : startAge < 0 || startAge > 120 ? -1 : startAge;
  }

  /** Whether STARTAGE is under 18 years; not when it is not known. */
  public static boolean isChild(int startAge) {
    return startAge >= 7001 && startAge <= 7007 || startAge >= 0 && startAge < 18;
  }

  public static String label(int band) {
    return LABELS[band];
  }

  private static String name(int band) {
    return switch (band) {
      case UNKNOWN -> "unknown";
      case KNOWN - 1 -> "90+";
      case StayCounts.ALL_AGES -> "all";
      case StayCounts.DECILES, StayCounts.DECILES + 1, StayCounts.DECILES + 2, StayCounts.DECILES + 3, StayCounts.DECILES + 4, StayCounts.DECILES + 5,
          StayCounts.DECILES + 6, StayCounts.DECILES + 7, StayCounts.DECILES + 8, StayCounts.DECILES + 9 ->
          "deprivation " + (band - StayCounts.DECILES + 1);
      default -> band * 5 + "-" + (band * 5 + 4);
    };
  }

  /** Sex as published: 1 male, 2 female, anything else is not known. */
  public static String sexLabel(int sex) {
    return switch (sex) {
      case 1 -> "male";
      case 2 -> "female";
      case StayCounts.ALL_SEXES -> "all";
      default -> "unknown";
    };
  }
}
