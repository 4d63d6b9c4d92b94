package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.analysis.RatePeople;
import uk.footprints.SparkTestSession;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.Tables;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.parquet.TableReader;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.release.Release;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;

/** Refreshes two stores with different datasets of an analyst at once in one process: neither disturbs the other. */
class TwoStoresTest {

  @TempDir Path folder;

  private static String declaration(String id) {
    return """
        id: %1$s
        title: A made-up publication
        publisher: A council
        cadence: {published: monthly, months_after: 1, page: its site}
        by_hand: It comes by letter.
        caveats: [Made up.]
        rows:
          period: {kind: month, from: [columns]}
          organisations:
            - is: provider
        measures:
          - {id: %1$s.visits, quantity: Visits, unit: visits, heading: Visits of %1$s, definition: Visits in the month.}
        layouts:
          - name: from 2016
            columns:
              - {role: period, heading: Month}
              - {role: org_code, heading: Code}
              - {role: org_name, heading: Name}
              - {measure: %1$s.visits}
        """.formatted(id);
  }

  private Store refresh(String id, int visits) {
    try {
      Path in = folder.resolve(id + "-in");
      Files.createDirectories(in);
      Files.writeString(
          in.resolve(id + ".csv"),
          "Month,Code,Name,Visits of %s\nDecember 2016,RTE,A,%d\nDecember 2016,RTQ,B,2\n".formatted(id, visits));
      RefreshOptions options =
          new RefreshOptions(
              List.of(), null, LocalDate.of(2026, 1, 1), false, RefreshOptions.Records.USUAL,
              List.of(new DeclarationFile(id + ".yaml", declaration(id))), false,
              RefreshOptions.OwnTables.NONE, RatePeople.RESIDENTS);
      Store store = new Store(folder.resolve(id + "-store").toString());
      PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      int exit =
          new RefreshPipeline(
              new Console(nobody, nobody, false), Clock.system(), new Store(in.toString()), store, options, "local[2]")
              .run();
      assertThat(exit).isZero();
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> rows(Store store, Table table, String... columns) throws IOException {
    Release release = new Release(store, store.findCurrent().orElseThrow());
    return new ReleaseReader(release).rows(new TableReader(table, List.of(columns), Map.of())).stream()
        .map(Arrays::toString)
        .toList();
  }

  @Test
  void eachStoreHasItsOwnDatasetsAndFigures() throws Exception {
    SparkTestSession.context();
    CompletableFuture<Store> clinics = CompletableFuture.supplyAsync(() -> refresh("clinics", 11));
    CompletableFuture<Store> surgeries = CompletableFuture.supplyAsync(() -> refresh("surgeries", 22));
    assertThat(rows(clinics.get(), Tables.OBSERVATIONS, "dataset", "org_code", "value"))
        .containsExactly("[clinics, RTE, 11.0]", "[clinics, RTQ, 2.0]");
    assertThat(rows(surgeries.get(), Tables.OBSERVATIONS, "dataset", "org_code", "value"))
        .containsExactly("[surgeries, RTE, 22.0]", "[surgeries, RTQ, 2.0]");
    assertThat(rows(clinics.get(), Tables.MEASURES, "measure"))
        .contains("[clinics.visits]").doesNotContain("[surgeries.visits]");
    assertThat(rows(surgeries.get(), Tables.MEASURES, "measure"))
        .contains("[surgeries.visits]").doesNotContain("[clinics.visits]");
  }
}
