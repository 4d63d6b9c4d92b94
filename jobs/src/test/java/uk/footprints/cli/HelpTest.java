package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import uk.footprints.CommandLineRunner;
import uk.footprints.runtime.ExitCode;

/** What a person finds without reading the source: help, completion, and describe. */
class HelpTest {

  @TestFactory
  Stream<DynamicTest> everyCommandHasHelpWithExamples() {
    return Commands.all().stream().map(job -> DynamicTest.dynamicTest(job.getClass().getSimpleName(), () -> {
      CommandLine line = new CommandLine(job);
      CommandLineRunner help = CommandLineRunner.run(line.getCommandName(), "--help");
      assertThat(help.exit()).isZero();
      assertThat(help.out()).contains("Usage: footprints " + line.getCommandName()).contains("Example");
    }));
  }

  @ParameterizedTest
  @CsvSource({"bash", "zsh"})
  void aShellIsToldEveryCommand(String shell) {
    String script = CommandLineRunner.run("completion", shell).out();
    for (CliCommand job : Commands.all()) {
      assertThat(script).contains(new CommandLine(job).getCommandName());
    }
    assertThat(script).contains("variation", "ga_bed_occupancy", "geography");
  }

  @Test
  void bashCompletesWithTheScript() throws IOException, InterruptedException {
    Path bash = Path.of("/bin/bash");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(bash), "there is no bash here");
    Path script = Files.createTempFile("completion", ".bash");
    Files.writeString(script, CommandLineRunner.run("completion", "bash").out()
        + "\nCOMP_WORDS=(footprints rep); COMP_CWORD=1; _complete_footprints; echo \"${COMPREPLY[@]}\"\n");
    Process process = new ProcessBuilder(bash.toString(), script.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().toList()).last().asString().isEqualTo("report");
    Files.delete(script);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "observations | published_on",
        "kh03_beds | published by",
        "ga_bed_occupancy | better",
        "variation | How far do areas differ",
        "mar.non_elective | published as",
        "observations.org_code | ODS code",
        "lower_998 | column     indicators.lower_998",
        "A&E attendances Type 1 | read as ae.attendances.type_1",
      })
  void everythingWithANameIsDescribed(String name, String says) {
    CommandLineRunner run = CommandLineRunner.run("describe", name);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attendances over 4hrs | measure    ae.over_4h.type_1",
        "over 4HRS attendances | ae.over_4h.type_1",
        "Attendances > 4hrs, over | ae.over_4h.type_1",
        "A&E attendances Type 1 | heading    \"A&E attendances Type 1\" (in ae_attendances)",
        "funnel | column     variation.funnel_lower_95",
        "commissioning group | table      population",
        "how far do areas differ | report     variation",
        "Org Code | read as the org code",
      })
  void everythingIsFoundByItsWords(String words, String line) {
    assertThat(CommandLineRunner.run("describe", "--find", words).out()).contains(line);
  }

  @ParameterizedTest
  @CsvSource({"observatons, observations", "variaton, variation", "ga_bed_ocupancy, ga_bed_occupancy", "kh03, kh03_beds",
    "lower_999, lower_998"})
  void nearMissesAreSuggested(String wrong, String right) {
    CommandLineRunner run = CommandLineRunner.run("describe", wrong);
    assertThat(run.exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(run.err()).contains("Try: use ").contains(right);
    assertThat(CommandLineRunner.run("describe", "--find", wrong + "x").err()).contains("Nothing mentions");
  }

  @Test
  void nothingLikeItSaysHowToLook() {
    CommandLineRunner run = CommandLineRunner.run("describe", "qqqqqqqqqqq");
    assertThat(run.exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(run.err()).contains("--find").doesNotContain("Try: use ");
    assertThat(List.of(CommandLineRunner.run("describe", "--find", "qqqqqqqqqqq").out())).containsExactly("");
  }
}
