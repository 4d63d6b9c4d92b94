package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.ClusterMain;
import uk.footprints.CommandLineRunner;
import uk.footprints.runtime.ExitCode;
import uk.footprints.spark.SparkSessionFactory;

/** Checks the command line of {@code spark-submit}, and what is refused before it is run. */
class SubmitCommandTest {

  @TempDir Path folder;

  private static String line(String... words) {
    CommandLineRunner said = CommandLineRunner.run(words);
    assertThat(said.exit()).as(said.err()).isEqualTo(ExitCode.DONE);
    return said.out();
  }

  @ParameterizedTest
  @CsvSource({
    "local[2], --deploy-mode client, spark.hadoop.fs.file.impl.disable.cache=true",
    "spark://host:7077, --executor-memory 2g, spark.cores.max=3",
    "yarn, --deploy-mode client, spark.executor.instances=3",
    "k8s://https://host:6443, --deploy-mode cluster, spark.kubernetes.container.image=registry/fp:1"
  })
  void aLineForEachKindOfCluster(String master, String first, String second) {
    String line =
        line("submit", "--dry-run", "--master", master, "--executors", "3", "--image", "registry/fp:1", "refresh",
            "--from", "hdfs:///in", "--to", "hdfs:///store");
    assertThat(line)
        .contains("--master", master, first, second, "--class uk.footprints.ClusterMain")
        .endsWith("refresh --from hdfs:///in --to hdfs:///store" + System.lineSeparator());
  }

  @Test
  void javaOptionsAreTheSameLocallyAndOnACluster() throws IOException {
    String launcher = Files.readString(Path.of("footprints")).replaceAll("\\s+", " ");
    assertThat(launcher).contains(SparkSessionFactory.JAVA, SparkSessionFactory.ONE_CORE);
    assertThat(line("submit", "--dry-run", "refresh", "--from", "hdfs:///in", "--to", "hdfs:///store"))
        .contains("--conf 'spark.driver.defaultJavaOptions=" + SparkSessionFactory.JAVA + " " + SparkSessionFactory.ONE_CORE + "'");
    String own = "spark.driver.defaultJavaOptions=-Xint";
    assertThat(line("submit", "--dry-run", "--conf", own, "refresh", "--from", "hdfs:///in", "--to", "hdfs:///store"))
        .contains("--conf " + own)
        .doesNotContain("Tier4");
  }

  @Test
  void secretsAreMasked() {
    String line =
        line("submit", "--dry-run", "--conf", "spark.hadoop.fs.s3a.secret.key=hidden", "--conf",
            "spark.hadoop.fs.s3a.access.key=hidden", "refresh", "--from", "s3a://me:hidden@b/in", "--to", "s3a://b/s");
    assertThat(line).contains("secret.key=***", "access.key=***").doesNotContain("hidden");
    CommandLineRunner refused =
        CommandLineRunner.run("submit", "--dry-run", "refresh", "--from", "in", "--to", "s", "--lineage-key=hidden");
    assertThat(refused.exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(refused.err()).contains("--lineage-key is a secret").doesNotContain("hidden");
  }

  @Test
  void invalidOptionsAreReported() throws IOException {
    assertThat(CommandLineRunner.run("submit", "describe").err()).contains("\"describe\" does not run on Spark");
    assertThat(CommandLineRunner.run("submit", "--master", "here", "refresh").err()).contains("\"here\" is not a Spark master");
    assertThat(CommandLineRunner.run("submit", "--dry-run", "refresh", "--form", "in").err()).contains("--form");
    assertThat(CommandLineRunner.run("submit", "--dry-run", "refresh", "--to", "s").err()).contains("sample is not in");
    CommandLineRunner none = CommandLineRunner.run("submit", "--spark-home", folder.toString(), "refresh", "--from", "a", "--to", "b");
    assertThat(none.exit()).isEqualTo(ExitCode.DATA);
    assertThat(none.err()).contains("There is no Spark in");

    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("bin/spark-submit"), "").toFile().setExecutable(true);
    Files.createDirectories(folder.resolve("jars"));
    Files.writeString(folder.resolve("jars/spark-core_2.12-3.5.1.jar"), "");
    CommandLineRunner old = CommandLineRunner.run("submit", "--spark-home", folder.toString(), "refresh", "--from", "a", "--to", "b");
    assertThat(old.exit()).isEqualTo(ExitCode.DATA);
    assertThat(old.err()).contains("needs Spark 4.2 or a later 4.x with Scala 2.13")
        .contains("here is Spark 3.5.1 with Scala 2.12");
  }

