package uk.footprints.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.SparkTestSession;
import uk.footprints.pipeline.RefreshPipeline;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.release.ReleaseVerifier;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;

/** Refreshes of a store that is not on this disk, from folders with two and with three years. */
record RemoteStoreFaults(Store store, Path two, Path three) {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures/dtoc");

  static RemoteStoreFaults of(String root, Path folder) throws IOException {
    SparkTestSession.context();
    Path two = Files.createDirectories(folder.resolve("two"));
    Path three = Files.createDirectories(folder.resolve("three"));
    List<Path> years;
    try (Stream<Path> all = Files.list(FIXTURES)) {
      years = all.filter(f -> f.toString().contains(".xls")).sorted().limit(3).toList();
    }
    for (int i = 0; i < 3; i++) {
      Files.copy(years.get(i), three.resolve(years.get(i).getFileName()));
      if (i < 2) {
        Files.copy(years.get(i), two.resolve(years.get(i).getFileName()));
      }
    }
    return new RemoteStoreFaults(new Store(root), two, three);
  }

  /** A line of the fault table, for who runs the check: points that were all survived, as the check goes on. */
  static void survived(String fault, int points) {
    System.out.println("fault: " + fault + "|" + points + "|0");
  }

  RemoteStoreFaults at(String root) {
    return new RemoteStoreFaults(new Store(root), two, three);
  }

  FaultInjection.Ran run(Path in, Instant at) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    RefreshOptions asked = new RefreshOptions(List.of(), null, LocalDate.parse("2026-02-01"));
    Clock clock = () -> at;
    try {
      Console terminal = new Console(out, out, false);
      int exit = new RefreshPipeline(terminal, clock, new Store(in.toString()), store, asked, "local[2]").run();
      return new FaultInjection.Ran(exit, said.toString(StandardCharsets.UTF_8));
    } catch (UserException e) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return new FaultInjection.Ran(e.exit(), said + trace.toString());
    } catch (IOException | RuntimeException e) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return new FaultInjection.Ran(3, said + trace.toString());
    }
  }

  void well(Path in, Instant at) {
    FaultInjection.Ran ran = run(in, at);
    if (ran.exit() != 0) {
      throw new IllegalStateException(ran.said());
    }
  }

  List<ReleaseVerifier.Fault> faults() throws IOException {
    return ReleaseVerifier.verify(store, store.findCurrent().orElseThrow()).faults();
  }

  /** Every file of the release that readers see, by its hash. */
  Map<String, String> hashes() throws IOException {
    String below = "releases/" + store.findCurrent().orElseThrow();
    int base = store.fs().makeQualified(store.path(below)).toUri().getPath().length() + 1;
    List<FileStatus> files = store.list(below);
    List<String> of = ParallelTasks.map(files, this::sha256);
    Map<String, String> hashes = new TreeMap<>();
    for (int i = 0; i < of.size(); i++) {
      hashes.put(files.get(i).getPath().toUri().getPath().substring(base), of.get(i));
    }
    return hashes;
  }

  private String sha256(FileStatus file) {
    try {
      return store.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The program as a process of its own, which is killed as by {@code kill -9} once something is so.
   *
   * @param settings of Hadoop, as {@code spark-submit} gives them
   */
  boolean killed(Path in, Map<String, String> settings, BooleanSupplier when, Path log)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(System.getProperty("footprints.modules").strip().split("\\s+")));
    words.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings.forEach((key, value) -> words.add("-Dspark.hadoop." + key + "=" + value));
    words.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), "uk.footprints.Main", "refresh", "--from", in.toString(), "--to",
            store.root()));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (process.isAlive() && !when.getAsBoolean()) {
      Thread.sleep(50);
    }
    boolean killed = process.isAlive();
    process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    return killed;
  }

  /** How many files lie in releases that are not the one that readers see. */
  long half() {
    try {
      String current = store.findCurrent().orElse("");
      return store.fs().exists(store.path("releases"))
          ? store.list("releases").stream().filter(f -> !f.getPath().toString().contains("/" + current + "/")).count()
          : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
