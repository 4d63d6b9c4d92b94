package uk.footprints.records;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import uk.footprints.parquet.column.ParquetColumnWriter;
import uk.footprints.parquet.column.StringDictionary;
import uk.footprints.records.casemix.DiagnosisGroups;
import uk.footprints.records.file.TaskAttemptFile;
import uk.footprints.records.measure.AcsCondition;
import uk.footprints.records.measure.AgeBand;
import uk.footprints.records.measure.StayCounts;
import uk.footprints.records.measure.StayMeasure;

/** Builds the stays of a bucket of people: writes spells and continuous spells, and counts their measures. */
final class BucketStayBuilder {

  private static final Set<String> PLAIN = Set.of("spell_no", "continuous_spell_no", "person_no");

  /** In the order of {@link StayRules#acsLists}. */
  private static final StayMeasure[] ACS =
      {StayMeasure.ACS_NHSOF_2_3_I, StayMeasure.ACS_NHSOF_3A, StayMeasure.ACS_URGENT_CARE_SENSITIVE};

  private final EpisodeColumns episodes;
  private final StayRules rules;
  private final CodeLookup codes;
  private final PersonStayBuilder person;
  private final StayCounts tally = new StayCounts();
  /** Bands, each one further than its number: the empty word comes first. */
  private final StringDictionary ageBands = new StringDictionary();

  private final long firstNumber;
  private long people;
  private long spellNumber;
  private long stayNumber;
  private long valid;
  private long filled;
  /** Days on which the person was admitted as an emergency so far, and the first of them that is recent enough. */
  private int[] admissions = new int[16];

  private int oldest;

  private final CaseMixWriter caseMix;

  private BucketStayBuilder(EpisodeColumns episodes, StayRules rules, int bucket, CaseMixWriter caseMix) {
    this.caseMix = caseMix;
    this.episodes = episodes;
    this.rules = rules;
    this.codes = new CodeLookup(episodes, rules);
    this.person = new PersonStayBuilder(episodes, codes, rules);
    this.firstNumber = (long) bucket << 40;
    for (int band = 0; band <= AgeBand.KNOWN; band++) {
      ageBands.number(AgeBand.label(band));
    }
  }

