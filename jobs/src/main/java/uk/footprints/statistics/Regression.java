package uk.footprints.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Counts explained by characteristics: a generalised linear model with logarithmic link and an offset. Nelder and
 * Wedderburn, JRSS A 1972; 135: 370-384; McCullagh and Nelder 1989; negative binomial after Venables and Ripley,
 * Modern applied statistics with S, 2002, chapter 7.
 *
 * @param family the distribution
 * @param coefficients one a term, in the order of the design
 * @param errors their standard errors
 * @param fitted expected counts, one a row
 * @param deviance of the model
 * @param nullDeviance of the offset and a constant alone
 * @param degrees rows less terms
 * @param pearson Pearson's chi-square
 * @param logLikelihood NaN for quasi-Poisson, which has none
 * @param theta of the negative binomial: variance = mu + mu^2/theta; NaN for the others
 */
public record Regression(
    Family family,
    double[] coefficients,
    double[] errors,
    double[] fitted,
    double deviance,
    double nullDeviance,
    int degrees,
    double pearson,
    double logLikelihood,
    double theta) {

  private static final int STEPS = 200;
  private static final double CLOSE = 1e-12;
  /** A fit that still moves by more than this has not settled. */
  private static final double SETTLED = 1e-6;
  private static final String UNSETTLED =
      "no coefficients have the greatest likelihood: the fit does not settle, as where all counts of a category are 0";

  /** The distribution of the counts. */
  public enum Family {
    POISSON,
    /** Poisson coefficients, standard errors times the square root of phi. */
    QUASI_POISSON,
    NEGATIVE_BINOMIAL
  }

  /** Pearson's chi-square over the degrees of freedom: above 1.5, use overdispersed limits. */
  public double phi() {
    return pearson / degrees;
  }

  /** The share of the null deviance that the model explains. */
  public double explained() {
    return 1 - deviance / nullDeviance;
  }

  /** Returns the 95 or 99.8 per cent limits of a coefficient. */
  public Interval limits(int term, Confidence confidence) {
    double half = confidence.z() * errors[term];
    return new Interval(coefficients[term] - half, coefficients[term] + half);
  }

  /**
   * Returns the limits of a coefficient by Student's t, where the dispersion is estimated with so many degrees of
   * freedom.
   */
  public Interval limits(int term, Confidence confidence, int degrees) {
    double half = Distributions.tAbove(confidence.tail(), degrees) * errors[term];
    return new Interval(coefficients[term] - half, coefficients[term] + half);
  }

  /**
   * A fit by iteratively reweighted least squares.
   *
   * @param design {@code design[row][term]}, a column of ones for the constant included
   * @param counts one a row, 0 or more
   * @param offset the logarithm of what the count is out of, one a row
   * @throws IllegalArgumentException if terms depend on one another, if there are no more rows than terms, or if no
   *     coefficients (or no theta) have the greatest likelihood
   */
  public static Regression fit(Family family, double[][] design, double[] counts, double[] offset) {
    int degrees = counts.length == 0 ? 0 : counts.length - design[0].length;
    if (degrees < 1) {
      throw new IllegalArgumentException("needs more rows than terms");
    }
    if (family == Family.NEGATIVE_BINOMIAL) {
      return negativeBinomial(design, counts, offset);
    }
    double poisson = Double.POSITIVE_INFINITY;
    Fit fit = Fit.of(design, counts, offset, poisson, null);
    double phi = pearson(counts, fit.mu, poisson) / degrees;
    boolean quasi = family == Family.QUASI_POISSON;
    return result(family, design, counts, offset, fit, poisson, quasi ? phi : 1);
  }

  /** Coefficients and theta in turn, each given the other, until neither moves. */
  private static Regression negativeBinomial(double[][] design, double[] counts, double[] offset) {
    Fit fit = Fit.of(design, counts, offset, Double.POSITIVE_INFINITY, null);
    double theta = Theta.of(counts, fit.mu);
    double moved = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS && moved > CLOSE; step++) {
      fit = Fit.of(design, counts, offset, theta, fit.mu);
      double next = Theta.of(counts, fit.mu);
      moved = Math.abs(next - theta) / theta;
      theta = next;
    }
    if (!(moved <= SETTLED)) {
      throw new IllegalArgumentException(UNSETTLED);
    }
    return result(Family.NEGATIVE_BINOMIAL, design, counts, offset, fit, theta, 1);
  }

  private static Regression result(
      Family family, double[][] design, double[] counts, double[] offset, Fit fit, double theta, double phi) {
    double[][] constant = IntStream.range(0, counts.length).mapToObj(i -> new double[] {1}).toArray(double[][]::new);
    Fit none = Fit.of(constant, counts, offset, theta, null);
    double[] errors =
        IntStream.range(0, fit.beta.length).mapToDouble(i -> Math.sqrt(fit.covariance[i][i] * phi)).toArray();
    return new Regression(
        family,
        fit.beta,
        errors,
        fit.mu,
        deviance(counts, fit.mu, theta),
        deviance(counts, none.mu, theta),
        counts.length - fit.beta.length,
        pearson(counts, fit.mu, theta),
        family == Family.QUASI_POISSON ? Double.NaN : logLikelihood(counts, fit.mu, theta),
        family == Family.NEGATIVE_BINOMIAL ? theta : Double.NaN);
  }

  /** Variance of a count over its mean; an infinite theta is Poisson. */
  private static double dispersion(double mu, double theta) {
    return 1 + mu / theta;
  }

  private static double deviance(double[] y, double[] mu, double theta) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double log = y[i] == 0 ? 0 : y[i] * Math.log(y[i] / mu[i]);
      sum +=
          Double.isInfinite(theta)
              ? log - (y[i] - mu[i])
              : log - (y[i] + theta) * Math.log((y[i] + theta) / (mu[i] + theta));
    }
    return 2 * sum;
  }

  private static double pearson(double[] y, double[] mu, double theta) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] - mu[i]) * (y[i] - mu[i]) / (mu[i] * dispersion(mu[i], theta));
    }
    return sum;
  }

  private static double logLikelihood(double[] y, double[] mu, double theta) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      if (Double.isInfinite(theta)) {
        sum += y[i] * Math.log(mu[i]) - mu[i] - LogGamma.value(y[i] + 1);
      } else {
        sum +=
            LogGamma.value(theta + y[i]) - LogGamma.value(theta) - LogGamma.value(y[i] + 1)
                + theta * Math.log(theta)
                + (y[i] == 0 ? 0 : y[i] * Math.log(mu[i]))
                - (theta + y[i]) * Math.log(theta + mu[i]);
      }
    }
    return sum;
  }

  /** One maximum of the likelihood at a known theta. */
  private record Fit(double[] beta, double[] mu, double[][] covariance) {

    static Fit of(double[][] x, double[] y, double[] offset, double theta, double[] start) {
      int n = y.length;
      double[] mu = start == null ? Arrays.stream(y).map(v -> v == 0 ? 1.0 / 6 : v).toArray() : start.clone();
      double before = Double.POSITIVE_INFINITY;
      double moved = Double.POSITIVE_INFINITY;
      double[] eta = Arrays.stream(mu).map(Math::log).toArray();
      double[] beta = new double[x[0].length];
      double[] weight = new double[n];
      double heaviest = 1;
      Normal equations = null;
      for (int step = 0; step < STEPS; step++) {
        Arrays.setAll(weight, i -> mu[i] / dispersion(mu[i], theta));
        // Weights relative to the heaviest keep the squares of large counts finite.
        heaviest = Arrays.stream(weight).max().orElse(1);
        equations = new Normal(beta.length);
        for (int i = 0; i < n; i++) {
          equations.add(x[i], eta[i] + (y[i] - mu[i]) / mu[i] - offset[i], weight[i] / heaviest);
        }
        beta = equations.solved();
        moved = 0;
        for (int i = 0; i < n; i++) {
          double next = offset[i] + product(x[i], beta);
          moved = Math.max(moved, Math.abs(next - eta[i]) / Math.max(1, Math.abs(next)));
          eta[i] = next;
          mu[i] = Math.exp(next);
        }
        double deviance = deviance(y, mu, theta);
        if (Math.abs(before - deviance) <= CLOSE * (Math.abs(deviance) + 0.1) && moved <= CLOSE) {
          break;
        }
        before = deviance;
      }
      if (!(moved <= SETTLED)) {
        throw new IllegalArgumentException(UNSETTLED);
      }
      return new Fit(beta, mu, equations.inverse(heaviest));
    }

    private static double product(double[] row, double[] beta) {
      double sum = 0;
      for (int j = 0; j < beta.length; j++) {
        sum += row[j] * beta[j];
      }
      return sum;
    }
  }

  /** Weighted normal equations, solved by Cholesky's decomposition. */
  private static final class Normal {

    private final double[][] cross;
    private final double[] right;

    Normal(int terms) {
      cross = new double[terms][terms];
      right = new double[terms];
    }

    void add(double[] row, double y, double weight) {
      for (int i = 0; i < row.length; i++) {
        double weighted = weight * row[i];
        right[i] += weighted * y;
        for (int j = 0; j <= i; j++) {
          cross[i][j] += weighted * row[j];
        }
      }
    }

    double[] solved() {
      return back(lower(), right);
    }

    /** Returns the inverse of the equations times a factor. */
    double[][] inverse(double factor) {
      double[][] lower = lower();
      List<double[]> columns = new ArrayList<>();
      for (int i = 0; i < right.length; i++) {
        double[] unit = new double[right.length];
        unit[i] = 1 / factor;
        columns.add(back(lower, unit));
      }
      return columns.toArray(double[][]::new);
    }

    private double[][] lower() {
      int n = right.length;
      double[][] lower = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = cross[i][j];
          for (int k = 0; k < j; k++) {
            sum -= lower[i][k] * lower[j][k];
          }
          if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException(UNSETTLED);
          }
          if (i == j && !(sum > 1e-12 * cross[i][i])) {
            throw new IllegalArgumentException("a term depends on the others, or is the same in every row");
          }
          lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
        }
      }
      return lower;
    }

    private static double[] back(double[][] lower, double[] right) {
      int n = right.length;
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        y[i] = right[i];
        for (int k = 0; k < i; k++) {
          y[i] -= lower[i][k] * y[k];
        }
        y[i] /= lower[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        for (int k = i + 1; k < n; k++) {
          y[i] -= lower[k][i] * y[k];
        }
        y[i] /= lower[i][i];
      }
      return y;
    }
  }
}
