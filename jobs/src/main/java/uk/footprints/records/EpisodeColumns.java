package uk.footprints.records;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.api.Binary;
import uk.footprints.parquet.column.ParquetColumnReader;
import uk.footprints.parquet.column.StableHash;
import uk.footprints.parquet.column.StringDictionary;

/** The episodes of a bucket of people, of all years, column by column; codes are numbers of a lexicon each. */
final class EpisodeColumns {

  static final int NONE = ParquetColumnReader.NONE;

  final int count;
  final long[] key;
  final int[] admitted;
  final int[] start;
  final int[] end;
  final int[] order;
  final int[] state;
  final int[] sex;
  final int[] age;
  final int[] method;
  final int[] source;
  final int[] destination;
  final int[] discharge;
  final int[] provider;
  final int[] diagnosis;
  final int[] specialty;
  final int[] patientClass;
  final int[] secondary;
  final int[] operation;
  final int[] residence;
  final int[] deprivation;
  final int[] comorbidity;
  final int[] procedure;
  final StringDictionary methods = new StringDictionary();
  final StringDictionary sources = new StringDictionary();
  final StringDictionary destinations = new StringDictionary();
  final StringDictionary discharges = new StringDictionary();
  final StringDictionary providers = new StringDictionary();
  final StringDictionary diagnoses = new StringDictionary();
  final StringDictionary specialties = new StringDictionary();
  final StringDictionary patientClasses = new StringDictionary();
  final StringDictionary secondaries = new StringDictionary();
  final StringDictionary operations = new StringDictionary();
  final StringDictionary residences = new StringDictionary();
  final StringDictionary deciles = new StringDictionary();
  final StringDictionary comorbidities = new StringDictionary();
  final StringDictionary procedures = new StringDictionary();

  /** Rows that follow one another and have one person: where each run starts; one more at the end. */
  private int[] runStart;
  private long[] runHash;
  private byte[][] runPerson;
  private int runs;
  private byte[] lastPerson;

  private EpisodeColumns(int count) {
    this.count = count;
    key = new long[count];
    admitted = new int[count];
    start = new int[count];
    end = new int[count];
    order = new int[count];
    state = new int[count];
    sex = new int[count];
    age = new int[count];
    method = new int[count];
    source = new int[count];
    destination = new int[count];
    discharge = new int[count];
    provider = new int[count];
    diagnosis = new int[count];
    specialty = new int[count];
    patientClass = new int[count];
    secondary = new int[count];
    operation = new int[count];
    residence = new int[count];
    deprivation = new int[count];
    comorbidity = new int[count];
    procedure = new int[count];
    runStart = new int[count / 2 + 2];
    runHash = new long[count / 2 + 2];
    runPerson = new byte[count / 2 + 2][];
  }

  /** The columns that are read, where people live by a column of that name. */
  static List<String> columns(String residence) {
    return List.of("epikey", "admidate", "epistart", "epiend", "epiorder", "epistat", "sex", "startage",
        "person", "admimeth", "admisorc", "disdest", "dismeth", "procode3", "diag_4_01", "mainspef", "deprivation",
        "classpat", "secondary_diagnoses", "operations", "comorbidities", "procedure_chapter",
        residence.toLowerCase(java.util.Locale.ROOT));
  }

  /**
   * Reads files of the table {@code episodes}.
   *
   * @param residence the column that says where people live
   */
  static EpisodeColumns read(List<String> paths, String residence, Configuration conf) throws IOException {
    String area = residence.toLowerCase(java.util.Locale.ROOT);
    List<String> columns = columns(residence);
    List<ParquetColumnReader> scans = new ArrayList<>();
    for (String path : paths) {
      scans.add(new ParquetColumnReader(new Path(path), conf, columns));
    }
    EpisodeColumns episodes = new EpisodeColumns(scans.stream().mapToInt(ParquetColumnReader::total).sum());
    int at = 0;
    for (ParquetColumnReader scan : scans) {
      try (scan) {
        while (scan.next()) {
          episodes.take(scan, at, area);
          at += scan.rows();
        }
        episodes.lastPerson = null;
      }
    }
    episodes.runStart[episodes.runs] = at;
    return episodes;
  }

