package uk.footprints.records.casemix;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits a model with Spark MLlib by iteratively reweighted least squares, without a penalty: logistic for a proportion,
 * Poisson with logarithmic link for a count. Nelder and Wedderburn, JRSS A 1972; 135: 370-384. A row is a pattern of
 * covariates with how many spells have it, so that the fit is that of single spells. The steps end when no coefficient
 * moves by more than 1e-9, and as each step squares the error, what is left is far below what other orders of adding up
 * change.
 */
final class CaseMixRegression {

  private static final int STEPS = 40;
  private static final double CLOSE = 1e-9;
  /** Log odds, and standard errors of them, that no data of this kind have unless levels separate the outcomes. */
  private static final double IMPOSSIBLE = 25;

  private static final StructType COLUMNS = new StructType(new StructField[] {
    new StructField("label", DataTypes.DoubleType, false, Metadata.empty()),
    new StructField("weight", DataTypes.DoubleType, false, Metadata.empty()),
    new StructField("features", SQLDataTypes.VectorType(), false, Metadata.empty())
  });

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

  /** Fits; returns nothing where the fit does not settle, as where covariates separate the outcomes. */
  static Optional<CaseMixFit> fit(SparkSession spark, JavaRDD<PatternCounts> patterns, CaseMixOutcome outcome,
      CaseMixDesign design) {
    JavaRDD<Row> rows = patterns.mapPartitions(counts -> new RegressionRows(counts, outcome, design));
    Dataset<Row> data = spark.createDataFrame(rows, COLUMNS).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      GeneralizedLinearRegressionModel model = new GeneralizedLinearRegression()
          .setFamily(outcome.isCount() ? "poisson" : "binomial").setLink(outcome.isCount() ? "log" : "logit")
          .setWeightCol("weight").setMaxIter(STEPS).setTol(CLOSE).fit(data);
      double[] coefficients = model.coefficients().toArray();
      int steps = model.summary().numIterations();
      if (steps >= STEPS || !settled(coefficients, model.intercept())) {
        return Optional.empty();
      }
      double[] errors = model.summary().coefficientStandardErrors();
      if (!settled(errors, 0)) {
        return Optional.empty();
      }
      return Optional.of(new CaseMixFit(outcome, design, model.intercept(), errors[coefficients.length], coefficients,
          Arrays.copyOf(errors, coefficients.length), steps, 1));
    } catch (IllegalArgumentException | UnsupportedOperationException | ArithmeticException e) {
      // MLlib's answer to weights that have all become zero, and to equations without one solution.
      return Optional.empty();
    } finally {
      data.unpersist(false);
    }
  }

  private static boolean settled(double[] values, double other) {
    return Arrays.stream(values).allMatch(value -> Math.abs(value) < IMPOSSIBLE) && Math.abs(other) < IMPOSSIBLE;
  }

  /** The rows of a model, made as they are read. */
  private static final class RegressionRows implements Iterator<Row> {

    private final Iterator<PatternCounts> counts;
    private final CaseMixOutcome outcome;
    private final CaseMixDesign design;
    private final int[] work;
    private Row next;

    RegressionRows(Iterator<PatternCounts> counts, CaseMixOutcome outcome, CaseMixDesign design) {
      this.counts = counts;
      this.outcome = outcome;
      this.design = design;
      this.work = new int[design.widest()];
      advance();
    }

    private void advance() {
      next = null;
      while (next == null && counts.hasNext()) {
        PatternCounts row = counts.next();
        long n = outcome.trials(row);
        int width = n == 0 ? -1 : design.features(row.pattern(), work);
        if (width >= 0) {
          double[] ones = new double[width];
          Arrays.fill(ones, 1);
          next = RowFactory.create((double) outcome.events(row) / n, (double) n,
              Vectors.sparse(design.size(), Arrays.copyOf(work, width), ones));
        }
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      Row row = next;
      advance();
      return row;
    }
  }
}
