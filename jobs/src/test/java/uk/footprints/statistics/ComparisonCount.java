package uk.footprints.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases and failures by method, and what the failures were. */
public final class ComparisonCount {

  private record Score(int[] counts, List<String> failures) {}

  private final Map<String, Score> scores = new LinkedHashMap<>();

  /** A number within a relative tolerance, or the same absence. */
  public void number(String method, String what, double expected, double actual, double tolerance) {
    boolean none = Double.isNaN(expected) && Double.isNaN(actual);
    boolean close =
        expected == actual || Math.abs(expected - actual) <= tolerance * Math.max(Math.abs(expected), 1e-300);
    check(method, what, expected, actual, none || close);
  }

  /** A number within an absolute tolerance, or the same absence. */
  public void within(String method, String what, double expected, double actual, double tolerance) {
    boolean none = Double.isNaN(expected) && Double.isNaN(actual);
    check(method, what, expected, actual, none || Math.abs(expected - actual) <= tolerance);
  }

  /** A word, exactly. */
  public void text(String method, String what, String expected, String actual) {
    check(method, what, expected, actual, expected.equals(actual));
  }

  private void check(String method, String what, Object expected, Object actual, boolean agrees) {
    Score score = scores.computeIfAbsent(method, m -> new Score(new int[1], new ArrayList<>()));
    score.counts[0]++;
    if (!agrees) {
      score.failures.add("%s %s: expected %s, got %s".formatted(method, what, expected, actual));
    }
  }

  /** The table. */
  public String table() {
    StringBuilder table = new StringBuilder("%-34s %8s %8s%n".formatted("method", "checks", "failures"));
    scores.forEach(
        (method, score) -> table.append(
            "%-34s %8d %8d%n".formatted(method, score.counts[0], score.failures.size())));
    int checks = scores.values().stream().mapToInt(score -> score.counts[0]).sum();
    return table.append("%-34s %8d %8d%n".formatted("all", checks, failures().size())).toString();
  }

  /** What failed. */
  public List<String> failures() {
    return scores.values().stream().flatMap(score -> score.failures.stream()).toList();
  }
}
