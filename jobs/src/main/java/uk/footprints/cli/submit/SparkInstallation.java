package uk.footprints.cli.submit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.footprints.ClusterMain;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.Versions;

/**
 * A Spark distribution on this machine.
 *
 * @param folder the folder with {@code bin} and {@code jars}
 */
public record SparkInstallation(Path folder) {

  private static final Pattern CORE = Pattern.compile("spark-core_(\\d+\\.\\d+)-(.+)\\.jar");

  /** Finds the named distribution, else that of the environment, else that of {@code spark-submit} on the path. */
  public static Optional<SparkInstallation> find(Optional<String> named, Optional<String> environment, String path) {
    if (named.isPresent() || environment.isPresent()) {
      Path folder = Path.of(named.or(() -> environment).orElseThrow());
      if (!Files.isExecutable(folder.resolve("bin/spark-submit"))) {
        throw UserException.data(
            "There is no Spark in " + folder + ": it has no bin/spark-submit.",
            "set --spark-home or SPARK_HOME to an unpacked Spark " + Versions.spark());
      }
      return Optional.of(new SparkInstallation(folder));
    }
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(p -> !p.isEmpty())
        .map(p -> Path.of(p, "spark-submit"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(SparkInstallation::real)
        .filter(home -> Files.isDirectory(home.folder().resolve("jars")));
  }

  private static SparkInstallation real(Path submit) {
    try {
      return new SparkInstallation(submit.toRealPath().getParent().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the path of {@code spark-submit}. */
  public String submit() {
    return folder.resolve("bin/spark-submit").toString();
  }

  /** Throws if this is another Spark, Scala or Java than the jar was built for. */
  public void check() {
    String spark = "";
    String scala = "";
    try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
      for (Path jar : jars.toList()) {
        Matcher core = CORE.matcher(jar.getFileName().toString());
        if (core.matches()) {
          scala = core.group(1);
          spark = core.group(2);
        }
      }
    } catch (IOException e) {
      throw UserException.data("There is no Spark in " + folder + ": it has no jars.", "give another --spark-home", e);
    }
    String problem =
        ClusterMain.problem(
            Versions.spark(), Versions.scala(), spark, scala, System.getProperty("java.specification.version"));
    if (!problem.isEmpty()) {
      throw UserException.data(problem, "set --spark-home or SPARK_HOME to a Spark " + Versions.spark());
    }
  }
}
