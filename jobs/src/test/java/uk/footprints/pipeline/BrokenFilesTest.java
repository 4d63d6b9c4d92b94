package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.broken.BrokenCase;
import uk.footprints.broken.Corpus;
import uk.footprints.runtime.ExitCode;
import uk.footprints.sample.PublishedSampleWriter;

/** The corpus of broken files: thousands of them in 512 MiB, and some among good ones through the real command. */
@Tag("integration")
class BrokenFilesTest {

  private static final long SEED = 44;

  @TempDir private Path folder;

  @Test
  void noBrokenFileCrashesHangsOrLosesARow() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(
                java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4", "-cp", path, BrokenFiles.class.getName(),
                String.valueOf(SEED))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    int exit = process.waitFor();
    String text = Files.readString(printed, StandardCharsets.UTF_8);
    System.out.println(text);
    assertThat(exit).as(text).isZero();
    assertThat(text).contains("none lost: true");
  }

  @Test
  void theGoodFilesOfARunWithBrokenOnesArePublished() throws Exception {
    Path in = folder.resolve("in");
    for (PublishedSampleWriter.Placed placed : PublishedSampleWriter.fixtures()) {
      if (List.of("ae_attendances", "mar_commissioner", "kh03_beds").contains(placed.folder())) {
        placed.below(in);
      }
    }
    String good = folder.resolve("good").toString();
    assertThat(CommandLineRunner.run("refresh", "--from", in.toString(), "--to", good).exit()).isZero();
    int n = 0;
    try (Stream<BrokenCase> cases = new Corpus(SEED).small()) {
      for (BrokenCase broken : cases.filter(c -> c.expected().outcome() == BrokenCase.Outcome.ASIDE)
          .filter(c -> Math.floorMod((c.fault() + c.good()).hashCode(), 9) == 0)
          .sorted(Comparator.comparing(BrokenCase::fault)).limit(150).toList()) {
        Files.createDirectories(in.resolve("broken"));
        Files.write(in.resolve("broken").resolve(n++ + " " + broken.fault() + " " + broken.name()), broken.bytes());
      }
    }
    String mixed = folder.resolve("mixed").toString();
    CommandLineRunner run = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", mixed);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.HELD);
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    String figures = "select dataset, count(*), sum(value) from observations group by 1 order by 1";
    assertThat(ask(mixed, figures)).isEqualTo(ask(good, figures));
    assertThat(ask(mixed, "select count(*) from source_files where state = 'set_aside' or state like 'same_as%'"))
        .containsExactly(String.valueOf(n));
    assertThat(ask(mixed, "select r.file from source_files r left join findings f on f.file = r.file"
        + " where r.state = 'set_aside' and f.file is null")).isEmpty();
  }

  private static List<String> ask(String store, String sql) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.lines().subList(1, asked.lines().size());
  }
}
