package uk.footprints.conform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Gathered;
import uk.footprints.finding.Place;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Sheet;

/** Reads the figures of rows, and minds what is odd in them: no numbers, decimals of counts, counts below zero. */
final class RowFigures {

  private final Proof proof;
  private final Rules rules;
  private final Place place;
  private final List<Slice> slices;
  private final String[] measures;
  private final SubTotals subTotals;
  private final Gathered findings;
  private final Map<Integer, int[]> decimals = new LinkedHashMap<>();

  RowFigures(Proof proof, Rules rules, Place place, List<Slice> slices, String[] measures, Gathered findings) {
    this.proof = proof;
    this.rules = rules;
    this.place = place;
    this.slices = slices;
    this.measures = measures;
    this.subTotals = new SubTotals(proof, rules, place, slices, measures);
    this.findings = findings;
  }

  /** The figures of a row in one slice; null where a cell is refused, with a finding. */
  Value[] read(Sheet.Row row, int slice) {
    Value[] values = new Value[measures.length];
    for (int m = 0; m < values.length; m++) {
      int column = slices.get(slice).columns()[m];
      String cell = column < 0 ? "" : row.cell(column);
      Optional<Value> value = cell.isBlank() ? Optional.of(rules.blank()) : Value.read(cell);
      if (value.isEmpty()) {
        int bad = m;
        findings.add(
            Kind.NOT_A_NUMBER,
            () ->
                Finding.of(
                    Kind.NOT_A_NUMBER,
                    rules.dataset(),
                    place.row(row.number()).column(heading(slices.get(slice), bad)),
                    "expected a number, found '%s'",
                    Shortened.of(cell)));
        continue;
      }
      values[m] = value.get();
      if (values[m].number() != Math.rint(values[m].number()) && rules.whole().test(measures[m])) {
        decimals.computeIfAbsent(m, k -> new int[] {row.number(), 0})[1]++;
      }
      if (values[m].number() < 0) {
        findings.add(
            Finding.of(
                Kind.NEGATIVE_COUNT,
                rules.dataset(),
                place.row(row.number()).column(heading(slices.get(slice), m)),
                "expected no less than zero, found %s",
                Shortened.of(cell)));
      }
    }
    subTotals.check(row, slice, values);
    return values;
  }

  /** Whether any cell of figures has something in it. */
  boolean any(Sheet.Row row) {
    for (Slice slice : slices) {
      for (int column : slice.columns()) {
        if (column >= 0 && !row.cell(column).isBlank()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What was odd in the sheet as a whole. */
  List<Finding> findings(String[] headings) {
    List<Finding> found = new ArrayList<>(subTotals.findings());
    decimals.forEach(
        (m, seen) ->
            found.add(
                Finding.of(
                    Kind.DECIMAL_COUNT,
                    rules.dataset(),
                    place.row(seen[0]).column(headings[m]),
                    "expected whole numbers, found decimals in %d rows, this the first",
                    seen[1])));
    return found;
  }

  /** The heading of a measure as published, by the first slice. */
  String heading(int measure) {
    return heading(slices.get(0), measure);
  }

  private String heading(Slice slice, int measure) {
    int column = slice.columns()[measure];
    return column < 0 ? measures[measure] : Shortened.heading(proof.headings().get(column));
  }
}
