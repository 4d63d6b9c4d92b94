package uk.footprints.records.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SuppressionTest {

  @Test
  void nothingIsHiddenWhereNothingIsSmall() {
    assertThat(Suppression.of(new long[][] {{10, 20}, {0, 8}}, 8).count()).isZero();
  }

  @Test
  void aSmallCountTakesThreeOthersWithIt() {
    Suppression table = Suppression.of(new long[][] {{3, 20, 50}, {10, 20, 30}, {60, 70, 80}}, 8);
    assertThat(table.shown(0, 0)).isEqualTo(-1);
    assertThat(table.count()).isEqualTo(4);
    assertThat(table.shown(0, 1)).isEqualTo(-1);
    assertThat(table.shown(1, 0)).isEqualTo(-1);
    assertThat(table.shown(1, 1)).isEqualTo(-1);
    assertThat(table.shown(3, 3)).isEqualTo(343);
  }

  @Test
  void twoOnesInARowAreNotGivenAwayByTheirSum() {
    Suppression table = Suppression.of(new long[][] {{1, 1, 50}, {1, 1, 30}, {60, 70, 80}}, 8);
    assertThat(table.shown(0, 2)).isEqualTo(-1);
  }

  @Test
  void aSmallTotalIsHiddenToo() {
    Suppression table = Suppression.of(new long[][] {{3, 0}, {30, 40}, {50, 60}}, 8);
    assertThat(table.shown(0, 2)).isEqualTo(-1);
  }

  @Test
  void noHiddenCellCanBeWorkedOut() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      long[][] counts = new long[2 + random.nextInt(6)][2 + random.nextInt(6)];
      for (long[] row : counts) {
        for (int c = 0; c < row.length; c++) {
          row[c] = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(90);
        }
      }
      Suppression table = Suppression.of(counts, 8);
      for (int r = 0; r < table.values().length; r++) {
        for (int c = 0; c < table.values()[r].length; c++) {
          assertThat(table.values()[r][c] > 0 && table.values()[r][c] < 8 && table.shown(r, c) >= 0).isFalse();
          assertThat(workedOut(table, r, c)).as("round %d cell %d %d", round, r, c).isFalse();
        }
      }
    }
  }

  /** Whether adding up lines gives a hidden cell: whether its unit vector is in the span of the lines' equations. */
  private static boolean workedOut(Suppression table, int row, int column) {
    if (!table.hidden()[row][column]) {
      return false;
    }
    int rows = table.values().length;
    int columns = table.values()[0].length;
    double[][] lines = new double[rows + columns][rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (table.hidden()[r][c]) {
          lines[r][r * columns + c] = c == columns - 1 ? -1 : 1;
          lines[rows + c][r * columns + c] = r == rows - 1 ? -1 : 1;
        }
      }
    }
    double[] unit = new double[rows * columns];
    unit[row * columns + column] = 1;
    return rank(lines, unit) == rank(lines, null);
  }

  private static int rank(double[][] lines, double[] extra) {
    int n = lines.length + (extra == null ? 0 : 1);
    double[][] m = new double[n][];
    for (int i = 0; i < lines.length; i++) {
      m[i] = lines[i].clone();
    }
    if (extra != null) {
      m[n - 1] = extra.clone();
    }
    int rank = 0;
    for (int c = 0; c < m[0].length && rank < n; c++) {
      int pivot = rank;
      while (pivot < n && Math.abs(m[pivot][c]) < 1e-9) {
        pivot++;
      }
      if (pivot == n) {
        continue;
      }
      double[] swap = m[pivot];
      m[pivot] = m[rank];
      m[rank] = swap;
      for (int r = rank + 1; r < n; r++) {
        double factor = m[r][c] / m[rank][c];
        for (int k = c; k < m[r].length && factor != 0; k++) {
          m[r][k] -= factor * m[rank][k];
        }
      }
      rank++;
    }
    return rank;
  }
}
