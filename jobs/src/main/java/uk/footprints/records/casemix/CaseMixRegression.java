package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.feature.OffsetInstance;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.optim.IterativelyReweightedLeastSquares;
import org.apache.spark.ml.optim.IterativelyReweightedLeastSquaresModel;
import org.apache.spark.ml.optim.WeightedLeastSquaresModel;
import org.apache.spark.ml.util.OptionalInstrumentation;
import scala.Function2;
import scala.Tuple2;

/**
 * Fits a model with Spark MLlib by iteratively reweighted least squares, without a penalty: logistic for a proportion,
 * Poisson with logarithmic link for a count. Nelder and Wedderburn, JRSS A 1972; 135: 370-384. A row is a pattern of
 * covariates with how many spells have it, so that the fit is that of single spells. The first step starts from what all
 * spells have on average. The steps end when no coefficient moves by more than 1e-9, and as each step squares the error,
 * what is left is far below what other orders of adding up change.
 *
 * <p>MLlib's optimiser is called without its estimator {@code GeneralizedLinearRegression}, which copies each row out of
 * a table in each step.
 */
final class CaseMixRegression {

  private static final int STEPS = 40;
  private static final double CLOSE = 1e-9;
  /** Partial sums of partitions are added up in so many levels of tasks. */
  private static final int DEPTH = 2;
  /** Log odds, and standard errors of them, that no data of this kind have unless levels separate the outcomes. */
  private static final double IMPOSSIBLE = 25;
  /** The smallest risk, and the smallest distance of a risk from 1, as in MLlib's family of binomial distributions. */
  private static final double SMALLEST = 1e-16;

  private CaseMixRegression() {}

  /**
   * Returns the counts of spells that two features share, the intercept first.
   *
   * @param patterns the spells by pattern
   */
  static long[][] shared(JavaRDD<PatternCounts> patterns, CaseMixOutcome outcome, CaseMixDesign design) {
    return patterns.mapPartitions(rows -> shared(rows, outcome, design)).reduce(CaseMixRegression::plus);
  }

  private static Iterator<long[][]> shared(Iterator<PatternCounts> rows, CaseMixOutcome outcome, CaseMixDesign design) {
    long[][] shared = new long[design.size() + 1][];
    Arrays.setAll(shared, i -> new long[i + 1]);
    int[] features = new int[design.widest()];
    while (rows.hasNext()) {
      PatternCounts counts = rows.next();
      long n = outcome.trials(counts);
      int width = n == 0 ? -1 : design.features(counts.pattern(), features);
      if (width >= 0) {
        shared[0][0] += n;
        for (int i = 0; i < width; i++) {
          long[] row = shared[features[i] + 1];
          row[0] += n;
          for (int j = 0; j <= i; j++) {
            row[features[j] + 1] += n;
          }
        }
      }
    }
    return List.<long[][]>of(shared).iterator();
  }

  private static long[][] plus(long[][] a, long[][] b) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        a[i][j] += b[i][j];
      }
    }
    return a;
  }

  /**
   * Fits; returns nothing where the fit does not settle, as where covariates separate the outcomes.
   *
   * @param mean events over spells, by which the first step starts; between 0 and 1 for a proportion
   */
  static Optional<CaseMixFit> fit(
      JavaRDD<PatternCounts> patterns, CaseMixOutcome outcome, CaseMixDesign design, double mean) {
    JavaRDD<OffsetInstance> rows = patterns.mapPartitions(counts -> new RegressionRows(counts, outcome, design));
    WeightedLeastSquaresModel start = new WeightedLeastSquaresModel(new DenseVector(new double[design.size()]),
        outcome.isCount() ? Math.log(mean) : Math.log(mean / (1 - mean)), new DenseVector(new double[0]), new double[0]);
    try {
      IterativelyReweightedLeastSquaresModel model =
          new IterativelyReweightedLeastSquares(start, reweighted(outcome.isCount()), true, 0, STEPS, CLOSE)
              .fit(rows.rdd(), OptionalInstrumentation.create(CaseMixRegression.class), DEPTH);
      double[] coefficients = model.coefficients().toArray();
      double[] errors = Arrays.stream(model.diagInvAtWA().toArray()).map(Math::sqrt).toArray();
      // Without one error for each coefficient and the constant, the equations had no single solution.
      if (model.numIterations() >= STEPS || !settled(coefficients, model.intercept())
          || errors.length != coefficients.length + 1 || !settled(errors, 0)) {
        return Optional.empty();
      }
      return Optional.of(new CaseMixFit(outcome, design, model.intercept(), errors[coefficients.length], coefficients,
          Arrays.copyOf(errors, coefficients.length), model.numIterations(), 1));
    } catch (IllegalArgumentException | ArithmeticException | AssertionError e) {
      // MLlib's answer to weights that have all become zero, and to equations without one solution.
      return Optional.empty();
    }
  }

  private static boolean settled(double[] values, double other) {
    return Arrays.stream(values).allMatch(value -> Math.abs(value) < IMPOSSIBLE) && Math.abs(other) < IMPOSSIBLE;
  }

  /** Returns the working response and the weight of a row for the next step. */
  private static Function2<OffsetInstance, WeightedLeastSquaresModel, Tuple2<Object, Object>> reweighted(boolean count) {
    return (Function2<OffsetInstance, WeightedLeastSquaresModel, Tuple2<Object, Object>> & Serializable)
        (row, model) -> count ? poisson(row, model) : logistic(row, model);
  }

  private static Tuple2<Object, Object> logistic(OffsetInstance row, WeightedLeastSquaresModel model) {
    double predictor = model.predict(row.features());
    double risk = Math.max(SMALLEST, Math.min(1 - SMALLEST, 1 / (1 + Math.exp(-predictor))));
    double variance = risk * (1 - risk);
    return new Tuple2<>(predictor + (row.label() - risk) / variance, row.weight() * variance);
  }

  private static Tuple2<Object, Object> poisson(OffsetInstance row, WeightedLeastSquaresModel model) {
    double predictor = model.predict(row.features());
    double mean = Math.max(SMALLEST, Math.exp(predictor));
    return new Tuple2<>(predictor + (row.label() - mean) / mean, row.weight() * mean);
  }

  /** The rows of a model, made as they are read. */
  private static final class RegressionRows implements Iterator<OffsetInstance> {

    private final Iterator<PatternCounts> counts;
    private final CaseMixOutcome outcome;
    private final CaseMixDesign design;
    private final int[] work;
    /** By how many features a row has, so many ones. */
    private final double[][] ones;
    private OffsetInstance next;

    RegressionRows(Iterator<PatternCounts> counts, CaseMixOutcome outcome, CaseMixDesign design) {
      this.counts = counts;
      this.outcome = outcome;
      this.design = design;
      this.work = new int[design.widest()];
      this.ones = new double[design.widest() + 1][];
      for (int width = 0; width < ones.length; width++) {
        ones[width] = new double[width];
        Arrays.fill(ones[width], 1);
      }
      advance();
    }

    private void advance() {
      next = null;
      while (next == null && counts.hasNext()) {
        PatternCounts row = counts.next();
        long n = outcome.trials(row);
        int width = n == 0 ? -1 : design.features(row.pattern(), work);
        if (width >= 0) {
          next = new OffsetInstance((double) outcome.events(row) / n, n, 0,
              new SparseVector(design.size(), Arrays.copyOf(work, width), ones[width]));
        }
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public OffsetInstance next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      OffsetInstance row = next;
      advance();
      return row;
    }
  }
}
