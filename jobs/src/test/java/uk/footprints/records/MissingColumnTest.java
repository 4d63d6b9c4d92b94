package uk.footprints.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.SparkTestSession;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.records.episode.EpisodeFiles;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.runtime.UserException;
import uk.footprints.sample.hes.HesSampleWriter;
import uk.footprints.transform.ObservationBatch;

/** A column that an extract or the table {@code episodes} lacks never counts as zero. */
class MissingColumnTest {

  @TempDir static java.nio.file.Path folder;

  private static List<String> lines;
  private static StayBuildResult whole;

  @BeforeAll
  static void buildWithAllColumns() throws IOException {
    new HesSampleWriter(6_000, 21, List.of(2016), 0).write(path("in"), new Configuration(), 1);
    lines = Files.readAllLines(folder.resolve("in/" + HesSampleWriter.fileName(2016)));
    whole = built("whole", lines);
    assertThat(whole.absent()).isEmpty();
    for (StayMeasure measure : StayMeasure.values()) {
      assertThat(whole.total(measure)).as(measure.label()).isPositive();
    }
  }

  @Test
  void everyColumnOfAnExtractIsRefusedOrItsMeasuresAreAbsent() throws IOException {
    for (EpisodeField field : EpisodeField.values()) {
      List<String> there = field.names().stream().filter(header()::contains).toList();
      if (field == EpisodeField.DEPRIVATION) {
        assertThat(there).isEmpty();
        continue;
      }
      List<String> some = there.size() > 2 ? List.of(there.get(0), there.get(there.size() - 1)) : there;
      for (String column : some) {
        if (EpisodeField.REQUIRED.contains(field)) {
          assertThatThrownBy(() -> built(column, without(column))).as(column).isInstanceOf(UserException.class)
              .hasMessageContaining("is missing; it is needed for " + field.lost());
        } else {
          check(field, column, built(column, without(column)));
        }
      }
    }
  }

  private static void check(EpisodeField field, String column, StayBuildResult built) {
    assertThat(built.lacking()).as(column).contains(field);
    for (StayMeasure measure : StayMeasure.values()) {
      if (built.absent().contains(measure)) {
        assertThat(built.months()).as(column).doesNotContainKey(measure);
      } else {
        assertThat(built.months().get(measure)).as("%s without %s", measure.label(), column)
            .isEqualTo(whole.months().get(measure));
      }
    }
    Set<String> absent = built.absent().stream().map(StayMeasure::label).collect(Collectors.toSet());
    assertThat(published(built)).as(column).isNotEmpty().noneMatch(absent::contains);
  }

  @Test
  void whereNobodyKnowsWherePeopleLiveNothingIsPublishedByResidence() throws IOException {
    StayBuildResult built = built("nowhere", without("CCG_RESIDENCE"));
    PublishableStays stays = PublishableStays.of(built.areas(), 8, MissingColumnTest::origin, built.lacking());
    assertThat(stays.blocks()).extracting(ObservationBatch::orgRole).containsOnly("provider");
  }

  @Test
  void everyColumnOfTheTableIsRefusedOrItsFieldIsLacking() throws IOException {
    Path table = new Path(path("whole/episodes"), "fyear=2016-17");
    List<String> used = EpisodeColumns.columns("CCG_RESIDENCE");
    for (EpisodeField field : EpisodeField.values()) {
      if (!used.contains(field.column())) {
        continue;
      }
      Path to = path("parquet/" + field.column());
      SparkTestSession.local().read().parquet(table.toString()).drop(field.column()).coalesce(1).write()
          .parquet(to.toString());
      List<String> file;
      try (Stream<java.nio.file.Path> files = Files.list(folder.resolve("parquet/" + field.column()))) {
        file = files.map(Object::toString).filter(name -> name.endsWith(".parquet")).toList();
      }
      if (EpisodeField.REQUIRED.contains(field)) {
        assertThatThrownBy(() -> EpisodeFiles.read(file, Set.copyOf(used), new Configuration()))
            .isInstanceOf(UserException.class)
            .hasMessageContaining("column %s is missing; it is needed for %s", field.column(), field.lost());
      } else {
        assertThat(EpisodeFiles.read(file, Set.copyOf(used), new Configuration()).lacking()).containsExactly(field);
      }
    }
  }

  @Test
  void recordsAreArtificialByAColumnAndNeverByName() throws IOException {
    List<String> real = without("ARTIFICIAL_RECORDS").stream()
        .map(line -> line.replace("PSEUDO_HESID", "TOKEN_PERSON_ID")).toList();
    assertThat(file("artificial_sample.csv", real).isArtificial()).isFalse();
    assertThat(file("hes_apc_1617.csv", lines).isArtificial()).isTrue();
    assertThat(file("hes_apc_1617.csv", without("ARTIFICIAL_RECORDS")).isArtificial()).isTrue();
    assertThat(file("hes_apc_1617.csv", lines.stream()
        .map(line -> line.replace("PSEUDO_HESID", "TOKEN_PERSON_ID")).toList()).isArtificial()).isTrue();
    assertThat(file("hes_apc_1617.csv", lines).extra()).isEmpty();
  }

  private static Set<String> published(StayBuildResult built) {
    PublishableStays stays = PublishableStays.of(built.areas(), 1, MissingColumnTest::origin, built.lacking());
    Set<String> published = new java.util.TreeSet<>();
    for (ObservationBatch block : stays.blocks()) {
      for (int m = 0; m < block.measures().size(); m++) {
        for (int i = 0; i < block.orgCodes().size(); i++) {
          if (block.status(i, m) != null) {
            published.add(block.measures().get(m).replaceFirst(".*[.]", ""));
          }
        }
      }
    }
    return published;
  }

  private static ObservationBatch.Origin origin(int year) {
    return new ObservationBatch.Origin("0", LocalDate.EPOCH, RevisionStatus.ARTIFICIAL);
  }

  private static List<String> header() {
    return Arrays.asList(lines.get(0).split(","));
  }

  private static List<String> without(String column) {
    int at = header().indexOf(column);
    return lines.stream().map(line -> {
      List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
      cells.remove(at);
      return String.join(",", cells);
    }).toList();
  }

  private static ExtractFile file(String name, List<String> content) throws IOException {
    Files.write(folder.resolve(name), content);
    return ExtractFile.find(List.of(path(name).toString()), new Configuration()).get(0);
  }

  private static StayBuildResult built(String name, List<String> content) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.write(folder.resolve(name + "/extract.csv"), content);
    EpisodeIngest.USUAL.run(SparkTestSession.context(),
        ExtractFile.find(List.of(path(name + "/extract.csv").toString()), new Configuration()),
        path(name + "/episodes"));
    return StayBuilder.build(
        SparkTestSession.context(), path(name + "/episodes"), path(name + "/stays"), StayRules.USUAL);
  }

  private static Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }
}
