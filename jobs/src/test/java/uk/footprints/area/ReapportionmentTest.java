package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Reapportionment.Moved;
import uk.footprints.area.Reapportionment.SmallArea;

class ReapportionmentTest {

  /** A lies in X whole; three quarters of B's people live in X, one in Y; C lies in Y whole. */
  private static final Reapportionment MOVE =
      Reapportionment.by(
          List.of(
              new SmallArea("1", "A", "X", 100),
              new SmallArea("2", "B", "X", 200),
              new SmallArea("3", "B", "X", 100),
              new SmallArea("4", "B", "Y", 100),
              new SmallArea("5", "C", "Y", 50)));

  @Test
  void figures_follow_the_people() {
    assertThat(MOVE.move(Map.of("A", 60.0, "B", 80.0, "C", 20.0)))
        .containsExactly(new Moved("X", 120, 0.5), new Moved("Y", 40, 0.5));
  }

  @Test
  void the_total_is_kept() {
    double total = MOVE.move(Map.of("A", 1.1, "B", 77.7, "C", 0.3)).stream().mapToDouble(Moved::value).sum();
    assertThat(total).isCloseTo(79.1, within(1e-12));
  }

  @Test
  void what_nests_is_reliable() {
    assertThat(MOVE.move(Map.of("A", 60.0))).containsExactly(new Moved("X", 60, 1));
    assertThat(MOVE.move(Map.of("B", 0.0))).containsExactly(new Moved("X", 0, 1), new Moved("Y", 0, 1));
  }

  @Test
  void age_groups_are_moved_apart_and_added() {
    Reapportionment old =
        Reapportionment.by(List.of(new SmallArea("1", "B", "X", 10), new SmallArea("2", "B", "Y", 90)));
    List<Moved> sum = Reapportionment.sum(List.of(MOVE.move(Map.of("B", 80.0, "A", 10.0)),
        old.move(Map.of("B", 100.0))));
    assertThat(sum).containsExactly(new Moved("X", 80, 0.125), new Moved("Y", 110, 0));
  }

  @Test
  void unknown_and_empty_areas_are_named() {
    assertThatThrownBy(() -> MOVE.move(Map.of("Z", 1.0))).hasMessage("No small area is in Z.");
    assertThatThrownBy(() -> Reapportionment.by(List.of(new SmallArea("1", "A", "X", 0))))
        .hasMessage("Nobody lives in A: it cannot be shared out.");
    assertThatThrownBy(() -> Reapportionment.by(List.of(new SmallArea("1", "A", "X", -1))))
        .hasMessage("The small area 1 has a population of -1.0.");
  }

  /** From the footprints of 2021 to the boards of 2022: Glossop, Bassetlaw and West Birmingham moved. */
  @Test
  void real_small_areas() throws IOException {
    Map<String, String> from = lookup("lookup_lsoa11_ccg21_stp21_ltla21.csv", "stp21_code");
    Map<String, String> to = lookup("lookup_lsoa11_sicbl22_icb22_ltla22.csv", "icb22_code");
    Path population = SharedFiles.published("population/lsoa/population20_lsoa11.csv");
    Map<String, Double> people =
        SmallAreaReader.population(
            "population20_lsoa11.csv", Files.newInputStream(population), "lsoa11_code", List.of("total_population"));
    Reapportionment move = Reapportionment.by(from, to, people);
    assertThat(move.shares()).hasSize(42);
    Map<String, Double> figures = new TreeMap<>();
    move.shares().keySet().forEach(code -> figures.put(code, 1000.0));
    List<Moved> moved = move.move(figures);
    assertThat(moved).hasSize(42);
    assertThat(moved.stream().mapToDouble(Moved::value).sum()).isCloseTo(42_000, within(1e-6));
    Map<String, Moved> byArea = moved.stream().collect(Collectors.toMap(Moved::areaCode, m -> m));
    assertThat(byArea.get("E54000027")).isEqualTo(new Moved("E54000027", 1000, 1)); // North West London stayed
    assertThat(byArea.get("E54000058").value()).isGreaterThan(1000); // Derbyshire gained Glossop
    assertThat(byArea.get("E54000058").reliability()).isBetween(0.9, 0.999);
    assertThat(byArea.get("E54000057").reliability()).isZero(); // Greater Manchester is what a split left
  }

  private static Map<String, String> lookup(String file, String column) throws IOException {
    Path path = SharedFiles.published("lookups/geographr_converted/" + file);
    return SmallAreaReader.lookup(file, Files.newInputStream(path), "lsoa11_code", column);
  }
}
