package uk.footprints.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The areas most like an area. After NHS England's Model Health System: each variable capped at its mean and five
 * standard deviations, square root, z-score, Euclidean distance. Equal weights are a choice (Dropkin, Journal of
 * Public Health 2018, doi 10.1093/pubmed/fdx136): give others where it matters, and show how sure the peers' mean is.
 */
public final class PeerSelection {

  private static final double CAP = 5;

  private PeerSelection() {}

  /**
   * One peer.
   *
   * @param index position in the list of areas
   * @param rank 1 for the nearest
   * @param distance in standard deviations
   */
  public record Peer(int index, int rank, double distance) {}

  /**
   * The nearest areas of each area, the area itself left out. Equal distances are ordered by name.
   *
   * @param names one an area
   * @param values {@code values[area][variable]}, all 0 or more
   * @param weights one a variable; 1 for all gives the plain distance
   * @param count how many peers
   */
  public static List<List<Peer>> nearest(List<String> names, double[][] values, double[] weights, int count) {
    double[][] z = standardised(values, weights.length);
    List<List<Peer>> peers = new ArrayList<>(names.size());
    for (int area = 0; area < names.size(); area++) {
      int self = area;
      peers.add(nearest(names, i -> distance(z[self], z[i], weights), self, Math.min(count, z.length - 1)));
    }
    return List.copyOf(peers);
  }

  /** The nearest areas so far, in order, without the area itself. */
  private static List<Peer> nearest(List<String> names, IntToDoubleFunction distance, int self, int count) {
    int[] kept = new int[count + 1];
    double[] far = new double[count + 1];
    int n = 0;
    for (int i = 0; i < names.size(); i++) {
      if (i == self) {
        continue;
      }
      double d = distance.applyAsDouble(i);
      int at = n;
      while (at > 0 && (d < far[at - 1] || d == far[at - 1] && names.get(i).compareTo(names.get(kept[at - 1])) < 0)) {
        kept[at] = kept[at - 1];
        far[at] = far[at - 1];
        at--;
      }
      if (at < count) {
        kept[at] = i;
        far[at] = d;
        n = Math.min(n + 1, count);
      }
    }
    return IntStream.range(0, n).mapToObj(r -> new Peer(kept[r], r + 1, far[r])).toList();
  }

  /** The mean of the peers' values with its limits: a comparison without the limits finds too many areas different. */
  public static Estimate mean(List<Peer> peers, double[] values) {
    return Means.studentT(peers.stream().mapToDouble(peer -> values[peer.index()]).toArray());
  }

  private static double[][] standardised(double[][] values, int variables) {
    double[][] z = new double[values.length][variables];
    for (int v = 0; v < variables; v++) {
      int variable = v;
      double[] column = IntStream.range(0, values.length).mapToDouble(i -> values[i][variable]).toArray();
      double cap = Means.mean(column) + CAP * Means.standardDeviation(column);
      double[] root = Arrays.stream(column).map(x -> Math.sqrt(Math.min(x, cap))).toArray();
      double mean = Means.mean(root);
      double spread = Means.standardDeviation(root);
      for (int i = 0; i < root.length; i++) {
        // A variable with one value everywhere distinguishes no areas.
        z[i][v] = spread > 0 ? (root[i] - mean) / spread : 0;
      }
    }
    return z;
  }

  private static double distance(double[] a, double[] b, double[] weights) {
    double sum = 0;
    for (int v = 0; v < weights.length; v++) {
      sum += weights[v] * (a[v] - b[v]) * (a[v] - b[v]);
    }
    return Math.sqrt(sum);
  }
}
