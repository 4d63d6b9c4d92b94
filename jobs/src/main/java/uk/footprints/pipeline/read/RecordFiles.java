package uk.footprints.pipeline.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.records.StayBuildResult;
import uk.footprints.records.StayBuilder;
import uk.footprints.records.StayRules;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.episode.IngestResult;
import uk.footprints.release.Release;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ReleaseRejectedException;
import uk.footprints.storage.Store;
import uk.footprints.transform.RowAccounting;

/**
 * Extracts of hospital episodes among the files of a folder: told by their fields, taken in together, and counted.
 * Records are not archived, and what is made of them lies in {@code STORE/records} only while the run needs it.
 *
 * @param extracts by the path of their file below the folder
 * @param aside files that look like extracts and cannot be read, or were not asked for
 */
public record RecordFiles(Map<String, List<ExtractFile>> extracts, List<FileResult> aside) {

  public static final String DATASET = "hes_apc";
  private static final String FOLDER = "records";

  /** Looks at the first line of every file. */
  public static RecordFiles tell(InputListing inputs, RefreshOptions asked) throws IOException {
    Map<String, List<ExtractFile>> extracts = new LinkedHashMap<>();
    List<FileResult> aside = new ArrayList<>();
    boolean wanted = asked.only().isEmpty() || asked.only().contains(DATASET);
    for (InputFile file : inputs.files()) {
      List<ExtractFile> found = new ArrayList<>();
      Optional<Set<String>> problems = file.recordColumns(found);
      if (problems.isEmpty()) {
        continue;
      }
      if (!wanted) {
        aside.add(RecordFileResults.notAsked(file));
      } else if (problems.get().isEmpty()) {
        extracts.put(file.path(), found);
      } else {
        Finding finding =
            Finding.of(Kind.HEADER_CHANGED, DATASET, Location.file(file.path()), "%s", String.join(" ", problems.get()));
        aside.add(FileResult.setAside(file.path(), file.bytes(), file.sha256(), "CSV", finding, RowAccounting.NONE));
      }
    }
    return new RecordFiles(extracts, aside);
  }

  /** The other files. */
  public List<InputFile> others(InputListing inputs) {
    Set<String> mine = aside.stream().map(FileResult::path).collect(Collectors.toSet());
    mine.addAll(extracts.keySet());
    return inputs.files().stream().filter(file -> !mine.contains(file.path())).toList();
  }

  /** From extracts to counts; what became of each file, with what may be published. */
  public List<FileResult> outcomes(
      SparkContext spark, Console terminal, InputListing inputs, Store store, Release release, RefreshOptions asked) {
    List<FileResult> outcomes = new ArrayList<>(aside);
    if (extracts.isEmpty()) {
      return outcomes;
    }
    Configuration conf = spark.hadoopConfiguration();
    Path work = store.path(FOLDER + "/" + release.id());
    try {
      // A run that was killed leaves records behind, and nobody else will take them away.
      store.fs().delete(store.path(FOLDER), true);
      List<ExtractFile> all = extracts.values().stream().flatMap(List::stream).toList();
      // Too many rejects hold the release, and a person decides: its figures are made of the rows that are left.
      EpisodeIngest ingest = new EpisodeIngest(1, EpisodeIngest.USUAL.bucketBytes(), EpisodeIngest.USUAL.pieceBytes());
      IngestResult ingested = ingest.run(spark, all, new Path(work, "episodes"));
      if (ingested.episodesPublished() == 0) {
        throw new ReleaseRejectedException("no row of the records can be used: " + String.join("; ", ingested.beyond(0)));
      }
      if (!ingested.balances()) {
        throw new ReleaseRejectedException("rows of records are unaccounted for: %d read, %d episodes, %d set aside, %d copies".formatted(
            ingested.rowsRead(), ingested.episodesPublished(), ingested.rejected(), ingested.copies()));
      }
      StayBuildResult built = StayBuilder.build(spark, new Path(work, "episodes"), new Path(work, "stays"), StayRules.USUAL);
      RecordFileResults made = new RecordFileResults(inputs, extracts, ingested, asked);
      PublishableStays shown = PublishableStays.of(built.areas(), asked.records().threshold(), made::origin);
      outcomes.addAll(made.outcomes(shown));
      tell(terminal, ingested, built, shown, asked);
      if (asked.records().published()) {
        publish(store, work, release);
      }
      return outcomes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      clear(store);
    }
  }

  private static void tell(Console terminal, IngestResult ingested, StayBuildResult built, PublishableStays shown, RefreshOptions asked) {
    if (ingested.artificial()) {
      terminal.say("Artificial records: nothing can be concluded from their figures.");
    }
    terminal.say("%,d episodes of %,d people make %,d spells and %,d continuous spells; %,d figures are shown, %,d are "
        + "withheld (1 to %d, or what would give those away).", built.valid(), built.people(), built.spells(),
        built.continuousSpells(), shown.shown(), shown.withheld(), asked.records().threshold() - 1);
  }

  /** Moves the record level into the release, when that was asked for. */
  private static void publish(Store store, Path work, Release release) throws IOException {
    store.fs().mkdirs(release.folder());
    move(store, new Path(work, "episodes"), new Path(release.folder(), "episodes"));
    move(store, new Path(work, "stays/spells"), new Path(release.folder(), "spells"));
    move(store, new Path(work, "stays/continuous_spells"), new Path(release.folder(), "continuous_spells"));
  }

  private static void move(Store store, Path from, Path to) throws IOException {
    if (!store.fs().rename(from, to)) {
      throw new IOException("cannot move " + from + " to " + to);
    }
  }

  private static void clear(Store store) {
    try {
      store.fs().delete(store.path(FOLDER), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
