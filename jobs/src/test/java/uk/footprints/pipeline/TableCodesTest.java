package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.pipeline.read.FileResult;

/** Checks that codes with marks, or in lower case, are read in the tables that datasets fill themselves. */
@Tag("integration")
class TableCodesTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");

  @TempDir private Path folder;

  private static List<String> rows(FileResult outcome) {
    return SingleFileRead.rows(outcome).stream().map(row -> row.values().subList(0, row.size() - 5).toString()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "admission_flows/2018.csv, procode3",
    "admission_flows/2018.csv, areacode",
    "allocations/practices_2016_2017.csv, Practice_Code",
    "lookups/ccg-successors.csv, old_ccg",
    "lookups/practices.csv, PRACTICE_CODE",
    "lookups/system-mapping.csv, ICB Code",
    "lookups/trust-stp.csv, code",
    "lookups/trust-final-2018.csv, final_code",
    "ods/successions.csv, new_code",
    "ods/paths.csv, new_code_0",
    "population/2018-tidy.csv, ccg18cd",
    "population_small_area/population19_lower.csv, lsoa11_code",
    "registered_patients/2019.csv, ORG_CODE",
    "registered_patients/2019.csv, ONS_CODE",
    "trust_catchments/2018.csv, Code",
    "trust_finances/accounts.csv, ORG_CODE"
  })
  void codesAreThoseOfTheRegister(String path, String heading) throws IOException {
    FileResult good = SingleFileRead.read(FIXTURES, folder, path);
    assertThat(rows(good)).isNotEmpty();
    List<String> lines = Files.readString(FIXTURES.resolve(path)).lines().toList();
    List<String> headings = Arrays.stream(lines.get(0).replace("\"", "").split(",")).map(String::strip).toList();
    int column = headings.indexOf(heading);
    assertThat(column).as("%s of %s", heading, headings).isNotNegative();
    for (String form : List.of("lower", "%s*", "%s\u00a0", "\u00a0%s", "%s (1)", "%s[note 2]", "%s\u00b9")) {
      String text =
          lines.get(0) + "\n"
              + lines.stream().skip(1).map(line -> marked(line, column, form)).collect(Collectors.joining("\n"));
      FileResult outcome = SingleFileRead.written(folder, path, text);
      assertThat(rows(outcome)).as(form).isEqualTo(rows(good));
      if (!form.equals("%s\u00a0") && !form.equals("\u00a0%s")) {
        assertThat(outcome.transformed().findings()).extracting(Finding::kind).as(form).contains(Kind.CODE_TIDIED);
      }
    }
  }

  private static String marked(String line, int column, String form) {
    String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    String bare = cells.length > column ? cells[column].replace("\"", "") : "";
    if (!bare.isEmpty() && !bare.equals("NA")) {
      cells[column] = form.equals("lower") ? bare.toLowerCase(Locale.ROOT) : form.formatted(bare);
    }
    return String.join(",", cells);
  }
}
