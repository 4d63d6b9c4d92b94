package uk.footprints.pipeline;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.area.Areas;
import uk.footprints.pipeline.build.BoundaryLoader;
import uk.footprints.pipeline.build.ReleaseBuilder.Made;
import uk.footprints.pipeline.build.ReleaseBuilder;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.merge.PartitionResult;
import uk.footprints.pipeline.merge.ReadAndMergeJob;
import uk.footprints.pipeline.publish.ReleasePublisher;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.ParseCache;
import uk.footprints.pipeline.read.RecordFiles;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseStore;
import uk.footprints.runlog.RunMonitor;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.LogFiles;
import uk.footprints.spark.SparkSessionFactory;
import uk.footprints.spark.Versions;
import uk.footprints.storage.StorageErrorTranslator;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** The walk: files are listed, kept, told, read, published and reported, and then the pointer is moved. */
public final class RefreshPipeline {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Console terminal;
  private final Clock clock;
  private final Store source;
  private final Store store;
  private final RefreshOptions asked;
  private final String master;
  private final RunMonitor running;

  /** A refresh of a store from a folder. */
  public RefreshPipeline(
      Console terminal, Clock clock, Store source, Store store, RefreshOptions asked, String master) {
    this(terminal, clock, source, store, asked, master, RunMonitor.noop(clock));
  }

  /** One that is told of as it goes. */
  public RefreshPipeline(
      Console terminal, Clock clock, Store source, Store store, RefreshOptions asked, String master, RunMonitor running) {
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
    InputListing inputs = InputListing.list(source, asked.words());
    String run = STAMP.format(clock.now()) + "-" + inputs.fingerprint().substring(0, 8);
    LogFiles.into(store, run);
    terminal.say("%s", Versions.line());
    if (inputs.files().isEmpty()) {
      terminal.say("There are no files in %s.", source.root());
      return ExitCode.DATA;
    }
    running.begins(run, inputs.told());
    ReleasePublisher publishing = new ReleasePublisher(terminal, clock, store);
    Optional<Integer> nothing = publishing.nothingNew(inputs, asked);
    if (nothing.isPresent()) {
      running.ends("nothing_new", "");
      return nothing.get();
    }
    try (StoreLock lock = StoreLock.take(store, clock, run, line -> terminal.say("%s", line))) {
      return locked(inputs, publishing, lock);
    } catch (Exception e) {
      // Also what Spark throws and does not declare.
      Optional<UserException> trouble = StorageErrorTranslator.of(store, e);
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      throw e;
    }
  }

  /** What only one run at a time may do in a store. */
  private int locked(InputListing inputs, ReleasePublisher publishing, StoreLock lock) throws IOException {
    Optional<String> before = store.findCurrent();
    // Named before others' leavings are swept: who is thought dead and still writes does so under another name.
    Release release = new Release(store, new ReleaseStore(store).freeId(clock.now(), inputs.fingerprint().substring(0, 8)));
    publishing.before(before);
    int known = new ParseCache(store, asked.words()).known(inputs.files()).size();
    terminal.say("%s", reading(inputs, known));
    // Maps need no Spark, and its session takes a while to open.
    CompletableFuture<BoundaryLoader> drawing =
        CompletableFuture.supplyAsync(() -> BoundaryLoader.read(inputs, source, Areas.reference()));
    ReleaseBuilder making = new ReleaseBuilder(inputs, release, before, asked, clock.now());
    RunSummaryPrinter saying = new RunSummaryPrinter(terminal);
    SparkContext spark = SparkSessionFactory.context("footprints refresh", master);
    try {
      Made made = make(spark, inputs, release, making, drawing);
      running.read(FileResult.told(made.outcomes()), made.observations(), made.findings());
      saying.tell(made);
      List<String> why = ReleasePublisher.reasons(made.findings(), asked);
      if (why.isEmpty()) {
        publishing.publish(release, before, asked, lock);
      } else {
        publishing.hold(release, why, lock);
      }
      running.part("publish");
      running.ends(why.isEmpty() ? "published" : "held", release.id());
      int exit = saying.conclude(made);
      return why.isEmpty() ? exit : ExitCode.HELD;
    } catch (Exception e) {
      discard(spark, release, lock, e);
      throw e;
    } finally {
      SparkSessionFactory.close(spark);
    }
  }

  /**
   * A task that still runs would write into what was taken away; and what a run that lost its lock left is for the one
   * that has it.
   */
  private static void discard(SparkContext spark, Release release, StoreLock lock, Exception why) {
    try {
      SparkSessionFactory.quiet(spark);
      if (!lock.lost()) {
        release.discard();
      }
    } catch (RuntimeException | IOException e) {
      // The next run takes it away.
      why.addSuppressed(e);
    }
  }

  private String reading(InputListing inputs, int known) {
    int all = inputs.files().size() + inputs.copies().size();
    return known == 0
        ? "Reading %d files from %s".formatted(all, source.root())
        : "Reading %d new of %d files from %s; the others are as an earlier run read them"
            .formatted(inputs.files().size() - known, all, source.root());
  }

  private Made make(
      SparkContext spark, InputListing inputs, Release release, ReleaseBuilder making, CompletableFuture<BoundaryLoader> drawing)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    running.part("start");
    RecordFiles records = RecordFiles.tell(inputs, asked);
    List<FileResult> counted = ProgressLine.during(
        terminal, () -> "Taking in records and counting stays",
        () -> records.outcomes(spark, terminal, inputs, store, release, asked));
    running.part("records");
    PartitionResult shelved =
        new ReadAndMergeJob(terminal, source, store, asked).shelve(context, inputs.only(records.others(inputs)), counted, release);
    running.part("read");
    Made made = ProgressLine.during(
        terminal, () -> "Working out indicators and reports", () -> making.answer(shelved, drawing));
    running.part("answer");
    making.describe(made, context.defaultParallelism());
    running.part("manifest");
    ParseCache.tidy(store);
    return made;
  }
}
