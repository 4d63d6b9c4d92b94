package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.pipeline.read.FileResult;

/** Checks that a known form without figures is left with a sentence that says what it is and what to do. */
@Tag("integration")
class UnreadDesignTest {

  @TempDir private Path folder;

  private FileResult read(String text) throws IOException {
    return SingleFileRead.written(folder, "file.csv", text);
  }

  private static Finding only(FileResult outcome) {
    assertThat(outcome.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(outcome.transformed().findings()).hasSize(1);
    return outcome.transformed().findings().get(0);
  }

  @Test
  void aListOfTrustsIsNoScheduleOfCosts() throws IOException {
    Finding finding = only(read("\"Org.Code\",\"MFF\",\"RCI\",\"City\"\n\"RTE\",1.05,98.2,\"Nowhere\"\n"));
    assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN_FILE);
    assertThat(finding.dataset()).isEqualTo("reference_costs");
    assertThat(finding.message()).startsWith("it is a list of trusts with the market forces factor");
    assertThat(finding.next()).isEqualTo(
        "Run footprints fetch --only reference_costs, which fetches the national schedules.");
  }

  @Test
  void aBlankFormHasNoFigures() throws IOException {
    Finding finding = only(read(",NHS England\n,Illustrative TAC - accounts form 2024/25\n,Table ID,1\n"));
    assertThat(finding.dataset()).isEqualTo("tac");
    assertThat(finding.message()).contains("blank form").contains("has no figures");
  }

  @Test
  void anotherListIsStillUnknown() throws IOException {
    Finding finding = only(read("Org.Code,RCI,City\nRTE,98.2,Nowhere\n"));
    assertThat(finding.dataset()).isEmpty();
    assertThat(finding.message()).doesNotContain("list of trusts");
  }
}
