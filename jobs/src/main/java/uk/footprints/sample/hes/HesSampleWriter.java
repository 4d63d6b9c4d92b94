package uk.footprints.sample.hes;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import uk.footprints.records.HesApcLayout;
import uk.footprints.sample.hes.PlannedEpisode.Fault;

/**
 * Writes wholly artificial episodes in the layout of Hospital Episode Statistics: one file a financial year, with
 * as many rows as required, and the true counts in the same folder.
 *
 * <p>Rows come in blocks, each made from the seed and its own number alone; blocks are made in parallel and written in
 * their order, so the bytes do not depend on how many are made at once, and memory does not grow with the rows.
 *
 * @param rows rows in all files together, copies and broken rows included
 * @param seed the same seed gives the same bytes
 * @param years first years of the financial years, rising: 2013 is 2013-14
 * @param spoilt the share of rows that are broken on purpose, 0 to 0.9; half as many are copies, half unfinished
 */
public record HesSampleWriter(long rows, long seed, List<Integer> years, double spoilt) {

  static final int BLOCK = 1 << 14;
  private static final long KEYS = 500_000_000_000L;
  private static final Fault[] BROKEN = {
    Fault.SHORT_ROW, Fault.MISSING_EPIKEY, Fault.MISSING_PERSON, Fault.UNREADABLE_NUMBER, Fault.IMPOSSIBLE_DATE,
    Fault.REVERSED_DATES
  };

  private record Block(byte[][] bytes, int[] sizes, SampleTruth truth) {}

  /**
   * Writes the files {@code artificial_hes_apc_1314.csv} and so on, {@code .truth.json},
   * {@code .truth_by_month.csv} and the true effects on risks, {@code .truth_of_risks.csv}.
   *
   * @param folder the folder to write to
   * @param conf the configuration of its file system
   * @param threads how many blocks are made at once
   */
  public SampleTruth write(Path folder, Configuration conf, int threads) throws IOException {
    FileSystem files = folder.getFileSystem(conf);
    files.mkdirs(folder);
    files.setWriteChecksum(false);
    List<OutputStream> out = new ArrayList<>();
    SampleTruth truth = new SampleTruth();
    ExecutorService makers = Executors.newFixedThreadPool(threads);
    try {
      for (int year : years) {
        OutputStream file = new BufferedOutputStream(files.create(new Path(folder, fileName(year)), true), 1 << 16);
        file.write(heading());
        out.add(file);
      }
      Deque<Future<Block>> ahead = new ArrayDeque<>();
      long blocks = (rows + BLOCK - 1) / BLOCK;
      List<SamplePlace> places = SamplePlace.all();
      for (long next = 0, done = 0; done < blocks; done++) {
        while (next < blocks && ahead.size() < 2 * threads) {
          long number = next++;
          ahead.add(makers.submit(() -> block(number, places)));
        }
        Block block = ahead.remove().get();
        for (int y = 0; y < years.size(); y++) {
          out.get(y).write(block.bytes[y], 0, block.sizes[y]);
        }
        truth.add(block.truth);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      makers.shutdownNow();
      for (OutputStream file : out) {
        file.close();
      }
    }
    writeTruth(files, folder, truth);
    return truth;
  }

  /**
   * Returns a year's file of people in one commissioning group of each footprint, made in memory: for few rows.
   *
   * @param year one of the years, by its first
   */
  public byte[] ofFewPlaces(int year) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(heading());
    List<SamplePlace> places = SamplePlace.oneInEachFootprint();
    int place = years.indexOf(year);
    for (long number = 0; number * BLOCK < rows; number++) {
      Block block = block(number, places);
      file.write(block.bytes[place], 0, block.sizes[place]);
    }
    return file.toByteArray();
  }

