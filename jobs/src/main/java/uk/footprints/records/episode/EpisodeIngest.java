package uk.footprints.records.episode;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function2;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.reflect.ClassTag;
import uk.footprints.records.file.AtomicDirectory;
import uk.footprints.records.file.SerializableHadoopConf;

/**
 * Ingests extracts of Hospital Episode Statistics into the table {@code episodes} ({@link EpisodeTable}).
 *
 * <p>Files are read once, piece by piece, and only the selected cells of a row are parsed. Rows are shuffled as bytes
 * to the bucket of their person, where they are sorted, copies are dropped, and columns are written. Whether there are
 * too many rejects is known before anything is written.
 *
 * @param mostRejects the share of a file's rows that may be set aside before the whole ingest is held
 * @param bucketBytes bytes of extract for each bucket of people; sets how many buckets there are
 * @param pieceBytes the largest piece of a file that one task reads
 */
public record EpisodeIngest(double mostRejects, long bucketBytes, long pieceBytes) {

  /** The defaults: a fifth of the rows; half a gigabyte, about a million rows; 128 MiB. */
  public static final EpisodeIngest USUAL = new EpisodeIngest(0.2, 512L << 20, 128L << 20);

  private static final int PACKED = 8;

  /** The result of a bucket's task. */
  private record BucketResult(Map<Integer, Long> copies, Map<Integer, Long> episodes, Set<Long> yearsOfExtracts)
      implements Serializable {}

  /**
   * Reads the extracts, checks them and writes the tables.
   *
   * @param spark the Spark context
   * @param extracts the files to read, as {@link ExtractFile#find} returned them
   * @param episodes the folder of the table; replaced as a whole, or left as it is when the ingest is held; the table
   *     {@code rejects} is written next to it in any case
   */
  public IngestResult run(SparkContext spark, List<ExtractFile> extracts, Path episodes) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    Configuration conf = context.hadoopConfiguration();
    SerializableHadoopConf taskConf = new SerializableHadoopConf(conf);
    long bytes = extracts.stream().mapToLong(e -> e.splits() ? e.length() : e.length() * PACKED).sum();
    int buckets = buckets(bytes);
    long size = Math.max(4 << 20, Math.min(pieceBytes, bytes / (4L * context.defaultParallelism()) + 1));
    List<FilePiece> pieces = FilePiece.of(extracts, Math.min(size, pieceBytes));
    JavaPairRDD<Integer, byte[]> sorted = context.parallelize(pieces, pieces.size())
        .mapPartitionsToPair(new PieceReader(taskConf, extracts, buckets))
        .partitionBy(new PartitionByNumber(2 * buckets + 1));

