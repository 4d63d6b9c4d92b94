package uk.footprints.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.CatalogueCheck;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.pipeline.build.BoundaryLoader;
import uk.footprints.pipeline.build.ReleaseBuilder.BuildResult;
import uk.footprints.pipeline.build.ReleaseBuilder;
import uk.footprints.pipeline.input.FileIdentity;
import uk.footprints.pipeline.input.FolderFiles;
import uk.footprints.pipeline.input.FileIdentityJob;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.KnownFiles;
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
import uk.footprints.runtime.IdTime;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.LogFiles;
import uk.footprints.spark.SparkSessionFactory;
import uk.footprints.spark.SparkTasks;
import uk.footprints.spark.StageTimes;
import uk.footprints.spark.Versions;
import uk.footprints.storage.StorageErrorTranslator;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/**
 * Runs a refresh: the ten steps that docs/architecture.md describes, from the listing of the input folder to the record
 * of the run.
 */
public final class RefreshPipeline {

  private final Console console;
  private final Clock clock;
  private final Store source;
  private final Store store;
  private final RefreshOptions options;
  private final String master;
  private final RunMonitor monitor;

  /** Creates a pipeline that refreshes a store from a folder and reports its progress to nobody. */
  public RefreshPipeline(
      Console console, Clock clock, Store source, Store store, RefreshOptions options, String master) {
    this(console, clock, source, store, options, master, RunMonitor.noop(clock));
  }

  /** Creates a pipeline that refreshes a store from a folder and reports its progress to a monitor. */
  public RefreshPipeline(
      Console console, Clock clock, Store source, Store store, RefreshOptions options, String master,
      RunMonitor monitor) {
    this.console = console;
    this.clock = clock;
    this.source = source;
    this.store = store;
    this.options = options;
    this.master = master;
    this.monitor = monitor;
  }

  /** Runs the refresh and returns the exit code. */
  public int run() throws IOException {
    // Step 1: list the input files; those that look the same as in the last run are known again.
    Instant listedAt = clock.now();
    FolderFiles folder = FolderFiles.of(source);
    String runId = IdTime.of(listedAt) + "-" + folder.shortHash();
    LogFiles.into(store, runId);
    console.info("%s", Versions.line());
    if (folder.files().isEmpty()) {
      console.info("There are no files in %s.", source.root());
      console.info("  Try: footprints refresh --from FOLDER, with a folder that has files");
      return ExitCode.DATA;
    }
    ReleasePublisher publisher = new ReleasePublisher(console, clock, store);
    KnownFiles known =
        options.rehash() || publisher.needsRetry() ? KnownFiles.none() : KnownFiles.read(store, folder);
    FileIdentityJob identify = new FileIdentityJob(console, source, folder, known);
    if (identify.isNeeded()) {
      monitor.begins(runId, folder.runInputs());
    } else {
      InputListing inputs = InputListing.of(folder, identify.known(), options.words());
      monitor.begins(runId, inputs.runInputs());
      Optional<Integer> nothingNew = nothingNew(publisher, inputs);
      if (nothingNew.isPresent()) {
        return nothingNew.get();
      }
    }
    // Faults in the tables of areas and in declarations are reported before anything is read or written.
    CatalogueCheck.require(IndicatorCatalogue.with(options.declarations()), ReferenceData.ofJar().areas());
    // Step 2: lock the store.
    try (StoreLock lock = StoreLock.take(store, clock, runId, line -> console.info("%s", line))) {
      return refreshLocked(identify, listedAt, publisher, lock);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      Optional<UserException> storageError = StorageErrorTranslator.of(store, e);
      if (storageError.isPresent()) {
        throw storageError.get();
      }
      throw e;
    }
  }

  private Optional<Integer> nothingNew(ReleasePublisher publisher, InputListing inputs) throws IOException {
    Optional<Integer> exit = publisher.nothingNew(inputs, options);
    if (exit.isPresent()) {
      monitor.ends("nothing_new", "");
    }
    return exit;
  }

  /** Runs steps 3 to 10 while this run alone may change the store. */
  private int refreshLocked(FileIdentityJob identify, Instant listedAt, ReleasePublisher publisher, StoreLock lock)
      throws IOException {
    SparkContext spark = SparkSessionFactory.context("footprints refresh", master);
    try (SparkTasks tasks = SparkTasks.of(spark)) {
      monitor.part("start");
      Map<String, FileIdentity> identities = identify.run(JavaSparkContext.fromSparkContext(spark));
      InputListing inputs = InputListing.of(identify.folder(), identities, options.words());
      if (identify.isNeeded()) {
        monitor.lists(inputs.runInputs());
        KnownFiles.write(store, identify.folder(), identities, listedAt);
        Optional<Integer> nothingNew = nothingNew(publisher, inputs);
        if (nothingNew.isPresent()) {
          return nothingNew.get();
        }
      }
      monitor.part("list");
      return release(spark, tasks, inputs, publisher, lock);
    } finally {
      SparkSessionFactory.close(spark);
    }
  }

