package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;

/**
 * What happened in each cell of financial year, age, sex, method of admission, group of diagnoses and chapter of the
 * main operation: the rates of indirect standardisation. NHS Digital, Compendium of population health indicators,
 * emergency readmissions within 30 days of discharge (I02040), standardises by the same characteristics within a year.
 */
final class CellRates implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int OUTCOMES = CaseMixOutcome.count();

  private final long[] cells;
  /** By cell: trials, events and squares of each outcome. */
  private final long[][] counts;
  private final double[] dispersions = new double[OUTCOMES];

  private CellRates(long[] cells, long[][] counts) {
    this.cells = cells;
    this.counts = counts;
    for (CaseMixOutcome outcome : CaseMixOutcome.values()) {
      dispersions[outcome.ordinal()] = outcome.isCount() ? dispersion(outcome) : 1;
    }
  }

  /** Adds up. A cell that several partitions have patterns of is joined here; few are, as they are divided by cells. */
  static CellRates of(JavaRDD<PatternCounts> patterns) {
    Map<Long, long[]> cells = new TreeMap<>();
    for (Counted part : patterns.mapPartitions(CellRates::counted).collect()) {
      for (int i = 0; i < part.cells.length; i++) {
        cells.merge(part.cells[i], part.counts[i], CellRates::plus);
      }
    }
    return new CellRates(cells.keySet().stream().mapToLong(Long::longValue).toArray(),
        cells.values().toArray(long[][]::new));
  }

  /** The cells of a partition. */
  private record Counted(long[] cells, long[][] counts) implements Serializable {}

  private static Iterator<Counted> counted(Iterator<PatternCounts> rows) {
    Map<Long, long[]> cells = new HashMap<>();
    while (rows.hasNext()) {
      PatternCounts row = rows.next();
      add(row, cells.computeIfAbsent(CaseMixPattern.cell(row.pattern()), cell -> new long[3 * OUTCOMES]));
    }
    return List.of(new Counted(cells.keySet().stream().mapToLong(Long::longValue).toArray(),
        cells.values().toArray(long[][]::new))).iterator();
  }

  private static void add(PatternCounts row, long[] sums) {
    for (int o = 0; o < OUTCOMES; o++) {
      CaseMixOutcome outcome = CaseMixOutcome.at(o);
      long trials = outcome.trials(row);
      if (trials > 0) {
        sums[3 * o] += trials;
        sums[3 * o + 1] += outcome.events(row);
        sums[3 * o + 2] += outcome.squares(row);
      }
    }
  }

  private static long[] plus(long[] a, long[] b) {
    long[] sums = a.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += b[i];
    }
    return sums;
  }

  private double dispersion(CaseMixOutcome outcome) {
    double pearson = 0;
    long degrees = 0;
    for (long[] cell : counts) {
      long n = cell[3 * outcome.ordinal()];
      double rate = n == 0 ? 0 : (double) cell[3 * outcome.ordinal() + 1] / n;
      if (rate > 0) {
        pearson += (cell[3 * outcome.ordinal() + 2] - n * rate * rate) / rate;
        degrees += n - 1;
      }
    }
    return degrees == 0 ? 1 : pearson / degrees;
  }

  /** Returns how many cells have spells of an outcome. */
  long cells(CaseMixOutcome outcome) {
    return Arrays.stream(counts).filter(cell -> cell[3 * outcome.ordinal()] > 0).count();
  }

  /** Returns what is expected of one spell: the rate of its cell. */
  double expected(CaseMixOutcome outcome, long pattern) {
    long[] cell = counts[Arrays.binarySearch(cells, CaseMixPattern.cell(pattern))];
    return (double) cell[3 * outcome.ordinal() + 1] / cell[3 * outcome.ordinal()];
  }

  /** Returns the variance of one spell of which so much is expected. */
  double variance(CaseMixOutcome outcome, double expected) {
    return outcome.isCount() ? dispersions[outcome.ordinal()] * expected : expected * (1 - expected);
  }
}
