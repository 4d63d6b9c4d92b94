package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Tables;
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
 * The one Spark job: files are read, their rows go to the shelf of their measure, and every shelf is written.
 *
 * @param terminal shows how far it is
 * @param source where the files are
 * @param store where what they gave is kept, and the release
 * @param asked what the refresh was asked for
 */
public record ReadAndMergeJob(Console terminal, Store source, Store store, RefreshOptions asked) {

  /** Reads, shelves and writes; what came of it. */
  public PartitionResult shelve(JavaSparkContext context, InputListing inputs, List<FileResult> counted, Release release) {
    int cores = context.defaultParallelism();
    MeasurePartitioner shelves = new MeasurePartitioner(Math.max(2, Math.min(cores, 32)), Datasets.tables());
    Store to = store;
    String id = release.id();
    ReadProgress counting = ReadProgress.of(context, inputs.files().size());
    return ProgressLine.during(
        terminal,
        counting::line,
        () ->
            with(context, counted, read(context, inputs, cores).map(counting::done))
                .flatMapToPair(outcome -> shelves.sort(outcome).iterator())
                .partitionBy(shelves)
                .mapPartitionsWithIndex(
                    (shelf, parts) -> List.of(write(to, id, shelves, shelf, parts)).iterator(), true)
                .reduce(PartitionResult::with));
  }

  /** Files of records as well, when there are any. */
  private static JavaRDD<FileResult> with(JavaSparkContext context, List<FileResult> counted, JavaRDD<FileResult> read) {
    return counted.isEmpty() ? read : read.union(context.parallelize(counted, 1));
  }

  private static PartitionResult write(
      Store store, String release, MeasurePartitioner shelves, int shelf, Iterator<Tuple2<Integer, Serializable>> parts)
      throws IOException {
    PartitionWriter shelving = new PartitionWriter(store, release, shelf);
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
    if (shelves.holdsObservations(shelf)) {
      return shelving.observations(values);
    }
    String table = shelves.table(shelf);
    if (!table.isEmpty()) {
      return shelving.table(Tables.find(table).orElseThrow(), values);
    }
    List<FileResult> files = new ArrayList<>();
    values.forEachRemaining(v -> files.add((FileResult) v));
    return new PartitionResult(files, Map.of(), Map.of());
  }

  /** Large files first and spread over the tasks, so that no core waits for one; parts of an archive together. */
  private JavaRDD<FileResult> read(JavaSparkContext context, InputListing inputs, int cores) {
    List<InputGroup> groups = InputGroup.of(inputs.files());
    int slices = Math.max(1, Math.min(groups.size(), cores * 8));
    List<List<InputGroup>> dealt = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < groups.size(); i++) {
      dealt.get(i % slices).add(groups.get(i));
    }
    Store from = source;
    Archive archive = new Archive(store);
    ParseCache parsed = new ParseCache(store, asked.words());
    RefreshOptions wanted = asked;
    return context
        .parallelize(dealt, slices)
        .flatMap(
            share -> {
              FileReader reader = new FileReader(from, archive, wanted);
              return share.stream().flatMap(group -> reader.read(group, parsed).stream()).iterator();
            });
  }
}
