package uk.footprints.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.UserException;

/** Who may change a store, and what becomes of locks that were left. */
class StoreLockTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String ELSEWHERE =
      "{\"state\":\"held\",\"owner\":{\"run\":\"r1\",\"mark\":\"m\",\"user\":\"ann\",\"host\":\"far\",\"machine\":\"other\","
          + "\"pid\":7,\"started\":\"\"},\"since\":\"2026-01-01T11:50:00Z\",\"renewed\":\"2026-01-01T11:50:00Z\","
          + "\"expires\":\"%s\",\"beat\":%d}";

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();

  private StoreLock take(String run, Clock clock) throws IOException {
    return StoreLock.take(new Store(folder.toString()), clock, run, said::add);
  }

  private static Clock at(Instant now, Runnable meanwhile) {
    return new Clock() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public void pause(Duration time) {
        meanwhile.run();
      }
    };
  }

  private Path slip(int number, String expires, int beat) throws IOException {
    Path slip = Files.createDirectories(folder.resolve("lock")).resolve("%09d".formatted(number));
    return Files.writeString(slip, ELSEWHERE.formatted(expires, beat));
  }

  @Test
  void ofManyWhoTryAtOnceOneHasIt() throws Exception {
    for (int round = 0; round < 20; round++) {
      AtomicInteger held = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      ExecutorService many = Executors.newFixedThreadPool(8);
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String run = "run-" + round + "-" + i;
        tries.add(
            () -> {
              try (StoreLock lock = take(run, Clock.system())) {
                most.accumulateAndGet(held.incrementAndGet(), Math::max);
                lock.check();
                return held.decrementAndGet() >= 0;
              } catch (UserException e) {
                assertThat(e).hasMessageNotContaining("lost its lock");
                return false;
              }
            });
      }
      int won = 0;
      for (Future<Boolean> each : many.invokeAll(tries)) {
        won += each.get() ? 1 : 0;
      }
      many.shutdown();
      assertThat(most).hasValue(1);
      assertThat(won).isPositive();
    }
  }

  @Test
  void nobodySeesALockWithoutItsWords() throws Exception {
    Store store = new Store(folder.toString());
    byte[] words = "held".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ExecutorService looking = Executors.newSingleThreadExecutor();
    for (int i = 0; i < 300; i++) {
      String place = "lock/" + i;
      Future<String> seen =
          looking.submit(
              () -> {
                while (true) {
                  java.util.Optional<String> text = store.findText(place);
                  if (text.isPresent()) {
                    return text.get();
                  }
                }
              });
      assertThat(store.createNew(place, words)).isTrue();
      assertThat(store.createNew(place, words)).isFalse();
      assertThat(seen.get()).hasSize(words.length);
    }
    looking.shutdown();
    assertThat(store.look("lock")).hasSize(300);
  }

  @Test
  void whoComesSecondIsToldWhoIsAtWork() throws IOException {
    try (StoreLock first = take("first", Clock.system())) {
      assertThatThrownBy(() -> take("second", Clock.system()))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("Another run is changing this store: run first of ")
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
      first.check();
    }
    take("second", Clock.system()).close();
    assertThat(said).isEmpty();
  }

  @Test
  void aLockThatIsRenewedElsewhereHolds() throws IOException {
    slip(4, "2026-01-01T12:01:00Z", 3);
    assertThatThrownBy(() -> take("mine", at(NOON, () -> {}))).hasMessageContaining("run r1 of ann on far (process 7)");
  }

  @Test
  void aLockThatRanOutIsTakenOverAndExplained() throws IOException {
    slip(4, "2026-01-01T11:52:00Z", 3);
    try (StoreLock mine = take("mine", at(NOON, () -> {}))) {
      mine.check();
    }
    assertThat(said).singleElement().asString().contains("left by run r1 of ann on far")
        .contains("this run took it over");
    assertThat(folder.resolve("lock/000000005")).exists();
    assertThat(folder.resolve("lock/000000004")).doesNotExist();
  }

  @Test
  void aClockThatIsFarAheadTakesNothingFromWhoIsAtWork() throws IOException {
    slip(4, "2026-01-01T11:52:00Z", 3);
    assertThatThrownBy(() -> take("mine", at(Instant.parse("2031-01-01T00:00:00Z"), () -> renew(4))))
        .hasMessageContaining("the clocks of the two machines differ");
  }

  @Test
  void anOwnerWhoseClockWasFarAheadIsNotWaitedForForever() throws IOException {
    slip(4, "2044-01-01T00:00:00Z", 3);
    take("mine", at(NOON, () -> {})).close();
    assertThat(said).hasSize(1);
  }

  private void renew(int number) {
    try {
      slip(number, "2026-01-01T11:54:00Z", 4);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whoLostTheLockDoesNotPublish() throws IOException {
    try (StoreLock mine = take("mine", Clock.system())) {
      slip(9, "2026-01-01T11:52:00Z", 0);
      assertThatThrownBy(mine::check).hasMessageContaining("lost its lock");
    }
    assertThat(Files.readString(folder.resolve("lock/000000009"))).contains("\"held\"");
  }

  @Test
  void aLockOfAProcessThatEndedIsTakenAtOnce() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    take("first", Clock.system()).close();
    Path slip = folder.resolve("lock/000000001");
    String held = Files.readString(slip).replace("released", "held");
    String mine = "\"pid\":" + ProcessHandle.current().pid();
    Files.writeString(slip, held.replace(mine, "\"pid\":" + ended.pid()));
    take("second", Clock.system()).close();
    if (Files.exists(Path.of("/proc/self/ns/pid"))) {
      assertThat(said).singleElement().asString().contains("which no longer runs");
    }
  }

  @Test
  void aLockThatWasCutOffWhileItWasTakenRunsOut() throws IOException {
    Path slip = Files.createDirectories(folder.resolve("lock")).resolve("000000001");
    Files.write(slip, new byte[0]);
    assertThatThrownBy(() -> take("mine", Clock.system())).hasMessageContaining("interrupted while it took the lock");
    take("mine", at(Instant.now().plus(Duration.ofMinutes(5)), () -> {})).close();
    assertThat(said).hasSize(1);
  }
}