  /** What came of a bucket, in counts. */
  record Counts(long episodes, long valid, long filled, long people, long spells, long continuousSpells)
      implements java.io.Serializable {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(episodes + other.episodes, valid + other.valid, filled + other.filled, people + other.people,
          spells + other.spells, continuousSpells + other.continuousSpells);
    }
  }

  /** The measures of a bucket, with the words of the numbers in cells. */
  record Built(Counts counts, StayCounts tally, StringDictionary providers, StringDictionary residences) {}

  /**
   * Builds the stays of a bucket.
   *
   * @param diagnoses the groups of diagnoses by which case mix is adjusted; empty where no rows for it are written
   */
  static Built build(int bucket, List<String> files, StayRules rules, Optional<DiagnosisGroups> diagnoses, Path to,
      Configuration conf) throws IOException {
    EpisodeColumns episodes = EpisodeColumns.read(files, rules.residence(), conf);
    String name = "bucket-%05d.parquet".formatted(bucket);
    CaseMixWriter caseMix = CaseMixWriter.of(episodes, diagnoses, new Path(to, "case_mix_spells/" + name), conf);
    BucketStayBuilder stays = new BucketStayBuilder(episodes, rules, bucket, caseMix);
    TaskAttemptFile spells = TaskAttemptFile.at(new Path(to, "spells/" + name));
    TaskAttemptFile continuous = TaskAttemptFile.at(new Path(to, "continuous_spells/" + name));
    try (caseMix;
        ParquetColumnWriter spellFile = new ParquetColumnWriter(spells.hidden(), conf, StayTables.SPELLS, PLAIN, Map.of(), ParquetColumnWriter.LARGE);
        ParquetColumnWriter stayFile =
            new ParquetColumnWriter(continuous.hidden(), conf, StayTables.CONTINUOUS_SPELLS, PLAIN, Map.of(), ParquetColumnWriter.LARGE)) {
      episodes.eachPerson((rows, count) -> stays.person(rows, count, spellFile, stayFile));
    }
    spells.commit(conf);
    continuous.commit(conf);
    caseMix.commit(conf);
    Counts counts = new Counts(
        episodes.count, stays.valid, stays.filled, stays.people, stays.spellNumber, stays.stayNumber);
    return new Built(counts, stays.tally, episodes.providers, episodes.residences);
  }

  private void person(int[] rows, int count, ParquetColumnWriter spellFile, ParquetColumnWriter stayFile) throws IOException {
    person.build(rows, count);
    valid += person.valid;
    filled += person.filled;
    if (person.spells == 0) {
      return;
    }
    people++;
    int emergencies = 0;
    oldest = 0;
    for (int stay = 0; stay < person.stays; stay++) {
      stayNumber++;
      int before = emergenciesBefore(person.spell(person.stayStart[stay]), emergencies);
      for (int i = person.stayStart[stay]; i < person.stayStart[stay + 1]; i++) {
        int spell = person.spell(i);
        spellNumber++;
        writeSpell(spell, spellFile);
        emergencies = countSpell(spell, emergencies);
      }
      stay(stay, before, stayFile);
    }
  }

  private void writeSpell(int spell, ParquetColumnWriter file) throws IOException {
    int first = person.spellFirst[spell];
    int last = person.spellLast[spell];
    int column = 0;
    file.set(column++, firstNumber + spellNumber);
    file.set(column++, firstNumber + stayNumber);
    file.set(column++, firstNumber + people);
    file.set(column++, episodes.providers, episodes.provider[first]);
    file.set(column++, person.spellAdmitted[spell]);
    file.set(column++, person.spellDischarged[spell]);
    file.set(column++, nights(spell));
    file.set(column++, person.spellEpisodes[spell]);
    file.set(column++, episodes.methods, episodes.method[first]);
    file.set(column++, episodes.sources, episodes.source[first]);
    file.set(column++, episodes.destinations, episodes.destination[last]);
    file.set(column++, episodes.discharges, episodes.discharge[last]);
    file.set(column++, codes.emergency[episodes.method[first]]);
    file.set(column++, episodes.diagnoses, episodes.diagnosis[first]);
    sexAgeResidence(file, column, first);
    file.endRow();
  }

  /** How many emergency spells began in the twelve months before a spell. */
  private int emergenciesBefore(int spell, int emergencies) {
    int before = 0;
    while (before < emergencies
        && person.spellAdmitted[spell] - admissions[emergencies - 1 - before] <= CaseMixWriter.DAYS_BEFORE) {
      before++;
    }
    return before;
  }

  private void stay(int stay, int before, ParquetColumnWriter file) throws IOException {
    int from = person.stayStart[stay];
    int to = person.stayStart[stay + 1];
    int first = person.spell(from);
    int last = person.spell(to - 1);
    int firstRow = person.spellFirst[first];
    int lastRow = person.spellLast[last];
    int parts = 0;
    String excluded = "";
    for (int i = from; i < to; i++) {
      parts += person.spellEpisodes[person.spell(i)];
      if (excluded.isEmpty() && person.spellExclusion[person.spell(i)] != null) {
        excluded = person.spellExclusion[person.spell(i)];
      }
    }
    boolean died = codes.death[episodes.discharge[lastRow]];
    int after = readmittedAfter(stay);
    boolean index = !died && excluded.isEmpty();
    count(first, last, person.stayDischarged[stay], index, died, after);
    caseMix.stay(firstRow, episodes.provider[person.spellLast[last]], before, month(person.stayDischarged[stay]), index,
        after >= 0, died);

    int column = 0;
    file.set(column++, firstNumber + stayNumber);
    file.set(column++, firstNumber + people);
    file.set(column++, person.spellAdmitted[first]);
    file.set(column++, person.stayDischarged[stay]);
    file.set(column++, Math.max(0, person.stayDischarged[stay] - person.spellAdmitted[first]));
    file.set(column++, to - from);
    file.set(column++, parts);
    file.set(column++, episodes.methods, episodes.method[firstRow]);
    file.set(column++, codes.emergency[episodes.method[firstRow]]);
    file.set(column++, episodes.providers, episodes.provider[firstRow]);
    file.set(column++, episodes.providers, episodes.provider[lastRow]);
    file.set(column++, died);
    file.set(column++, excluded);
    if (after >= 0) {
      file.set(column, after);
    }
    column++;
    sexAgeResidence(file, column, firstRow);
    file.endRow();
  }

  /** Days until the next continuous spell, when that is an emergency within the rules' days; -1 otherwise. */
  private int readmittedAfter(int stay) {
    if (stay + 1 == person.stays) {
      return -1;
    }
    int next = person.spell(person.stayStart[stay + 1]);
    int days = person.spellAdmitted[next] - person.stayDischarged[stay];
    boolean emergency = codes.emergency[episodes.method[person.spellFirst[next]]];
    return emergency && days >= 0 && days <= rules.readmissionDays() ? days : -1;
  }

  private int countSpell(int spell, int emergencies) throws IOException {
    int row = person.spellFirst[spell];
    boolean emergency = codes.emergency[episodes.method[row]];
    int month = month(person.spellDischarged[spell]);
    for (int set = 0; set < sets(row); set++) {
      int cell = cell(set, month, episodes.provider[row], row);
      tally.add(cell, StayMeasure.SPELLS, 1);
      if (emergency) {
        countEmergency(cell, spell, row);
      }
    }
    if (!emergency) {
      return emergencies;
    }
    caseMix.emergency(row, emergenciesBefore(spell, emergencies), month, nights(spell));
    while (oldest < emergencies && person.spellAdmitted[spell] - admissions[oldest] > rules.frequentDays()) {
      oldest++;
    }
    if (emergencies - oldest >= rules.frequentAfter()) {
      for (int set = 0; set < sets(row); set++) {
        tally.add(cell(set, month, episodes.provider[row], row), StayMeasure.EMERGENCY_BY_FREQUENT, 1);
      }
    }
    if (emergencies == admissions.length) {
      admissions = java.util.Arrays.copyOf(admissions, emergencies * 2);
    }
    admissions[emergencies] = person.spellAdmitted[spell];
    return emergencies + 1;
  }

  private void countEmergency(int cell, int spell, int row) {
    int nights = nights(spell);
    tally.add(cell, StayMeasure.EMERGENCY_ADMISSIONS, 1);
    tally.add(cell, nights == 0 ? StayMeasure.EMERGENCY_ZERO_DAY : StayMeasure.EMERGENCY_OVERNIGHT, 1);
    tally.add(cell, StayMeasure.EMERGENCY_BED_DAYS, nights);
    if (nights == 1) {
      tally.add(cell, StayMeasure.EMERGENCY_ADMISSIONS_LOS_1, 1);
      tally.add(cell, StayMeasure.EMERGENCY_BED_DAYS_LOS_1, 1);
    }
    if (nights >= 2) {
      tally.add(cell, StayMeasure.EMERGENCY_ADMISSIONS_LOS_2_PLUS, 1);
      tally.add(cell, StayMeasure.EMERGENCY_BED_DAYS_LOS_2_PLUS, nights);
    }
    if (nights >= 7) {
      tally.add(cell, StayMeasure.EMERGENCY_ADMISSIONS_LOS_7_PLUS, 1);
      tally.add(cell, StayMeasure.EMERGENCY_BED_DAYS_LOS_7_PLUS, nights);
    }
    if (nights >= 14) {
      tally.add(cell, StayMeasure.EMERGENCY_ADMISSIONS_LOS_14_PLUS, 1);
      tally.add(cell, StayMeasure.EMERGENCY_BED_DAYS_LOS_14_PLUS, nights);
    }
    if (nights >= 21) {
      tally.add(cell, StayMeasure.EMERGENCY_ADMISSIONS_LOS_21_PLUS, 1);
      tally.add(cell, StayMeasure.EMERGENCY_BED_DAYS_LOS_21_PLUS, nights);
    }
    if (AgeBand.isChild(episodes.age[row])) {
      tally.add(cell, StayMeasure.EMERGENCY_ADMISSIONS_UNDER_18, 1);
      tally.add(cell, StayMeasure.EMERGENCY_ZERO_DAY_UNDER_18, nights == 0 ? 1 : 0);
      tally.add(cell, StayMeasure.EMERGENCY_BED_DAYS_UNDER_18, nights);
    }
    int route = codes.route[episodes.method[row]];
    tally.add(cell, route == 0 ? StayMeasure.EMERGENCY_VIA_AE
        : route == 1 ? StayMeasure.EMERGENCY_VIA_GP : StayMeasure.EMERGENCY_VIA_OTHER, 1);
    for (int list = 0; list < ACS.length; list++) {
      if (isSensitive(list, row)) {
        tally.add(cell, ACS[list], 1);
      }
    }
  }

  /** Whether the first episode of a spell is an admission of a list, as the specification of 2.3.i admits episodes. */
  private boolean isSensitive(int list, int row) {
    List<AcsCondition> conditions = codes.conditions.get(episodes.diagnosis[row]).get(list);
    if (conditions.isEmpty() || episodes.order[row] != 1 || !codes.ordinary[episodes.patientClass[row]]
        || !codes.acsMethod[episodes.method[row]] || !codes.acsSource[episodes.source[row]]) {
      return false;
    }
    String diagnosis = episodes.diagnoses.word(episodes.diagnosis[row]);
    for (AcsCondition condition : conditions) {
      if (condition.holds(diagnosis, codes.secondaries.get(episodes.secondary[row]),
          codes.operations.get(episodes.operation[row]), AgeBand.years(episodes.age[row]))) {
        return true;
      }
    }
    return false;
  }

  /** A continuous spell counts where it ended: at its last provider, in the month of its discharge. */
  private void count(int first, int last, int discharged, boolean index, boolean died, int after) {
    int row = person.spellFirst[first];
    int provider = episodes.provider[person.spellLast[last]];
    for (int set = 0; set < sets(row); set++) {
      int cell = cell(set, month(discharged), provider, row);
      tally.add(cell, StayMeasure.CONTINUOUS_SPELLS, 1);
      tally.add(cell, StayMeasure.DEATHS, died ? 1 : 0);
      if (after >= 0) {
        tally.add(cell, StayMeasure.READMISSIONS_30_DAYS_NO_EXCLUSIONS, 1);
      }
      if (index) {
        tally.add(cell, StayMeasure.READMISSION_INDEX, 1);
        if (after >= 0) {
          tally.add(cell, StayMeasure.READMISSIONS_30_DAYS, 1);
        }
      }
    }
  }

  /** The fourth set only where deprivation is known. */
  private int sets(int row) {
    return codes.decile[episodes.deprivation[row]] == 0 ? 3 : 4;
  }

  /** Provider by age and sex; residence by age and sex; provider by residence; residence by deprivation. */
  private int cell(int set, int month, int provider, int row) {
    if (set == 3) {
      return tally.cell(StayCounts.key(month, StayCounts.ALL_PROVIDERS, episodes.residence[row],
          StayCounts.DECILES + codes.decile[episodes.deprivation[row]] - 1, StayCounts.ALL_SEXES));
    }
    int age = set == 2 ? StayCounts.ALL_AGES : AgeBand.of(episodes.age[row]);
    int sex = set == 2 ? StayCounts.ALL_SEXES : sex(row);
    return tally.cell(StayCounts.key(month, set == 1 ? StayCounts.ALL_PROVIDERS : provider,
        set == 0 ? StayCounts.ALL_RESIDENCES : episodes.residence[row], age, sex));
  }

  private int sex(int row) {
    int sex = episodes.sex[row];
    return sex == 1 || sex == 2 ? sex : 0;
  }

  private int nights(int spell) {
    return Math.max(0, person.spellDischarged[spell] - person.spellAdmitted[spell]);
  }

  private void sexAgeResidence(ParquetColumnWriter file, int from, int row) {
    int column = from;
    if (sex(row) != 0) {
      file.set(column, sex(row));
    }
    column++;
    file.set(column++, ageBands, AgeBand.of(episodes.age[row]) + 1);
    file.set(column, episodes.residences, episodes.residence[row]);
  }

  private static int month(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }
}
