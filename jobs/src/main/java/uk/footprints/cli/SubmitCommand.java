package uk.footprints.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;
import uk.footprints.cli.settings.ConfigurationSources;
import uk.footprints.cli.settings.OptionKeys;
import uk.footprints.cli.submit.ClusterManager;
import uk.footprints.cli.submit.PodExitCode;
import uk.footprints.cli.submit.SparkInstallation;
import uk.footprints.cli.submit.SparkSubmitLine;
import uk.footprints.cli.submit.SubmitOptions;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.SecretRedactor;
import uk.footprints.runtime.UserException;

/** Runs another command on a cluster with {@code spark-submit}. */
@Command(
    name = "submit",
    description = "Run a command on a cluster with spark-submit, or print the command line.",
    footer = {
      "",
      "Examples:",
      "  footprints submit --dry-run refresh --from in --to store                 print the command line only",
      "  footprints submit --master spark://host:7077 refresh --from /share/in --to /share/store",
      "  footprints submit --master yarn --deploy-mode cluster refresh --from hdfs:///in --to hdfs:///store",
      "  footprints submit --master k8s://https://host:6443 --image registry/footprints:1 \\",
      "      --jar local:///opt/footprints/footprints-cluster.jar refresh --from s3a://b/in --to s3a://b/store",
      "",
      "With the driver on this machine (--deploy-mode client) or in a pod of Kubernetes the exit code is that of the",
      "command. Elsewhere on a cluster it is 0 if the run succeeded, else 3: its record in STORE/runs gives the reason."
    })
public final class SubmitCommand extends CliCommand {

  /** Commands that run on Spark. */
  private static final Set<String> SUBMITTABLE = Set.of("refresh", "query", "stays");

  private static final Set<String> PLACES = Set.of("--from", "--to", "--at", "--out");

  @Option(names = "--master", paramLabel = "URL", description = "local[N], spark://HOST:PORT, yarn or k8s://URL.")
  private String master = "local[*]";

  @Option(names = "--deploy-mode", paramLabel = "MODE",
      description = "Where the driver runs: client (this machine) or cluster.")
  private String deployMode = "";

  @Option(names = "--spark-home", paramLabel = "FOLDER", description = "A Spark distribution. Default: SPARK_HOME.")
  private String sparkHome;

  @Option(names = "--jar", paramLabel = "URI", description = "The cluster jar, as the cluster can read it.")
  private String jar = RefreshCommand.Home.path("jobs/target/footprints-cluster.jar");

  @Option(names = "--driver-memory", paramLabel = "SIZE", description = "Memory of the driver.")
  private String driverMemory = "2g";

  @Option(names = "--executor-memory", paramLabel = "SIZE", description = "Memory per executor.")
  private String executorMemory = "2g";

  @Option(names = "--executors", paramLabel = "N",
      description = "Number of executors. Default: decided by the cluster.")
  private int executors;

  @Option(names = "--executor-cores", paramLabel = "N", description = "Cores per executor.")
  private int executorCores = 1;

  @Option(names = "--queue", defaultValue = "", paramLabel = "NAME", description = "The YARN queue.")
  private String queue = "";

  @Option(names = "--namespace", defaultValue = "", paramLabel = "NAME", description = "The Kubernetes namespace.")
  private String namespace = "";

  @Option(names = "--image", defaultValue = "", paramLabel = "NAME", description = "The Kubernetes image, with Spark.")
  private String image = "";

  @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A Spark setting; may be repeated.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Option(names = "--json-logs", description = "Write logs of driver and executors as JSON, one object per line.")
  private boolean jsonLogs;

