package uk.footprints;

/** The only way out of the program, and the only place that ends the process. Compiled for Java 8, as its users need. */
final class ProcessExit {

  private ProcessExit() {}

  /**
   * Leaves with an exit code. A run that went well ends by itself: a cluster's container counts on a main that returns.
   */
  static void leave(int exit) {
    System.out.flush();
    System.err.flush();
    if (exit != 0) {
      System.exit(exit);
    }
  }
}
