package uk.footprints.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules again, written as plainly as the notes have them, for a few rows: the second opinion of tests. */
final class NaiveStayBuilder {

  private static final Set<String> HOSPITAL = Set.of("51", "52", "53");
  private static final Set<String> MOVED = Set.of("67", "81", "2B");
  private static final Set<String> URGENT = Set.of("21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D");

  record Row(String person, long key, Integer admitted, Integer start, Integer end, Integer order, Integer state,
      String provider, String method, String source, String destination, String discharge) {

    Integer filled() {
      boolean first = order != null && order == 1;
      return admitted == null && first && !moved() ? start : admitted;
    }

    boolean valid() {
      return state != null && state == 3 && filled() != null && !provider.isEmpty() && start != null && end != null;
    }

    boolean moved() {
      return MOVED.contains(method) || HOSPITAL.contains(source);
    }

    int rank() {
      boolean out = HOSPITAL.contains(destination);
      return moved() ? (out ? 2 : 3) : out ? 1 : 0;
    }
  }

  record Spell(List<Row> rows) {
    Row first() {
      return rows.get(0);
    }

    Row last() {
      return rows.get(rows.size() - 1);
    }

    int admitted() {
      return first().filled();
    }

    int discharged() {
      return rows.stream().mapToInt(Row::end).max().orElseThrow();
    }

    int rank() {
      boolean out = HOSPITAL.contains(last().destination());
      return first().moved() ? (out ? 2 : 3) : out ? 1 : 0;
    }

    String description() {
      return "%s %d-%d %s %d".formatted(first().provider(), admitted(), discharged(), first().method(), rows.size());
    }
  }

  private NaiveStayBuilder() {}

  /** Continuous spells of everybody, each described by its spells. */
  static List<String> stays(List<Row> rows, int gapDays) {
    List<String> descriptions = new ArrayList<>();
    for (List<List<Spell>> mine : people(rows, gapDays)) {
      mine.forEach(stay -> descriptions.add(String.join(" + ", stay.stream().map(Spell::description).toList())));
    }
    descriptions.sort(Comparator.naturalOrder());
    return descriptions;
  }

  /** Emergency spells, those without a night, nights, and readmissions within 30 days (nobody has a diagnosis here). */
  static Map<String, Long> counts(List<Row> rows, int gapDays) {
    Map<String, Long> counts = new TreeMap<>();
    for (List<List<Spell>> mine : people(rows, gapDays)) {
      for (int i = 0; i < mine.size(); i++) {
        for (Spell spell : mine.get(i)) {
          if (URGENT.contains(spell.first().method())) {
            int nights = Math.max(0, spell.discharged() - spell.admitted());
            counts.merge("emergency_admissions", 1L, Long::sum);
            counts.merge("emergency_zero_day", nights == 0 ? 1L : 0L, Long::sum);
            counts.merge("emergency_bed_days", (long) nights, Long::sum);
            counts.merge("emergency_bed_days_los_2_plus", nights >= 2 ? nights : 0L, Long::sum);
          }
        }
        boolean died = mine.get(i).get(mine.get(i).size() - 1).last().discharge().equals("4");
        counts.merge("readmission_index", died ? 0L : 1L, Long::sum);
        if (i + 1 < mine.size()) {
          Spell next = mine.get(i + 1).get(0);
          int days = next.admitted() - mine.get(i).stream().mapToInt(Spell::discharged).max().orElseThrow();
          boolean again = URGENT.contains(next.first().method()) && days >= 0 && days <= 30;
          counts.merge("readmissions_30_days", again && !died ? 1L : 0L, Long::sum);
        }
      }
    }
    return counts;
  }

  /** Everybody's continuous spells. */
  private static List<List<List<Spell>>> people(List<Row> rows, int gapDays) {
    Map<String, List<Row>> people = new TreeMap<>();
    for (Row row : rows) {
      if (row.valid()) {
        people.computeIfAbsent(row.person(), p -> new ArrayList<>()).add(row);
      }
    }
    return people.values().stream().map(mine -> joined(spells(mine), gapDays)).toList();
  }

  private static List<List<Spell>> joined(List<Spell> spells, int gapDays) {
    List<List<Spell>> stays = new ArrayList<>();
    Spell before = null;
    for (Spell spell : spells) {
      boolean near = before != null && spell.admitted() - before.discharged() <= gapDays;
      boolean sign = before != null && (HOSPITAL.contains(before.last().destination()) || spell.first().moved());
      if (!(near && sign)) {
        stays.add(new ArrayList<>());
      }
      stays.get(stays.size() - 1).add(spell);
      before = spell;
    }
    return stays;
  }

  private static List<Spell> spells(List<Row> mine) {
    List<Spell> spells = new ArrayList<>();
    mine.sort(Comparator.comparing(Row::provider).thenComparing(Row::start).thenComparing(Row::end)
        .thenComparing(row -> row.order() == null ? Integer.MAX_VALUE : row.order())
        .thenComparing(Row::rank).thenComparing(Row::key));
    Row before = null;
    for (Row row : mine) {
      boolean same = before != null && before.provider().equals(row.provider())
          && (before.filled().equals(row.filled()) || before.start().equals(row.start())
              || Set.of("8", "9").contains(before.discharge()) && before.end().equals(row.start()));
      if (!same) {
        spells.add(new Spell(new ArrayList<>()));
      }
      spells.get(spells.size() - 1).rows().add(row);
      before = row;
    }
    spells.sort(Comparator.comparing(Spell::admitted).thenComparing(Spell::discharged).thenComparing(Spell::rank)
        .thenComparing(spell -> spell.first().key()));
    return spells;
  }
}