  private static byte[] heading() {
    return (String.join(",", HesApcLayout.COLUMNS) + "," + HesApcLayout.ARTIFICIAL_MARKER + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns the name of a year's file, as the published ones are named. */
  public static String fileName(int year) {
    return "artificial_hes_apc_%02d%02d.csv".formatted(year % 100, (year + 1) % 100);
  }

  private Block block(long number, List<SamplePlace> places) {
    int size = (int) Math.min(BLOCK, rows - number * BLOCK);
    int broken = (int) Math.round(size * spoilt);
    int copies = broken / 2;
    int unfinished = broken / 2;
    int[] firsts = years.stream().mapToInt(Integer::intValue).toArray();
    long firstKey = KEYS + number * 2 * BLOCK;
    SampleTruth truth = new SampleTruth();
    SeededRandom draw = new SeededRandom(seed, number);
    List<PlannedEpisode> planned =
        new ArrayList<>(new PatientSimulator(draw, places, firsts, firstKey, truth).plan(size - broken - copies - unfinished));
    int whole = planned.size();
    for (int i = 0; i < broken + copies + unfinished; i++) {
      Fault fault = i < broken ? BROKEN[i % BROKEN.length]
          : i < broken + copies ? (i % 2 == 0 ? Fault.COPY : Fault.AGAIN) : Fault.UNFINISHED;
      PlannedEpisode copy = planned.get(draw.below(whole)).spoilt(fault);
      if (i < broken || i >= broken + copies) {
        copy.key = firstKey + BLOCK + i;
      }
      planned.add(copy);
      if (i < broken) {
        truth.add("rejected_" + fault.name().toLowerCase(java.util.Locale.ROOT), 1);
      }
    }
    truth.add("rows", size);
    truth.add("rejected", broken);
    truth.add("duplicates", copies);
    truth.add("episodes", whole + unfinished);
    truth.add("unfinished", unfinished);
    truth.add("valid_episodes", whole);
    planned.sort(Comparator.comparingLong(HesSampleWriter::order));
    return written(planned, firsts, truth);
  }

  /** Sorts by the day an episode ended, as if keyed in the order in which they came. */
  private static long order(PlannedEpisode row) {
    return ((long) row.year << 56) | ((long) row.end << 32) | (SeededRandom.mix(row.key) >>> 33);
  }

  private static Block written(List<PlannedEpisode> planned, int[] firsts, SampleTruth truth) {
    byte[][] bytes = new byte[firsts.length][];
    int[] sizes = new int[firsts.length];
    for (int y = 0; y < firsts.length; y++) {
      DelimitedLine line = new DelimitedLine();
      HesRowWriter hes = new HesRowWriter(line, firsts);
      for (PlannedEpisode row : planned) {
        if (row.year == y) {
          hes.write(row);
        }
      }
      bytes[y] = line.bytes();
      sizes[y] = line.size();
    }
    return new Block(bytes, sizes, truth);
  }

  private void writeTruth(FileSystem files, Path folder, SampleTruth truth) throws IOException {
    StringBuilder months = new StringBuilder("count,month,value\n");
    for (SampleTruth.Count count : SampleTruth.Count.values()) {
      truth.byMonth(count).forEach((month, value) ->
          months.append(count.label()).append(',').append(month).append(',').append(value).append('\n'));
    }
    write(files, new Path(folder, ".truth_by_month.csv"), months.toString());
    Map<String, Long> counts = Arrays.stream(SampleTruth.Count.values())
        .collect(Collectors.toMap(SampleTruth.Count::label, truth::total, Long::sum, java.util.TreeMap::new));
    write(files, new Path(folder, ".truth_of_risks.csv"), SampleRisks.table(SamplePlace.all()));
    write(files, new Path(folder, ".truth.json"), """
        {
          "artificial": true,
          "note": "Wholly artificial records, planned by a program: nobody's, and nothing can be concluded from them.",
          "rows": %d,
          "seed": %d,
          "years": %s,
          "totals": %s,
          "counts": %s
        }
        """.formatted(rows, seed, years, json(truth.totals()), json(counts)));
  }

  private static String json(Map<String, Long> values) {
    return values.entrySet().stream().map(e -> "    \"%s\": %d".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n  }"));
  }

  private static void write(FileSystem files, Path path, String text) throws IOException {
    try (OutputStream out = files.create(path, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
