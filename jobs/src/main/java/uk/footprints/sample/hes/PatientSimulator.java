package uk.footprints.sample.hes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.footprints.sample.hes.PlannedEpisode.Person;
import uk.footprints.sample.hes.SampleTruth.Count;

/**
 * Plans artificial lives: people who come to hospital, come back, are moved between providers and between consultants,
 * and die. Every stay is planned whole before it is cut into spells and episodes, and counted while it is planned.
 *
 * <p>Shape, roughly as published for England: two in five stays are emergencies, and more of those without a night from
 * year to year; winters are busier; a few people come very often; one stay in forty is moved on.
 */
final class PatientSimulator {

  private static final Set<String> URGENT = Set.of("21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D");
  private static final String[] WAYS = {"21", "22", "23", "24", "25", "28", "2A", "2D"};
  private static final int[] WAY_WEIGHTS = {70, 11, 2, 6, 1, 2, 4, 4};
  private static final String[] PLANNED_WAYS = {"11", "12", "13"};
  private static final int[] MONTH_WEIGHTS = {98, 100, 97, 98, 95, 97, 101, 100, 104, 107, 99, 104};

  private final SeededRandom draw;
  private final List<SamplePlace> places;
  private final Map<String, Integer> effects;
  private final int[] years;
  private final int[] yearWeights;
  private final long firstKey;
  private final SampleTruth truth;
  private final List<PlannedEpisode> rows = new ArrayList<>();

  private final List<PlannedEpisode> urgentSoFar = new ArrayList<>();
  private Person person;
  private PlannedEpisode lastRow;
  private boolean lastCounts;
  private int effect;
  private int remaining;

  /**
   * @param draw chance
   * @param places where people live
   * @param years first years of financial years, rising
   * @param firstKey episode keys start here
   * @param truth where stays are counted
   */
  PatientSimulator(SeededRandom draw, List<SamplePlace> places, int[] years, long firstKey, SampleTruth truth) {
    this.draw = draw;
    this.places = places;
    this.effects = SampleRisks.effects(places);
    this.years = years;
    this.yearWeights = Arrays.stream(years).map(year -> 1000 + 30 * (year - years[0])).toArray();
    this.firstKey = firstKey;
    this.truth = truth;
  }

  static boolean isUrgent(String method) {
    return URGENT.contains(method);
  }

  /** Plans lives until exactly this many episodes are planned. */
  List<PlannedEpisode> plan(int episodes) {
    remaining = episodes;
    while (remaining > 0) {
      life();
    }
    return rows;
  }

  private void life() {
    int age = age();
    int[] picks = new int[1 + (draw.chance(0.03) ? 4 + draw.below(12) : draw.run(0.33, 8))];
    for (int i = 0; i < picks.length; i++) {
      picks[i] = day();
    }
    Arrays.sort(picks);
    SamplePlace place = places.get(draw.below(places.size()));
    person = new Person(draw.bits(), draw.bits(), picks[0] - age * 365 - age / 4 - draw.below(360),
        draw.chance(0.003) ? 9 : 1 + draw.below(2), place, place.areas().get(draw.below(place.areas().size())));
    effect = effects.get(place.provider());
    urgentSoFar.clear();
    lastRow = null;
    int i = 0;
    int follow = -1;
    while (remaining > 0 && (follow >= 0 || i < picks.length)) {
      int start = follow >= 0 ? follow : picks[i++];
      boolean again = follow >= 0;
      follow = -1;
      int free = lastRow == null ? start : lastRow.start < lastRow.end ? lastRow.end : lastRow.end + 1;
      start = Math.max(start, free);
      int limit = limit(start);
      if (limit < start) {
        continue;
      }
      if (stay(start, limit, again, age)) {
        return;
      }
      if (draw.chance(SampleRisks.comesBack(age, effect))) {
        follow = lastRow.end + draw.below(46);
      }
    }
  }

