package uk.footprints.records;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.flag;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/** The record level as tables of a release, where one was asked for with it: not for publication. */
public final class RecordTables {

  private static final Field METHOD = text("admission_method_code", "ADMIMETH of the first episode.");
  private static final Field SEX = whole("sex_code", "1 male, 2 female; absent where it is not known.", "");
  private static final Field AGE = text("age_band", "Five years of age on admission, 90+ or unknown.");
  private static final Field RESIDENCE = text("residence_code", "Commissioning group in which the person lives.");
  private static final Field EMERGENCY = flag("emergency", "Whether it began as an emergency.");
  private static final Field PERSON = whole("person_no", "A person; the number means nothing outside this release.", "");
  private static final Field STAY = whole("continuous_spell_no", "The continuous spell.", "");
  private static final Field ADMITTED = date("admitted_on", "Day of admission, filled where the rules say so.");
  private static final Field DISCHARGED = date("discharged_on", "Day on which the last episode ended.");
  private static final Field NIGHTS = whole("nights", "Days between both.", "nights");
  private static final Field EPISODES_COUNT = whole("episodes_count", "Valid episodes in it.", "episodes");

  /** Episodes as they came, wanted fields only, with keys of persons and episodes. */
  public static final Table EPISODES = new Table(
      "episodes", "a consultant's episode, with the keys of person and episode: record level, only with --with-records",
      List.of(), episodes());

  /** Spells at one provider. */
  public static final Table SPELLS = new Table(
      "spells", "a spell of one person at one provider: record level, only with --with-records", List.of("spell_no"),
      List.of(
          whole("spell_no", "The spell; the number means nothing outside this release.", ""), STAY, PERSON,
          text("provider_code", "PROCODE3."), ADMITTED, DISCHARGED, NIGHTS, EPISODES_COUNT, METHOD,
          text("admission_source_code", "ADMISORC of the first episode."),
          text("discharge_destination_code", "DISDEST of the last."), text("discharge_method_code", "DISMETH of the last."),
          EMERGENCY, text("primary_diagnosis_code", "DIAG_4_01 of the first episode."), SEX, AGE, RESIDENCE));

  /** Continuous spells across providers. */
  public static final Table CONTINUOUS_SPELLS = new Table(
      "continuous_spells",
      "a stay until the person is in no hospital any more: record level, only with --with-records",
      List.of("continuous_spell_no"),
      List.of(
          STAY, PERSON, ADMITTED, DISCHARGED, NIGHTS, whole("spells_count", "Spells in it.", "spells"), EPISODES_COUNT,
          METHOD, EMERGENCY, text("first_provider_code", "PROCODE3 of the first spell."),
          text("last_provider_code", "PROCODE3 of the last."), flag("died", "Whether it ended in death."),
          text("excluded_because", "Why no readmission is looked for after it: cancer or obstetric."),
          whole("readmitted_after_days", "Days to an emergency continuous spell, when within 30.", "days"), SEX, AGE,
          RESIDENCE));

  /** All of them. */
  public static final List<Table> ALL = List.of(EPISODES, SPELLS, CONTINUOUS_SPELLS);

  private RecordTables() {}

  private static List<Field> episodes() {
    List<Field> fields = new ArrayList<>();
    for (EpisodeField field : EpisodeField.values()) {
      String name = field.column();
      String meaning = "As the extract has it: " + String.join(" or ", field.names()) + ".";
      fields.add(switch (field) {
        case ADMIDATE, DISDATE, EPISTART, EPIEND -> date(name, meaning);
        case EPIKEY, EPIORDER, EPISTAT, EPITYPE, SEX, STARTAGE -> whole(name, meaning, "");
        case FYEAR -> text(name, "Financial year, 2016-17; the name of the folder.");
        case COMORBIDITIES -> text(name, "Charlson's conditions among its secondary diagnoses, a letter each, in the "
            + "order of data/reference/charlson.csv.");
        case PROCEDURE_CHAPTER -> text(name, "The first letter of its main operation, OPERTN_4_01.");
        default -> text(name, meaning);
      });
    }
    return List.copyOf(fields);
  }
}
