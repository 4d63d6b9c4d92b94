package uk.footprints.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.SparkTestSession;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.episode.IngestResult;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.sample.hes.HesSampleWriter;
import uk.footprints.sample.hes.SampleTruth;

/** The jobs against the truth of samples, which was counted from planned lives. */
@Tag("integration")
class StayBuilderTest {

  @TempDir java.nio.file.Path folder;

  @Test
  void aSampleIsTheSameBytesHoweverManyMakeIt() throws IOException {
    HesSampleWriter sample = new HesSampleWriter(60_000, 3, List.of(2013, 2014, 2016), 0.01);
    sample.write(path("one"), new Configuration(), 1);
    sample.write(path("five"), new Configuration(), 5);
    assertThat(contents("five")).isEqualTo(contents("one"));
    assertThat(contents("one")).hasSize(6);
    assertThat(Files.readString(folder.resolve("one/.truth.json"))).contains("\"artificial\": true");
  }

  @Test
  void jobAndTruthAgreeOnAHundredThousandRows() throws IOException {
    agree(new HesSampleWriter(100_000, 11, List.of(2013, 2014, 2016), 0.02));
  }

  @Test
  void jobAndTruthAgreeOnAMillionRows() throws IOException {
    agree(new HesSampleWriter(1_000_000, 12, List.of(2013, 2016), 0.006));
  }

  @Test
  void theResultIsTheSameBytesHoweverTheWorkIsCut() throws IOException {
    new HesSampleWriter(40_000, 5, List.of(2013, 2016), 0.05).write(path("in"), new Configuration(), 2);
    run("in", "whole", new EpisodeIngest(0.2, 8 << 20, 128 << 20));
    run("in", "cut", new EpisodeIngest(0.2, 8 << 20, 300_000));
    assertThat(contents("cut/episodes")).isEqualTo(contents("whole/episodes"));
    assertThat(contents("cut/stays")).isEqualTo(contents("whole/stays"));
    assertThat(contents("whole/episodes").keySet().toString()).contains("bucket-00003-of-00004");
    run("in", "bucket", new EpisodeIngest(0.2, 1 << 30, 128 << 20));
    assertThat(contents("bucket/stays/stay_measures")).isEqualTo(contents("whole/stays/stay_measures"));
    assertThat(contents("bucket/stays/readmissions")).isEqualTo(contents("whole/stays/readmissions"));
  }

  @Test
  void transfersAreEmergenciesOnlyIfTheRulesSaySo() throws IOException {
    new HesSampleWriter(30_000, 6, List.of(2016), 0).write(path("in"), new Configuration(), 2);
    StayBuildResult with = run("in", "out", EpisodeIngest.USUAL);
    StayBuildResult without = StayBuilder.build(SparkTestSession.context(), path("out/episodes"), path("out/stays"),
        StayRules.USUAL.transfersNotCounted());
    assertThat(without.total(StayMeasure.EMERGENCY_ADMISSIONS)).isLessThan(with.total(StayMeasure.EMERGENCY_ADMISSIONS));
    assertThat(without.continuousSpells()).isEqualTo(with.continuousSpells());
    StayBuildResult areas = StayBuilder.build(SparkTestSession.context(), path("out/episodes"), path("out/stays"),
        StayRules.USUAL.by("LSOA11"));
    assertThat(areas.months()).isEqualTo(with.months());
  }

  private void agree(HesSampleWriter sample) throws IOException {
    SampleTruth truth = sample.write(path("in"), new Configuration(), 2);
    SparkContext spark = SparkTestSession.context();
    IngestResult ingested = EpisodeIngest.USUAL.run(
        spark, ExtractFile.find(List.of(path("in").toString()), new Configuration()), path("out/episodes"));
    assertThat(ingested.held()).isEmpty();
    assertThat(ingested.artificial()).isTrue();
    assertThat(ingested.balances()).isTrue();
    assertThat(ingested.rowsRead()).isEqualTo(sample.rows());
    assertThat(ingested.copies()).isEqualTo(truth.totals().get("duplicates"));
    assertThat(ingested.episodesPublished()).isEqualTo(truth.totals().get("episodes"));
    ingested.rejects().forEach((reason, rows) ->
        assertThat(rows).as(reason.label()).isEqualTo(truth.totals().get("rejected_" + reason.label())));
    assertThat(ingested.rejected()).isEqualTo(truth.totals().get("rejected"));

    StayBuildResult built = StayBuilder.build(spark, path("out/episodes"), path("out/stays"), StayRules.USUAL);
    assertThat(built.valid()).isEqualTo(truth.totals().get("valid_episodes"));
    assertThat(built.filled()).isEqualTo(truth.totals().get("admission_dates_filled"));
    assertThat(built.people()).isEqualTo(truth.totals().get("people"));
    for (SampleTruth.Count count : SampleTruth.Count.values()) {
      Map<String, Long> expected = truth.byMonth(count);
      assertThat(built.months().getOrDefault(StayMeasure.valueOf(count.name()), Map.of())).as(count.label())
          .isEqualTo(expected);
      assertThat(expected).as(count.label()).isNotEmpty();
    }
    assertThat(SparkTestSession.local().read().parquet(path("out/stays/spells").toString()).count()).isEqualTo(built.spells());
  }

  private StayBuildResult run(String from, String to, EpisodeIngest ingest) throws IOException {
    ingest.run(SparkTestSession.context(), ExtractFile.find(List.of(path(from).toString()), new Configuration()),
        path(to + "/episodes"));
    return StayBuilder.build(SparkTestSession.context(), path(to + "/episodes"), path(to + "/stays"), StayRules.USUAL);
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }

  private Map<String, Integer> contents(String name) throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    try (Stream<java.nio.file.Path> files = Files.walk(folder.resolve(name))) {
      for (java.nio.file.Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.resolve(name).relativize(file).toString(),
            java.util.Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
