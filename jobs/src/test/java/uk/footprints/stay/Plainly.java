package uk.footprints.stay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules again, written as plainly as the notes have them, for a few rows: the second opinion of tests. */
final class Plainly {

  private static final Set<String> HOSPITAL = Set.of("51", "52", "53");
  private static final Set<String> MOVED = Set.of("67", "81", "2B");

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

    String told() {
      return "%s %d-%d %s %d".formatted(first().provider(), admitted(), discharged(), first().method(), rows.size());
    }
  }

  private Plainly() {}

  /** Continuous spells of everybody, each told as its spells. */
  static List<String> stays(List<Row> rows, int gapDays) {
    Map<String, List<Row>> people = new TreeMap<>();
    for (Row row : rows) {
      if (row.valid()) {
        people.computeIfAbsent(row.person(), p -> new ArrayList<>()).add(row);
      }
    }
    List<String> told = new ArrayList<>();
    for (List<Row> mine : people.values()) {
      List<Spell> spells = spells(mine);
      List<String> stay = new ArrayList<>();
      for (int i = 0; i < spells.size(); i++) {
        Spell spell = spells.get(i);
        if (i > 0) {
          Spell before = spells.get(i - 1);
          boolean near = spell.admitted() - before.discharged() <= gapDays;
          boolean sign = HOSPITAL.contains(before.last().destination()) || spell.first().moved();
          if (!(near && sign)) {
            told.add(String.join(" + ", stay));
            stay.clear();
          }
        }
        stay.add(spell.told());
      }
      told.add(String.join(" + ", stay));
    }
    told.sort(Comparator.naturalOrder());
    return told;
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
