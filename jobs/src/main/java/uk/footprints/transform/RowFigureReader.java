package uk.footprints.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.FindingCollector;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;

/** Reads the figures of rows, and minds what is odd in them: no numbers, decimals of counts, counts below zero. */
final class RowFigureReader {

  private final HeaderMatch proof;
  private final RowRules rules;
  private final Location place;
  private final List<PeriodColumns> slices;
  private final String[] measures;
  private final SubtotalCheck subTotals;
  private final FindingCollector findings;
  private final Map<Integer, int[]> decimals = new LinkedHashMap<>();

  RowFigureReader(HeaderMatch proof, RowRules rules, Location place, List<PeriodColumns> slices, String[] measures, FindingCollector findings) {
    this.proof = proof;
    this.rules = rules;
    this.place = place;
    this.slices = slices;
    this.measures = measures;
    this.subTotals = new SubtotalCheck(proof, rules, place, slices, measures);
    this.findings = findings;
  }

  /** The figures of a row in one slice; null where a cell is refused, with a finding. */
  CellValue[] read(Sheet.Row row, int slice) {
    CellValue[] values = new CellValue[measures.length];
    for (int m = 0; m < values.length; m++) {
      int column = slices.get(slice).columns()[m];
      String cell = column < 0 ? "" : row.cell(column);
      Optional<CellValue> value = cell.isBlank() ? Optional.of(rules.blank()) : CellValue.read(cell);
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
                    CellExcerpt.of(cell)));
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
                CellExcerpt.of(cell)));
      }
    }
    subTotals.check(row, slice, values);
    return values;
  }

  /** Whether any cell of figures has something in it. */
  boolean any(Sheet.Row row) {
    for (PeriodColumns slice : slices) {
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

  private String heading(PeriodColumns slice, int measure) {
    int column = slice.columns()[measure];
    return column < 0 ? measures[measure] : CellExcerpt.heading(proof.headings().get(column));
  }
}
