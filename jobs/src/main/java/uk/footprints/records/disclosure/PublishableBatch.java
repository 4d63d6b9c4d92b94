package uk.footprints.records.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.footprints.period.Period;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/** The observations of one side in one period. */
final class PublishableBatch {

  static final String DATASET = "hes_apc";

  private final StaySide side;
  private final SuppressionTable table;
  private final int column;
  private final Map<String, Double> expected;
  private final List<String> codes = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final List<CellStatus[]> statuses = new ArrayList<>();
  private final Set<StayMeasure> absent;
  private final int width;
  private long withheld;
  private long shown;

  /**
   * @param column of the table: a month, or the year
   * @param expected readmissions by area; null for months, which have none, and where they are unknown
   * @param absent measures that are unknown, so that no figure of theirs is published
   */
  PublishableBatch(
      StaySide side, SuppressionTable table, int column, Map<String, Double> expected, Set<StayMeasure> absent) {
    this.absent = absent;
    this.side = side;
    this.table = table;
    this.column = column;
    this.expected = expected;
    this.width = StayMeasure.values().length + (expected == null ? 0 : 1);
    double[] rest = new double[width];
    boolean[] some = new boolean[width];
    for (int row = 0; row < table.areas().size(); row++) {
      area(row, rest, some);
    }
    rest(rest, some);
  }

  long withheld() {
    return withheld;
  }

  long shown() {
    return shown;
  }

  ObservationBatch made(Period period, ObservationBatch.Origin origin) {
    String[] measures = new String[width];
    for (StayMeasure measure : StayMeasure.values()) {
      measures[measure.ordinal()] = side.measure(measure.label());
    }
    if (expected != null) {
      measures[width - 1] = side.measure(PublishableMeasures.EXPECTED);
    }
    List<String> names = codes.stream()
        .map(code -> code.equals(PublishableStays.WITHHELD) ? "All whose figure is withheld, together"
            : code.equals("unknown") ? "Not known" : "").toList();
    return new ObservationBatch(DATASET, side.orgRole(), period, origin, "", List.of(measures), codes, names,
        new int[codes.size()], values.toArray(double[][]::new), statuses.toArray(CellStatus[][]::new));
  }

  private void area(int row, double[] rest, boolean[] some) {
    long[] counts = table.counts(row, column);
    double[] numbers = new double[width];
    CellStatus[] sure = new CellStatus[width];
    boolean there = counts[StayMeasure.SPELLS.ordinal()] > 0 || counts[StayMeasure.CONTINUOUS_SPELLS.ordinal()] > 0;
    for (SuppressionGroup level : SuppressionGroup.ALL) {
      boolean hidden = table.isHidden(level, row, column);
      for (StayMeasure measure : level.measures()) {
        if (absent.contains(measure)) {
          numbers[measure.ordinal()] = Double.NaN;
          continue;
        }
        set(measure.ordinal(), counts[measure.ordinal()], hidden, there, numbers, sure, rest, some);
      }
      if (expected != null && level.id().equals("index")) {
        set(width - 1, expected.getOrDefault(table.areas().get(row), 0.0), hidden, there, numbers, sure, rest, some);
      }
    }
    if (Arrays.stream(sure).anyMatch(s -> s != null)) {
      codes.add(table.areas().get(row));
      values.add(numbers);
      statuses.add(sure);
    }
  }

  private void set(int at, double count, boolean hidden, boolean there, double[] numbers, CellStatus[] sure, double[] rest,
      boolean[] some) {
    numbers[at] = hidden ? Double.NaN : count;
    if (hidden) {
      sure[at] = CellStatus.SUPPRESSED;
      rest[at] += count;
      some[at] = true;
      withheld++;
    } else if (there) {
      sure[at] = CellStatus.REPORTED;
      shown++;
    }
  }

  /** What is withheld, together: anybody could take what is shown from the total, so it may be said. */
  private void rest(double[] rest, boolean[] some) {
    int total = table.areas().size();
    CellStatus[] sure = new CellStatus[width];
    for (SuppressionGroup level : SuppressionGroup.ALL) {
      boolean hidden = table.isHidden(level, total, column);
      for (StayMeasure measure : level.measures()) {
        rest(measure.ordinal(), hidden, rest, some, sure);
      }
      if (expected != null && level.id().equals("index")) {
        rest[width - 1] = Math.round(rest[width - 1] * 10) / 10.0;
        rest(width - 1, hidden, rest, some, sure);
      }
    }
    if (Arrays.stream(sure).anyMatch(s -> s != null)) {
      codes.add(PublishableStays.WITHHELD);
      values.add(rest);
      statuses.add(sure);
    }
  }

  private static void rest(int at, boolean hidden, double[] rest, boolean[] some, CellStatus[] sure) {
    if (some[at]) {
      sure[at] = hidden ? CellStatus.SUPPRESSED : CellStatus.REPORTED;
      rest[at] = hidden ? Double.NaN : rest[at];
    }
  }
}
