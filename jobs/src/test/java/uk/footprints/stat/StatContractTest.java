package uk.footprints.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.stat.StatCommandLine.stat;
import static uk.footprints.stat.StatCommandLine.statOn;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.runtime.ExitCode;

/** The layout of what {@code footprints stat} reads and gives. */
class StatContractTest {

  private static final String ESTIMATE = "value,lower_95,upper_95,lower_998,upper_998,method,status,reason";

  @TempDir private Path folder;

  @Test
  void theInputsColumnsComeFirstInInputOrder() {
    StatCommandLine run = statOn(folder, "rate", "note,numerator,denominator\nb,2,100\na,1,100\n", "multiplier=100");
    assertThat(run.header()).isEqualTo("note,numerator,denominator," + ESTIMATE);
    assertThat(run.rows()).extracting(row -> row.text("note") + row.text("value")).containsExactly("b2", "a1");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aRowAGroupGivesTheGroupsColumnsFirst() {
    String csv = "region,year,value\nN,1,3\nN,1,5\nS,1,7\nS,2,9\n";
    assertThat(statOn(folder, "mean", csv, "group=region,year").header()).isEqualTo("region,year," + ESTIMATE);
    assertThat(statOn(folder, "mean", csv, "group=region").rows()).extracting(row -> row.text("value"))
        .containsExactly("4", "8");
    assertThat(statOn(folder, "mean", csv).rows()).extracting(row -> row.text("value")).containsExactly("6");
  }

  @Test
  void theGroupIsAreaElseSetElseCase() {
    assertThat(statOn(folder, "mean", "case_id,set,area,value\n1,1,A,2\n").header()).startsWith("area,value");
    assertThat(statOn(folder, "mean", "case_id,set,value\n1,1,2\n").header()).startsWith("set,value");
    assertThat(statOn(folder, "mean", "case_id,value\n1,2\n").header()).startsWith("case_id,value");
  }

  @Test
  void aParameterIsASettingOrAColumn() {
    String csv = "numerator,denominator,multiplier\n1,100,1000\n";
    assertThat(statOn(folder, "rate", csv).rows().get(0).text("value")).isEqualTo("10");
    assertThat(statOn(folder, "rate", csv, "multiplier=100").rows().get(0).text("value")).isEqualTo("1");
  }

  @Test
  void aResultTakesThePlaceOfAColumnOfItsName() {
    StatCommandLine run = statOn(folder, "rate", "method,numerator,denominator\nmine,1,100\n");
    assertThat(run.header()).isEqualTo("numerator,denominator," + ESTIMATE);
    assertThat(run.err()).isEqualTo("The result replaces the input's column method.\n");
  }

  @Test
  void withheldCountsAreBoundsAndNeverZero() {
    StatCommandLine run = statOn(folder, "rate", "area,numerator,denominator\nA,*,100000\nB,*,100000000\n");
    assertThat(run.rows()).extracting(row -> row.text("value") + "|" + row.text("reason")).containsExactly(
        "|a count is withheld: between 1.0 and 7.0",
        "|a count is withheld: between 0.0010 and 0.0070");
  }

  @Test
  void theAnswerCanGoToAFile() throws IOException {
    Path in = Files.writeString(folder.resolve("in.csv"), "numerator,denominator\n1,100\n");
    Path out = folder.resolve("out.csv");
    StatCommandLine run = stat("rate", "--in", in.toString(), "--out", out.toString());
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(out)).startsWith("numerator,denominator," + ESTIMATE);
  }

  @Test
  void everyMethodHasHelpWithExamples() {
    StatCommandLine list = stat("--list");
    assertThat(list.exit()).isEqualTo(ExitCode.DONE);
    for (MethodGuide guide : StatMethods.guides()) {
      assertThat(list.out()).contains(guide.name());
      for (StatCommandLine help : new StatCommandLine[] {stat(guide.name(), "--help"), stat("--help", guide.name())}) {
        assertThat(help.exit()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).startsWith(guide.name() + ": " + guide.summary());
        guide.reads().forEach(column -> assertThat(help.out()).contains("  " + column + " "));
        guide.allSettings().forEach(setting -> assertThat(help.out()).contains("e.g. " + setting.name() + "="));
        assertThat(help.out()).contains(String.join(", ", guide.adds()));
      }
    }
    assertThat(stat("--help").out()).contains("Usage: footprints stat");
  }

  @Test
  void tenThousandRowsTakeLessThanTwoSeconds() {
    String rows =
        IntStream.range(0, 10_000).mapToObj(i -> "A%d,%d,1000\n".formatted(i, i % 50)).collect(Collectors.joining());
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    StatCommandLine run = statOn(folder, "funnel-rate", "area,count,pop\n" + rows);
    assertThat((clock.getCurrentThreadCpuTime() - start) / 1e9).as("seconds of work").isLessThan(2);
    assertThat(run.rows()).hasSize(10_000);
  }
}
