package uk.footprints.records.episode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of an episode that are read, of the 193 that an extract has: the names of each, its kind, and what cannot
 * be computed without it. Source: HES data dictionary, admitted patient care.
 */
public enum EpisodeField {
  EPIKEY(Kind.KEY, "identifying episodes"),
  FYEAR(Kind.YEAR, ""),
  ADMIDATE(Kind.DATE, "spells and lengths of stay"),
  DISDATE(Kind.DATE, ""),
  EPISTART(Kind.DATE, "spells"),
  EPIEND(Kind.DATE, "spells and lengths of stay"),
  EPIORDER(Kind.NUMBER, "filled admission dates and the order of episodes"),
  EPISTAT(Kind.NUMBER, "which episodes are finished"),
  EPITYPE(Kind.NUMBER, ""),
  SEX(Kind.NUMBER, "measures by sex, and standardised readmissions"),
  STARTAGE(Kind.NUMBER, "measures by age, and standardised readmissions"),
  PERSON(Kind.TEXT, "spells: nobody can be followed", "PSEUDO_HESID", "ENCRYPTED_HESID", "TOKEN_PERSON_ID",
      "PSEUDO_HES_ID", "HESID"),
  ADMIMETH(Kind.TEXT, "emergency admissions and continuous spells"),
  ADMISORC(Kind.TEXT, "continuous spells: transfers in"),
  CCG_RESIDENCE(Kind.TEXT, "measures by residence"),
  CLASSPAT(Kind.TEXT, ""),
  DIAG_4_01(Kind.TEXT, "ambulatory care sensitive admissions, and exclusions from readmissions"),
  DIAG_4_02(Kind.TEXT, ""),
  DISDEST(Kind.TEXT, "continuous spells: transfers out"),
  DISMETH(Kind.TEXT, "spells and deaths"),
  LSOA11(Kind.TEXT, "measures by small area"),
  MAINSPEF(Kind.TEXT, "exclusion of obstetrics by specialty"),
  OPERTN_4_01(Kind.TEXT, ""),
  PROCODE3(Kind.TEXT, "spells and measures by provider"),
  TRETSPEF(Kind.TEXT, ""),
  /** Deprivation decile; real extracts only, as the artificial ones have no index of deprivation. */
  DEPRIVATION(Kind.TEXT, "measures by deprivation", "IMD04_DECILE", "IMD_DECILE", "IMD15_DECILE", "IMD19_DECILE");

  /** The kind of value in a cell. */
  enum Kind {
    /** A whole number over 0 that identifies a row. */
    KEY,
    /** A financial year, {@code 1314} or {@code 2014} for 2013-14, kept as its first year. */
    YEAR,
    DATE,
    NUMBER,
    TEXT
  }

  /** The fields without which no spell can be built: a file that lacks one is refused. */
  public static final Set<EpisodeField> REQUIRED = Set.of(
      EPIKEY, PERSON, ADMIDATE, EPISTART, EPIEND, EPIORDER, EPISTAT, PROCODE3, ADMIMETH, ADMISORC, DISMETH, DISDEST);

  private final Kind kind;
  private final String lost;
  private final List<String> names;

  EpisodeField(Kind kind, String lost, String... names) {
    this.kind = kind;
    this.lost = lost;
    this.names = names.length == 0 ? List.of(name()) : List.of(names);
  }

  Kind kind() {
    return kind;
  }

  /** Returns what cannot be computed without the field; empty if nothing depends on it. */
  public String lost() {
    return lost;
  }

  /** Returns the names of the field in extracts, that of the artificial extracts first. */
  public List<String> names() {
    return names;
  }

  /** Returns the column name in the table {@code episodes}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns every name that extracts use for any of the fields. */
  public static Set<String> allNames() {
    return Arrays.stream(values()).flatMap(field -> field.names.stream()).collect(Collectors.toSet());
  }
}
