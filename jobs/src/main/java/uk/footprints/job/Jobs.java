package uk.footprints.job;

import java.util.List;

/** Every command, in the order in which help lists them. */
public final class Jobs {

  private Jobs() {}

  /** A fresh instance of each: picocli fills their fields. */
  public static List<Job> all() {
    return List.of(
        new Fetch(),
        new Refresh(),
        new Report(),
        new Query(),
        new Describe(),
        new Move(),
        new Verify(),
        new Compare(),
        new Releasing(),
        new Prune(),
        new Statistic(),
        new Stays(),
        new Submit(),
        new Config(),
        new Sample(),
        new Completion(),
        new Manual());
  }
}
