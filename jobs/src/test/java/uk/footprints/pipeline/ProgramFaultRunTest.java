package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.Main;
import uk.footprints.runtime.ExitCode;

/**
 * A refresh by a process of its own in which a class of Footprints has an error: the reader of OpenDocument is replaced
 * by one that always fails.
 */
@Tag("integration")
class ProgramFaultRunTest {

  private static final String FAILING = """
      package uk.footprints.format;

      final class OpenDocument {
        private OpenDocument() {}

        static boolean is(byte[] bytes) {
          return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("opendocument");
        }

        static SourceWorkbook read(byte[] bytes) {
          throw new IllegalStateException("made up");
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void ourFaultEndsWithThreeAndTheOtherFilesArePublished() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path good = Path.of("data/sample/ae_attendances/June-2020-revised-130521-sample.csv");
    Files.copy(good, in.resolve("june.csv"));
    Files.write(in.resolve("waits.ods"), "PK\3\4 mimetype application/vnd.oasis.opendocument.spreadsheet"
        .getBytes(StandardCharsets.ISO_8859_1));
    Path store = folder.resolve("store");
    Path printed = folder.resolve("printed");

    int exit = run(failingClasses(), printed, "refresh", "--from", in.toString(), "--to", store.toString());

    String text = Files.readString(printed);
    assertThat(exit).as(text).isEqualTo(ExitCode.BUG);
    assertThat(text)
        .contains(
            "waits.ods: Footprints failed while it read the file, which is our fault:", "made up (in format.OpenDocument")
        .doesNotContain("Download", "\tat ");
    CommandLineRunner figures =
        CommandLineRunner.run("query", "select count(*) > 0 from observations", "--at", store.toString());
    assertThat(figures.exit()).as(figures.err()).isZero();
    assertThat(figures.lines()).last().isEqualTo("true");
  }

  private Path failingClasses() throws IOException {
    Path source = Files.createDirectories(folder.resolve("failing/source")).resolve("OpenDocument.java");
    Path classes = Files.createDirectories(folder.resolve("failing/classes"));
    Files.writeString(source, FAILING);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath(), "-d", classes.toString(), source.toString());
    assertThat(compiled).isZero();
    return classes;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static int run(Path classes, Path printed, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("-Djdk.") || a.startsWith("-Dio.netty"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-Dlog4j2.configurationFile=log4j2.xml"));
    command.addAll(List.of("-cp", classes + File.pathSeparator + classPath(), Main.class.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile()).start().waitFor();
  }
}
