package uk.footprints.job.refresh;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import uk.footprints.archive.Archive;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Tables;
import uk.footprints.publish.Release;
import uk.footprints.run.Progress;
import uk.footprints.run.Store;
import uk.footprints.run.Terminal;

/**
 * The one Spark job: files are read, their rows go to the shelf of their measure, and every shelf is written.
 *
 * @param terminal shows how far it is
 * @param source where the files are
 * @param store where what they gave is kept, and the release
 * @param asked what the refresh was asked for
 */
record Reading(Terminal terminal, Store source, Store store, Asked asked) {

  /** Reads, shelves and writes; what came of it. */
  Shelved shelve(JavaSparkContext context, Inputs inputs, List<Outcome> counted, Release release) {
    int cores = context.defaultParallelism();
    Shelves shelves = new Shelves(Math.max(2, Math.min(cores, 32)), Datasets.tables());
    Store to = store;
    String id = release.id();
    Counting counting = Counting.of(context, inputs.files().size());
    return Progress.during(
        terminal,
        counting::line,
        () ->
            with(context, counted, read(context, inputs, cores).map(counting::done))
                .flatMapToPair(outcome -> shelves.sort(outcome).iterator())
                .partitionBy(shelves)
                .mapPartitionsWithIndex(
                    (shelf, parts) -> List.of(write(to, id, shelves, shelf, parts)).iterator(), true)
                .reduce(Shelved::with));
  }

  /** Files of records as well, when there are any. */
  private static JavaRDD<Outcome> with(JavaSparkContext context, List<Outcome> counted, JavaRDD<Outcome> read) {
    return counted.isEmpty() ? read : read.union(context.parallelize(counted, 1));
  }

  private static Shelved write(
      Store store, String release, Shelves shelves, int shelf, Iterator<Tuple2<Integer, Serializable>> parts)
      throws IOException {
    Shelving shelving = new Shelving(store, release, shelf);
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
    List<Outcome> files = new ArrayList<>();
    values.forEachRemaining(v -> files.add((Outcome) v));
    return new Shelved(files, Map.of(), Map.of());
  }

  /** Large files first and spread over the tasks, so that no core waits for one. */
  private JavaRDD<Outcome> read(JavaSparkContext context, Inputs inputs, int cores) {
    List<Listed> files = new ArrayList<>(inputs.files());
    files.sort(Comparator.comparingLong(Listed::bytes).reversed().thenComparing(Listed::path));
    int slices = Math.max(1, Math.min(files.size(), cores * 8));
    List<List<Listed>> dealt = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < files.size(); i++) {
      dealt.get(i % slices).add(files.get(i));
    }
    Store from = source;
    Archive archive = new Archive(store);
    Parsed parsed = new Parsed(store, asked.words());
    Asked wanted = asked;
    return context
        .parallelize(dealt, slices)
        .flatMap(
            share -> {
              Reader reader = new Reader(from, archive, wanted);
              return share.stream().map(file -> parsed.read(file, reader::read)).iterator();
            });
  }
}
