package uk.footprints.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.FindingCollector;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;

/** Reads the figures of rows, and reports unusual ones: no numbers, decimals of counts, counts below zero. */
final class RowFigureReader {

  private final HeaderMatch match;
  private final RowRules rules;
  private final Location place;
  private final List<PeriodColumns> columnSets;
  private final String[] measures;
  private final SubtotalCheck subTotals;
  private final ImpossibleValueCheck possible;
  private final FindingCollector findings;
  private final BiFunction<Sheet.Row, String, Optional<CellValue>> read;
  private final Map<Integer, int[]> decimals = new LinkedHashMap<>();

  RowFigureReader(HeaderMatch match, RowRules rules, Location place, List<PeriodColumns> columnSets, String[] measures,
      FindingCollector findings, BiFunction<Sheet.Row, String, Optional<CellValue>> read) {
    this.match = match;
    this.rules = rules;
    this.place = place;
    this.columnSets = columnSets;
    this.measures = measures;
    this.subTotals = new SubtotalCheck(match, rules, place, columnSets, measures);
    this.possible = new ImpossibleValueCheck(rules, measures);
    this.findings = findings;
    this.read = read;
  }

  /**
   * Reads the figures of a row for one set of columns. A cell that is no figure is rejected, and an impossible value is
   * missing, each with a finding.
   */
  RowFigures read(Sheet.Row row, int columnSet, String key) {
    CellValue[] values = new CellValue[measures.length];
    for (int m = 0; m < values.length; m++) {
      int column = columnSets.get(columnSet).columns()[m];
      String cell = column < 0 ? "" : row.cell(column);
      Optional<CellValue> value = read.apply(row, cell);
      if (value.isEmpty()) {
        int bad = m;
        findings.add(
            Kind.NOT_A_NUMBER,
            () ->
                Finding.of(
                    Kind.NOT_A_NUMBER,
                    rules.dataset(),
                    place.row(row.number()).column(heading(columnSets.get(columnSet), bad)),
                    "expected a number, found '%s'",
                    CellExcerpt.of(cell)));
        values[m] = CellValue.rejected();
        continue;
      }
      values[m] = value.get();
      boolean decimal = values[m].status() == CellStatus.REPORTED && values[m].number() != Math.rint(values[m].number());
      if (decimal && rules.whole().test(measures[m])) {
        decimals.computeIfAbsent(m, k -> new int[] {row.number(), 0})[1]++;
      }
    }
    BitSet impossible = new BitSet();
    CellValue[] plausible = values.clone();
    for (ImpossibleValueCheck.Impossible value : possible.find(values, key)) {
      int m = value.measure();
      impossible.set(m);
      plausible[m] = CellValue.rejected();
      Kind kind = values[m].number() < 0 ? Kind.NEGATIVE_COUNT : Kind.IMPOSSIBLE_VALUE;
      int column = columnSets.get(columnSet).columns()[m];
      findings.add(
          kind,
          () ->
              Finding.of(
                  kind, rules.dataset(), place.row(row.number()).column(heading(columnSets.get(columnSet), m)),
                  "expected %s, found %s; it was read as missing", value.expected(),
                  CellExcerpt.of(row.cell(column))));
    }
    subTotals.check(row, columnSet, plausible);
    impossible.stream().forEach(m -> values[m] = CellValue.missing());
    return new RowFigures(values, impossible);
  }

  /** Returns whether any cell of figures has content. */
  boolean any(Sheet.Row row) {
    return count(row) > 0;
  }

  /** Returns the number of cells of figures that have content. */
  int count(Sheet.Row row) {
    int n = 0;
    for (PeriodColumns columnSet : columnSets) {
      for (int column : columnSet.columns()) {
        n += column >= 0 && !row.cell(column).isBlank() ? 1 : 0;
      }
    }
    return n;
  }

  /** Returns the findings about the whole sheet. */
  List<Finding> findings(String[] headings) {
    List<Finding> found = new ArrayList<>(subTotals.findings());
    for (ImpossibleValueCheck.Exchanged columns : possible.exchanged()) {
      found.add(
          Finding.of(
                  Kind.IMPOSSIBLE_VALUE, rules.dataset(), place.column(headings[columns.measure()]),
                  "in %d of %d rows it is above '%s', of which it is a part: the two columns may be exchanged",
                  columns.above(), columns.rows(), headings[columns.whole()])
              .as(Severity.SET_ASIDE, "Compare the headings with the last file; ask the publisher which is which."));
    }
    decimals.forEach(
        (m, seen) ->
            found.add(
                Finding.of(
                    Kind.DECIMAL_COUNT,
                    rules.dataset(),
                    place.row(seen[0]).column(headings[m]),
                    "expected whole numbers, found decimals in %d rows, of which this is the first",
                    seen[1])));
    return found;
  }

  /** Returns the heading of a measure as published, in the first set of columns. */
  String heading(int measure) {
    return heading(columnSets.get(0), measure);
  }

  private String heading(PeriodColumns columnSet, int measure) {
    int column = columnSet.columns()[measure];
    return column < 0 ? measures[measure] : CellExcerpt.heading(match.headings().get(column));
  }
}