  /** Plans one continuous stay; true when the person dies in it. */
  private boolean stay(int start, int limit, boolean again, int age) {
    boolean birth = person.sex() == 2 && age > 15 && age < 46 && draw.chance(0.35);
    boolean urgent = !birth && (again ? draw.chance(0.7) : draw.chance(0.42));
    SampleDiagnosis illness = birth ? any(SampleDiagnosis.BIRTH)
        : !urgent ? any(SampleDiagnosis.PLANNED) : any(draw.chance(0.24) ? SampleDiagnosis.AVOIDABLE : SampleDiagnosis.URGENT);
    String method = birth ? "31" : urgent ? WAYS[draw.among(WAY_WEIGHTS, 100)] : PLANNED_WAYS[draw.below(3)];
    int nights = Math.min(nights(urgent, birth, start), limit - start);
    boolean moved = nights >= 2 && remaining >= 6 && draw.chance(0.05);
    // The first row of the stay has this key, by which its secondary diagnoses are written.
    boolean heartFailure = HesRowWriter.heartFailure(firstKey + rows.size());
    boolean dies = !birth && draw.chance(
        SampleRisks.death(urgent, (int) ((start - person.born()) / 365.25), heartFailure, effect));

    markMissedMove(start);
    PlannedEpisode before = lastRow;
    boolean countsBefore = lastCounts;
    int first = rows.size();
    if (!moved) {
      spell(person.place().provider(), illness, method, "19", start, start + nights, remaining);
      close("19", dies);
    } else {
      int leaves = start + draw.below(nights - 1);
      int arrives = Math.min(leaves + draw.below(4), start + nights - 1);
      spell(person.place().provider(), illness, method, "19", start, leaves, 2);
      int signs = 1 + draw.below(7);
      close((signs & 1) != 0 ? "51" : "19", false);
      boolean back = start + nights - arrives >= 3 && draw.chance(0.2);
      int returns = back ? arrives + 1 + draw.below(start + nights - arrives - 1) : start + nights;
      boolean bySource = (signs & 2) != 0;
      boolean byMethod = (signs & 4) != 0 || !bySource && (signs & 1) == 0;
      String way = byMethod ? (urgent && draw.chance(0.4) ? "2B" : "81") : urgent ? "28" : "12";
      spell(person.place().second(), illness, way, bySource ? "51" : "19", arrives, returns, 2);
      close(back ? "52" : "19", dies && !back);
      if (back) {
        spell(person.place().provider(), illness, "81", "52", returns, start + nights, 2);
        close("19", dies);
      }
    }
    truth.add(Count.CONTINUOUS_SPELLS, lastRow.end, 1);
    truth.add(Count.DEATHS, lastRow.end, dies ? 1 : 0);
    if (before != null && urgent && start - before.end <= 30) {
      truth.add(Count.READMISSIONS_30_DAYS_NO_EXCLUSIONS, before.end, 1);
      if (countsBefore) {
        truth.add(Count.READMISSIONS_30_DAYS, before.end, 1);
      }
    }
    lastCounts = !dies && !illness.cancer() && !illness.obstetric() && !birth;
    if (lastCounts) {
      truth.add(Count.READMISSION_INDEX, lastRow.end, 1);
    }
    truth.add("stays_with_a_move", moved ? 1 : 0);
    truth.add("people", before == null ? 1 : 0);
    assert rows.size() > first;
    return dies;
  }

  /** Now and then somebody is said to be moved, and nobody receives them within three days. */
  private void markMissedMove(int start) {
    if (lastRow != null && start - lastRow.end >= 4 && lastRow.destination.equals("19") && draw.chance(0.01)) {
      lastRow.destination = "51";
    }
  }

  private void spell(String provider, SampleDiagnosis illness, String method, String source, int from, int to, int most) {
    int parts = Math.min(Math.min(most, remaining), draw.chance(to - from >= 2 ? 0.25 : 0.03) ? 2 + draw.run(0.3, 4) : 1);
    int[] cuts = new int[parts + 1];
    for (int i = 1; i < parts; i++) {
      cuts[i] = from + draw.below(to - from + 1);
    }
    cuts[0] = from;
    cuts[parts] = to;
    Arrays.sort(cuts);
    boolean unknown = source.equals("19") && !method.equals("2B") && !method.equals("81") && draw.chance(0.004);
    for (int i = 0; i < parts; i++) {
      PlannedEpisode row = new PlannedEpisode();
      row.key = firstKey + rows.size();
      row.person = person;
      row.provider = provider;
      row.illness = illness;
      row.method = method;
      row.source = source;
      row.admitted = from;
      row.discharged = to;
      row.start = cuts[i];
      row.end = cuts[i + 1];
      row.order = i + 1;
      row.year = year(row.end);
      row.admissionUnknown = unknown && i == 0;
      rows.add(row);
      lastRow = row;
    }
    remaining -= parts;
    truth.add("admission_dates_filled", unknown ? 1 : 0);
    truth.add(Count.SPELLS, to, 1);
    if (isUrgent(method)) {
      countUrgent(lastRow, firstKey + rows.size() - parts);
    }
  }

  private void close(String destination, boolean dies) {
    lastRow.last = true;
    lastRow.destination = dies ? "79" : destination;
    lastRow.discharge = dies ? "4" : "1";
  }

