package uk.footprints.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.fault.FaultInjection.Ran;
import uk.footprints.release.ReleaseInfo.State;
import uk.footprints.release.ReleaseStore;
import uk.footprints.storage.FaultyFileSystem.Kind;
import uk.footprints.storage.FaultyFileSystem.Part;
import uk.footprints.storage.FaultyFileSystem;
import uk.footprints.storage.Store;

/**
 * A refresh is disturbed at points that are spread over all the parts of its store and all the changes to each; then the
 * store is read, and the refresh runs again. {@code -Dfootprints.fault.points=200} for as many points;
 * {@code jobs/checks/faults.sh} does so.
 */
@Tag("integration")
class FaultsTest {

  private static final int POINTS = Integer.getInteger("footprints.fault.points", 3);
  /** {@code -Dfootprints.fault.parts=2 -Dfootprints.fault.part=0} for every other point: several processes share them. */
  private static final int PARTS = Integer.getInteger("footprints.fault.parts", 1);
  private static final int PART = Integer.getInteger("footprints.fault.part", 0);
  private static final int FEW = Math.max(2, POINTS / 10);
  private static final boolean ALL = POINTS >= 20;
  private static final List<String> TABLE = new ArrayList<>();

  @TempDir static Path folder;
  private static FaultInjection disturbed;
  private static Map<Part, Long> changes;

  @BeforeAll
  static void prepare() throws IOException {
    disturbed = FaultInjection.prepare(folder);
    Path store = disturbed.store(folder.resolve("count"));
    FaultyFileSystem.heal();
    assertThat(disturbed.run(store, FaultInjection.FIRST).exit()).isZero();
    changes = FaultyFileSystem.heal();
    assertThat(FaultInjection.hashes(store)).isEqualTo(disturbed.quiet()).isNotEqualTo(disturbed.later());
  }

  @AfterAll
  static void table() {
    FaultyFileSystem.heal();
    System.out.printf("%n%-58s %7s %9s %5s%n", "fault (" + changes.values().stream().mapToLong(n -> n).sum() + " changes to the store)", "points", "survived", "lost");
    TABLE.forEach(System.out::println);
  }

  private interface Fault {
    void inject();
  }

  /** Fails a run, reads, runs again; a sentence for what went wrong, or nothing. */
  private static String survive(String name, Fault fault, String sentence) {
    try {
      Path store = disturbed.store(folder.resolve(name));
      String old = FaultInjection.current(store);
      fault.inject();
      Ran ran = disturbed.run(store, FaultInjection.FIRST);
      boolean came = FaultyFileSystem.hit();
      FaultyFileSystem.heal();
      if (!came) {
        return name + ": the run never came there";
      }
      if (ran.exit() == 3 || ran.exit() == 4) {
        return name + ": the run ended with " + ran.exit() + "\n" + ran.said();
      }
      if (ran.exit() == 2 && !ran.said().contains(sentence)) {
        return name + ": it said\n" + ran.said();
      }
      String now = FaultInjection.current(store);
      boolean moved = !now.equals(old);
      if (ran.exit() == 0 && !moved) {
        return name + ": it said that it published, and readers see the old release";
      }
      if (!FaultInjection.faults(store).isEmpty()) {
        return name + ": " + FaultInjection.faults(store);
      }
      Ran again = disturbed.run(store, FaultInjection.SECOND);
      if (again.exit() != 0) {
        return name + ": again, it ended with " + again.exit() + "\n" + again.said();
      }
      if (!FaultInjection.hashes(store).equals(moved ? disturbed.quiet() : disturbed.later())) {
        return name + ": the release differs from that of an undisturbed run";
      }
      boolean left = unfinished(store) > 0;
      delete(store);
      return left ? name + ": a half release was left" : "";
    } catch (IOException | RuntimeException e) {
      return name + ": " + e;
    } finally {
      FaultyFileSystem.heal();
    }
  }

