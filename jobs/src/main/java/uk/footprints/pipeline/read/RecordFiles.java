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
import uk.footprints.area.Areas;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.records.StayBuildResult;
import uk.footprints.records.StayBuilder;
import uk.footprints.records.StayRules;
import uk.footprints.records.casemix.CaseMixResult;
import uk.footprints.records.casemix.CaseMixStudy;
import uk.footprints.records.casemix.CaseMixTables;
import uk.footprints.records.casemix.ComorbidityList;
import uk.footprints.records.casemix.DiagnosisGroups;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.episode.IngestResult;
import uk.footprints.release.Release;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ReleaseRejectedException;
import uk.footprints.spark.SparkSessionFactory;
import uk.footprints.storage.Store;
import uk.footprints.table.TableData;
import uk.footprints.transform.RowAccounting;

/**
 * Finds the extracts of hospital episodes in a folder by their columns, ingests them together, and counts stays.
 * Records are not archived; intermediate files are in {@code STORE/records} only while the run needs them.
 *
 * @param extracts the extracts of each file, by its path
 * @param aside results of extracts that cannot be read or are not selected
 */
public record RecordFiles(Map<String, List<ExtractFile>> extracts, List<FileResult> aside) {

  public static final String DATASET = "hes_apc";
  private static final String FOLDER = "records";

  /**
   * Finds record files by the first line of every file.
   *
   * @param source the input folder
   */
  public static RecordFiles find(InputListing inputs, Store source, RefreshOptions options) throws IOException {
    Map<String, List<ExtractFile>> extracts = new LinkedHashMap<>();
    List<FileResult> aside = new ArrayList<>();
    boolean selected = options.only().isEmpty() || options.only().contains(DATASET);
    for (InputFile file : inputs.files()) {
      List<ExtractFile> found = new ArrayList<>();
      Optional<Set<String>> problems = file.recordColumns(source, found);
      if (problems.isEmpty()) {
        continue;
      }
      if (!selected) {
        aside.add(RecordFileResults.notSelected(file));
      } else if (problems.get().isEmpty()) {
        extracts.put(file.path(), found);
      } else {
        Finding finding =
            Finding.of(Kind.HEADER_CHANGED, DATASET, Location.file(file.path()), "%s", String.join(" ", problems.get()));
        aside.add(FileResult.setAside(SourceFile.records(file, false), finding, RowAccounting.NONE));
      }
    }
    return new RecordFiles(extracts, aside);
  }

  /** Returns the files that contain no records. */
  public List<InputFile> otherFiles(InputListing inputs) {
    Set<String> recordFiles = aside.stream().map(FileResult::path).collect(Collectors.toSet());
    recordFiles.addAll(extracts.keySet());
    return inputs.files().stream().filter(file -> !recordFiles.contains(file.path())).toList();
  }

  /**
   * Ingests the extracts, builds and counts stays, and returns the result of each file with its publishable figures.
   */
  public List<FileResult> process(
      SparkContext spark, Console console, InputListing inputs, Release release, RefreshOptions options, Areas areas) {
    Store store = release.store();
    List<FileResult> outcomes = new ArrayList<>(aside);
    if (extracts.isEmpty()) {
      return outcomes;
    }
    Configuration conf = spark.hadoopConfiguration();
    Path work = store.path(FOLDER + "/" + release.id());
    try {
      // A killed run leaves records behind, which only this line removes.
      store.fs().delete(store.path(FOLDER), true);
      List<ExtractFile> all = extracts.values().stream().flatMap(List::stream).toList();
      // Too many rejects hold the release for approval; its figures are computed from the remaining rows.
      EpisodeIngest ingest = new EpisodeIngest(1, EpisodeIngest.USUAL.bucketBytes(), EpisodeIngest.USUAL.pieceBytes());
      IngestResult ingested = ingest.run(spark, all, new Path(work, "episodes"));
      if (ingested.episodesPublished() == 0) {
        throw new ReleaseRejectedException(
            "no row of the records can be used: " + String.join("; ", ingested.beyond(0)));
      }
      if (!ingested.balances()) {
        throw new ReleaseRejectedException(
            "rows of records are unaccounted for: %d read, %d episodes, %d set aside, %d copies".formatted(
            ingested.rowsRead(), ingested.episodesPublished(), ingested.rejected(), ingested.copies()));
      }
      StayBuildResult built =
          StayBuilder.build(spark, new Path(work, "episodes"), new Path(work, "stays"), StayRules.USUAL,
              options.records().caseMix() ? Optional.of(DiagnosisGroups.ofReference()) : Optional.empty());
      RecordFileResults results = new RecordFileResults(inputs, extracts, ingested, options);
      PublishableStays stays = PublishableStays.of(
          built.areas(), options.records().threshold(), results::origin, built.lacking());
      List<String> leftOut = options.records().caseMix()
          ? caseMix(new Path(work, "stays"), ingested, built, stays, release, options, areas) : List.of();
      outcomes.addAll(results.outcomes(stays, leftOut));
      printCounts(console, ingested, built, stays, options);
      if (options.records().published()) {
        publish(store, work, release);
      }
      return outcomes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      clear(store);
    }
  }

  /** Fits the models of case mix and writes their tables; returns what was left out of them, in sentences. */
  private static List<String> caseMix(Path stays, IngestResult ingested, StayBuildResult built,
      PublishableStays published, Release release, RefreshOptions options, Areas areas) throws IOException {
    String records = ingested.artificial() ? "artificial" : "real";
    CaseMixResult result = new CaseMixStudy(DiagnosisGroups.ofReference(), ComorbidityList.charlson(), built.lacking(),
        built.absent(), records, options.records().threshold())
        .of(SparkSessionFactory.session(), stays, built.continuousSpells());
    List<TableData> tables =
        CaseMixTables.data(result, published, areas, records, options::includes);
    for (TableData table : tables) {
      release.write(table);
    }
    return CaseMixTables.sentences(result, tables);
  }

  private static void printCounts(
      Console console, IngestResult ingested, StayBuildResult built, PublishableStays stays, RefreshOptions options) {
    if (ingested.artificial()) {
      console.info("Artificial records: do not draw conclusions from their figures.");
    }
    console.info(
        "%,d episodes of %,d people make %,d spells and %,d continuous spells; %,d figures are published, "
            + "%,d are suppressed (1 to %d, or figures from which those could be derived).",
        built.valid(), built.people(), built.spells(), built.continuousSpells(), stays.shown(), stays.withheld(),
        options.records().threshold() - 1);
  }

  /** Moves the record-level tables into the release. */
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
