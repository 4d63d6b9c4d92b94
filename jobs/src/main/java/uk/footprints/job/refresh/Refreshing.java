package uk.footprints.job.refresh;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.area.Areas;
import uk.footprints.job.refresh.Making.Made;
import uk.footprints.job.tell.Running;
import uk.footprints.publish.Release;
import uk.footprints.publish.Releases;
import uk.footprints.run.Clock;
import uk.footprints.run.Exit;
import uk.footprints.run.Fixable;
import uk.footprints.run.Lock;
import uk.footprints.run.Logs;
import uk.footprints.run.Progress;
import uk.footprints.run.Session;
import uk.footprints.run.Store;
import uk.footprints.run.Terminal;
import uk.footprints.run.Trouble;
import uk.footprints.run.Versions;

/** The walk: files are listed, kept, told, read, published and reported, and then the pointer is moved. */
public final class Refreshing {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Terminal terminal;
  private final Clock clock;
  private final Store source;
  private final Store store;
  private final Asked asked;
  private final String master;
  private final Running running;

  /** A refresh of a store from a folder. */
  public Refreshing(
      Terminal terminal, Clock clock, Store source, Store store, Asked asked, String master) {
    this(terminal, clock, source, store, asked, master, Running.unheard(clock));
  }

  /** One that is told of as it goes. */
  public Refreshing(
      Terminal terminal, Clock clock, Store source, Store store, Asked asked, String master, Running running) {
    this.terminal = terminal;
    this.clock = clock;
    this.source = source;
    this.store = store;
    this.asked = asked;
    this.master = master;
    this.running = running;
  }

  /** Runs, and gives the exit code. */
  public int run() throws IOException {
    // Faults in the tables of areas are named before anything is read.
    Areas.reference();
    Inputs inputs = Inputs.list(source, asked.words());
    String run = STAMP.format(clock.now()) + "-" + inputs.fingerprint().substring(0, 8);
    Logs.into(store, run);
    terminal.say("%s", Versions.line());
    if (inputs.files().isEmpty()) {
      terminal.say("There are no files in %s.", source.root());
      return Exit.DATA;
    }
    running.begins(run, inputs.told());
    Publishing publishing = new Publishing(terminal, clock, store);
    Optional<Integer> nothing = publishing.nothingNew(inputs, asked);
    if (nothing.isPresent()) {
      running.ends("nothing_new", "");
      return nothing.get();
    }
    try (Lock lock = Lock.take(store, clock, run, line -> terminal.say("%s", line))) {
      return locked(inputs, publishing, lock);
    } catch (Exception e) {
      // Also what Spark throws and does not declare.
      Optional<Fixable> trouble = Trouble.of(store, e);
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      throw e;
    }
  }

  /** What only one run at a time may do in a store. */
  private int locked(Inputs inputs, Publishing publishing, Lock lock) throws IOException {
    Optional<String> before = store.findCurrent();
    // Named before others' leavings are swept: who is thought dead and still writes does so under another name.
    Release release = new Release(store, new Releases(store).freeId(clock.now(), inputs.fingerprint().substring(0, 8)));
    publishing.before(before);
    int known = new Parsed(store, asked.words()).known(inputs.files()).size();
    terminal.say("%s", reading(inputs, known));
    // Maps need no Spark, and its session takes a while to open.
    CompletableFuture<Maps> drawing =
        CompletableFuture.supplyAsync(() -> Maps.read(inputs, source, Areas.reference()));
    Making making = new Making(inputs, release, before, asked, clock.now(), publishing);
    Saying saying = new Saying(terminal);
    SparkContext spark = Session.context("footprints refresh", master);
    try {
      Made made = make(spark, inputs, release, making, drawing);
      running.read(Outcome.told(made.outcomes()), made.observations(), made.findings());
      saying.tell(made);
      List<String> why = Publishing.reasons(made.findings(), asked);
      if (why.isEmpty()) {
        publishing.publish(release, before, asked, lock);
      } else {
        publishing.hold(release, why, lock);
      }
      running.part("publish");
      running.ends(why.isEmpty() ? "published" : "held", release.id());
      int exit = saying.conclude(made);
      return why.isEmpty() ? exit : Exit.HELD;
    } catch (Exception e) {
      discard(spark, release, lock, e);
      throw e;
    } finally {
      Session.close(spark);
    }
  }

  /**
   * A task that still runs would write into what was taken away; and what a run that lost its lock left is for the one
   * that has it.
   */
  private static void discard(SparkContext spark, Release release, Lock lock, Exception why) {
    try {
      Session.quiet(spark);
      if (!lock.lost()) {
        release.discard();
      }
    } catch (RuntimeException | IOException e) {
      // The next run takes it away.
      why.addSuppressed(e);
    }
  }

  private String reading(Inputs inputs, int known) {
    int all = inputs.files().size() + inputs.copies().size();
    return known == 0
        ? "Reading %d files from %s".formatted(all, source.root())
        : "Reading %d new of %d files from %s; the others are as an earlier run read them"
            .formatted(inputs.files().size() - known, all, source.root());
  }

  private Made make(
      SparkContext spark, Inputs inputs, Release release, Making making, CompletableFuture<Maps> drawing)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    running.part("start");
    Records records = Records.tell(inputs, asked);
    List<Outcome> counted = Progress.during(
        terminal, () -> "Taking in records and counting stays",
        () -> records.outcomes(spark, terminal, inputs, store, release, asked));
    running.part("records");
    Shelved shelved =
        new Reading(terminal, source, store, asked).shelve(context, inputs.only(records.others(inputs)), counted, release);
    running.part("read");
    Made made = Progress.during(
        terminal, () -> "Working out indicators and reports", () -> making.answer(shelved, drawing));
    running.part("answer");
    making.describe(made, context.defaultParallelism());
    running.part("manifest");
    Parsed.tidy(store);
    return made;
  }
}
