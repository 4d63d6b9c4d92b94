package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.check.CrossFileChecks;
import uk.footprints.pipeline.read.FileResult;

/** Organisations that a newer file of a month no longer has: their figures stay, and a warning names them. */
class DroppedOrganisationsTest {

  private static final Path JUNE = Path.of("data/sample/ae_attendances/June-2020-revised-130521-sample.csv");

  @TempDir private Path folder;

  private FileResult file(String name, List<String> lines) throws IOException {
    return SingleFileRead.written(folder, name, String.join("\n", lines) + "\n");
  }

  private List<Finding> findings(List<String> older, List<String> newer) throws IOException {
    FileResult first = file("June-2020-revised-130720-one.csv", older);
    FileResult second = file("June-2020-revised-130521-two.csv", newer);
    return CrossFileChecks.dropped(List.of(second, first));
  }

  private static List<String> without(List<String> lines, String... codes) {
    List<String> left = new ArrayList<>(lines);
    left.removeIf(line -> List.of(codes).contains(line.split(",")[1]));
    return left;
  }

  @Test
  void organisationsThatANewerFileLacksAreNamed() throws IOException {
    List<String> all = Files.readAllLines(JUNE);
    List<Finding> found = findings(all, without(all, "RBT", "RWJ"));
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.ORGANISATION_DROPPED);
    assertThat(found.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(found.get(0).message())
        .isEqualTo("no figures in June 2020 of 2 organisations that June-2020-revised-130720-one.csv has: RBT RWJ");
    assertThat(found.get(0).place().file()).isEqualTo("June-2020-revised-130521-two.csv");
  }

  @Test
  void newOrganisationsAndChangedFiguresAreNoFinding() throws IOException {
    List<String> all = Files.readAllLines(JUNE);
    assertThat(findings(without(all, "RBT"), all)).isEmpty();
    assertThat(findings(all, all.stream().map(line -> line.replace(",6451,", ",6452,")).toList())).isEmpty();
  }

  @Test
  void aFileThatRevisesAFewOrganisationsDropsNone() throws IOException {
    List<String> all = Files.readAllLines(JUNE);
    List<String> few = all.subList(0, 6);
    assertThat(findings(all, few)).isEmpty();
  }
}
