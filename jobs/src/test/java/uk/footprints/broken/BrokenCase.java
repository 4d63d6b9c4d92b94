package uk.footprints.broken;

import java.util.Arrays;
import java.util.List;
import uk.footprints.finding.Finding.Kind;

/**
 * A broken file.
 *
 * @param fault what was done to it
 * @param name of the file
 * @param good the name of the file that it was, for comparison
 * @param bytes what is in it
 * @param expected what has to come of it
 */
public record BrokenCase(String fault, String name, String good, byte[] bytes, Expected expected) {

  /** What has to come of a file. */
  public enum Outcome {
    /** Set aside, with one of the findings. */
    ASIDE,
    /** Set aside, or read with just the figures of the good file: nothing that was read was lost. */
    ASIDE_OR_SAME,
    /** Read, with just the figures of the good file. */
    SAME,
    /** One of the findings, whatever becomes of the file. */
    FINDS,
    /** Anything but a crash or a loss. */
    SURVIVES
  }

  /**
   * What has to come of a file.
   *
   * @param outcome how
   * @param kinds one of these findings at least; none asked where there are none
   */
  public record Expected(Outcome outcome, List<Kind> kinds) {

    static Expected aside(Kind... kinds) {
      return new Expected(Outcome.ASIDE, Arrays.asList(kinds));
    }

    static Expected asideOrSame() {
      return new Expected(Outcome.ASIDE_OR_SAME, List.of());
    }

    static Expected finds(Kind... kinds) {
      return new Expected(Outcome.FINDS, Arrays.asList(kinds));
    }

    static Expected same(Kind... kinds) {
      return new Expected(Outcome.SAME, Arrays.asList(kinds));
    }

    static Expected survives() {
      return new Expected(Outcome.SURVIVES, List.of());
    }
  }
}