  @ParameterizedTest
  @CsvSource({
    "0, exit code: 0, 0, ''",
    "0, exit code: 2, 2, ''",
    "0, exit code: 4, 4, ''",
    "0, exit code: 137, 3, container exited with 137",
    "1, exit code: 0, 3, spark-submit exited with 1",
    "0, no state of a container, 4, does not say how the run ended"
  })
  void theExitCodeOfAPodIsThatOfTheRun(int exit, String log, int expected, String said) throws IOException {
    CommandLineRunner ran = submitted(exit, "\t exit code: N/A\n\t " + log, "k8s://https://host:6443", "--image", "i");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(expected);
    assertThat(ran.err()).contains(said).contains(log);
  }

  @Test
  void whoDoesNotWaitForAPodLearnsNoExitCode() throws IOException {
    CommandLineRunner ran = submitted(
        0, "Deployed", "k8s://https://host:6443", "--image", "i", "--conf",
        "spark.kubernetes.submission.waitAppCompletion=false");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void elsewhereOnAClusterAFailedRunIsAFault() throws IOException {
    CommandLineRunner ran = submitted(1, "", "spark://host:7077", "--deploy-mode", "cluster");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.BUG);
    assertThat(ran.err()).contains("The run on the cluster failed (spark-submit exited with 1).");
  }

  /** Submits to a Spark that only writes a log and exits. */
  private CommandLineRunner submitted(int exit, String log, String master, String... more) throws IOException {
    Path home = folder.resolve("spark");
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("jars"));
    Files.writeString(home.resolve("jars/spark-core_2.13-4.2.0.jar"), "");
    Path submit = Files.writeString(
        home.resolve("bin/spark-submit"), "#!/bin/sh\nprintf '%s\\n' '" + log.replace("'", "") + "' >&2\nexit " + exit + "\n");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    List<String> words = new ArrayList<>(List.of(
        "submit", "--master", master, "--spark-home", home.toString(), "--jar", "local:///footprints-cluster.jar"));
    words.addAll(List.of(more));
    words.addAll(List.of("refresh", "--from", "in", "--to", "store"));
    return CommandLineRunner.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "4.2.0, 2.13.18, 17, ''",
    "4.2.0-vendor-3, 2.13.18, 21, ''",
    "4.0.1, 2.13.16, 17, here is Spark 4.0.1",
    "3.5.1, 2.12.18, 1.8, 'here is Spark 3.5.1 with Scala 2.12.18, on Java 1.8'",
    "4.2.0, 2.13.18, 11, on Java 11",
    "'', '', 17, here is no Spark"
  })
  void versionsOfAClusterAreComparedWithOurs(String spark, String scala, String java, String said) {
    String problem = ClusterMain.problem("4.2.0", "2.13", spark, scala, java);
    assertThat(problem).contains(said);
    assertThat(problem.isEmpty()).isEqualTo(said.isEmpty());
  }

  /** What is not Spark's has to be named, or it is not in the jar for clusters. */
  @Test
  void theClusterJarHasEverythingThatSparkLacks() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String shaded = pom.substring(pom.indexOf("<artifactSet>"), pom.indexOf("</artifactSet>"));
    String all = pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"));
    List<String> sparks =
        List.of(
            "org.apache.spark:*", "org.apache.parquet:*", "org.apache.logging.log4j:*", "org.scala-lang:scala-library",
            "org.apache.hadoop:hadoop-client-api", "org.apache.arrow:arrow-vector", "com.fasterxml.jackson.core:*",
            "org.apache.commons:commons-compress", "org.slf4j:slf4j-api", "com.esotericsoftware:kryo-shaded");
    List<String> included = shaded.lines().filter(l -> l.contains("<include>")).map(l -> text(l, "include")).toList();
    for (String dependency : all.split("</dependency>")) {
      if (!dependency.contains("<groupId>") || dependency.contains("<scope>test</scope>")) {
        continue;
      }
      String name = text(dependency, "groupId") + ":" + text(dependency, "artifactId");
      boolean found = Stream.concat(sparks.stream(), included.stream()).anyMatch(p -> matches(p, name));
      assertThat(found).as("%s is in the jar for clusters", name).isTrue();
    }
  }

  private static String text(String xml, String element) {
    int from = xml.indexOf("<" + element + ">") + element.length() + 2;
    return xml.substring(from, xml.indexOf("</" + element + ">"));
  }

  private static boolean matches(String pattern, String name) {
    return name.matches(pattern.replace(".", "\\.").replace("*", ".*"));
  }
}