  private void countUrgent(PlannedEpisode spell, long spellKey) {
    int day = spell.end;
    int nights = spell.discharged - spell.admitted;
    truth.add(Count.EMERGENCY_ADMISSIONS, day, 1);
    truth.add(nights == 0 ? Count.EMERGENCY_ZERO_DAY : Count.EMERGENCY_OVERNIGHT, day, 1);
    truth.add(Count.EMERGENCY_BED_DAYS, day, nights);
    if (nights == 1) {
      truth.add(Count.EMERGENCY_ADMISSIONS_LOS_1, day, 1);
      truth.add(Count.EMERGENCY_BED_DAYS_LOS_1, day, 1);
    }
    if (nights >= 2) {
      truth.add(Count.EMERGENCY_ADMISSIONS_LOS_2_PLUS, day, 1);
      truth.add(Count.EMERGENCY_BED_DAYS_LOS_2_PLUS, day, nights);
    }
    if (nights >= 7) {
      truth.add(Count.EMERGENCY_ADMISSIONS_LOS_7_PLUS, day, 1);
      truth.add(Count.EMERGENCY_BED_DAYS_LOS_7_PLUS, day, nights);
    }
    if (nights >= 14) {
      truth.add(Count.EMERGENCY_ADMISSIONS_LOS_14_PLUS, day, 1);
      truth.add(Count.EMERGENCY_BED_DAYS_LOS_14_PLUS, day, nights);
    }
    if (nights >= 21) {
      truth.add(Count.EMERGENCY_ADMISSIONS_LOS_21_PLUS, day, 1);
      truth.add(Count.EMERGENCY_BED_DAYS_LOS_21_PLUS, day, nights);
    }
    if (spell.admitted - spell.person.born() < 18 * 365.25) {
      truth.add(Count.EMERGENCY_ADMISSIONS_UNDER_18, day, 1);
      truth.add(Count.EMERGENCY_ZERO_DAY_UNDER_18, day, nights == 0 ? 1 : 0);
      truth.add(Count.EMERGENCY_BED_DAYS_UNDER_18, day, nights);
    }
    truth.add(switch (spell.method) {
      case "21", "2A" -> Count.EMERGENCY_VIA_AE;
      case "22" -> Count.EMERGENCY_VIA_GP;
      default -> Count.EMERGENCY_VIA_OTHER;
    }, day, 1);
    boolean fromHospital = spell.source.equals("51") || spell.source.equals("52");
    boolean operated = spell.illness.excludes(HesRowWriter.operation(spellKey));
    if (spell.illness.chronic() && !fromHospital && !operated) {
      truth.add(Count.ACS_NHSOF_2_3_I, day, 1);
    }
    if (spell.illness.acute() && !fromHospital && !operated) {
      truth.add(Count.ACS_NHSOF_3A, day, 1);
    }
    if (spell.illness.urgent() && !fromHospital) {
      truth.add(Count.ACS_URGENT_CARE_SENSITIVE, day, 1);
    }
    long recent = urgentSoFar.stream().filter(earlier -> spell.admitted - earlier.admitted <= 365).count();
    if (recent >= 3) {
      truth.add(Count.EMERGENCY_BY_FREQUENT, day, 1);
    }
    urgentSoFar.add(spell);
  }

  private int nights(boolean urgent, boolean birth, int start) {
    double none = birth ? 0.15 : urgent ? 0.27 + 0.0147 * (year(start) < 0 ? 0 : years[year(start)] - years[0]) : 0.75;
    if (draw.chance(none)) {
      return 0;
    }
    return 1 + draw.run(0.74, 12) + (draw.chance(0.12) ? draw.run(0.93, 120) : 0);
  }

  private int age() {
    int kind = draw.below(100);
    return kind < 9 ? 0 : kind < 18 ? 1 + draw.below(15) : kind < 55 ? 16 + draw.below(49) : 65 + draw.below(34);
  }

  private int day() {
    int sum = 0;
    for (int weight : yearWeights) {
      sum += weight;
    }
    int year = years[draw.among(yearWeights, sum)];
    int month = draw.among(MONTH_WEIGHTS, 1200);
    LocalDate first = LocalDate.of(year, 4, 1).plusMonths(month);
    return (int) first.toEpochDay() + draw.below(first.lengthOfMonth());
  }

  /** Which of the years a day is in; -1 for none. */
  private int year(int day) {
    for (int i = 0; i < years.length; i++) {
      if (day >= firstDay(years[i]) && day < firstDay(years[i] + 1)) {
        return i;
      }
    }
    return -1;
  }

  /** The last day of the years without a gap that hold a day; the day before it when none does. */
  private int limit(int day) {
    int i = year(day);
    if (i < 0) {
      return day - 1;
    }
    while (i + 1 < years.length && years[i + 1] == years[i] + 1) {
      i++;
    }
    return firstDay(years[i] + 1) - 1;
  }

  private static int firstDay(int year) {
    return (int) LocalDate.of(year, 4, 1).toEpochDay();
  }

  private SampleDiagnosis any(List<SampleDiagnosis> illnesses) {
    return illnesses.get(draw.below(illnesses.size()));
  }
}
