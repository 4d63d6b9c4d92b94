package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import uk.footprints.CommandLineRunner;
import uk.footprints.cli.settings.ConfigurationSources;
import uk.footprints.cli.settings.OptionKeys;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;

/** Checks that the environment overrides the file, and the command line overrides both. */
class ConfigCommandTest {

  @TempDir Path folder;

  private static OptionKeys keys() {
    CommandLine program = new CommandLine(CommandLine.Model.CommandSpec.create());
    Commands.all().forEach(program::addSubcommand);
    return new OptionKeys(program);
  }

  private List<String> words(Map<String, String> environment, String... words) {
    return ConfigurationSources.read(keys(), List.of(words), environment, folder).into(List.of(words));
  }

  @Test
  void laterSourcesTakePrecedence() throws IOException {
    Files.writeString(folder.resolve("footprints.conf"), "# ours\nrefresh.to = file\nrefresh.only = a, b\n");
    assertThat(words(Map.of(), "refresh")).containsExactly("refresh", "--only=a, b", "--to=file");
    Map<String, String> environment = Map.of("FOOTPRINTS_REFRESH_TO", "environment");
    assertThat(words(environment, "refresh")).contains("--to=environment").doesNotContain("--to=file");
    assertThat(words(environment, "refresh", "--to", "line")).containsExactly("refresh", "--only=a, b", "--to", "line");
    assertThat(words(environment, "verify")).containsExactly("verify");
  }

  @Test
  void theCommandLineDecidesBetweenExclusiveOptions() {
    Map<String, String> environment = Map.of("FOOTPRINTS_REFRESH_FROM", "folder");
    assertThat(words(environment, "refresh", "--live")).containsExactly("refresh", "--live");
    assertThat(words(environment, "refresh")).containsExactly("refresh", "--from=folder");
    assertThat(words(Map.of("FOOTPRINTS_REFRESH_LIVE", "true"), "refresh")).containsExactly("refresh", "--live");
    assertThatThrownBy(() -> words(Map.of("FOOTPRINTS_REFRESH_LIVE", "yes"), "refresh"))
        .isInstanceOf(UserException.class).hasMessageContaining("true or false");
  }

  @Test
  void unknownKeysAreReportedWithTheNearest() throws IOException {
    Files.writeString(folder.resolve("other.conf"), "refresh.too = a\n");
    assertThatThrownBy(() -> words(Map.of("FOOTPRINTS_CONFIG", "other.conf"), "refresh"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("\"refresh.too\" (other.conf, line 1)")
        .satisfies(e -> assertThat(((UserException) e).next()).contains("refresh.to"));
    assertThatThrownBy(() -> words(Map.of("FOOTPRINTS_REFERSH_TO", "a"), "refresh"))
        .isInstanceOf(UserException.class)
        .satisfies(e -> assertThat(((UserException) e).next()).contains("FOOTPRINTS_REFRESH_TO"));
    assertThatThrownBy(() -> words(Map.of(), "refresh", "--config", "none.conf"))
        .isInstanceOf(UserException.class).hasMessageContaining("none.conf");
  }

  @Test
  void valuesAndOriginsAreShownButSecretsAreMasked() throws IOException {
    Path file = Files.writeString(folder.resolve("a.conf"), "refresh.to = hdfs:///s\nrefresh.lineage-key = hidden\n");
    CommandLineRunner shown = CommandLineRunner.run("config", "--config", file.toString(), "refresh", "--only", "kh03_beds");
    assertThat(shown.exit()).as(shown.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown.out())
        .containsPattern("refresh.to +hdfs:///s +a.conf, line 1")
        .containsPattern("refresh.only +kh03_beds +option")
        .containsPattern("refresh.master +default")
        .containsPattern("refresh.lineage-key +\\*\\*\\* +a.conf, line 2")
        .doesNotContain("hidden");
  }
}
