package uk.footprints.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.sample.PublishedSampleWriter.Placed;
import uk.footprints.sample.SampleOrganisation.Kind;

/** What is committed is what the generator writes; {@code -Dgolden.update} writes it again. */
class SampleTest {

  private static final Path SAMPLE = Path.of("data/sample");
  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  @TempDir private Path made;

  @Test
  void theCommittedSampleIsWhatTheGeneratorWrites() throws IOException {
    assertCommitted(SAMPLE, PublishedSampleWriter.committed());
  }

  @Test
  void theFixturesAreWhatTheGeneratorWrites() throws IOException {
    assertCommitted(FIXTURES, PublishedSampleWriter.fixtures());
  }

  @Test
  void anotherSeedIsAnotherSample() {
    PublicationSample publication = PublicationSamples.all().get(0);
    YearMonth month = publication.usual().get(0);
    SampleCountry country = SampleCountry.read().few(3);
    byte[] one = publication.write(month, country, new SeededVariation(1)).bytes();
    byte[] two = publication.write(month, country, new SeededVariation(2)).bytes();
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void everyFootprintHasAHospitalInEveryYear() {
    SampleCountry country = SampleCountry.read();
    for (YearMonth month : List.of(YearMonth.of(2012, 4), YearMonth.of(2016, 12), YearMonth.of(2021, 3))) {
      assertThat(country.in(month, Kind.TRUST).stream().map(SampleOrganisation::footprint).collect(Collectors.toSet()))
          .hasSize(44);
    }
  }

  @Test
  void thereAreAsManyCommissioningGroupsAsThereWere() {
    SampleCountry country = SampleCountry.read();
    assertThat(country.in(YearMonth.of(2013, 6), Kind.CCG)).hasSize(211);
    assertThat(country.in(YearMonth.of(2016, 12), Kind.CCG)).hasSize(209);
    assertThat(country.in(YearMonth.of(2018, 6), Kind.CCG)).hasSize(195);
    assertThat(country.in(YearMonth.of(2019, 6), Kind.CCG)).hasSize(191);
  }

  @Test
  void theSampleIsSmall() {
    long bytes = PublishedSampleWriter.committed().stream().mapToLong(placed -> placed.file().bytes().length).sum();
    assertThat(bytes).isLessThan(10_000_000);
  }

  private void assertCommitted(Path committed, List<Placed> files) throws IOException {
    Path target = UPDATE ? committed : made;
    files.forEach(file -> file.below(target));
    for (Placed placed : files) {
      Path name = Path.of(placed.folder(), placed.file().name());
      assertThat(differences(parts(committed.resolve(name)), parts(target.resolve(name))))
          .as("%s; if the generator was meant to change: ./mvnw test -Dtest=SampleTest -Dgolden.update", name)
          .isEmpty();
    }
    assertThat(dataIn(committed)).isEqualTo(dataIn(target));
  }

  private static Set<String> differences(Map<String, String> committed, Map<String, String> made) {
    Set<String> names = new TreeSet<>(committed.keySet());
    names.addAll(made.keySet());
    names.removeIf(name -> Objects.equals(committed.get(name), made.get(name)));
    return names;
  }

  /** A file in readable bytes: two zlibs may pack the parts of one workbook in different ways. */
  private static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    if (!Files.exists(file)) {
      return parts;
    }
    if (!file.toString().matches(".*\\.(xlsx|zip)")) {
      parts.put("the file", readable(Files.readAllBytes(file)));
      return parts;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        parts.put(entry.getName() + " " + entry.getTimeLocal(), readable(zip.getInputStream(entry).readAllBytes()));
      }
    }
    return parts;
  }

  private static String readable(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<String> dataIn(Path folder) throws IOException {
    List<String> datasets = PublicationSamples.all().stream().map(PublicationSample::dataset).distinct().toList();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file))
          .filter(file -> datasets.contains(file.getName(0).toString()))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
