package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Tables;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.pipeline.input.InputGroup;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.ParseCache;
import uk.footprints.release.Release;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/**
 * The main Spark job: reads the files, sends their rows to the partition of their measure, and writes every partition.
 *
 * @param console shows the progress
 * @param source the input folder
 * @param store the store of the cache, the archive and the release
 * @param options the options of the refresh
 */
public record ReadAndMergeJob(Console console, Store source, Store store, RefreshOptions options) {

  /** Reads the files, merges them with the results of record files, and writes the tables of the release. */
  public PartitionResult run(
      JavaSparkContext context, InputListing inputs, List<FileResult> recordResults, Release release) {
    int cores = context.defaultParallelism();
    MeasurePartitioner partitioner = new MeasurePartitioner(Math.max(2, Math.min(cores, 32)), Datasets.tables());
    Store to = store;
    String id = release.id();
    List<DeclarationFile> own = options.datasets();
    ReadProgress progress = ReadProgress.of(context, inputs.files().size());
    return ProgressLine.during(
        console,
        progress::line,
        () ->
            with(context, recordResults, read(context, inputs, cores).map(progress::done))
                .flatMapToPair(outcome -> partitioner.assign(outcome).iterator())
                .partitionBy(partitioner)
                .mapPartitionsWithIndex(
                    (partition, parts) -> List.of(write(to, id, own, partitioner, partition, parts)).iterator(), true)
                .reduce(PartitionResult::with));
  }

  /** Adds the results of record files, when there are any. */
  private static JavaRDD<FileResult> with(
      JavaSparkContext context, List<FileResult> recordResults, JavaRDD<FileResult> read) {
    return recordResults.isEmpty() ? read : read.union(context.parallelize(recordResults, 1));
  }

  private static PartitionResult write(
      Store store, String release, List<DeclarationFile> own, MeasurePartitioner partitioner, int partition,
      Iterator<Tuple2<Integer, Serializable>> parts)
      throws IOException {
    Datasets.include(own);
    PartitionWriter writer = new PartitionWriter(store, release, partition, ReferenceData.ofJar().register());
    Iterator<Serializable> values = new Iterator<>() {
      @Override
      public boolean hasNext() {
        return parts.hasNext();
      }

      @Override
      public Serializable next() {
        return parts.next()._2();
      }
    };
    if (partitioner.holdsObservations(partition)) {
      return writer.observations(values);
    }
    String table = partitioner.table(partition);
    if (!table.isEmpty()) {
      return writer.table(Tables.find(table).orElseThrow(), values);
    }
    List<FileResult> files = new ArrayList<>();
    values.forEachRemaining(v -> files.add((FileResult) v));
    return PartitionResult.of(files);
  }

  /** Reads the files, the largest first and spread over the tasks, so that no core waits; an archive is one task. */
  private JavaRDD<FileResult> read(JavaSparkContext context, InputListing inputs, int cores) {
    List<InputGroup> groups = InputGroup.of(inputs.files());
    int slices = Math.max(1, Math.min(groups.size(), cores * 8));
    List<List<InputGroup>> slicesOfGroups = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      slicesOfGroups.add(new ArrayList<>());
    }
    for (int i = 0; i < groups.size(); i++) {
      slicesOfGroups.get(i % slices).add(groups.get(i));
    }
    Store from = source;
    Archive archive = new Archive(store);
    ParseCache parsed = new ParseCache(store, options.readWords());
    RefreshOptions taskOptions = options;
    return context
        .parallelize(slicesOfGroups, slices)
        .flatMap(
            share -> {
              Datasets.include(taskOptions.datasets());
              FileReader reader = new FileReader(from, archive, taskOptions);
              return share.stream().flatMap(group -> reader.read(group, parsed).stream()).iterator();
            });
  }
}