  private static void delete(Path store) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void spread(String fault, Kind kind, int points) {
    Map<Part, List<String>> lost = new EnumMap<>(Part.class);
    Map<Part, Integer> tried = new EnumMap<>(Part.class);
    List<FaultPoints> all = FaultPoints.spread(changes, points);
    for (int i = PART; i < all.size(); i += PARTS) {
      FaultPoints at = all.get(i);
      tried.merge(at.part(), 1, Integer::sum);
      String sentence = kind == Kind.FULL ? "There is no space left in" : "could not be read or written";
      String name = kind + "-" + at.part() + "-" + at.change() + "-" + at.when();
      String wrong = survive(name, () -> FaultyFileSystem.fail(kind, at.when(), at.part(), at.change()), sentence);
      lost.computeIfAbsent(at.part(), part -> new ArrayList<>()).addAll(wrong.isEmpty() ? List.of() : List.of(wrong));
    }
    tried.forEach((part, n) -> TABLE.add(line(fault + ": " + part.words(), n, lost.get(part).size())));
    assertThat(lost.values()).allSatisfy(each -> assertThat(each).isEmpty());
  }

  private static void row(String fault, int points, List<String> lost) {
    TABLE.add(line(fault, points, lost.size()));
    assertThat(lost).isEmpty();
  }

  private static String line(String fault, int points, int lost) {
    return "%-58s %7d %9d %5d".formatted(fault, points, points - lost, lost);
  }

  @Test
  void stopped() {
    spread("stopped", Kind.STOP, POINTS);
  }

  @Test
  void oneChangeFails() {
    spread("one change fails", Kind.ERROR, FEW);
  }

  @Test
  void diskFull() {
    spread("disk full", Kind.FULL, FEW);
  }

  @Test
  void readOnly() {
    assumeTrue(PART == 0);
    List<String> lost = new ArrayList<>();
    List<String> parts = List.of("/releases", "CURRENT", "/lock", "/archive", "/parsed").subList(0, ALL ? 5 : 2);
    for (String part : parts) {
      String name = "readonly" + part.replace("/", "-");
      String wrong = survive(name, () -> FaultyFileSystem.protect(part), "cannot be written");
      if (!wrong.isEmpty()) {
        lost.add(wrong);
      }
    }
    row("a folder of the store cannot be written", parts.size(), lost);
  }

  @Test
  void clocksJump() throws IOException {
    assumeTrue(PART == 0);
    List<String> lost = new ArrayList<>();
    List<Instant> times =
        List.of(
            FaultInjection.BEFORE, FaultInjection.BEFORE.minus(Duration.ofDays(4000)), Instant.parse("2099-12-31T23:59:59Z"),
            Instant.parse("1970-01-01T00:00:01Z")).subList(0, ALL ? 4 : 1);
    for (Instant time : times) {
      Path store = disturbed.store(folder.resolve("clock-" + time.getEpochSecond()));
      Ran first = disturbed.run(store, time);
      Ran again = disturbed.run(store, FaultInjection.SECOND);
      boolean well = first.exit() == 0 && again.exit() == 0 && again.said().contains("Nothing new");
      if (!well || !FaultInjection.faults(store).isEmpty()) {
        lost.add(time + ": " + first.said() + again.said());
      }
    }
    row("the clock jumps back, to a time that was, or far ahead", times.size(), lost);
  }

  @Test
  void twoAtOnce() throws IOException {
    assumeTrue(PART == PARTS - 1);
    List<String> lost = new ArrayList<>();
    int times = Math.max(1, POINTS / 20);
    for (int i = 0; i < times; i++) {
      Path store = disturbed.store(folder.resolve("two-" + i));
      CompletableFuture<Ran> other = CompletableFuture.supplyAsync(() -> disturbed.run(store, FaultInjection.FIRST));
      Ran one = disturbed.run(store, FaultInjection.FIRST);
      Ran two = other.join();
      boolean apart = one.exit() + two.exit() == 2 && (one.said() + two.said()).contains("Another run is changing this");
      boolean after = one.exit() + two.exit() == 0;
      boolean whole = FaultInjection.hashes(store).equals(disturbed.quiet()) && FaultInjection.faults(store).isEmpty();
      if (!(apart || after) || !whole) {
        lost.add(one + "\n" + two);
      }
    }
    row("two refreshes at once", times, lost);
  }

