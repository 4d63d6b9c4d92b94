package uk.footprints.runlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.footprints.runtime.StepTimes;

/** Prints how long the parts of a run took, each with its steps. */
final class TimeTable {

  /** Shorter steps are in the record of the run only. */
  private static final double SHORTEST = 0.05;

  private TimeTable() {}

  /** Returns the lines of the table; a step is indented below its part. */
  static List<String> lines(Map<String, Double> seconds, List<StepTimes.Step> steps) {
    List<String> lines = new ArrayList<>();
    lines.add("Seconds that each part of the run took. Steps run side by side: together they can take longer.");
    seconds.forEach((part, took) -> {
      lines.add("%8.1f  %s".formatted(took, part));
      steps(lines, part, steps);
    });
    TreeSet<String> others = new TreeSet<>();
    steps.forEach(step -> others.add(step.part()));
    others.removeAll(seconds.keySet());
    others.forEach(part -> {
      lines.add("          " + part);
      steps(lines, part, steps);
    });
    return lines;
  }

  private static void steps(List<String> lines, String part, List<StepTimes.Step> steps) {
    steps.stream()
        .filter(step -> step.part().equals(part) && step.seconds() >= SHORTEST)
        .forEach(step -> lines.add("%16.2f  %s".formatted(step.seconds(), step.step())));
  }
}