  /** Reads the files, builds a release and publishes it, or holds it for approval. */
  private int release(
      SparkContext spark, SparkTasks tasks, InputListing inputs, ReleasePublisher publisher, StoreLock lock)
      throws IOException {
    Optional<String> previous = store.findCurrent();
    // Choose the id before cleaning up, so that a stale process cannot write into our folder.
    Release release =
        new Release(store, new ReleaseStore(store).freeId(clock.now(), inputs.fingerprint().substring(0, 8)));
    publisher.cleanUp(previous);
    int cached = new ParseCache(store, options.readWords()).cached(inputs.files()).size();
    console.info("%s", readingMessage(inputs, cached));
    // Boundaries need no Spark: they are loaded while tasks read the other files.
    ReferenceData reference = ReferenceData.ofJar();
    CompletableFuture<BoundaryLoader> boundaries =
        CompletableFuture.supplyAsync(() -> BoundaryLoader.read(inputs, source, reference.areas()));
    ReleaseBuilder builder = new ReleaseBuilder(inputs, release, previous, options, clock.now(), reference, monitor.steps());
    RunSummaryPrinter summary = new RunSummaryPrinter(console);
    StageTimes stages = new StageTimes(monitor.steps(), "read", tasks);
    spark.addSparkListener(stages);
    try {
      BuildResult result = readAndBuild(spark, inputs, release, reference, builder, boundaries);
      monitor.read(FileResult.runInputs(result.files()), result.observations(), result.findings());
      summary.print(result);
      // Step 9: publish the release, or hold it for approval.
      List<String> reasonsToHold = ReleasePublisher.reasonsToHold(result.findings(), options);
      if (reasonsToHold.isEmpty()) {
        publisher.publish(release, previous, options, lock);
      } else {
        publisher.hold(release, reasonsToHold, lock);
      }
      // Step 10: the monitor writes the record of the run when the command ends.
      monitor.part("publish");
      monitor.ends(reasonsToHold.isEmpty() ? "published" : "held", release.id());
      int exit = summary.printFilesSetAside(result);
      return exit == ExitCode.BUG || reasonsToHold.isEmpty() ? exit : ExitCode.HELD;
    } catch (Exception | Error e) {
      discard(tasks, release, lock, e);
      throw e;
    } finally {
      spark.removeSparkListener(stages);
    }
  }

  /** Runs steps 3 to 8: reads and merges the files, then builds and checks the release. */
  private BuildResult readAndBuild(
      SparkContext spark, InputListing inputs, Release release, ReferenceData reference, ReleaseBuilder builder,
      CompletableFuture<BoundaryLoader> boundaries)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    // Hospital episodes are read by Spark jobs of their own; their counts join the other files below.
    RecordFiles records = RecordFiles.find(inputs, source, options);
    List<FileResult> recordResults = ProgressLine.during(
        console, () -> "Reading episode records and counting stays",
        () -> records.process(spark, console, inputs, release, options, reference.areas()));
    monitor.part("records");
    // Steps 3 to 5: one Spark job reads all other files, merges vintages and writes observations.
    InputListing otherInputs = inputs.only(records.otherFiles(inputs));
    PartitionResult merged =
        new ReadAndMergeJob(console, source, store, options).run(context, otherInputs, recordResults, release);
    monitor.part("read");
    // Steps 6 to 8: check files against each other, compute indicators and reports, compare with the current release.
    BuildResult result = ProgressLine.during(
        console, () -> "Computing indicators and reports", () -> builder.build(merged, boundaries));
    monitor.part("answer");
    builder.writeManifest(result, context.defaultParallelism());
    monitor.part("manifest");
    ParseCache.removeOtherBuilds(store);
    return result;
  }

  /**
   * Removes the release of a failed run, after its tasks have ended, so that none of them writes into the removed
   * folder. A run that lost its lock leaves the removal to the run that holds it.
   */
  private static void discard(SparkTasks tasks, Release release, StoreLock lock, Throwable failure) {
    try {
      tasks.stop();
      if (!lock.lost()) {
        release.discard();
      }
    } catch (RuntimeException | IOException e) {
      // The next run removes the release.
      failure.addSuppressed(e);
    }
  }

  private String readingMessage(InputListing inputs, int cached) {
    int all = inputs.files().size() + inputs.copies().size();
    return cached == 0
        ? "Reading %d files from %s".formatted(all, source.root())
        : "Reading %d new of %d files from %s; an earlier run has read the others"
            .formatted(inputs.files().size() - cached, all, source.root());
  }
}
