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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.footprints.SparkTestSession;
import uk.footprints.pipeline.RefreshPipeline;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.release.ReleaseVerifier;
import uk.footprints.runlog.RunReporter;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.FaultyFileSystem;
import uk.footprints.storage.Store;

/**
 * A small refresh to be disturbed: a store with a release of two years of delayed transfers, and a folder with a third.
 *
 * @param base the store before
 * @param in the folder with the new year
 * @param quiet what an undisturbed run at the first time makes
 * @param later what an undisturbed run at the second time makes
 */
record FaultInjection(Path base, Path in, Map<String, String> quiet, Map<String, String> later) {

  static final Instant BEFORE = Instant.parse("2026-01-01T10:00:00Z");
  static final Instant FIRST = Instant.parse("2026-02-01T10:00:00Z");
  static final Instant SECOND = Instant.parse("2026-02-01T10:10:00Z");
  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures/dtoc");

  /** What a run came to: its exit code, and 2 for a sentence that the command would print. */
  record Ran(int exit, String said) {}

  static FaultInjection prepare(Path folder) throws IOException {
    FaultyFileSystem.register();
    SparkTestSession.context();
    List<Path> years;
    try (Stream<Path> all = Files.list(FIXTURES)) {
      years = all.filter(f -> f.toString().contains(".xls")).sorted().limit(3).toList();
    }
    Path in = Files.createDirectories(folder.resolve("in"));
    for (Path year : years.subList(0, 2)) {
      Files.copy(year, in.resolve(year.getFileName()));
    }
    Path base = folder.resolve("base");
    FaultInjection first = new FaultInjection(base, in, Map.of(), Map.of());
    first.well(base, BEFORE);
    Files.copy(years.get(2), in.resolve(years.get(2).getFileName()));
    Path quiet = first.store(folder.resolve("quiet"));
    first.well(quiet, FIRST);
    Path later = first.store(folder.resolve("later"));
    first.well(later, SECOND);
    return new FaultInjection(base, in, hashes(quiet), hashes(later));
  }

  /** A copy of the store before. */
  Path store(Path to) {
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path place = to.resolve(base.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.copy(file, place);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A refresh of a store at a time, as the command makes it. */
  Ran run(Path store, Instant at) {
    return run(store, at, () -> {});
  }

  /**
   * The same, and somebody does something once the folder was looked at.
   *
   * @param meanwhile done before files are read
   */
  Ran run(Path store, Instant at, Runnable meanwhile) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8) {
      @Override
      public void println(String line) {
        super.println(line);
        if (line.startsWith("Reading ")) {
          meanwhile.run();
        }
      }
    };
    RefreshOptions asked = new RefreshOptions(List.of(), null, LocalDate.parse("2026-02-01"));
    Clock clock = new Clock() {
      @Override
      public Instant now() {
        return at;
      }

      @Override
      public void pause(java.time.Duration time) {}
    };
    try {
      Console terminal = new Console(out, out, false);
      Store to = new Store("fault:" + store);
      int exit =
          new RunReporter().during(
              terminal, clock, "refresh", Map.of("from", in.toString(), "to", to.root()), List.of(),
              running -> new RefreshPipeline(terminal, clock, new Store(in.toString()), to, asked, "local[2]", running).run());
      return new Ran(exit, said.toString(StandardCharsets.UTF_8));
    } catch (UserException e) {
      return new Ran(e.exit(), said + e.getMessage() + "\n  Try: " + e.next() + "\n" + e.getCause());
    } catch (IOException | RuntimeException e) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return new Ran(3, said + trace.toString());
    }
  }

  private void well(Path store, Instant at) {
    Ran ran = run(store, at);
    if (ran.exit() != 0) {
      throw new IllegalStateException(ran.said());
    }
  }

  static String current(Path store) throws IOException {
    return Files.readString(store.resolve("CURRENT")).strip();
  }

  /** What is wrong with the release that readers see. */
  static List<ReleaseVerifier.Fault> faults(Path store) throws IOException {
    return ReleaseVerifier.verify(new Store(store.toString()), current(store)).faults();
  }

  /** Every file of the release that readers see, by its hash. */
  static Map<String, String> hashes(Path store) throws IOException {
    Path release = store.resolve("releases").resolve(current(store));
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(release.relativize(file).toString(), Store.sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }
}
