package uk.footprints.records.disclosure;

import java.util.Arrays;

/**
 * The least value of a linear objective over all non-negative solutions of linear equations: the simplex method with a
 * dense tableau (Dantzig 1963), with Bland's rule after many pivots so that it ends. The first objective finds a
 * solution; every further one starts where the last ended.
 */
final class LinearBounds {

  private static final double TINY = 1e-7;

  private final double[][] rows;
  private final int[] basis;
  private final int variables;

  /**
   * @param equations by row the factor of each variable, and last the right side
   * @throws IllegalArgumentException if there is no solution
   */
  LinearBounds(double[][] equations) {
    int m = equations.length;
    variables = equations[0].length - 1;
    rows = new double[m][variables + m + 1];
    basis = new int[m];
    double[] cost = new double[variables + m];
    for (int r = 0; r < m; r++) {
      double sign = equations[r][variables] < 0 ? -1 : 1;
      for (int v = 0; v < variables; v++) {
        rows[r][v] = sign * equations[r][v];
      }
      rows[r][variables + r] = 1;
      rows[r][variables + m] = sign * equations[r][variables];
      basis[r] = variables + r;
      cost[variables + r] = 1;
    }
    if (least(cost, variables + m) > 1e-5) {
      throw new IllegalArgumentException("the equations have no solution");
    }
    for (int r = 0; r < m; r++) {
      for (int v = 0; basis[r] >= variables && v < variables; v++) {
        if (Math.abs(rows[r][v]) > TINY) {
          pivot(r, v);
        }
      }
    }
  }

  /** The least value of the objective; negative infinity when there is none. */
  double least(double[] objective) {
    return least(Arrays.copyOf(objective, variables + basis.length), variables);
  }

  private double least(double[] cost, int usable) {
    int last = rows[0].length - 1;
    for (int turn = 0; ; turn++) {
      int enters = enters(cost, usable, turn > 2_000);
      if (enters < 0) {
        double value = 0;
        for (int r = 0; r < rows.length; r++) {
          value += cost[basis[r]] * rows[r][last];
        }
        return value;
      }
      int leaves = -1;
      double best = Double.POSITIVE_INFINITY;
      for (int r = 0; r < rows.length; r++) {
        if (rows[r][enters] > TINY) {
          double ratio = rows[r][last] / rows[r][enters];
          if (ratio < best - 1e-12 || ratio < best + 1e-12 && basis[r] < basis[leaves]) {
            best = ratio;
            leaves = r;
          }
        }
      }
      if (leaves < 0) {
        return Double.NEGATIVE_INFINITY;
      }
      pivot(leaves, enters);
    }
  }

  private int enters(double[] cost, int usable, boolean first) {
    double[] reduced = Arrays.copyOf(cost, usable);
    for (int r = 0; r < rows.length; r++) {
      double of = cost[basis[r]];
      for (int v = 0; of != 0 && v < usable; v++) {
        reduced[v] -= of * rows[r][v];
      }
    }
    int enters = -1;
    for (int v = 0; v < usable; v++) {
      if (reduced[v] < -TINY && (enters < 0 || !first && reduced[v] < reduced[enters])) {
        enters = v;
      }
    }
    return enters;
  }

  private void pivot(int row, int column) {
    double[] pivot = rows[row];
    double lead = pivot[column];
    for (int v = 0; v < pivot.length; v++) {
      pivot[v] /= lead;
    }
    for (double[] other : rows) {
      double factor = other[column];
      if (other != pivot && factor != 0) {
        for (int v = 0; v < pivot.length; v++) {
          other[v] -= factor * pivot[v];
        }
        other[column] = 0;
      }
    }
    basis[row] = column;
  }
}
