package uk.footprints.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.UserException;

/**
 * The right to change a store: one process at a time has it, on any of Hadoop's file systems.
 *
 * <p>The lock is the file with the highest number in {@code lock/}, and numbers only rise. A process takes the
 * lock by creating the file with the next number, in which only one process succeeds, so that an abandoned lock is
 * never taken over twice. On a local disk and on S3 that file is never seen empty; on HDFS it is for a moment, and
 * other processes wait. The owner renews its file while it runs, and marks it as released at the end. Before it
 * publishes, the owner checks that there is no higher number.
 */
public final class StoreLock implements Closeable {

  /** How long a lock holds without being renewed. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration RENEWED_EVERY = LEASE.dividedBy(6);
  private static final String FOLDER = "lock";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final Clock clock;
  private final LockOwner owner;
  private final long number;
  private final Instant since;
  private final Thread renewing;
  private long beat;
  private boolean closed;

  /** The content of a lock's file. Times are text, because a wrong clock may write anything. */
  record Slip(String state, LockOwner owner, String since, String renewed, String expires, long beat) {}

  private StoreLock(Store store, Clock clock, LockOwner owner, long number, Instant since) {
    this.store = store;
    this.clock = clock;
    this.owner = owner;
    this.number = number;
    this.since = since;
    renewing = new Thread(this::keepRenewing, "lock");
    renewing.setDaemon(true);
    renewing.start();
  }

  /**
   * Takes the lock, or throws an error that names its owner.
   *
   * @param run the id of the run that takes it
   * @param say receives a message when an abandoned lock was taken over
   */
  public static StoreLock take(Store store, Clock clock, String run, Consumer<String> say) throws IOException {
    LockOwner owner = LockOwner.here(run);
    // Register the owner before its file can be read: other threads of this process check it.
    owner.live(true);
    StoreLock lock = null;
    try {
      lock = take(store, clock, owner, say);
      return lock;
    } finally {
      owner.live(lock != null);
    }
  }

  private static StoreLock take(Store store, Clock clock, LockOwner owner, Consumer<String> say) throws IOException {
    for (int attempt = 0; attempt < 20; attempt++) {
      OptionalLong highest = highest(store);
      if (highest.isPresent()) {
        Judged judged = judge(store, clock, highest.getAsLong());
        if (judged.held()) {
          throw UserException.data(
              "Another run is changing this store: " + judged.words(),
              "run again when it has ended; this run changed nothing");
        }
        if (!judged.words().isEmpty()) {
          say.accept(judged.words());
        }
      }
      long number = highest.orElse(0) + 1;
      Instant now = clock.now();
      if (store.createNew(below(number), slip("held", owner, now, now, 0))) {
        // A slow process can create a number again that was used and deleted meanwhile: then there is a higher one, as
        // only the owner of a higher number deletes.
        if (highest(store).orElse(0) == number) {
          StoreLock lock = new StoreLock(store, clock, owner, number, now);
          lock.clear();
          return lock;
        }
        store.fs().delete(store.path(below(number)), false);
      }
    }
    throw UserException.data("Several runs want to change this store at once.", "run again in a minute");
  }

  /** Whether a lock holds, with its owner or the reason why it no longer holds. */
  private record Judged(boolean held, String words) {}

