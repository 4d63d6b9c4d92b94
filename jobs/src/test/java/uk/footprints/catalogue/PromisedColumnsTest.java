package uk.footprints.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.table.Table;

/**
 * Columns that others build on: {@code data/promised_columns.csv}. A promised column keeps its name, its type and its
 * place; new ones come after them. Nothing writes this file but a person, who also writes the changelog.
 */
class PromisedColumnsTest {

  private static final Path PROMISED = Path.of("data/promised_columns.csv");

  private static Map<String, List<String>> promised() throws IOException {
    Map<String, List<String>> byTable = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PROMISED).subList(1, Files.readAllLines(PROMISED).size())) {
      String[] cells = line.split(",");
      List<String> columns = byTable.computeIfAbsent(cells[0], t -> new ArrayList<>());
      columns.add(cells[2] + " " + cells[3]);
      assertThat(cells[1]).as(line).isEqualTo(String.valueOf(columns.size()));
    }
    return byTable;
  }

  @Test
  void promisedColumnsKeepNameTypeAndPlace() throws IOException {
    promised().forEach((name, columns) -> {
      Table table = Tables.find(name).orElseThrow(() -> new AssertionError("the promised table " + name + " is gone"));
      List<String> now =
          table.fields().stream().map(f -> f.name() + " " + f.type().name().toLowerCase(Locale.ROOT)).toList();
      assertThat(now).as("columns of %s, as promised in %s", name, PROMISED).startsWith(columns.toArray(String[]::new));
    });
  }

  @Test
  void theTablesThatPeopleStartWithArePromisedWhole() throws IOException {
    for (String name : List.of("observations", "vintages", "indicators", "areas", "memberships", "headlines")) {
      assertThat(promised().get(name)).as("promised columns of %s", name)
          .hasSize(Tables.find(name).orElseThrow().fields().size());
    }
  }
}
