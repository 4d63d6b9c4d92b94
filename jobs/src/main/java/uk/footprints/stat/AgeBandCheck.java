package uk.footprints.stat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether every group has every age band once: the weights of a standardised rate are summed over the rows present,
 * so that a band left out changes the rate without a word.
 */
final class AgeBandCheck {

  private static final String COLUMN = "ageband";
  private static final Pattern CLOSED = Pattern.compile("0*(\\d+)\\s*(?:-|–|to)\\s*0*(\\d+)");
  private static final Pattern OPEN = Pattern.compile("0*(\\d+)\\s*(?:\\+|plus|and over|or over)");

  private final MethodInput question;
  private final CellDictionary cells;

  private AgeBandCheck(MethodInput question) {
    this.question = question;
    this.cells = question.table().column(COLUMN);
  }

  /** Notes bands that are missing, and those that stand twice if each should stand once, as problems of their rows. */
  static void check(MethodInput question, List<RowGroup> groups, boolean once) {
    new AgeBandCheck(question).check(groups, once);
  }

  private void check(List<RowGroup> groups, boolean once) {
    Map<BitSet, List<RowGroup>> bySet = new LinkedHashMap<>();
    for (RowGroup group : groups) {
      bySet.computeIfAbsent(bands(group, once), set -> new ArrayList<>()).add(group);
    }
    for (BitSet set : bySet.keySet()) {
      Optional<BitSet> fuller =
          bySet.keySet().stream()
              .filter(other -> isWithin(set, other))
              .max(Comparator.comparingInt(BitSet::cardinality));
      String lacking = fuller.map(other -> names(other, set)).orElseGet(() -> gap(set));
      if (!lacking.isEmpty()) {
        bySet.get(set).forEach(group -> note(group, lacking));
      }
    }
  }

  private void note(RowGroup group, String lacking) {
    question.problems().cell(
        group.first(), COLUMN,
        "%s has no row for %s; add it with its population, and count 0 if nobody was counted"
            .formatted(group.label(), lacking));
  }

  private BitSet bands(RowGroup group, boolean once) {
    BitSet bands = new BitSet();
    for (int row : group.rows()) {
      int band = cells.code(row);
      if (once && bands.get(band)) {
        int first = IntStream.of(group.rows()).filter(other -> cells.code(other) == band).findFirst().orElseThrow();
        question.problems().cell(
            row, COLUMN,
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

  /** The ages between two bands that no band covers; empty where there are none, or where the labels are not ages. */
  private String gap(BitSet set) {
    List<int[]> ages = new ArrayList<>();
    for (int i : set.stream().toArray()) {
      int[] range = range(cells.words()[i].strip());
      if (range == null) {
        return "";
      }
      ages.add(range);
    }
    ages.sort(Comparator.comparingInt(range -> range[0]));
    for (int i = 1; i < ages.size(); i++) {
      int next = ages.get(i - 1)[1] + 1;
      if (ages.get(i)[0] > next) {
        return "ages %d-%d".formatted(next, ages.get(i)[0] - 1);
      }
    }
    return "";
  }

  private static int[] range(String label) {
    Matcher closed = CLOSED.matcher(label);
    if (closed.matches()) {
      return new int[] {Integer.parseInt(closed.group(1)), Integer.parseInt(closed.group(2))};
    }
    Matcher open = OPEN.matcher(label);
    return open.matches() ? new int[] {Integer.parseInt(open.group(1)), 200} : null;
  }
}
