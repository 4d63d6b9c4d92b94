package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.math.Ordering;
import scala.reflect.ClassTag;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Tables;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.pipeline.input.InputGroup;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.PackedResult;
import uk.footprints.pipeline.read.ParseCache;
import uk.footprints.release.Release;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/**
 * The main Spark jobs. The first reads the files, of which Spark keeps the results, and reports what they contain. The
 * second sends each row to a partition of a range of keys, where Spark sorts the rows, and writes the partitions.
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
    ReadProgress progress = ReadProgress.of(context, inputs.files().size());
    return ProgressLine.during(
        console,
        progress::line,
        () -> {
          JavaRDD<PackedResult> results =
              with(context, recordResults, read(context, inputs).map(progress::done));
          JavaRDD<ReadFile> files = ReadFile.of(results, options).persist(StorageLevel.MEMORY_AND_DISK_SER());
          try {
            return merge(context, files, ReadSummary.collect(files), release);
          } finally {
            files.unpersist(false);
          }
        });
  }

  /** Sends rows to the partition of their key, sorts them there, and writes the tables. */
  private PartitionResult merge(
      JavaSparkContext context, JavaRDD<ReadFile> files, ReadSummary summary, Release release) {
    RowDictionary dictionary = RowDictionary.of(summary.rows());
    RowPartitioner partitioner = RowPartitioner.of(summary.rows(), dictionary, context.defaultParallelism());
    Broadcast<RowDictionary> names = context.broadcast(dictionary);
    Store to = store;
    String id = release.id();
    JavaPairRDD<MergeRow, Void> rows =
        files.mapPartitionsToPair(
            results -> {
              RowSplitter splitter = new RowSplitter(names.value(), partitioner);
              return flat(results, splitter);
            });
    List<PartitionWriter.Written> written =
        sorted(rows, partitioner, dictionary.order())
            .mapPartitionsWithIndex(
                (partition, sorted) ->
                    List.of(
                            PartitionWriter.write(
                                keys(sorted), names.value(), ReferenceData.ofJar().register(),
                                measure -> partitioner.first(measure) < partitioner.last(measure),
                                new PartitionFiles(to, id, partition)))
                        .iterator(),
                true)
            .collect();
    names.destroy();
    PartitionResult all = new PartitionResult(summary.files(), Map.of(), Map.of(), summary.rows().organisations());
    for (PartitionWriter.Written part : written) {
      all = all.with(part.rows());
    }
    writeTotals(written, new PartitionFiles(store, id, written.size()));
    return all;
  }

  /** Sorts rows within their partitions, as Spark's {@code repartitionAndSortWithinPartitions} does. */
  private static JavaPairRDD<MergeRow, Void> sorted(
      JavaPairRDD<MergeRow, Void> rows, RowPartitioner partitioner, MergeRowOrder order) {
    ClassTag<MergeRow> row = ClassTag.apply(MergeRow.class);
    ClassTag<Void> nothing = ClassTag.apply(Void.class);
    ShuffledRDD<MergeRow, Void, Void> sorted =
        new ShuffledRDD<MergeRow, Void, Void>(rows.rdd(), partitioner, row, nothing, nothing)
            .setKeyOrdering(Ordering.comparatorToOrdering(order))
            .setSerializer(MergeRowRegistrator.serializer());
    return JavaPairRDD.fromRDD(sorted, row, nothing);
  }

  private static Iterator<Tuple2<MergeRow, Void>> flat(Iterator<ReadFile> results, RowSplitter splitter) {
    return new Iterator<>() {
      private Iterator<MergeRow> rows = List.<MergeRow>of().iterator();

      @Override
      public boolean hasNext() {
        while (!rows.hasNext() && results.hasNext()) {
          rows = splitter.split(results.next().result().rows());
        }
        return rows.hasNext();
      }

      @Override
      public Tuple2<MergeRow, Void> next() {
        return new Tuple2<>(rows.next(), null);
      }
    };
  }

  private static Iterator<MergeRow> keys(Iterator<Tuple2<MergeRow, Void>> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public MergeRow next() {
        return rows.next()._1();
      }
    };
  }

  /** Adds up the totals of measures whose organisations are in several partitions, and writes them. */
  private static void writeTotals(List<PartitionWriter.Written> written, PartitionFiles to) {
    Map<String, TotalRow> totals = new TreeMap<>();
    written.stream()
        .flatMap(part -> part.shares().stream())
        .forEach(
            row ->
                totals.merge(
                    String.join(
                        " ", row.dataset(), row.measure(), row.orgRole(), row.periodStart().toString(),
                        row.periodEnd().toString()),
                    row, MeasureTotals::plus));
    try (PartitionFiles files = to) {
      for (TotalRow row : totals.values()) {
        files.of(Tables.TOTALS).write(TotalRow.TABLE.cells(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the results of record files, when there are any. */
  private static JavaRDD<PackedResult> with(
      JavaSparkContext context, List<FileResult> recordResults, JavaRDD<PackedResult> read) {
    return recordResults.isEmpty()
        ? read
        : read.union(context.parallelize(recordResults.stream().map(PackedResult::of).toList(), 1));
  }

  /** Reads the files, the largest first and spread over the tasks, so that no core waits; an archive is one task. */
  private JavaRDD<PackedResult> read(JavaSparkContext context, InputListing inputs) {
    List<InputGroup> groups = InputGroup.of(inputs.files());
    int slices = Math.max(1, Math.min(groups.size(), context.defaultParallelism() * 8));
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
              FileReader reader = new FileReader(from, archive, taskOptions, ReferenceData.ofJar());
              return share.stream().flatMap(group -> reader.read(group, parsed).stream()).iterator();
            });
  }
}
