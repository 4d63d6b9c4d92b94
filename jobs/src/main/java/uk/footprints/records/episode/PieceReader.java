package uk.footprints.records.episode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;
import uk.footprints.parquet.column.StableHash;
import uk.footprints.records.PersonBuckets;
import uk.footprints.records.file.SerializableHadoopConf;
import uk.footprints.records.text.DelimitedRecordReader;
import uk.footprints.records.text.RecordBoundary;

/**
 * Reads pieces of files into blocks of bytes for the next stage: partition {@code b} of the first {@code buckets} gets
 * the episodes of a bucket of people, the next {@code buckets} get keys with their people's hashes, both in
 * {@link BlockSections}; the last one gets the row counts. Blocks are emitted whenever enough bytes have accumulated, so
 * a piece of any length fits in memory.
 */
final class PieceReader implements PairFlatMapFunction<Iterator<FilePiece>, Integer, byte[]> {

  private static final long serialVersionUID = 1L;
  private static final int FLUSH_BYTES = 32 << 20;

  private final SerializableHadoopConf conf;
  private final List<ExtractFile> extracts;
  private final int buckets;
  private final int sections;

  PieceReader(SerializableHadoopConf conf, List<ExtractFile> extracts, int buckets) {
    this.conf = conf;
    this.extracts = extracts;
    this.buckets = buckets;
    this.sections = BlockSections.count(buckets);
  }

  /** Returns the partition that gets the row counts of pieces. */
  static int countsPartition(int buckets) {
    return 2 * buckets;
  }

  @Override
  public Iterator<Tuple2<Integer, byte[]>> call(Iterator<FilePiece> pieces) {
    return new Blocks(pieces);
  }

  private final class Blocks implements Iterator<Tuple2<Integer, byte[]>> {

    private final Iterator<FilePiece> pieces;
    private final Deque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();
    /** Sections of episodes, then of keys. */
    private final byte[][] parts = new byte[2 * buckets * sections][];
    private final int[] sizes = new int[2 * buckets * sections];
    private int held;
    private FilePiece piece;
    private DelimitedRecordReader records;
    private EpisodeParser parser;
    private long end;
    private long rows;
    private long[] rejects;
    private List<RejectedRow> examples;

    Blocks(Iterator<FilePiece> pieces) {
      this.pieces = pieces;
    }

    @Override
    public boolean hasNext() {
      try {
        while (ready.isEmpty()) {
          if (records == null && !pieces.hasNext()) {
            return false;
          }
          if (records == null) {
            open(pieces.next());
          }
          read();
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return ready.remove();
    }

    private void open(FilePiece next) throws IOException {
      piece = next;
      ExtractFile extract = extracts.get(piece.extract());
      parser = new EpisodeParser(extract.heading(), piece.extract());
      rows = 0;
      rejects = new long[RejectReason.values().length];
      examples = new ArrayList<>();
      long start = extract.splits() ? boundary(extract, piece.from()) : extract.body();
      end = extract.splits() ? boundary(extract, piece.to()) : Long.MAX_VALUE;
      InputStream in = extract.open(conf.get(), start);
      records = new DelimitedRecordReader(in, start, extract.heading().separator(), parser.selected());
    }

    private long boundary(ExtractFile extract, long place) throws IOException {
      if (place <= extract.body()) {
        return extract.body();
      }
      if (place >= extract.length()) {
        return Long.MAX_VALUE;
      }
      try (InputStream in = extract.open(conf.get(), place - 1)) {
        return RecordBoundary.after(in, place, extract.heading().separator(), extract.heading().names().size());
      }
    }

    private void read() throws IOException {
      while (held < FLUSH_BYTES) {
        if (!records.next(end)) {
          records.close();
          records = null;
          ready.add(new Tuple2<>(countsPartition(buckets), new PieceRowCounts(piece, rows, rejects, examples).toBytes()));
          break;
        }
        rows++;
        if (parser.parse(records)) {
          keep();
        } else {
          reject();
        }
      }
      if (held >= FLUSH_BYTES || !pieces.hasNext() && records == null) {
        send();
      }
    }

    private void keep() {
      byte[] row = parser.row();
      int length = parser.length();
      long hash = EpisodeRow.hash(row, 0);
      int all = buckets * sections;
      int section = PersonBuckets.bucket(hash, all);
      byte[] part = ensureCapacity(section, length);
      System.arraycopy(row, 0, part, sizes[section], length);
      sizes[section] += length;
      long key = EpisodeRow.key(row, 0);
      int keys = all + PersonBuckets.bucket(StableHash.mix(key), all);
      DuplicateKeyFinder.put(ensureCapacity(keys, 16), sizes[keys], key, hash);
      sizes[keys] += 16;
      held += length + 16;
    }

    private void reject() {
      int reason = parser.reason().ordinal();
      if (rejects[reason]++ < PieceRowCounts.EXAMPLES) {
        examples.add(new RejectedRow(extracts.get(piece.extract()).name(), rows, parser.reason(),
            parser.fault() == null ? "" : parser.fault().name(), parser.value(records)));
      }
    }

    private byte[] ensureCapacity(int section, int more) {
      byte[] part = parts[section];
      if (part == null) {
        part = new byte[EpisodeParser.LONGEST];
      } else if (sizes[section] + more > part.length) {
        part = Arrays.copyOf(part, part.length * 2);
      }
      parts[section] = part;
      return part;
    }

    private void send() {
      for (int p = 0; p < 2 * buckets; p++) {
        byte[] block = BlockSections.pack(parts, sizes, p * sections, sections);
        if (block != null) {
          ready.add(new Tuple2<>(p, block));
        }
      }
      Arrays.fill(sizes, 0);
      held = 0;
    }
  }
}
