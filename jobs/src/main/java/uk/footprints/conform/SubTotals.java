package uk.footprints.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.parse.Column;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Sheet;

/** Columns that add up other columns of their row: each row is checked, and each column gives one finding at most. */
final class SubTotals {

  private final Rules rules;
  private final Place place;
  private final List<Check> checks = new ArrayList<>();

  /** A column with its parts, and what was seen of it. */
  private static final class Check {
    private final String heading;
    private final int slice;
    private final int column;
    private final int[] parts;
    private int rows;
    private int first;
    private double difference;

    Check(String heading, int slice, int column, int[] parts) {
      this.heading = heading;
      this.slice = slice;
      this.column = column;
      this.parts = parts;
    }
  }

  SubTotals(Proof proof, Rules rules, Place place, List<Slice> slices, String[] measures) {
    this.rules = rules;
    this.place = place;
    for (int s = 0; s < slices.size(); s++) {
      for (int i = 0; i < proof.columns().size(); i++) {
        Column column = proof.columns().get(i);
        if (column == null || column.parts().isEmpty() || !slices.get(s).has(proof.days().get(i))) {
          continue;
        }
        int[] parts = IntStream.range(0, measures.length).filter(m -> column.adds(measures[m])).toArray();
        if (parts.length > 0) {
          checks.add(new Check(proof.headings().get(i).strip(), s, i, parts));
        }
      }
    }
  }

  /** Looks at the figures of a row for a slice. */
  void check(Sheet.Row row, int slice, Value[] values) {
    for (Check check : checks) {
      if (check.slice == slice) {
        check(check, row, values);
      }
    }
  }

  private void check(Check check, Sheet.Row row, Value[] values) {
    double sum = 0;
    int reported = 0;
    for (int part : check.parts) {
      Value value = values[part];
      if (value == null || value.status() == Status.SUPPRESSED) {
        return;
      }
      sum += value.status() == Status.REPORTED ? value.number() : 0;
      reported += value.status() == Status.REPORTED ? 1 : 0;
    }
    Value published = Value.read(row.cell(check.column)).orElse(Value.missing());
    boolean known = published.status() == Status.REPORTED && reported > 0;
    double difference = published.number() - sum;
    if (known && Math.abs(difference) > Totals.tolerance(rules, sum, check.parts.length)) {
      check.first = check.rows == 0 ? row.number() : check.first;
      check.difference = Math.abs(difference) > Math.abs(check.difference) ? difference : check.difference;
      check.rows++;
    }
  }

  /** One for each column that disagrees with its parts somewhere. */
  List<Finding> findings() {
    return checks.stream()
        .filter(check -> check.rows > 0)
        .map(
            check ->
                Finding.of(
                    Kind.TOTAL_DISAGREES,
                    rules.dataset(),
                    place.row(check.first).column(check.heading),
                    "its parts do not add up to it in %d rows, this the first; the largest difference is %,.2f",
                    check.rows,
                    check.difference))
        .toList();
  }
}