    Map<Long, Long> owners = new HashMap<>();
    List<PieceRowCounts> counts = new ArrayList<>();
    collectCounts(spark, sorted, buckets, owners, counts);
    IngestResult read = summarise(extracts, counts);
    RejectTable.write(read.examples(), new Path(episodes.getParent(), "rejects"), conf);
    List<String> excess = read.beyond(mostRejects);
    if (!excess.isEmpty()) {
      return read.withHeld(String.join("; ", excess));
    }
    AtomicDirectory swap = AtomicDirectory.open(episodes, conf);
    List<BucketResult> written = write(spark, sorted, buckets, owners, swap.writing(),
        EpisodeFiles.notes(read), taskConf);
    swap.commit(conf);
    Map<Integer, Long> years = new TreeMap<>();
    written.forEach(bucket -> bucket.episodes.forEach((year, n) -> years.merge(year, n, Long::sum)));
    Map<String, Long> copies = new TreeMap<>();
    written.forEach(bucket ->
        bucket.copies.forEach((extract, n) -> copies.merge(extracts.get(extract).name(), n, Long::sum)));
    Map<String, Set<Integer>> yearsByFile = new TreeMap<>();
    written.forEach(bucket -> bucket.yearsOfExtracts.forEach(pair -> yearsByFile
        .computeIfAbsent(extracts.get((int) (pair >> 32)).name(), f -> new TreeSet<>()).add((int) (long) pair)));
    Map<String, List<Integer>> lists = new TreeMap<>();
    yearsByFile.forEach((file, of) -> lists.put(file, List.copyOf(of)));
    return read.withEpisodes(copies, lists, years);
  }

  int buckets(long bytes) {
    long wanted = Math.max(1, (bytes + bucketBytes - 1) / bucketBytes);
    return (int) Math.min(1 << 14, wanted == 1 ? 1 : Long.highestOneBit(wanted - 1) * 2);
  }

  private static void collectCounts(SparkContext spark, JavaPairRDD<Integer, byte[]> sorted, int buckets,
      Map<Long, Long> owners, List<PieceRowCounts> counts) {
    int countsPartition = PieceReader.countsPartition(buckets);
    int sections = BlockSections.count(buckets);
    Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> task =
        (Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> & Serializable) (at, blocks) -> {
          List<byte[]> drained = drain(blocks);
          return at.partitionId() == countsPartition
              ? new ArrayList<>(drained.stream().map(PieceRowCounts::of).toList())
              : DuplicateKeyFinder.shared(drained, sections);
        };
    for (Object part : run(spark, sorted, task, buckets, countsPartition + 1)) {
      if (part instanceof Map<?, ?> shared) {
        shared.forEach((key, owner) -> owners.put((Long) key, (Long) owner));
      } else {
        ((List<?>) part).forEach(count -> counts.add((PieceRowCounts) count));
      }
    }
    counts.sort(Comparator.comparingInt(count -> count.piece().number()));
  }

  private static List<BucketResult> write(SparkContext spark, JavaPairRDD<Integer, byte[]> sorted, int buckets,
      Map<Long, Long> owners, Path folder, Map<String, String> ofAll, SerializableHadoopConf conf) {
    String to = folder.toString();
    Map<Long, Long> shared = new HashMap<>(owners);
    Map<String, String> said = new HashMap<>(ofAll);
    Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> task =
        (Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> & Serializable) (at, blocks) -> {
          int number = at.partitionId();
          EpisodeBucket bucket = new EpisodeBucket(drain(blocks), buckets, shared);
          Map<String, String> notes = new HashMap<>(said);
          notes.put("footprints.bucket", number + "/" + buckets);
          try {
            return new BucketResult(bucket.copies(),
                bucket.write(new Path(to), EpisodeTable.file(number, buckets), notes, conf.get()),
                bucket.yearsOfExtracts());
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };
    List<BucketResult> written = new ArrayList<>();
    for (Object part : run(spark, sorted, task, 0, buckets)) {
      written.add((BucketResult) part);
    }
    return written;
  }

  /** Runs a task on some partitions only; Spark reuses the shuffle files of the previous stage. */
  private static List<Object> run(SparkContext spark, JavaPairRDD<Integer, byte[]> sorted,
      Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> task, int from, int to) {
    List<Object> partitions = new ArrayList<>(IntStream.range(from, to).boxed().toList());
    ClassTag<Object> tag = ClassTag$.MODULE$.apply(Object.class);
    return Arrays.asList((Object[]) spark
        .runJob(sorted.rdd(), task, CollectionConverters.asScala(partitions).toSeq(), tag));
  }

  private static List<byte[]> drain(Iterator<Tuple2<Integer, byte[]>> blocks) {
    List<byte[]> all = new ArrayList<>();
    while (blocks.hasNext()) {
      all.add(blocks.next()._2());
    }
    return all;
  }

  private static IngestResult summarise(List<ExtractFile> extracts, List<PieceRowCounts> counts) {
    Map<String, Long> rows = new TreeMap<>();
    Map<String, Long> byFile = new TreeMap<>();
    Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    Map<String, Map<RejectReason, Long>> reasons = new TreeMap<>();
    List<RejectedRow> examples = new ArrayList<>();
    long[] rowsBefore = new long[extracts.size()];
    for (PieceRowCounts count : counts) {
      String file = extracts.get(count.piece().extract()).name();
      long before = rowsBefore[count.piece().extract()];
      rowsBefore[count.piece().extract()] += count.rows();
      count.examples().forEach(reject -> examples.add(reject.after(before + 1)));
      rows.merge(file, count.rows(), Long::sum);
      byFile.merge(file, count.rejected(), Long::sum);
      for (RejectReason reason : RejectReason.values()) {
        if (count.rejects()[reason.ordinal()] > 0) {
          rejects.merge(reason, count.rejects()[reason.ordinal()], Long::sum);
          reasons.computeIfAbsent(file, f -> new EnumMap<>(RejectReason.class))
              .merge(reason, count.rejects()[reason.ordinal()], Long::sum);
        }
      }
    }
    return new IngestResult(extracts, rows, rejects, byFile, reasons, examples, Map.of(), Map.of(), Map.of(), "");
  }

  /** A partitioner whose keys are partition numbers. */
  private static final class PartitionByNumber extends Partitioner {

    private static final long serialVersionUID = 1L;
    private final int partitions;

    PartitionByNumber(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      return (Integer) key;
    }
  }
}
