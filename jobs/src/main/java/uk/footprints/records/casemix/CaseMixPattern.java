package uk.footprints.records.casemix;

/**
 * The covariates of a spell as one number: spells with the same number are the same to a model, so that they can be
 * counted together. Each covariate takes some bits; 0 is a value that is not known, unless it says otherwise.
 */
public final class CaseMixPattern {

  static final int AGE_SEX = 0;
  static final int DEPRIVATION = 6;
  static final int METHOD = 10;
  static final int SOURCE = 14;
  static final int DIAGNOSIS = 17;
  static final int BEFORE = 24;
  static final int MONTH = 27;
  static final int COMORBIDITIES = 37;
  static final int PROCEDURE = COMORBIDITIES + ComorbidityList.MOST;
  /** What the cells of indirect standardisation use, but for the year. */
  static final long IN_CELLS = 63L << AGE_SEX | 15L << METHOD | 127L << DIAGNOSIS | 31L << PROCEDURE;
  /** A bit that no pattern has: with it, the pattern is of an emergency spell. */
  static final int EMERGENCY = 62;
  /** Months are counted from January of this year. */
  static final int FIRST_YEAR = 1990;
  /** Groups of emergency admissions in the twelve months before: 0, 1, 2, 3 or 4, 5 or more. */
  static final int[] BEFORE_FROM = {0, 1, 2, 3, 5};

  /** ADMIMETH in groups. */
  private static final String[] METHODS = {
    "not known", "11-13 waiting list, booked or planned", "21 and 2A accident and emergency department",
    "22 general practitioner", "23-28, 2C and 2D other emergency", "2B transfer of an emergency", "31-32 maternity",
    "82-83 birth", "67 and 81 other transfer", "other"
  };
  /** ADMISORC in groups. */
  private static final String[] SOURCES = {
    "not known", "19 and 29 own or temporary residence", "49-53 and 87 hospital", "54, 65-69 and 85-88 care home",
    "79 born here", "30-42 prison, court or police", "other"
  };

  private CaseMixPattern() {}

  /**
   * Packs covariates.
   *
   * @param ageBand band of five years, 19 for an age that is not known
   * @param sex 1 male, 2 female, 0 not known
   * @param deprivation tenth, 1 the most deprived; 0 not known
   * @param method group of {@link #method}
   * @param source group of {@link #source}
   * @param diagnosis group of {@link DiagnosisGroups#of}
   * @param before emergency admissions in the twelve months before
   * @param month of discharge, in months since the year 0
   * @param comorbidities conditions, one bit each
   * @param procedure chapter of the main operation, 1 for A; 0 for none
   */
  public static long of(int ageBand, int sex, int deprivation, int method, int source, int diagnosis, int before,
      int month, int comorbidities, int procedure) {
    int since = Math.max(0, Math.min(1023, month - FIRST_YEAR * 12));
    return (long) (ageBand * 3 + sex) << AGE_SEX | (long) deprivation << DEPRIVATION | (long) method << METHOD
        | (long) source << SOURCE | (long) diagnosis << DIAGNOSIS | (long) before(before) << BEFORE
        | (long) since << MONTH | (long) comorbidities << COMORBIDITIES | (long) procedure << PROCEDURE;
  }

  private static int before(int admissions) {
    int group = 0;
    while (group + 1 < BEFORE_FROM.length && admissions >= BEFORE_FROM[group + 1]) {
      group++;
    }
    return group;
  }

  /** Returns the group of an ADMIMETH. */
  public static int method(String code) {
    return switch (code) {
      case "11", "12", "13" -> 1;
      case "21", "2A" -> 2;
      case "22" -> 3;
      case "23", "24", "25", "28", "2C", "2D" -> 4;
      case "2B" -> 5;
      case "31", "32" -> 6;
      case "82", "83" -> 7;
      case "67", "81" -> 8;
      case "", "98", "99" -> 0;
      default -> 9;
    };
  }

  /** Returns the group of an ADMISORC. */
  public static int source(String code) {
    return switch (code) {
      case "19", "29" -> 1;
      case "49", "50", "51", "52", "53", "87" -> 2;
      case "54", "65", "66", "69", "85", "86", "88" -> 3;
      case "79" -> 4;
      case "30", "37", "38", "39", "40", "41", "42" -> 5;
      case "", "98", "99" -> 0;
      default -> 6;
    };
  }

  /** Returns the chapter of an operation, 1 for A; 0 for none. */
  public static int procedure(String chapter) {
    int number = chapter.isEmpty() ? 0 : chapter.charAt(0) - 'A' + 1;
    return number < 1 || number > 26 ? 0 : number;
  }

  /** Returns the financial year of discharge, by its first calendar year. */
  static int financialYear(long pattern) {
    int month = (int) (pattern >>> MONTH & 1023) + FIRST_YEAR * 12;
    return Math.floorDiv(month - 3, 12);
  }

  /** Returns a pattern with what the cells of indirect standardisation use, and with its year as its month. */
  static long cell(long pattern) {
    return pattern & IN_CELLS | (long) (financialYear(pattern) - FIRST_YEAR + 1) << MONTH;
  }

  static String methodLabel(int group) {
    return group < METHODS.length ? METHODS[group] : "other";
  }

  static String sourceLabel(int group) {
    return group < SOURCES.length ? SOURCES[group] : "other";
  }

  static String beforeLabel(int group) {
    int from = BEFORE_FROM[Math.min(group, BEFORE_FROM.length - 1)];
    if (group >= BEFORE_FROM.length - 1) {
      return from + " or more";
    }
    return BEFORE_FROM[group + 1] == from + 1 ? "" + from : from + " to " + (BEFORE_FROM[group + 1] - 1);
  }

  static String monthLabel(int since) {
    return "%d-%02d".formatted(FIRST_YEAR + since / 12, since % 12 + 1);
  }
}
