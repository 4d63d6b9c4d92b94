package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks that every group has every age band once. The weights of a standardised rate are summed over the rows present,
 * so a missing band would change the rate unnoticed, and overlapping bands would count people twice.
 */
final class AgeBandCheck {

  /** The column of age bands. */
  static final String COLUMN = "ageband";

  /** Note of a result whose group also has a row of all ages. */
  static final String ALL_AGES = "the row of all ages is not counted";

  private final MethodInput question;
  private final CellDictionary cells;
  private final String column;
  /** For each different cell, the first that names the same ages. */
  private final int[] same;

  private AgeBandCheck(MethodInput question, String column) {
    this.question = question;
    this.column = column;
    this.cells = question.table().column(column);
    Map<String, Integer> first = new HashMap<>();
    String[] words = cells.words();
    this.same = IntStream.range(0, words.length)
        .map(i -> first.computeIfAbsent(AgeLabel.key(words[i]), key -> i))
        .toArray();
  }

  /**
   * Reports missing, overlapping and duplicate bands as problems of their rows. Rows of all ages are not a band.
   *
   * @return the groups without their rows of all ages
   */
  static List<RowGroup> check(MethodInput question, List<RowGroup> groups, boolean once) {
    return new AgeBandCheck(question, COLUMN).check(groups, once);
  }

  /**
   * Returns the rows of a group that are added up: without those of all ages, where others have ages. Overlapping bands
   * of one area become problems of their rows.
   *
   * @param column the column that may contain ages; a table without it has none
   */
  static int[] added(MethodInput question, RowGroup group, String column) {
    if (!question.has(column) || question.groupColumns().contains(column)) {
      return group.rows();
    }
    AgeBandCheck bands = new AgeBandCheck(question, column);
    int[] rows = bands.counted(group).rows();
    bands.overlaps(group, rows);
    return rows;
  }

  private List<RowGroup> check(List<RowGroup> groups, boolean once) {
    Map<BitSet, List<RowGroup>> bySet = new LinkedHashMap<>();
    List<RowGroup> counted = new ArrayList<>(groups.size());
    for (RowGroup group : groups) {
      RowGroup bands = counted(group);
      counted.add(bands);
      if (bands.rows().length == group.rows().length && isAll(group.first())) {
        question.problems().cell(
            group.first(), column,
            "%s has no ages, only a row of all ages; give a row for each age band".formatted(group.label()));
      } else {
        bySet.computeIfAbsent(bands(bands, once), set -> new ArrayList<>()).add(bands);
      }
    }
    for (BitSet set : bySet.keySet()) {
      String overlap = overlap(set);
      if (!overlap.isEmpty()) {
        bySet.get(set).forEach(group -> noteOverlap(group.first(), group.label(), overlap));
        continue;
      }
      Optional<BitSet> fuller =
          bySet.keySet().stream()
              .filter(other -> isWithin(set, other) && overlap(other).isEmpty())
              .max(Comparator.comparingInt(BitSet::cardinality));
      String lacking = fuller.map(other -> names(other, set)).orElseGet(() -> gap(set));
      if (!lacking.isEmpty()) {
        bySet.get(set).forEach(group -> note(group, lacking));
      }
    }
    return counted;
  }

  private boolean isAll(int row) {
    return AgeLabel.isAll(cells.get(row));
  }

  /** Removes rows of all ages where there are others. */
  private RowGroup counted(RowGroup group) {
    int[] rows = Arrays.stream(group.rows()).filter(row -> !isAll(row)).toArray();
    return rows.length == 0 || rows.length == group.rows().length
        ? group
        : new RowGroup(group.names(), group.key(), rows);
  }

  /** Reports bands of one area that overlap. */
  private void overlaps(RowGroup group, int[] rows) {
    boolean areas = question.has("area") && !column.equals("area");
    Map<String, BitSet> byArea = new LinkedHashMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (int row : rows) {
      String area = areas ? question.cell("area", row) : "";
      byArea.computeIfAbsent(area, a -> new BitSet()).set(same[cells.code(row)]);
      first.putIfAbsent(area, row);
    }
    for (String area : byArea.keySet()) {
      String overlap = overlap(byArea.get(area));
      if (!overlap.isEmpty()) {
        String label = area.isEmpty() ? group.label() : "area " + area;
        Arrays.stream(rows)
            .filter(row -> !areas || question.cell("area", row).equals(area))
            .forEach(row -> noteOverlap(row, label, overlap));
      }
    }
  }

  private void noteOverlap(int row, String label, String overlap) {
    question.problems().cell(
        row, column, "%s has the age bands %s, which overlap; give bands that do not overlap".formatted(
            label, overlap));
  }

  private void note(RowGroup group, String lacking) {
    question.problems().cell(
        group.first(), column,
        "%s has no row for %s; add it with its population, and count 0 if it had no events"
            .formatted(group.label(), lacking));
  }

  private BitSet bands(RowGroup group, boolean once) {
    BitSet bands = new BitSet();
    for (int row : group.rows()) {
      int band = same[cells.code(row)];
      if (once && bands.get(band)) {
        int first =
            IntStream.of(group.rows()).filter(other -> same[cells.code(other)] == band).findFirst().orElseThrow();
        question.problems().cell(
            row, column,
            "%s has the age band %s a second time, first in row %d; keep one".formatted(
                group.label(), cells.get(row), question.table().line(first)));
      }
      bands.set(band);
    }
    return bands;
  }

  private static boolean isWithin(BitSet set, BitSet other) {
    BitSet outside = (BitSet) set.clone();
    outside.andNot(other);
    return outside.isEmpty() && other.cardinality() > set.cardinality();
  }

  private String names(BitSet all, BitSet without) {
    BitSet lacking = (BitSet) all.clone();
    lacking.andNot(without);
    return lacking.stream().mapToObj(i -> "age band " + cells.words()[i]).collect(Collectors.joining(", "));
  }

  /** The label of a band, with its ages. */
  private record Named(String label, AgeLabel ages) {}

  /** The bands whose labels are ages, youngest first. */
  private List<Named> named(BitSet set) {
    return set.stream()
        .mapToObj(i -> cells.words()[i])
        .flatMap(label -> AgeLabel.find(label).map(ages -> new Named(label.strip(), ages)).stream())
        .sorted(Comparator.comparing((Named band) -> band.ages().from()).thenComparing(band -> band.ages().to()))
        .toList();
  }

  /** The ages between two bands that no band covers; empty where there are none, or where the labels are not ages. */
  private String gap(BitSet set) {
    List<Named> bands = named(set);
    if (bands.size() < set.cardinality()) {
      return "";
    }
    for (int i = 1; i < bands.size(); i++) {
      int next = bands.get(i - 1).ages().to() + 1;
      if (bands.get(i).ages().from() > next) {
        return "ages %d-%d".formatted(next, bands.get(i).ages().from() - 1);
      }
    }
    return "";
  }

  /** The first two bands that have an age in common; empty where none have. */
  private String overlap(BitSet set) {
    List<Named> bands = named(set);
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).ages().from() <= bands.get(i - 1).ages().to()) {
        return "%s and %s".formatted(bands.get(i - 1).label(), bands.get(i).label());
      }
    }
    return "";
  }
}
