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
 * <p>The lock is the file with the highest number in {@code lock/}, and numbers only rise. Who takes the lock makes the
 * next number, which one of several succeeds in, so that a lock that was left behind is never taken over twice. On a
 * local disk and on S3 that file is never seen without its words; on HDFS it is for a moment, which is waited out. The
 * owner renews its file while it runs; who released it leaves the file and says so in it. Before it publishes, the owner
 * makes sure that no higher number is there.
 */
public final class StoreLock implements Closeable {

  /** So long a lock holds without being renewed. */
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

  /** What a lock's file says. Times as text: whatever a clock said. */
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
   * Takes the lock, or says who has it.
   *
   * @param run the id of the run that wants it
   * @param say told when a lock was taken over, and why it could be
   */
  public static StoreLock take(Store store, Clock clock, String run, Consumer<String> say) throws IOException {
    LockOwner owner = LockOwner.here(run);
    // Before its slip can be read: others in this process look here.
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
              "again when it has ended; nothing was changed by this run");
        }
        if (!judged.words().isEmpty()) {
          say.accept(judged.words());
        }
      }
      long number = highest.orElse(0) + 1;
      Instant now = clock.now();
      if (store.createNew(below(number), slip("held", owner, now, now, 0))) {
        // A number that was taken, served and was cleared away can be made again by who looked long ago: a higher one
        // is there then, as only its owner clears.
        if (highest(store).orElse(0) == number) {
          StoreLock lock = new StoreLock(store, clock, owner, number, now);
          lock.clear();
          return lock;
        }
        store.fs().delete(store.path(below(number)), false);
      }
    }
    throw UserException.data("Several runs want to change this store at once.", "again in a minute");
  }

  /** Whether a lock holds, and for people who has it, or why it no longer holds. */
  private record Judged(boolean held, String words) {}

  private static Judged judge(Store store, Clock clock, long number) throws IOException {
    Slip slip = read(store, number);
    boolean cleared = slip == null && !store.fs().exists(store.path(below(number)));
    if (cleared || slip != null && slip.state().equals("released")) {
      return new Judged(false, "");
    }
    String who = slip == null ? "a run that was cut off while it took the lock" : slip.owner().words();
    Optional<Boolean> runs = slip == null ? Optional.empty() : slip.owner().runs();
    if (runs.isPresent()) {
      return runs.get()
          ? new Judged(true, who + ", since " + slip.since() + ".")
          : new Judged(false, "The lock was left by " + who + ", which no longer runs; it was taken over.");
    }
    Instant now = clock.now();
    Instant expires = slip == null ? written(store, number).plus(LEASE) : Instant.parse(slip.expires());
    // An end that is further off than a lease was written by a clock that went wrong: watching tells.
    if (now.isBefore(expires) && !expires.isAfter(now.plus(LEASE.multipliedBy(2)))) {
      return new Judged(true, "%s; its lock holds until %s unless it is renewed.".formatted(who, expires));
    }
    clock.pause(RENEWED_EVERY.multipliedBy(2));
    Slip later = read(store, number);
    if (later != null && (slip == null || later.beat() != slip.beat() || !later.state().equals("held"))) {
      return new Judged(
          later.state().equals("held"), who + ", which renews its lock; its clock and this one's differ.");
    }
    return new Judged(
        false, "The lock was left by %s, and was to be renewed before %s; it was taken over.".formatted(who, expires));
  }

  /** Fails when another run took the lock over; from here on it holds for a whole lease. */
  public void check() throws IOException {
    renew();
  }

  /** Whether another run took the lock over: what is in the store is its to change. */
  public boolean lost() throws IOException {
    return highest(store).orElse(0) != number;
  }

  private synchronized void renew() throws IOException {
    if (closed || lost()) {
      throw UserException.data(
          "This run lost its lock on the store: it was not renewed for too long, and another run took it over.",
          "nothing, if the other run ends well; what was published has not changed");
    }
    beat++;
    store.write(below(number), slip("held", owner, since, clock.now(), beat));
  }

  private void keepRenewing() {
    while (pause()) {
      try {
        renew();
      } catch (IOException | RuntimeException e) {
        // The next time may go well; before it publishes, the run looks for itself.
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

  /** Lets others in. What cannot be said in the store is told by the process that has ended, or by time. */
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
      } catch (IOException | RuntimeException e) {
        // The work is done, or failed for a reason of its own.
      }
      closed = true;
      owner.live(false);
      notifyAll();
    }
  }

  /** Lower numbers have served. */
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
      // Cleared away meanwhile: long over.
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
