package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.catalogue.Tables;
import uk.footprints.release.Release;
import uk.footprints.runtime.ExitCode;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/** Checks {@code compare} on two releases: a new month, a revised figure and a missing organisation. */
@Tag("integration")
class CompareCommandTest {

  private static final Path GOLDEN = Path.of("jobs/src/test/resources/golden/compare.md");
  private static final String OLD = "20250101T120000Z-aaaaaaaa";
  private static final String NEW = "20250201T120000Z-bbbbbbbb";
  private static final YearMonth FIRST = YearMonth.of(2023, 10);

  @TempDir Path folder;

  @BeforeEach
  void make() throws IOException {
    List<RowCells> figures = new ArrayList<>();
    List<RowCells> totals = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      month(figures, totals, FIRST.plusMonths(i), 1000 + i % 3, 500);
    }
    release(OLD, "", figures, totals, 10.5, "answered");
    // A revision of one in a hundred, a month ten times as large, and an organisation that left it out.
    figures.set(0, figure("R1A", FIRST, 1010));
    totals.set(0, total(FIRST, 2, 1510));
    figures.add(figure("R1A", FIRST.plusMonths(15), 15_000));
    totals.add(total(FIRST.plusMonths(15), 1, 15_000));
    figures.remove(figures.size() - 2);
    totals.set(14, total(FIRST.plusMonths(14), 1, 1002));
    release(NEW, OLD, figures, totals, 12.25, "estimated");
  }

  private static void month(List<RowCells> figures, List<RowCells> totals, YearMonth month, double one, double other) {
    figures.add(figure("R1A", month, one));
    figures.add(figure("R1B", month, other));
    totals.add(total(month, 2, one + other));
  }

  private static RowCells figure(String org, YearMonth month, double value) {
    return row(
        Tables.OBSERVATIONS,
        Map.of(
            "dataset", "made_up", "measure", "made_up.people", "org_code", org, "org_role", "provider", "period_start",
            month.atDay(1), "period_end", month.atEndOfMonth(), "period_kind", "month", "value", value, "status", "reported"));
  }

  private static RowCells total(YearMonth month, long organisations, double total) {
    return row(
        Tables.TOTALS,
        Map.of(
            "dataset", "made_up", "measure", "made_up.people", "org_role", "provider", "period_start", month.atDay(1),
            "period_end", month.atEndOfMonth(), "period_kind", "month", "organisations", organisations, "total", total));
  }

  /** A row with some columns; of the others, what a row must have. */
  private static RowCells row(Table table, Map<String, Object> values) {
    assertThat(table.fields()).extracting(Field::name).containsAll(values.keySet());
    return RowCells.of(
        table.fields().stream().map(f -> values.getOrDefault(f.name(), f.required() ? some(f) : null)).toArray());
  }

  private static Object some(Field field) {
    return switch (field.type()) {
      case TEXT -> "-";
      case WHOLE -> 1L;
      case NUMBER -> 1.0;
      case DATE -> LocalDate.EPOCH;
      case FLAG -> false;
      case BYTES, BOX -> null;
    };
  }

  private void release(
      String id, String before, List<RowCells> figures, List<RowCells> totals, double rate, String status)
      throws IOException {
    Release release = new Release(new Store(folder.toString()), id);
    release.write(new TableData(Tables.OBSERVATIONS, figures));
    release.write(new TableData(Tables.TOTALS, totals));
    List<String> areas = before.isEmpty() ? List.of("E1", "E2") : List.of("E1", "E3");
    List<RowCells> rows =
        areas.stream().map(a -> row(Tables.AREAS, Map.of("geography", "made_up", "area_code", a))).toList();
    release.write(new TableData(Tables.AREAS, rows));
    release.write(new TableData(
        Tables.INDICATORS,
        List.of(
            row(
                Tables.INDICATORS,
                Map.of(
                    "indicator", "people_per_1000", "geography", "made_up", "basis", "as_was", "area_code", "E1",
                    "period_start", FIRST.atDay(1), "period_kind", "month", "value", rate, "status", status)))));
    Table headlines = Tables.find("headlines").orElseThrow();
    release.write(new TableData(
        headlines,
        List.of(
            row(headlines, Map.of("headline", "people", "ours", rate, "unit", "per 1,000", "status", status)))));
    List<Table> tables = List.of(Tables.OBSERVATIONS, Tables.TOTALS, Tables.AREAS, Tables.INDICATORS, headlines);
    release.describe(
        Map.of("made_at", "2025-01-01T12:00:00Z", "before", before),
        before.isEmpty() ? tables.subList(0, 4) : tables);
    assertThat(release.publish(before.isEmpty() ? Optional.empty() : Optional.of(before))).isTrue();
  }

  private CommandLineRunner run(String... words) {
    return CommandLineRunner.run(Stream.concat(Stream.of(words), Stream.of("--at", folder.toString())).toArray(String[]::new));
  }

  @Test
  void twoReleasesAreCompared() throws IOException {
    CommandLineRunner compared = run("compare");
    assertThat(compared.exit()).as(compared.err()).isEqualTo(ExitCode.DONE);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, compared.out());
    }
    assertThat(compared.out()).isEqualTo(Files.readString(GOLDEN));
    assertThat(run("compare", OLD, NEW).out()).isEqualTo(compared.out());
  }

  @Test
  void tablesAreWrittenInFull() throws IOException {
    Path out = folder.resolve("changes");
    CommandLineRunner compared = run("compare", "--out", out.toString());
    assertThat(compared.err()).contains("Written to " + out + ": changes.md and 7 tables.");
    assertThat(out.resolve("changes.md")).hasContent(compared.out());
    assertThat(out.resolve("values.csv"))
        .hasContent(
            "dataset,measure,figures,new,gone,changed,changed_sum_before,changed_sum_now\n"
                + "made_up,made_up.people,30,1,1,1,1000,1010");
    assertThat(out.resolve("schema.csv")).content().contains("headlines.ours,,number");
  }

  @Test
  void missingReleasesAreReported() {
    assertThat(run("compare", "20000101T000000Z-00000000"))
        .satisfies(c -> assertThat(c.exit()).isEqualTo(ExitCode.DATA))
        .satisfies(c -> assertThat(c.err()).contains("There is no release 20000101T000000Z-00000000 in"));
    assertThat(run("compare", OLD, OLD).out()).contains("No total changed more").contains("The same in both: schema, rows");
    assertThat(CommandLineRunner.run("compare", "--at", folder.resolve("none").toString()).err()).contains("There is no release in");
  }
}