  private static Judged judge(Store store, Clock clock, long number) throws IOException {
    Slip slip = read(store, number);
    boolean cleared = slip == null && !store.fs().exists(store.path(below(number)));
    if (cleared || slip != null && slip.state().equals("released")) {
      return new Judged(false, "");
    }
    String who = slip == null ? "a run that was interrupted while it took the lock" : slip.owner().words();
    Optional<Boolean> runs = slip == null ? Optional.empty() : slip.owner().runs();
    if (runs.isPresent()) {
      return runs.get()
          ? new Judged(true, who + ", since " + slip.since() + ".")
          : new Judged(false, "The lock was left by " + who + ", which no longer runs; this run took it over.");
    }
    Instant now = clock.now();
    Instant expires = slip == null ? written(store, number).plus(LEASE) : Instant.parse(slip.expires());
    // An expiry further away than two leases was written by a wrong clock: watch whether the lock is renewed.
    if (now.isBefore(expires) && !expires.isAfter(now.plus(LEASE.multipliedBy(2)))) {
      return new Judged(true, "%s; its lock holds until %s unless it is renewed.".formatted(who, expires));
    }
    clock.pause(RENEWED_EVERY.multipliedBy(2));
    Slip later = read(store, number);
    if (later != null && (slip == null || later.beat() != slip.beat() || !later.state().equals("held"))) {
      return new Judged(
          later.state().equals("held"), who + ", which renews its lock; the clocks of the two machines differ.");
    }
    return new Judged(
        false, "The lock was left by %s, which did not renew it before %s; this run took it over."
            .formatted(who, expires));
  }

  /** Renews the lock for a whole lease; fails when another run took it over. */
  public void check() throws IOException {
    renew();
  }

  /** Returns whether another run took the lock over; then this run must change nothing. */
  public boolean lost() throws IOException {
    return highest(store).orElse(0) != number;
  }

  private synchronized void renew() throws IOException {
    if (closed || lost()) {
      throw UserException.data(
          "This run lost its lock on the store: it was not renewed for too long, and another run took it over.",
          "check the other run, and run again if it failed; what was published has not changed");
    }
    beat++;
    store.write(below(number), slip("held", owner, since, clock.now(), beat));
  }

  private void keepRenewing() {
    while (pause()) {
      try {
        renew();
      } catch (IOException | RuntimeException e) {
        // The next renewal may succeed; the run checks the lock before it publishes.
        continue;
      }
    }
  }

  private synchronized boolean pause() {
    long until = System.nanoTime() + RENEWED_EVERY.toNanos();
    try {
      while (!closed && System.nanoTime() < until) {
        wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !closed;
  }

  /** Releases the lock. If that cannot be written, others see that the process has ended or that the lock expired. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      try {
        if (!lost()) {
          store.write(below(number), slip("released", owner, since, clock.now(), beat + 1));
        }
      } catch (IOException | RuntimeException | LinkageError e) {
        // The work is done, or failed for another reason.
      }
      closed = true;
      owner.live(false);
      notifyAll();
    }
  }

  /** Deletes the files of earlier locks. */
  private void clear() throws IOException {
    for (FileStatus file : store.look(FOLDER)) {
      if (numberOf(file).orElse(number) < number) {
        store.fs().delete(file.getPath(), false);
      }
    }
  }

  private static OptionalLong highest(Store store) throws IOException {
    return store.look(FOLDER).stream().map(StoreLock::numberOf).flatMapToLong(OptionalLong::stream).max();
  }

  private static OptionalLong numberOf(FileStatus file) {
    String name = file.getPath().getName();
    return name.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(name)) : OptionalLong.empty();
  }

  private static Slip read(Store store, long number) throws IOException {
    try {
      Optional<String> text = store.findText(below(number));
      return text.isEmpty() ? null : JSON.readValue(text.get(), Slip.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Instant written(Store store, long number) throws IOException {
    try {
      return Instant.ofEpochMilli(store.fs().getFileStatus(store.path(below(number))).getModificationTime());
    } catch (FileNotFoundException e) {
      // Deleted meanwhile: the lock is released.
      return Instant.EPOCH;
    }
  }

  private static String below(long number) {
    return FOLDER + "/%09d".formatted(number);
  }

  private static byte[] slip(String state, LockOwner owner, Instant since, Instant now, long beat) throws IOException {
    Slip slip =
        new Slip(
            state, owner, since.truncatedTo(ChronoUnit.SECONDS).toString(),
            now.truncatedTo(ChronoUnit.SECONDS).toString(),
            now.plus(LEASE).truncatedTo(ChronoUnit.SECONDS).toString(), beat);
    return JSON.writeValueAsString(slip).getBytes(StandardCharsets.UTF_8);
  }
}
