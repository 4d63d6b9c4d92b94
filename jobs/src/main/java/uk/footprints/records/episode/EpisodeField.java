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
  STARTAGE(Kind.NUMBER, "measures by age, of children and of urgent care sensitive admissions, and standardised "
      + "readmissions"),
  PERSON(Kind.TEXT, "spells: nobody can be followed", "PSEUDO_HESID", "ENCRYPTED_HESID", "TOKEN_PERSON_ID",
      "PSEUDO_HES_ID", "HESID"),
  ADMIMETH(Kind.TEXT, "emergency admissions and continuous spells"),
  ADMISORC(Kind.TEXT, "continuous spells: transfers in"),
  CCG_RESIDENCE(Kind.TEXT, "measures by residence"),
  CLASSPAT(Kind.TEXT, "ambulatory care sensitive admissions: ordinary admissions cannot be distinguished from others"),
  DIAG_4_01(Kind.TEXT, "ambulatory care sensitive admissions, and readmissions, which have exclusions by diagnosis"),
  /** Of the secondary diagnoses, the starts of codes that {@code acs_conditions.csv} asks for, joined by spaces. */
  SECONDARY_DIAGNOSES(Kind.CODES, "conditions of ambulatory care sensitive admissions by secondary diagnosis, and case "
      + "mix by comorbidity",
      "DIAG_4_02", "DIAG_4_03", "DIAG_4_04", "DIAG_4_05", "DIAG_4_06", "DIAG_4_07", "DIAG_4_08", "DIAG_4_09",
      "DIAG_4_10", "DIAG_4_11", "DIAG_4_12", "DIAG_4_13", "DIAG_4_14", "DIAG_4_15", "DIAG_4_16", "DIAG_4_17",
      "DIAG_4_18", "DIAG_4_19", "DIAG_4_20"),
  DISDEST(Kind.TEXT, "continuous spells: transfers out"),
  DISMETH(Kind.TEXT, "spells and deaths"),
  LSOA11(Kind.TEXT, "measures by small area"),
  MAINSPEF(Kind.TEXT, "readmissions, which exclude obstetrics by specialty"),
  /** Of the operations, the starts of codes that {@code acs_conditions.csv} asks for, joined by spaces. */
  OPERATIONS(Kind.CODES, "exclusions of ambulatory care sensitive admissions by operation",
      "OPERTN_4_01", "OPERTN_4_02", "OPERTN_4_03", "OPERTN_4_04", "OPERTN_4_05", "OPERTN_4_06", "OPERTN_4_07",
      "OPERTN_4_08", "OPERTN_4_09", "OPERTN_4_10", "OPERTN_4_11", "OPERTN_4_12", "OPERTN_4_13", "OPERTN_4_14",
      "OPERTN_4_15", "OPERTN_4_16", "OPERTN_4_17", "OPERTN_4_18", "OPERTN_4_19", "OPERTN_4_20", "OPERTN_4_21",
      "OPERTN_4_22", "OPERTN_4_23", "OPERTN_4_24"),
  PROCODE3(Kind.TEXT, "spells and measures by provider"),
  TRETSPEF(Kind.TEXT, ""),
  /** Deprivation decile; real extracts only, as the artificial ones have no index of deprivation. */
  DEPRIVATION(Kind.TEXT, "measures by deprivation", "IMD04_DECILE", "IMD_DECILE", "IMD15_DECILE", "IMD19_DECILE"),
  /** Charlson's conditions among the secondary diagnoses of {@code charlson.csv}: a for its first, b for its second. */
  COMORBIDITIES(Kind.DERIVED, "", SECONDARY_DIAGNOSES.names.toArray(String[]::new)),
  /** The first letter of the main operation: its chapter in OPCS-4. */
  PROCEDURE_CHAPTER(Kind.DERIVED, "", "OPERTN_4_01");

  /** The kind of value in a cell. */
  enum Kind {
    /** A whole number over 0 that identifies a row. */
    KEY,
    /** A financial year, {@code 1314} or {@code 2014} for 2013-14, kept as its first year. */
    YEAR,
    DATE,
    NUMBER,
    TEXT,
    /** Codes of several columns, of which some are stored. */
    CODES,
    /** A letter or some, made of columns that other fields read as well. */
    DERIVED
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

  /** Returns whether it is made of columns and not a column itself. */
  public boolean isDerived() {
    return kind == Kind.DERIVED;
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