  private void take(ParquetColumnReader scan, int at, String area) throws IOException {
    scan.longs("epikey", key, at);
    scan.ints("admidate", admitted, at);
    scan.ints("epistart", start, at);
    scan.ints("epiend", end, at);
    scan.ints("epiorder", order, at);
    scan.ints("epistat", state, at);
    scan.ints("sex", sex, at);
    scan.ints("startage", age, at);
    scan.words("admimeth", methods, method, at);
    scan.words("admisorc", sources, source, at);
    scan.words("disdest", destinations, destination, at);
    scan.words("dismeth", discharges, discharge, at);
    scan.words("procode3", providers, provider, at);
    scan.words("diag_4_01", diagnoses, diagnosis, at);
    scan.words("mainspef", specialties, specialty, at);
    scan.words("classpat", patientClasses, patientClass, at);
    scan.words("secondary_diagnoses", secondaries, secondary, at);
    scan.words("operations", operations, operation, at);
    scan.words("deprivation", deciles, deprivation, at);
    scan.words("comorbidities", comorbidities, comorbidity, at);
    scan.words("procedure_chapter", procedures, procedure, at);
    scan.words(area, residences, residence, at);
    scan.texts("person", (row, person) -> person(at + row, person));
  }

  private void person(int row, Binary found) {
    Binary person = found == null ? Binary.EMPTY : found;
    if (found == null) {
      state[row] = NONE;
    }
    if (lastPerson != null && person.equals(Binary.fromConstantByteArray(lastPerson))) {
      return;
    }
    lastPerson = person.getBytes();
    if (runs + 1 == runStart.length) {
      runStart = Arrays.copyOf(runStart, runStart.length * 2);
      runHash = Arrays.copyOf(runHash, runHash.length * 2);
      runPerson = Arrays.copyOf(runPerson, runPerson.length * 2);
    }
    runStart[runs] = row;
    runHash[runs] = StableHash.hash(lastPerson, 0, lastPerson.length);
    runPerson[runs++] = lastPerson;
  }

  /** What is done with the rows of one person, good until the next. */
  @FunctionalInterface
  interface Each {
    void accept(int[] rows, int count) throws IOException;
  }

  /** Gives every person's rows, people in the order of their hashes and keys. */
  void eachPerson(Each each) throws IOException {
    long[] sorted = new long[runs];
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, runs - 1));
    long mask = (1L << bits) - 1;
    int shared = sharedBits();
    for (int r = 0; r < runs; r++) {
      sorted[r] = runHash[r] << shared & ~mask | r;
    }
    Arrays.sort(sorted);
    int[] rows = new int[64];
    for (int from = 0; from < runs; ) {
      int to = from + 1;
      while (to < runs && (sorted[to] & ~mask) == (sorted[from] & ~mask)) {
        to++;
      }
      if (to - from == 1) {
        rows = gather(sorted, from, to, mask, rows, each);
      } else {
        Integer[] tied = new Integer[to - from];
        for (int i = from; i < to; i++) {
          tied[i - from] = (int) (sorted[i] & mask);
        }
        Arrays.sort(tied, this::compare);
        for (int i = from; i < to; i++) {
          sorted[i] = sorted[i] & ~mask | tied[i - from];
        }
        int first = from;
        for (int i = from + 1; i <= to; i++) {
          if (i == to || compare(tied[first - from], tied[i - from]) != 0) {
            rows = gather(sorted, first, i, mask, rows, each);
            first = i;
          }
        }
      }
      from = to;
    }
  }

  private int[] gather(long[] sorted, int from, int to, long mask, int[] into, Each each) throws IOException {
    int n = 0;
    int[] rows = into;
    for (int i = from; i < to; i++) {
      int run = (int) (sorted[i] & mask);
      int size = runStart[run + 1] - runStart[run];
      if (n + size > rows.length) {
        rows = Arrays.copyOf(rows, (n + size) * 2);
      }
      for (int row = runStart[run]; row < runStart[run + 1]; row++) {
        rows[n++] = row;
      }
    }
    each.accept(rows, n);
    return rows;
  }

  /** Top bits that all hashes of the bucket share, so that sorting compares only the bits that differ. */
  private int sharedBits() {
    long differ = 0;
    for (int r = 1; r < runs; r++) {
      differ |= runHash[r] ^ runHash[0];
    }
    return differ == 0 ? 0 : Long.numberOfLeadingZeros(differ);
  }

  private int compare(int runA, int runB) {
    int order = Long.compare(runHash[runA], runHash[runB]);
    return order != 0 ? order : Arrays.compareUnsigned(runPerson[runA], runPerson[runB]);
  }
}
