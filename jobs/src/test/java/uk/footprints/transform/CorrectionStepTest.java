package uk.footprints.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Corrections;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.period.Period;

/** A correction is applied while its cell is wrong, and says so once it is not. */
class CorrectionStepTest {

  private static final String HEADER =
      "dataset,measure,org_code,org_role,period_start,published,corrected,reason,reported_on,source\n";

  private static Corrections corrections(String rows) {
    return Corrections.of(new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
  }

  private static TransformResult cell(double value) {
    ObservationBatch block =
        new ObservationBatch(
            "d", "provider", Period.month(2021, 3), new ObservationBatch.Origin("0", LocalDate.EPOCH, "provisional"), "",
            new String[] {"m"}, new String[] {"RA1"}, new String[] {"One"}, new int[] {7}, new double[][] {{value}},
            new CellStatus[][] {{CellStatus.REPORTED}});
    return new TransformResult(List.of(block), List.of(), List.of(), RowAccounting.NONE, List.of(block.period()));
  }

  @Test
  void aWrongFigureIsReplacedAndWhatWasPublishedIsSaid() {
    TransformResult mended =
        CorrectionStep.of(cell(10), corrections("d,m,RA1,provider,2021-03-01,10,12,its parts add to 12,,seen\n"), Location.file("f"));
    assertThat(mended.blocks().get(0).values()[0][0]).isEqualTo(12);
    assertThat(mended.findings()).extracting(Finding::kind).containsExactly(Kind.CORRECTED);
    assertThat(mended.findings().get(0).sentence()).contains("row 7").contains("published as 10.00").contains("12.00");
  }

  @Test
  void aFigureCanBeLeftOut() {
    TransformResult mended =
        CorrectionStep.of(cell(10), corrections("d,m,RA1,provider,2021-03-01,10,exclude,not its own,,seen\n"), Location.file("f"));
    assertThat(mended.blocks().get(0).statuses()[0][0]).isEqualTo(CellStatus.MISSING);
  }

  @Test
  void aCorrectionThatThePublisherHasMadeSaysSo() {
    TransformResult left =
        CorrectionStep.of(cell(12), corrections("d,m,RA1,provider,2021-03-01,10,12,its parts add to 12,,seen\n"), Location.file("f"));
    assertThat(left.blocks().get(0).values()[0][0]).isEqualTo(12);
    assertThat(left.findings()).extracting(Finding::kind).containsExactly(Kind.CORRECTION_OUTDATED);
  }
}
