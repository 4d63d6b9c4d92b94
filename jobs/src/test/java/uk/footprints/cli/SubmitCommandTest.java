package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
