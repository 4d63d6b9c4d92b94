package uk.footprints.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.footprints.dataset.Dataset;
import uk.footprints.fetch.AllowedHosts;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LandingPage;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.WorkbookReader;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.NamedFigure;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutMatches;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.ObservationBatchDraft;
import uk.footprints.transform.SheetContent;

/** The contract of the whole catalogue: what somebody forgot is named, with the place where it belongs. */
class CatalogueTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");

  private static List<Path> fixtures(Dataset dataset) throws IOException {
    Path folder = FIXTURES.resolve(dataset.id());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyEraHasAFixtureThatIsRead() {
    return Datasets.all().stream().map(d -> DynamicTest.dynamicTest(d.id(), () -> check(d)));
  }

  private static void check(Dataset dataset) throws Exception {
    Set<String> shown = new TreeSet<>();
    for (Path fixture : fixtures(dataset)) {
      SourceWorkbook book = WorkbookReader.read(Files.readAllBytes(fixture));
      List<HeaderRows> sheets = book.sheets().stream().map(HeaderRows::of).toList();
      LayoutMatches matches = LayoutMatches.of(sheets, dataset.layouts());
      assertThat(matches.found()).as("%s is recognised as %s", fixture, dataset.id()).isTrue();
      for (Dataset other : Datasets.all()) {
        List<Sheet> claimed = LayoutMatches.of(sheets, other.layouts()).matches().stream().map(HeaderMatch::sheet).toList();
        boolean both = matches.matches().stream().anyMatch(proof -> claimed.contains(proof.sheet()));
        assertThat(both && other != dataset)
            .as("a sheet of %s is of %s only, not of %s as well", fixture, dataset.id(), other.id())
            .isFalse();
      }
      for (HeaderMatch proof : matches.matches()) {
        SheetContent rows = dataset.conform(proof, Location.file(fixture.getFileName().toString()));
        assertThat(rows.accounting().balances()).as("%s: %s", fixture, rows.accounting()).isTrue();
        assertThat(rows.accounting().observed()).as("rows of organisations in %s", fixture).isPositive();
        shown.add(proof.layout().era());
        for (ObservationBatchDraft batch : rows.batches()) {
          assertThat(dataset.measures().stream().map(Measure::id).toList()).containsAll(batch.measures());
        }
      }
    }
    List<String> forgotten =
        dataset.layouts().stream().map(Layout::era).filter(era -> !shown.contains(era)).toList();
    assertThat(forgotten)
        .as("put a small file of each of these eras in %s", FIXTURES.resolve(dataset.id()))
        .isEmpty();
  }

  @Test
  void everyMeasureIsDescribed() {
    for (Dataset dataset : Datasets.all()) {
      Set<String> described = new HashSet<>();
      for (Measure measure : dataset.measures()) {
        assertThat(described.add(measure.id())).as("%s is twice in %s", measure.id(), dataset.id()).isTrue();
        assertThat(List.of(measure.quantity(), measure.unit(), measure.publishedAs(), measure.definition()))
            .as("words of %s in %s", measure.id(), dataset.id())
            .doesNotContain("");
        assertThat(measure.id()).matches("[a-z0-9_.]+");
      }
      for (Layout layout : dataset.layouts()) {
        for (LayoutColumn column : layout.columns()) {
          boolean keyed = layout.columns().stream().anyMatch(c -> c.role() == LayoutColumn.Role.KEY);
          boolean plain = column.role() == LayoutColumn.Role.MEASURE && dataset.tables().isEmpty() && !keyed;
          boolean template = column.name().contains("{");
          if (plain && column.pattern().isEmpty() && !template) {
            assertThat(described).as("measures of %s, era %s", dataset.id(), layout.era()).contains(column.name());
          }
        }
      }
      assertThat(dataset.warnings()).as("what to mind with %s", dataset.id()).isNotEmpty();
    }
  }

  /** Addresses over TLS, of hosts that may be asked; patterns; or a sentence why files come by hand. */
  @Test
  void everyDatasetSaysWhereItsFilesAre() {
    for (Dataset dataset : Datasets.all()) {
      DownloadSource live = dataset.live();
      assertThat(live.landings().isEmpty())
          .as("%s declares pages in live(), or says why there are none", dataset.id())
          .isEqualTo(!live.byHand().isBlank());
      for (LandingPage landing : live.landings()) {
        assertThat(AllowedHosts.PUBLISHERS.refusal(landing.page())).as("%s: %s", dataset.id(), landing.page()).isEmpty();
        assertThat(landing.page().getScheme()).isEqualTo("https");
      }
    }
  }

  @Test
  void indicatorsAskForMeasuresThatThereAre() {
    for (Indicator indicator : Indicators.all()) {
      List<String> named = indicator.figures().stream().map(NamedFigure::measure).toList();
      List<String> asked = indicator.measures().stream().filter(measure -> !named.contains(measure)).toList();
      Datasets.find(indicator.dataset())
          .ifPresent(
              dataset ->
                  assertThat(dataset.measures().stream().map(Measure::id).toList())
                      .as("measures that %s asks of %s", indicator.id(), dataset.id())
                      .containsAll(asked));
      assertThat(indicator.caveats()).as("caveats of %s", indicator.id()).isNotEmpty();
      assertThat(indicator.definition()).as("definition of %s", indicator.id()).isNotBlank();
    }
  }

  @Test
  void tablesAreNamedOnceAndTheirKeysAreColumns() {
    Set<String> names = new HashSet<>();
    for (Table table : Tables.all()) {
      assertThat(names.add(table.name())).as("table %s is named once", table.name()).isTrue();
      List<String> columns = table.fields().stream().map(f -> f.name()).toList();
      assertThat(columns).as("columns of %s", table.name()).doesNotHaveDuplicates().containsAll(table.key());
      table.fields().forEach(f -> assertThat(f.meaning()).as("meaning of %s.%s", table.name(), f.name()).isNotBlank());
    }
  }

  @Test
  void tablesOfDatasetsHaveTheColumnsOfTheirSourceTogether() {
    for (Table table : Datasets.tables()) {
      int at = table.index("published_on");
      assertThat(table.fields().subList(at, at + 3))
          .as(table.name())
          .extracting(Field::name)
          .containsExactly("published_on", "revision_status", "source_sha256");
    }
  }
}
