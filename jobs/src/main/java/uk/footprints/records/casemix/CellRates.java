package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * What happened in each cell of financial year, age, sex, method of admission, group of diagnoses and chapter of the
 * main operation: the rates of indirect standardisation. NHS Digital, Compendium of population health indicators,
 * emergency readmissions within 30 days of discharge (I02040), standardises by the same characteristics within a year.
 */
final class CellRates implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int OUTCOMES = CaseMixOutcome.values().length;

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

  static CellRates of(JavaRDD<PatternCounts> patterns) {
    List<Tuple2<Long, long[]>> rows = patterns
        .mapToPair(row -> new Tuple2<>(CaseMixPattern.cell(row.pattern()), sums(row)))
        .reduceByKey(CellRates::plus).collect();
    Tuple2<?, ?>[] sorted = rows.stream().sorted((a, b) -> Long.compare(a._1(), b._1())).toArray(Tuple2<?, ?>[]::new);
    return new CellRates(Arrays.stream(sorted).mapToLong(row -> (Long) row._1()).toArray(),
        Arrays.stream(sorted).map(row -> (long[]) row._2()).toArray(long[][]::new));
  }

  private static long[] sums(PatternCounts row) {
    long[] sums = new long[3 * OUTCOMES];
    for (CaseMixOutcome outcome : CaseMixOutcome.values()) {
      long trials = outcome.trials(row);
      sums[3 * outcome.ordinal()] = trials;
      sums[3 * outcome.ordinal() + 1] = trials == 0 ? 0 : outcome.events(row);
      sums[3 * outcome.ordinal() + 2] = trials == 0 ? 0 : outcome.squares(row);
    }
    return sums;
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
