package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.catalogue.IndicatorCatalogue;

/** Checks that the committed catalogue pages are up to date. {@code -Dgolden.update=true} writes them again. */
class CataloguePagesTest {

  private static final Path TRACKED = Path.of("data/catalogue");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TempDir private Path made;

  @Test
  void committedPagesAreUpToDate() throws IOException {
    Map<String, String> now = DescribeCommand.pages(IndicatorCatalogue.builtIn());
    if (UPDATE) {
      for (String path : tracked().keySet()) {
        Files.delete(TRACKED.resolve(path));
      }
      assertThat(CommandLineRunner.run("describe", "--pages", TRACKED.toString()).exit()).isZero();
    }
    Map<String, String> tracked = tracked();
    assertThat(tracked.keySet())
        .as("pages in %s; write them again: ./mvnw test -Dtest=CataloguePagesTest -Dgolden.update=true", TRACKED)
        .isEqualTo(now.keySet());
    now.forEach(
        (path, text) ->
            assertThat(tracked.get(path))
                .as("%s is stale: ./mvnw test -Dtest=CataloguePagesTest -Dgolden.update=true", TRACKED.resolve(path))
                .isEqualTo(text));
  }

  @Test
  void theCommandWritesThePages() throws IOException {
    Path folder = made.resolve("pages");
    CommandLineRunner run = CommandLineRunner.run("describe", "--pages", folder.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("index.md");
    assertThat(folder.resolve("tables/observations.md")).content().contains("| `org_code` | text |");
    assertThat(folder.resolve("datasets/kh03_beds.md")).content().contains("Available \\| Maternity");
    assertThat(folder.resolve("indicators/ga_bed_occupancy.md")).content().contains("ratio of averages");
  }

  @Test
  void linksLeadToPages() {
    Map<String, String> pages = DescribeCommand.pages(IndicatorCatalogue.builtIn());
    java.util.regex.Pattern link = java.util.regex.Pattern.compile("\\]\\(([^)]+\\.md)\\)");
    pages.forEach(
        (path, text) ->
            link.matcher(text)
                .results()
                .map(m -> Path.of(path).resolveSibling(m.group(1)).normalize().toString())
                .forEach(to -> assertThat(pages).as("link in %s", path).containsKey(to)));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(made.resolve("file"), "");
    CommandLineRunner run = CommandLineRunner.run("describe", "--pages", file.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Cannot write").doesNotContain("\tat ");
  }

  private static Map<String, String> tracked() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    if (Files.isDirectory(TRACKED)) {
      try (Stream<Path> files = Files.walk(TRACKED)) {
        for (Path file : files.filter(f -> f.toString().matches(".*(\\.md|names\\.csv)")).toList()) {
          pages.put(TRACKED.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return pages;
  }
}
