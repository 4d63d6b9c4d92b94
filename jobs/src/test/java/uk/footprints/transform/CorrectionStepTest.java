package uk.footprints.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Corrections;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.period.Period;

/** Checks that a correction applies while its cell is wrong, and is reported as outdated afterwards. */
class CorrectionStepTest {

  private static final String HEADER =
      "dataset,measure,org_code,org_role,period_start,published,corrected,reason,reported_on,source\n";

  private static Corrections corrections(String rows) {
    return Corrections.of(new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
  }

  private static SheetContent cell(double value) {
    ObservationBatchDraft.Row row = new ObservationBatchDraft.Row("RA1", "One", 7, List.of(CellValue.reported(value)));
    ObservationBatchDraft batch = new ObservationBatchDraft(
        "d", "provider", Period.month(2021, 3), "", List.of("m"), List.of(row));
    return new SheetContent(List.of(batch), List.of(), List.of(), RowAccounting.NONE, List.of(batch.period()));
  }

  private static CellValue figure(SheetContent content) {
    return content.batches().get(0).rows().get(0).values().get(0);
  }

  @Test
  void aWrongFigureIsReplacedAndThePublishedFigureIsReported() {
    SheetContent published = cell(10);
    SheetContent corrected =
        CorrectionStep.of(published, corrections("d,m,RA1,provider,2021-03-01,10,12,its parts add to 12,,seen\n"),
            Location.file("f"));
    assertThat(figure(corrected)).isEqualTo(CellValue.reported(12));
    assertThat(figure(published)).as("the published content does not change").isEqualTo(CellValue.reported(10));
    assertThat(corrected.findings()).extracting(Finding::kind).containsExactly(Kind.CORRECTED);
    assertThat(corrected.findings().get(0).sentence()).contains("row 7").contains("published as 10.00")
        .contains("12.00");
  }

  @Test
  void aFigureCanBeLeftOut() {
    SheetContent corrected =
        CorrectionStep.of(cell(10), corrections("d,m,RA1,provider,2021-03-01,10,exclude,not its own,,seen\n"),
            Location.file("f"));
    assertThat(figure(corrected)).isEqualTo(CellValue.missing());
  }

  @Test
  void aCorrectionThatThePublisherHasMadeSaysSo() {
    SheetContent left =
        CorrectionStep.of(cell(12), corrections("d,m,RA1,provider,2021-03-01,10,12,its parts add to 12,,seen\n"),
            Location.file("f"));
    assertThat(figure(left)).isEqualTo(CellValue.reported(12));
    assertThat(left.findings()).extracting(Finding::kind).containsExactly(Kind.CORRECTION_OUTDATED);
  }
}
