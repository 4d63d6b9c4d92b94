package uk.footprints.records;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import uk.footprints.parquet.column.ParquetColumnWriter;
import uk.footprints.parquet.column.StringDictionary;
import uk.footprints.records.casemix.DiagnosisGroups;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.records.episode.EpisodeFiles;
import uk.footprints.records.file.AtomicDirectory;
import uk.footprints.records.file.SerializableHadoopConf;
import uk.footprints.records.file.TaskAttemptFile;
import uk.footprints.records.measure.AgeBand;
import uk.footprints.records.measure.AreaCounts;
import uk.footprints.records.measure.CountRollup;
import uk.footprints.records.measure.PackedStayCounts;
import uk.footprints.records.measure.ReadmissionCounts;
import uk.footprints.records.measure.StayCounts;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.runtime.UserException;

/**
 * Builds stays from the table {@code episodes}: spells, continuous spells and their measures.
 *
 * <p>The table keeps a person's episodes of all years in files of one bucket, so a task reads a bucket, goes through
 * its people once, and nothing but counts is moved. The result depends on the episodes and the rules, and not on how
 * many tasks run where.
 */
public final class StayBuilder {

  private static final Pattern FILE = Pattern.compile("bucket-(\\d+)-of-(\\d+)\\.parquet");
  /** Counts of a month come together in one of so many tasks. */
  private static final int PARTS = 8;

  private StayBuilder() {}

  /** The files of some buckets that share the top bits of their people's hashes. */
  private record Part(int number, List<String> files) implements Serializable {}

  private record BucketResult(BucketStayBuilder.Counts counts) implements Serializable {}

  /** What came of some months. */
  private record Months(Map<StayMeasure, Map<String, Long>> totals, List<ReadmissionCounts.Strata> strata, AreaCounts areas)
      implements Serializable {}

  /**
   * Builds and writes.
   *
   * @param episodes the folder of the table
   * @param to a folder for the tables {@code spells}, {@code continuous_spells}, {@code stay_measures} and
   *     {@code readmissions}, replaced as a whole
   */
  public static StayBuildResult build(SparkContext spark, Path episodes, Path to, StayRules rules) throws IOException {
    return build(spark, episodes, to, rules, Optional.empty());
  }

  /**
   * Builds and writes, with a table {@code case_mix_spells} of what models of case mix take.
   *
   * @param diagnoses the groups of diagnoses by which case mix is adjusted; empty for no such table
   */
  public static StayBuildResult build(SparkContext spark, Path episodes, Path to, StayRules rules,
      Optional<DiagnosisGroups> diagnoses) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    SerializableHadoopConf conf = new SerializableHadoopConf(context.hadoopConfiguration());
    List<Part> parts = parts(episodes, context.hadoopConfiguration());
    DiagnosisGroups groups = diagnoses.orElse(null);
    EpisodeFiles.Notes notes = EpisodeFiles.read(parts.stream().flatMap(part -> part.files.stream()).toList(),
        Set.copyOf(EpisodeColumns.columns(rules.residence())), context.hadoopConfiguration());
    Set<EpisodeField> lacking = notes.lacking();
    Set<StayMeasure> absent = AbsentMeasures.of(lacking);
    AtomicDirectory swap = AtomicDirectory.open(to, context.hadoopConfiguration());
    String writing = swap.writing().toString();
    List<Serializable> results = context.parallelize(parts, parts.size())
        .flatMapToPair(part -> counted(part, rules, groups, writing, conf))
        .partitionBy(new HashPartitioner(PARTS + 1))
        .mapPartitionsWithIndex((number, blocks) -> addedUp(number, blocks, absent, writing, conf), false)
        .collect();

