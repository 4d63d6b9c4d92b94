package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.RowCells;

/** Figures below zero: kept where they mean something, refused and counted where something is counted. */
class SignedFiguresTest {

  @TempDir private Path folder;

  private static List<Object> column(FileResult file, int at) {
    return SingleFileRead.rows(file).stream().map((RowCells row) -> row.value(at)).toList();
  }

  @Test
  void placesWestOfGreenwichKeepTheirLongitude() throws IOException {
    String text =
        """
        OrganisationID¬OrganisationCode¬OrganisationType¬SubType¬Sector¬OrganisationStatus¬IsPimsManaged¬OrganisationName\
        ¬Address1¬Address2¬Address3¬City¬County¬Postcode¬Latitude¬Longitude¬ParentODSCode¬ParentName¬Phone¬Email¬Website¬Fax
        1¬RZZ01¬Hospital¬Hospital¬NHS Sector¬Visible¬True¬West Hospital¬¬¬¬Truro¬¬TR1 1AA¬50.26¬-5.09¬RZZ¬A Trust¬¬¬¬
        2¬RZZ02¬Hospital¬Hospital¬NHS Sector¬Visible¬True¬East Hospital¬¬¬¬Norwich¬¬NR1 1AA¬52.62¬1.22¬RZZ¬A Trust¬¬¬¬
        """;
    FileResult file = SingleFileRead.written(folder, "Hospital.csv", text);
    assertThat(column(file, 6)).containsExactly(-5.09, 1.22);
    assertThat(file.transformed().findings()).extracting(Finding::kind).doesNotContain(Kind.NEGATIVE_COUNT);
  }

  @Test
  void practicesWithCountsBelowZeroAreRefusedAndTheRunSaysSo() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n");
    for (int i = 0; i < 60; i++) {
      text.append(
          "GP_PRAC_PAT_LIST,01APR2019,GP,00C,E38000042,A%05d,AB1 2CD,ALL,ALL,%d\n"
              .formatted(81_000 + i, i < 3 ? -5_000 : 5_000));
    }
    FileResult file = SingleFileRead.written(folder, "gp-reg-pat-prac-all.csv", text.toString());
    assertThat(file.transformed().findings()).filteredOn(f -> f.severity() == Severity.INCOMPLETE)
        .extracting(Finding::message)
        .containsExactly("3 of 60 figures (5.0%) could not be read; they count as missing");
  }
}