  @Option(names = "--dry-run", description = "Print the command line, with secrets masked, and run nothing.")
  private boolean dryRun;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "refresh, query or stays, with its options.")
  private List<String> words = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public boolean takesAnotherCommand() {
    return true;
  }

  @Override
  public Integer call() throws IOException {
    ClusterManager cluster = ClusterManager.of(master);
    String mode = deployMode.isEmpty() ? cluster.usualDeployMode() : deployMode;
    if (!Set.of("client", "cluster").contains(mode) || cluster == ClusterManager.LOCAL && mode.equals("cluster")) {
      throw UserException.command(
          "Deploy mode \"" + mode + "\" is not possible with master " + master + ".", "--deploy-mode client");
    }
    Optional<SparkInstallation> home =
        SparkInstallation.find(
            Optional.ofNullable(sparkHome), Optional.ofNullable(System.getenv("SPARK_HOME")),
            Optional.ofNullable(System.getenv("PATH")).orElse(""));
    SubmitOptions options =
        new SubmitOptions(
            master, mode, driverMemory, executorMemory, executors, executorCores, queue, namespace, image, jar,
            jsonLogs, conf, inner());
    SparkSubmitLine line = SparkSubmitLine.of(home.map(SparkInstallation::submit).orElse("spark-submit"), options);
    if (dryRun) {
      console().print(line.shown());
      return ExitCode.DONE;
    }
    if (home.isEmpty()) {
      throw UserException.data(
          "There is no spark-submit on the path.", "set --spark-home or SPARK_HOME to an unpacked Spark distribution");
    }
    home.get().check();
    if (!jar.matches("\\w[\\w+.-]+:/.*") && !Files.isRegularFile(Path.of(jar))) {
      throw UserException.data("There is no cluster jar " + jar + ".", "./mvnw -DskipTests package");
    }
    boolean hadoop = System.getenv("HADOOP_CONF_DIR") != null || System.getenv("YARN_CONF_DIR") != null;
    if (cluster == ClusterManager.YARN && !hadoop) {
      throw UserException.data("HADOOP_CONF_DIR is not set.", "set HADOOP_CONF_DIR to the folder with yarn-site.xml");
    }
    return mode.equals("cluster") && cluster == ClusterManager.KUBERNETES ? runInPod(line) : run(line, mode);
  }

  /** Returns the inner command line, with configured options and absolute paths, as the driver may start elsewhere. */
  private List<String> inner() {
    CommandLine program = spec.parent().commandLine();
    String command = words.get(0);
    if (!SUBMITTABLE.contains(command)) {
      throw UserException.command("\"" + command + "\" does not run on Spark.", "submit one of refresh, query, stays");
    }
    List<String> given = spec.commandLine().getParseResult().originalArgs();
    List<String> all =
        new ArrayList<>(
            ConfigurationSources.read(new OptionKeys(program), given, System.getenv(), Path.of("")).into(words));
    program.getSubcommands().get(command).parseArgs(all.subList(1, all.size()).toArray(String[]::new));
    if (command.equals("refresh") && all.stream().noneMatch(w -> w.matches("(?s)(--from|--live)(=.*)?"))) {
      throw UserException.command("The sample is not in the cluster jar.", "refresh --from FOLDER --to STORE");
    }
    for (int i = 0; i < all.size(); i++) {
      String word = all.get(i);
      int equals = word.indexOf('=');
      if (PLACES.contains(word) && i + 1 < all.size()) {
        all.set(i + 1, place(all.get(i + 1)));
      } else if (equals > 0 && PLACES.contains(word.substring(0, equals))) {
        all.set(i, word.substring(0, equals + 1) + place(word.substring(equals + 1)));
      } else if (equals > 0 && SecretRedactor.isSecret(word.substring(0, equals))) {
        throw UserException.command(
            word.substring(0, equals) + " is a secret, and other users can read the command line of a process.",
            "set it in the environment or the footprints.conf of the driver");
      }
    }
    return all;
  }

  private static String place(String place) {
    return place.matches("\\w[\\w+.-]+:/.*") ? place : Path.of(place).toAbsolutePath().normalize().toString();
  }

  private int run(SparkSubmitLine line, String mode) throws IOException {
    int exit = ended(started(line, ProcessBuilder.Redirect.INHERIT));
    if (mode.equals("client") && exit >= ExitCode.DONE && exit <= ExitCode.HELD) {
      return exit;
    }
    return exit == ExitCode.DONE ? ExitCode.DONE : failed("spark-submit exited with " + exit);
  }

  private int runInPod(SparkSubmitLine line) throws IOException {
    Process process = started(line, ProcessBuilder.Redirect.PIPE);
    OptionalInt pod;
    try (BufferedReader log = process.errorReader()) {
      pod = PodExitCode.last(log.lines().peek(console().err()::println));
    }
    int exit = ended(process);
    if (exit != ExitCode.DONE) {
      return failed("spark-submit exited with " + exit);
    }
    if (pod.isPresent()) {
      boolean ours = pod.getAsInt() <= ExitCode.HELD;
      return ours ? pod.getAsInt() : failed("the driver's container exited with " + pod.getAsInt());
    }
    if ("false".equals(conf.get("spark.kubernetes.submission.waitAppCompletion"))) {
      return ExitCode.DONE;
    }
    console().info("The log of spark-submit does not say how the run ended.");
    console().info("  Try: read the run's record in STORE/runs.");
    return ExitCode.HELD;
  }

  private Process started(SparkSubmitLine line, ProcessBuilder.Redirect errors) throws IOException {
    console().info("%s", line.shown());
    ProcessBuilder process = new ProcessBuilder(line.words()).inheritIO().redirectError(errors);
    process.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    return process.start();
  }

  private static int ended(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private int failed(String how) {
    console().info("The run on the cluster failed (%s).", how);
    console().info("  Try: read the run's record in STORE/runs and the driver's log.");
    return ExitCode.BUG;
  }
}
