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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.SparkTestSession;
import uk.footprints.analysis.RatePeople;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.Tables;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.parquet.TableReader;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.release.Release;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.storage.Store;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;

/**
 * Refreshes two stores with different datasets, indicators and targets of an analyst at once in one process: neither
 * disturbs the other.
 */
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
          - {id: %1$s.late, quantity: Late visits, unit: visits, heading: Late, definition: Late visits in the month.}
        layouts:
          - name: from 2016
            columns:
              - {role: period, heading: Month}
              - {role: org_code, heading: Code}
              - {role: org_name, heading: Name}
              - measures: [%1$s.visits, %1$s.late]
        """.formatted(id);
  }

  /** An indicator that has the same id in both stores, and another meaning in each. */
  private static String indicator(String id, String part) {
    return """
        id: late_visits
        title: Visits of %1$s that were late
        definition: Made up.
        unit: '%%'
        dataset: %1$s
        numerator: %1$s.%2$s
        denominator: %1$s.visits
        weight: %1$s.visits
        direction: lower_is_better
        caveats: [Made up.]
        reviewed: 2026-11-30
        source: made up
        """.formatted(id, part);
  }

  private static String targets(String id) {
    return "target,title,indicator,quantity,geography,area,direction,kind,amount,base_year,due,source\n"
        + id + "_late,Few are late,late_visits,value,*,*,at_most,level,5,,,made up\n";
  }

  private Store refresh(String id, int visits, String part) {
    try {
      Path in = folder.resolve(id + "-in");
      Files.createDirectories(in);
      Files.writeString(
          in.resolve(id + ".csv"),
          "Month,Code,Name,Visits of %s,Late\nDecember 2016,RTE,A,%d,1\nDecember 2016,RTQ,B,2,1\n"
              .formatted(id, visits));
      RefreshOptions options =
          new RefreshOptions(
              List.of(), null, LocalDate.of(2026, 1, 1), false, RefreshOptions.Records.USUAL,
              List.of(new DeclarationFile(id + ".yaml", declaration(id))), false,
              new RefreshOptions.OwnTables(
                  List.of(new DeclarationFile("late.yaml", indicator(id, part))),
                  List.of(new DeclarationFile("targets.csv", targets(id))), List.of()),
              RatePeople.RESIDENTS);
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
        .map(RowCells::toString)
        .toList();
  }

  @Test
  void eachStoreHasItsOwnDatasetsAndFigures() throws Exception {
    SparkTestSession.context();
    CompletableFuture<Store> clinics = CompletableFuture.supplyAsync(() -> refresh("clinics", 11, "late"));
    CompletableFuture<Store> surgeries = CompletableFuture.supplyAsync(() -> refresh("surgeries", 22, "visits"));
    assertThat(rows(clinics.get(), Tables.OBSERVATIONS, "measure", "org_code", "value"))
        .containsExactlyInAnyOrder(
            "[clinics.visits, RTE, 11.0]", "[clinics.visits, RTQ, 2.0]", "[clinics.late, RTE, 1.0]",
            "[clinics.late, RTQ, 1.0]");
    assertThat(rows(surgeries.get(), Tables.OBSERVATIONS, "measure", "org_code", "value"))
        .containsExactlyInAnyOrder(
            "[surgeries.visits, RTE, 22.0]", "[surgeries.visits, RTQ, 2.0]", "[surgeries.late, RTE, 1.0]",
            "[surgeries.late, RTQ, 1.0]");
    assertThat(rows(clinics.get(), Tables.MEASURES, "measure"))
        .contains("[clinics.visits]").doesNotContain("[surgeries.visits]");
    assertThat(rows(surgeries.get(), Tables.MEASURES, "measure"))
        .contains("[surgeries.visits]").doesNotContain("[clinics.visits]");
    assertThat(country(clinics.get())).containsOnly("[late_visits, E92000001, 2.0, 13.0]");
    assertThat(country(surgeries.get())).containsOnly("[late_visits, E92000001, 24.0, 24.0]");
    assertThat(plans(clinics.get())).contains("[clinics_late]").doesNotContain("[surgeries_late]");
    assertThat(plans(surgeries.get())).contains("[surgeries_late]").doesNotContain("[clinics_late]");
  }

  private static List<String> country(Store store) throws IOException {
    return rows(store, Tables.INDICATORS, "indicator", "area_code", "numerator", "denominator").stream()
        .filter(row -> row.startsWith("[late_visits, E92000001"))
        .distinct()
        .toList();
  }

  private static List<String> plans(Store store) throws IOException {
    return rows(store, Tables.find("plans").orElseThrow(), "target");
  }
}
