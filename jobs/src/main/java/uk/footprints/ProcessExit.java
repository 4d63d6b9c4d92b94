package uk.footprints;

/** Ends the process; no other class does. Compiled for Java 8, as {@link ClusterMain} is. */
final class ProcessExit {

  private ProcessExit() {}

  /**
   * Exits with a code. After success {@code main} returns instead: a cluster's container requires that.
   */
  static void leave(int exit) {
    System.out.flush();
    System.err.flush();
    if (exit != 0) {
      System.exit(exit);
    }
  }
}
