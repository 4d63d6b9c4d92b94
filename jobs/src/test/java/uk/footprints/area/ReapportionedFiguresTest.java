package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.area.ReapportionedFigures.Ground;
import uk.footprints.area.Reapportionment.Moved;

/** Worked by hand: A is cut between X and Y, where Y is old and X young; B lies in Y whole. */
class ReapportionedFiguresTest {

  private static final List<Ground> GROUND =
      List.of(
          new Ground("1", "A", Map.of("X", 1.0), bands(300, 100)),
          new Ground("2", "A", Map.of("Y", 1.0), bands(100, 300)),
          new Ground("3", "B", Map.of("Y", 1.0), bands(50, 50)));

  @TempDir private Path folder;

  private static double[] bands(double children, double old) {
    double[] bands = new double[19];
    bands[1] = children;
    bands[17] = old;
    return bands;
  }

  @Test
  void all_ages_go_by_all_people() throws IOException {
    assertThat(ReapportionedFigures.move(figures("area_code,value\nA,80\nB,10\n"), GROUND))
        .containsExactly(new Moved("X", 40, 0), new Moved("Y", 50, 0.2));
  }

  @Test
  void an_age_group_goes_by_people_of_that_age_and_the_total_is_kept() throws IOException {
    List<Moved> moved =
        ReapportionedFigures.move(figures("area_code,ages,value\nA,5-9,80\nA,85+,80\nB,85+,10\n"), GROUND);
    assertThat(moved).extracting(Moved::value).containsExactly(80.0, 90.0);
    assertThat(moved.get(1).reliability()).isCloseTo(10 / 90.0, within(1e-12));
  }

  @Test
  void a_band_that_is_cut_is_taken_to_be_even() {
    double[] bands = new double[19];
    java.util.Arrays.fill(bands, 10);
    assertThat(ReapportionedFigures.people(bands, 0, 17)).isCloseTo(36, within(1e-12));
    assertThat(ReapportionedFigures.people(bands, 0, Integer.MAX_VALUE)).isEqualTo(190);
    assertThat(ReapportionedFigures.people(bands, 90, Integer.MAX_VALUE)).isEqualTo(10);
  }

  @Test
  void faults_name_their_row() {
    assertThatThrownBy(() -> figures("area_code,value\nA,many\n"))
        .hasMessage("mine.csv, row 2: value \"many\" is not a number.");
    assertThatThrownBy(() -> figures("area_code,value\nA,1\nA,2\n"))
        .hasMessage("mine.csv, row 3: A has a figure already (mine.csv, row 2).");
    assertThatThrownBy(() -> figures("area_code,ages,value\nA,young,2\n"))
        .hasMessage("mine.csv, row 2: ages \"young\" is no age group.");
    assertThatThrownBy(() -> figures("code,value\nA,2\n"))
        .hasMessageStartingWith("mine.csv has no column \"area_code\"");
    assertThatThrownBy(() -> figures("area_code,value\n")).hasMessage("mine.csv has no figures.");
    assertThatThrownBy(() -> ReapportionedFigures.move(figures("area_code,value\nZ,2\n"), GROUND))
        .hasMessage("mine.csv, row 2: no small area is in Z: an unknown code, or one of another geography.");
  }

  private List<ReapportionedFigures.Figure> figures(String text) throws IOException {
    return ReapportionedFigures.read(Files.writeString(folder.resolve("mine.csv"), text));
  }
}