    BucketStayBuilder.Counts counts = BucketStayBuilder.Counts.NONE;
    Map<StayMeasure, Map<String, Long>> months = new EnumMap<>(StayMeasure.class);
    List<ReadmissionCounts.Strata> strata = new ArrayList<>();
    List<AreaCounts> areas = new ArrayList<>();
    for (Serializable one : results) {
      if (one instanceof BucketResult bucket) {
        counts = counts.plus(bucket.counts);
      } else if (one instanceof Months some) {
        some.totals.forEach((measure, by) -> months.computeIfAbsent(measure, m -> new TreeMap<>()).putAll(by));
        strata.addAll(some.strata);
        areas.add(some.areas);
      }
    }
    List<ReadmissionCounts> readmissions =
        AbsentMeasures.isExpectedAbsent(lacking) ? List.of() : standardised(strata);
    write(readmissions, new Path(swap.writing(), "readmissions/readmissions.parquet"), conf.get());
    swap.commit(context.hadoopConfiguration());
    return new StayBuildResult(counts.episodes(), counts.valid(), counts.filled(), counts.people(), counts.spells(),
        counts.continuousSpells(), months, readmissions, AreaCounts.together(areas), lacking,
        notes.origin());
  }

  private static List<Part> parts(Path episodes, Configuration conf) throws IOException {
    FileSystem files = episodes.getFileSystem(conf);
    if (!files.exists(episodes)) {
      throw UserException.data(episodes + " is not there.", "take extracts in first: refresh --only hes_apc");
    }
    List<String[]> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(episodes, true);
    while (all.hasNext()) {
      Path path = all.next().getPath();
      Matcher matcher = FILE.matcher(path.getName());
      if (matcher.matches()) {
        found.add(new String[] {path.toString(), matcher.group(1), matcher.group(2)});
      }
    }
    if (found.isEmpty()) {
      throw UserException.data(episodes + " holds no table of episodes.", "take extracts in first: refresh --only hes_apc");
    }
    int fewest = found.stream().mapToInt(file -> Integer.parseInt(file[2])).min().orElseThrow();
    Map<Integer, List<String>> byBucket = new TreeMap<>();
    for (String[] file : found) {
      int bucket = Integer.parseInt(file[1]) / (Integer.parseInt(file[2]) / fewest);
      byBucket.computeIfAbsent(bucket, b -> new ArrayList<>()).add(file[0]);
    }
    byBucket.values().forEach(Collections::sort);
    return byBucket.entrySet().stream().map(e -> new Part(e.getKey(), e.getValue())).toList();
  }

  private static Iterator<Tuple2<Integer, Object>> counted(Part part, StayRules rules, DiagnosisGroups diagnoses,
      String to, SerializableHadoopConf conf) throws IOException {
    BucketStayBuilder.Built built = BucketStayBuilder.build(part.number, part.files, rules,
        Optional.ofNullable(diagnoses), new Path(to), conf.get());
    List<Tuple2<Integer, Object>> blocks = new ArrayList<>();
    PackedStayCounts.pack(built.tally(), built.providers(), built.residences(), PARTS)
        .forEach((months, bytes) -> blocks.add(new Tuple2<>(months, bytes)));
    blocks.add(new Tuple2<>(PARTS, new BucketResult(built.counts())));
    return blocks.iterator();
  }

  private static Iterator<Serializable> addedUp(int number, Iterator<Tuple2<Integer, Object>> blocks,
      Set<StayMeasure> absent, String to, SerializableHadoopConf conf) throws IOException {
    StayCounts tally = new StayCounts();
    StringDictionary providers = new StringDictionary();
    StringDictionary residences = new StringDictionary();
    List<Serializable> results = new ArrayList<>();
    while (blocks.hasNext()) {
      Object block = blocks.next()._2();
      if (block instanceof byte[] packed) {
        PackedStayCounts.unpack(packed, tally, providers, residences);
      } else {
        results.add((BucketResult) block);
      }
    }
    if (tally.cells() > 0) {
      CountRollup rollup = new CountRollup(tally, providers, residences);
      write(rollup, absent, new Path(to, "stay_measures/part-%05d.parquet".formatted(number)), conf.get());
      results.add(months(rollup, absent));
    }
    return results.iterator();
  }

  private static void write(CountRollup rollup, Set<StayMeasure> absent, Path path, Configuration conf)
      throws IOException {
    TaskAttemptFile attempt = TaskAttemptFile.at(path);
    try (ParquetColumnWriter file = new ParquetColumnWriter(attempt.hidden(), conf, StayTables.MEASURES, Set.of(), Map.of(), ParquetColumnWriter.LARGE)) {
      StringDictionary words = new StringDictionary();
      StayMeasure[] measures = StayMeasure.values();
      int[] labels = Arrays.stream(measures).mapToInt(measure -> words.number(measure.label())).toArray();
      for (int cell : rollup.cells()) {
        long key = rollup.key(cell);
        int month = words.number(rollup.month(cell));
        int provider = words.number(rollup.provider(cell));
        int residence = words.number(rollup.residence(cell));
        int age = words.number(AgeBand.label(StayCounts.age(key)));
        int sex = words.number(AgeBand.sexLabel(StayCounts.sex(key)));
        for (StayMeasure measure : measures) {
          long count = rollup.count(cell, measure);
          if (count != 0 && !absent.contains(measure)) {
            file.set(0, words, labels[measure.ordinal()]);
            file.set(1, words, month);
            file.set(2, words, provider);
            file.set(3, words, residence);
            file.set(4, words, age);
            file.set(5, words, sex);
            file.set(6, count);
            file.endRow();
          }
        }
      }
    }
    attempt.commit(conf);
  }

  private static Months months(CountRollup rollup, Set<StayMeasure> absent) {
    Map<StayMeasure, Map<String, Long>> totals = new EnumMap<>(StayMeasure.class);
    Map<String, ReadmissionCounts.Strata> strata = new TreeMap<>();
    for (int cell : rollup.cells()) {
      long key = rollup.key(cell);
      boolean provider = StayCounts.provider(key) != StayCounts.ALL_PROVIDERS;
      boolean residence = StayCounts.residence(key) != StayCounts.ALL_RESIDENCES;
      if (rollup.isAll(cell)) {
        for (StayMeasure measure : StayMeasure.values()) {
          if (rollup.count(cell, measure) != 0 && !absent.contains(measure)) {
            totals.computeIfAbsent(measure, m -> new TreeMap<>())
                .put(rollup.month(cell), rollup.count(cell, measure));
          }
        }
      } else if (provider != residence && StayCounts.age(key) <= AgeBand.UNKNOWN) {
        String role = provider ? "provider" : "residence";
        String area = provider ? rollup.provider(cell) : rollup.residence(cell);
        strata.computeIfAbsent(role + '|' + rollup.month(cell) + '|' + area,
                k -> ReadmissionCounts.Strata.empty(rollup.month(cell), role, area))
            .add(StayCounts.age(key), StayCounts.sex(key), rollup.count(cell, StayMeasure.READMISSION_INDEX),
                rollup.count(cell, StayMeasure.READMISSIONS_30_DAYS));
      }
    }
    return new Months(totals, new ArrayList<>(strata.values()), AreaCounts.of(rollup));
  }

  private static List<ReadmissionCounts> standardised(List<ReadmissionCounts.Strata> strata) {
    List<ReadmissionCounts> all = new ArrayList<>();
    for (String role : List.of("provider", "residence")) {
      all.addAll(ReadmissionCounts.standardise(strata.stream().filter(area -> area.role().equals(role))
          .sorted(Comparator.comparing(ReadmissionCounts.Strata::month).thenComparing(ReadmissionCounts.Strata::area)).toList()));
    }
    return all;
  }

  private static void write(List<ReadmissionCounts> readmissions, Path path, Configuration conf) throws IOException {
    try (ParquetColumnWriter file = new ParquetColumnWriter(path, conf, StayTables.READMISSIONS, Set.of(), Map.of(), ParquetColumnWriter.LARGE)) {
      for (ReadmissionCounts area : readmissions) {
        file.set(0, area.month());
        file.set(1, area.role());
        file.set(2, area.area());
        file.set(3, area.index());
        file.set(4, area.observed());
        file.set(5, area.expected());
        real(file, 6, area.crudePercent());
        real(file, 7, area.ratio());
        file.endRow();
      }
    }
  }

  private static void real(ParquetColumnWriter file, int column, double value) {
    if (!Double.isNaN(value)) {
      file.set(column, value);
    }
  }
}
