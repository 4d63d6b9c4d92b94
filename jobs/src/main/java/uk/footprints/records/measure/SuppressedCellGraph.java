package uk.footprints.records.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The graph of the hidden cells of a table: rows and columns are its nodes, a hidden cell ties its row to its column. A
 * cell that is a bridge can be worked out from the lines on one side of it. Bridges are found in one traversal (Tarjan
 * 1974), with a stack of its own because a table may have thousands of rows.
 */
final class SuppressedCellGraph {

  private final boolean[][] hidden;
  private final int rows;
  private final int[][] ties;
  private final int[] found;
  private final int[] low;
  private final int[] last;
  private final int[] order;
  private int clock;

  private SuppressedCellGraph(boolean[][] hidden) {
    this.hidden = hidden;
    this.rows = hidden.length;
    int nodes = rows + hidden[0].length;
    this.ties = new int[nodes][];
    for (int n = 0; n < nodes; n++) {
      ties[n] = ties(n);
    }
    this.found = new int[nodes];
    this.low = new int[nodes];
    this.last = new int[nodes];
    this.order = new int[nodes];
    Arrays.fill(found, -1);
  }

  /**
   * For every bridge the rows and (after them) columns on its far side, the smallest sides first.
   */
  static Stream<boolean[]> bridges(boolean[][] hidden) {
    SuppressedCellGraph graph = new SuppressedCellGraph(hidden);
    List<int[]> spans = new ArrayList<>();
    for (int n = 0; n < graph.ties.length; n++) {
      if (graph.found[n] < 0) {
        graph.visit(n, spans);
      }
    }
    spans.sort((a, b) -> Integer.compare(a[1] - a[0], b[1] - b[0]));
    return spans.stream().map(graph::side);
  }

  private boolean[] side(int[] span) {
    boolean[] side = new boolean[ties.length];
    for (int i = span[0]; i <= span[1]; i++) {
      side[order[i]] = true;
    }
    return side;
  }

  /** Walks from a node; a bridge's far side is a run of nodes in the order in which they were found. */
  private void visit(int from, List<int[]> spans) {
    int[] path = new int[ties.length];
    int[] came = new int[ties.length];
    int[] next = new int[ties.length];
    int depth = 0;
    path[0] = from;
    came[0] = -1;
    enter(from);
    while (depth >= 0) {
      int node = path[depth];
      if (next[depth] < ties[node].length) {
        int to = ties[node][next[depth]++];
        if (to == came[depth]) {
          continue;
        }
        if (found[to] >= 0) {
          low[node] = Math.min(low[node], found[to]);
        } else {
          depth++;
          path[depth] = to;
          came[depth] = node;
          next[depth] = 0;
          enter(to);
        }
      } else {
        last[node] = clock - 1;
        depth--;
        if (depth >= 0) {
          int above = path[depth];
          low[above] = Math.min(low[above], low[node]);
          if (low[node] > found[above]) {
            spans.add(new int[] {found[node], last[node]});
          }
        }
      }
    }
  }

  private void enter(int node) {
    found[node] = clock;
    low[node] = clock;
    order[clock++] = node;
  }

  private int[] ties(int node) {
    int others = node < rows ? hidden[0].length : rows;
    int[] tied = new int[others];
    int n = 0;
    for (int i = 0; i < others; i++) {
      if (node < rows ? hidden[node][i] : hidden[i][node - rows]) {
        tied[n++] = node < rows ? rows + i : i;
      }
    }
    return Arrays.copyOf(tied, n);
  }
}
