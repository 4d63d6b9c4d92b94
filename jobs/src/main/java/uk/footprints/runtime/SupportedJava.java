package uk.footprints.runtime;

import java.util.List;
import java.util.stream.Collectors;

/** The versions of Java on which Spark, and so Footprints, is tested. Spark fails on others in the middle of a run. */
public final class SupportedJava {

  /** Feature releases that Spark's documentation names. */
  public static final List<Integer> VERSIONS = List.of(17, 21, 25);

  private SupportedJava() {}

  /** Refuses a command that needs Spark on another version, before it changes anything; exit 2. */
  public static void require(Runtime.Version here) {
    if (!VERSIONS.contains(here.feature())) {
      throw UserException.data(
          "Spark runs on Java %s; this is Java %s, and nothing was changed.".formatted(words(), here),
          "install Java " + VERSIONS.get(0) + ", and set JAVA_HOME to its folder");
    }
  }

  /** Returns the versions in words: {@code 17, 21 or 25}. */
  static String words() {
    int last = VERSIONS.size() - 1;
    String first = VERSIONS.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "));
    return first.isEmpty() ? VERSIONS.get(last).toString() : first + " or " + VERSIONS.get(last);
  }
}
