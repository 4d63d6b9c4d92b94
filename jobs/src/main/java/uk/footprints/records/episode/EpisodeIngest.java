package uk.footprints.records.episode;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
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
 * Takes extracts of Hospital Episode Statistics into the table {@code episodes} ({@link EpisodeTable}).
 *
 * <p>Files are read once, piece by piece, and only the wanted cells of a row are looked at; rows travel as bytes to the
 * bucket of their person; there they are put in order, copies are dropped, and columns written. Whether there are too
 * many rejects is known before anything is written.
 *
 * @param mostRejects the share of rows that may be set aside before the whole is held
 * @param bucketBytes bytes of extract for each bucket of people; sets how many buckets there are
 * @param pieceBytes the largest piece of a file that one task reads
 */
public record EpisodeIngest(double mostRejects, long bucketBytes, long pieceBytes) {

  /** A fifth of the rows; half a gigabyte, about a million rows; 128 MiB. */
  public static final EpisodeIngest USUAL = new EpisodeIngest(0.2, 512L << 20, 128L << 20);

  private static final int PACKED = 8;

  /** What a bucket's task gives back. */
  private record Written(Map<Integer, Long> copies, Map<Integer, Long> episodes, Set<Long> yearsOfExtracts) implements Serializable {}

  /**
   * Reads, checks and publishes.
   *
   * @param spark where to work
   * @param extracts what to read, as {@link ExtractFile#find} gave it
   * @param episodes the folder of the table; replaced as a whole, or left as it is when the ingest is held; the table
   *     {@code rejects} is written beside it in any case
   */
  public IngestResult run(SparkContext spark, List<ExtractFile> extracts, Path episodes) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    Configuration conf = context.hadoopConfiguration();
    SerializableHadoopConf travelling = new SerializableHadoopConf(conf);
    long bytes = extracts.stream().mapToLong(e -> e.splits() ? e.length() : e.length() * PACKED).sum();
    int buckets = buckets(bytes);
    long size = Math.max(4 << 20, Math.min(pieceBytes, bytes / (4L * context.defaultParallelism()) + 1));
    List<FilePiece> pieces = FilePiece.of(extracts, Math.min(size, pieceBytes));
    JavaPairRDD<Integer, byte[]> sorted = context.parallelize(pieces, pieces.size())
        .mapPartitionsToPair(new PieceReader(travelling, extracts, buckets))
        .partitionBy(new Numbered(2 * buckets + 1));

    Map<Long, Long> owners = new HashMap<>();
    List<PieceRowCounts> ledgers = new ArrayList<>();
    account(spark, sorted, buckets, owners, ledgers);
    IngestResult read = told(extracts, ledgers);
    RejectTable.write(read.examples(), new Path(episodes.getParent(), "rejects"), conf);
    List<String> beyond = read.beyond(mostRejects);
    if (!beyond.isEmpty()) {
      return read.withHeld(String.join("; ", beyond));
    }
    AtomicDirectory swap = AtomicDirectory.open(episodes, conf);
    List<Written> written = write(spark, sorted, buckets, owners, swap.writing(), travelling);
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

  private static void account(SparkContext spark, JavaPairRDD<Integer, byte[]> sorted, int buckets,
      Map<Long, Long> owners, List<PieceRowCounts> ledgers) {
    int ledgersAt = PieceReader.ledgers(buckets);
    int sections = BlockSections.count(buckets);
    Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> task =
        (Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> & Serializable) (at, blocks) -> {
          List<byte[]> drained = drain(blocks);
          return at.partitionId() == ledgersAt
              ? new ArrayList<>(drained.stream().map(PieceRowCounts::of).toList())
              : DuplicateKeyFinder.shared(drained, sections);
        };
    for (Object part : run(spark, sorted, task, buckets, ledgersAt + 1)) {
      if (part instanceof Map<?, ?> shared) {
        shared.forEach((key, owner) -> owners.put((Long) key, (Long) owner));
      } else {
        ((List<?>) part).forEach(ledger -> ledgers.add((PieceRowCounts) ledger));
      }
    }
    ledgers.sort(Comparator.comparingInt(ledger -> ledger.piece().number()));
  }

  private static List<Written> write(SparkContext spark, JavaPairRDD<Integer, byte[]> sorted, int buckets,
      Map<Long, Long> owners, Path folder, SerializableHadoopConf conf) {
    String to = folder.toString();
    Map<Long, Long> shared = new HashMap<>(owners);
    Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> task =
        (Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> & Serializable) (at, blocks) -> {
          int number = at.partitionId();
          EpisodeBucket bucket = new EpisodeBucket(drain(blocks), buckets, shared);
          Map<String, String> notes = Map.of("footprints.bucket", number + "/" + buckets);
          try {
            return new Written(bucket.copies(),
                bucket.write(new Path(to), EpisodeTable.file(number, buckets), notes, conf.get()),
                bucket.yearsOfExtracts());
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };
    List<Written> written = new ArrayList<>();
    for (Object part : run(spark, sorted, task, 0, buckets)) {
      written.add((Written) part);
    }
    return written;
  }

  /** Runs a task on some partitions only; what the stage before has made is used again. */
  private static Object[] run(SparkContext spark, JavaPairRDD<Integer, byte[]> sorted,
      Function2<TaskContext, Iterator<Tuple2<Integer, byte[]>>, Object> task, int from, int to) {
    List<Object> partitions = new ArrayList<>(IntStream.range(from, to).boxed().toList());
    ClassTag<Object> tag = ClassTag$.MODULE$.apply(Object.class);
    return (Object[]) spark
        .runJob(sorted.rdd(), task, CollectionConverters.asScala(partitions).toSeq(), tag);
  }

  private static List<byte[]> drain(Iterator<Tuple2<Integer, byte[]>> blocks) {
    List<byte[]> all = new ArrayList<>();
    while (blocks.hasNext()) {
      all.add(blocks.next()._2());
    }
    return all;
  }

  private static IngestResult told(List<ExtractFile> extracts, List<PieceRowCounts> ledgers) {
    Map<String, Long> rows = new TreeMap<>();
    Map<String, Long> byFile = new TreeMap<>();
    Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    Map<String, Map<RejectReason, Long>> reasons = new TreeMap<>();
    List<RejectedRow> examples = new ArrayList<>();
    long[] rowsBefore = new long[extracts.size()];
    for (PieceRowCounts ledger : ledgers) {
      String file = extracts.get(ledger.piece().extract()).name();
      long before = rowsBefore[ledger.piece().extract()];
      rowsBefore[ledger.piece().extract()] += ledger.rows();
      ledger.examples().forEach(reject -> examples.add(reject.after(before + 1)));
      rows.merge(file, ledger.rows(), Long::sum);
      byFile.merge(file, ledger.rejected(), Long::sum);
      for (RejectReason reason : RejectReason.values()) {
        if (ledger.rejects()[reason.ordinal()] > 0) {
          rejects.merge(reason, ledger.rejects()[reason.ordinal()], Long::sum);
          reasons.computeIfAbsent(file, f -> new EnumMap<>(RejectReason.class))
              .merge(reason, ledger.rejects()[reason.ordinal()], Long::sum);
        }
      }
    }
    return new IngestResult(extracts, rows, rejects, byFile, reasons, examples, Map.of(), Map.of(), Map.of(), "");
  }

  /** Sends a key to the partition that it names. */
  private static final class Numbered extends Partitioner {

    private static final long serialVersionUID = 1L;
    private final int partitions;

    Numbered(int partitions) {
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
