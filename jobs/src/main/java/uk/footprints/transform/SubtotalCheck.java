package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn;

/** Checks columns that add up other columns in every row; each column gives at most one finding. */
final class SubtotalCheck {

  private final RowRules rules;
  private final Location place;
  private final List<Check> checks = new ArrayList<>();

  /** A column with its parts, and its differences so far. */
  private static final class Check {
    private final String heading;
    private final int columnSet;
    private final int column;
    private final int[] parts;
    private int rows;
    private int first;
    private double difference;

    Check(String heading, int columnSet, int column, int[] parts) {
      this.heading = heading;
      this.columnSet = columnSet;
      this.column = column;
      this.parts = parts;
    }
  }

  SubtotalCheck(HeaderMatch match, RowRules rules, Location place, List<PeriodColumns> columnSets, String[] measures) {
    this.rules = rules;
    this.place = place;
    for (int s = 0; s < columnSets.size(); s++) {
      for (int i = 0; i < match.columns().size(); i++) {
        LayoutColumn column = match.columns().get(i);
        if (column == null || column.parts().isEmpty() || !columnSets.get(s).has(match.days().get(i))) {
          continue;
        }
        int[] parts = IntStream.range(0, measures.length).filter(m -> column.adds(measures[m])).toArray();
        if (parts.length > 0) {
          checks.add(new Check(match.headings().get(i).strip(), s, i, parts));
        }
      }
    }
  }

  /** Checks the figures of a row for one set of columns. */
  void check(Sheet.Row row, int columnSet, CellValue[] values) {
    for (Check check : checks) {
      if (check.columnSet == columnSet) {
        check(check, row, values);
      }
    }
  }

  private void check(Check check, Sheet.Row row, CellValue[] values) {
    double sum = 0;
    int reported = 0;
    for (int part : check.parts) {
      CellValue value = values[part];
      if (value == null || value.status() == CellStatus.SUPPRESSED || value.status() == CellStatus.REJECTED) {
        return;
      }
      sum += value.status() == CellStatus.REPORTED ? value.number() : 0;
      reported += value.status() == CellStatus.REPORTED ? 1 : 0;
    }
    CellValue published = CellValue.read(row.cell(check.column)).orElse(CellValue.missing());
    boolean known = published.status() == CellStatus.REPORTED && reported > 0;
    double difference = published.number() - sum;
    if (known && Math.abs(difference) > TotalRowCheck.tolerance(rules, sum, check.parts.length)) {
      check.first = check.rows == 0 ? row.number() : check.first;
      check.difference = Math.abs(difference) > Math.abs(check.difference) ? difference : check.difference;
      check.rows++;
    }
  }

  /** Returns one finding for each column that disagrees with its parts in any row. */
  List<Finding> findings() {
    return checks.stream()
        .filter(check -> check.rows > 0)
        .map(
            check ->
                Finding.of(
                    Kind.TOTAL_DISAGREES,
                    rules.dataset(),
                    place.row(check.first).column(check.heading),
                    "its parts do not add up to it in %d rows, of which this is the first; "
                        + "the largest difference is %,.2f",
                    check.rows,
                    check.difference))
        .toList();
  }
}
