package uk.footprints.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.footprints.statistics.ProcessControl.Cause;
import uk.footprints.statistics.ProcessControl.Rules;
import uk.footprints.statistics.ProcessControl.Settings;

/** The four rules over one segment. */
record SpecialCauses(double[] y, ControlLines lines, Settings settings) {

  private static final int RUN = 7;

  Cause[] causes() {
    Cause[] causes = new Cause[y.length];
    boolean[] rising = trend(1);
    boolean[] falling = trend(-1);
    boolean[] nearAbove = twoInThree(1);
    boolean[] nearBelow = twoInThree(-1);
    boolean[] above = run(1);
    boolean[] below = run(-1);
    for (int i = 0; i < y.length; i++) {
      List<Cause> found = new ArrayList<>(2);
      addIf(found, lines.isBeyond(y[i], 1), Cause.ABOVE_LIMIT);
      addIf(found, lines.isBeyond(y[i], -1), Cause.BELOW_LIMIT);
      addIf(found, rising[i], Cause.RISING);
      addIf(found, falling[i], Cause.FALLING);
      addIf(found, nearAbove[i], Cause.TWO_IN_THREE_ABOVE);
      addIf(found, nearBelow[i], Cause.TWO_IN_THREE_BELOW);
      addIf(found, above[i], Cause.RUN_ABOVE);
      addIf(found, below[i], Cause.RUN_BELOW);
      causes[i] = chosen(found);
    }
    return causes;
  }

  private static void addIf(List<Cause> found, boolean holds, Cause cause) {
    if (holds) {
      found.add(cause);
    }
  }

  private Cause chosen(List<Cause> found) {
    if (found.isEmpty()) {
      return Cause.COMMON;
    }
    int better = settings.improvement().sign();
    if (settings.rules() == Rules.MDC_2023 && better != 0) {
      return found.stream().filter(cause -> cause.side() == better).findFirst().orElse(found.get(0));
    }
    return found.get(0);
  }

  private int side(double value) {
    return Double.isNaN(value) ? 0 : (int) Math.signum(value - lines.mean());
  }

  private boolean[] trend(int direction) {
    boolean[] marked = new boolean[y.length];
    int steps = 0;
    for (int i = 1; i < y.length; i++) {
      steps = Math.signum(y[i] - y[i - 1]) == direction ? steps + 1 : 0;
      mark(marked, i, steps >= RUN - 1);
    }
    return marked;
  }

  private boolean[] run(int side) {
    boolean[] marked = new boolean[y.length];
    int length = 0;
    for (int i = 0; i < y.length; i++) {
      length = side(y[i]) == side ? length + 1 : 0;
      mark(marked, i, length >= RUN);
    }
    return marked;
  }

  private static void mark(boolean[] marked, int last, boolean complete) {
    for (int i = last; complete && i > last - RUN; i--) {
      marked[i] = true;
    }
  }

  private boolean[] twoInThree(int side) {
    boolean[] marked = new boolean[y.length];
    for (int i = 2; i < y.length; i++) {
      int from = i - 2;
      boolean oneSide = IntStream.rangeClosed(from, i).allMatch(at -> side(y[at]) == side);
      if (oneSide && IntStream.rangeClosed(from, i).filter(at -> counts(at, side)).count() >= 2) {
        IntStream.rangeClosed(from, i).filter(at -> counts(at, side)).forEach(at -> marked[at] = true);
      }
    }
    return marked;
  }

  private boolean counts(int at, int side) {
    boolean beyondCounts = settings.rules() == Rules.MDC_2023;
    return lines.isNear(y[at], side) && (beyondCounts || !lines.isBeyond(y[at], side));
  }
}