  @Test
  void theLockIsTakenOver() throws IOException {
    assumeTrue(PART == 0);
    Path store = disturbed.store(folder.resolve("over"));
    String before = FaultInjection.current(store);
    Ran ran = disturbed.run(store, FaultInjection.FIRST, () -> other(store));
    List<String> lost = new ArrayList<>();
    if (ran.exit() != 2 || !ran.said().contains("lost its lock") || !FaultInjection.current(store).equals(before)) {
      lost.add(ran.toString());
    }
    // What it wrote is for the run that has the lock: another may be at work under the same name.
    if (unfinished(store) != 1) {
      lost.add("the folder was taken away");
    }
    Ran again = disturbed.run(store, FaultInjection.SECOND);
    if (again.exit() != 0 || unfinished(store) != 0 || !FaultInjection.hashes(store).equals(disturbed.later())) {
      lost.add(again.toString());
    }
    row("another run takes the lock over", 1, lost);
  }

  private static long unfinished(Path store) throws IOException {
    return new ReleaseStore(new Store(store.toString())).list().stream().filter(k -> k.state() == State.UNFINISHED).count();
  }

  /** A run on a machine that is gone by the time anybody looks. */
  private static void other(Path store) {
    String slip =
        "{\"state\":\"held\",\"owner\":{\"run\":\"r\",\"mark\":\"m\",\"user\":\"ann\",\"host\":\"far\",\"machine\":\"far\","
            + "\"pid\":7,\"started\":\"\"},\"since\":\"2026-02-01T10:00:00Z\",\"renewed\":\"2026-02-01T10:00:00Z\","
            + "\"expires\":\"2026-02-01T10:02:00Z\",\"beat\":0}";
    try {
      Files.writeString(store.resolve("lock/000000099"), slip);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void sourceChangesWhileItIsRead() throws IOException {
    assumeTrue(PART == 0);
    Path store = disturbed.store(folder.resolve("source"));
    Path in = Files.createDirectories(folder.resolve("changing"));
    try (Stream<Path> files = Files.list(disturbed.in())) {
      for (Path file : files.toList()) {
        Files.copy(file, in.resolve(file.getFileName()));
      }
    }
    FaultInjection changing = new FaultInjection(disturbed.base(), in, disturbed.quiet(), disturbed.later());
    Ran ran = changing.run(store, FaultInjection.FIRST, () -> halve(in));
    List<String> lost = new ArrayList<>();
    if (ran.exit() != 4 || !ran.said().contains("changed between listing the folder and reading the file")) {
      lost.add(ran.toString());
    }
    assertThat(FaultInjection.faults(store)).isEmpty();
    Ran again = disturbed.run(store, FaultInjection.SECOND);
    if (again.exit() != 0) {
      lost.add(again.toString());
    }
    row("a file of the source changes while it is read", 1, lost);
  }

  @Test
  void damaged_files_are_found_and_those_of_the_archive_are_replaced() throws IOException {
    assumeTrue(PART == PARTS - 1);
    List<String> lost = new ArrayList<>();
    int points = 0;
    for (String what : List.of("archive/", "observations/", "reports/index.html", "datapackage.json").subList(0, ALL ? 4 : 2)) {
      Path store = disturbed.store(folder.resolve("damaged-" + what.replace("/", "")));
      assertThat(disturbed.run(store, FaultInjection.FIRST).exit()).isZero();
      boolean archived = what.equals("archive/");
      damage(store, archived ? what : "releases/" + FaultInjection.current(store) + "/" + what);
      CommandLineRunner found = CommandLineRunner.run("verify", "--at", store.toString());
      CommandLineRunner done = CommandLineRunner.run("verify", "--at", store.toString(), "--repair", "--from", disturbed.in().toString());
      boolean right =
          archived
              ? done.exit() == 0 && FaultInjection.hashes(store).equals(disturbed.quiet())
              : done.exit() == 2 && done.err().contains("Try: footprints refresh");
      if (found.exit() != 2 || !right) {
        lost.add(what + ": " + found.out() + done.err());
      }
      points++;
    }
    row("a damaged file is found by verify; of the archive it is replaced", points, lost);
  }

  private static void damage(Path store, String below) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      Path file =
          files
              .filter(Files::isRegularFile)
              .filter(f -> store.relativize(f).toString().startsWith(below))
              .sorted()
              .findFirst()
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(file, bytes);
    }
  }

  private static void halve(Path in) {
    try (Stream<Path> files = Files.list(in)) {
      Path file = files.max(java.util.Comparator.comparing(Path::getFileName)).orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
