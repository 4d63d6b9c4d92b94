package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.fetch.TestPages.link;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.fetch.AllowedHosts;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.FetchLimits;
import uk.footprints.fetch.FetchResult;
import uk.footprints.fetch.Fetcher;
import uk.footprints.fetch.LandingPage;
import uk.footprints.fetch.PoliteHttpClient;
import uk.footprints.fetch.QuietMonitor;
import uk.footprints.fetch.RecordedWaits;
import uk.footprints.fetch.TestPages;
import uk.footprints.fetch.TestSite;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.publication.Publication;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/** A refresh reads the folder into which was fetched, and believes its receipts where the file itself says nothing. */
@Tag("integration")
class FetchedFilesTest {

  private static final Path FIXTURE =
      Path.of("jobs/src/test/resources/fixtures/ae_attendances/from_august_2020_with_booked_appointments.csv");
  private static final String FILE = "/wp-content/uploads/sites/2/2020/09/August-2020-CSV-gh920.csv";

  @TempDir Path folder;
  private final TestSite site = new TestSite();
  private final RecordedWaits clock = new RecordedWaits();

  @AfterEach
  void close() {
    site.close();
  }

  private void fetch() throws IOException {
    PoliteHttpClient web = new PoliteHttpClient(new AllowedHosts(Set.of("127.0.0.1")), FetchLimits.USUAL, clock, "Footprints/test");
    LandingPage page = new LandingPage(URI.create(site.at("/ae/")), null, false, List.of()).files(".*csv");
    new Fetcher(new Store(folder.resolve("in").toString()), web, clock, new QuietMonitor())
        .run(Map.of("ae_attendances", DownloadSource.from(page)), null, false);
  }

  private List<FileResult> read() throws IOException {
    Store in = new Store(folder.resolve("in").toString());
    FileReader reader =
        new FileReader(in, new Archive(new Store(folder.resolve("store").toString())), new RefreshOptions(List.of(), null));
    List<FileResult> all = new ArrayList<>();
    for (InputFile file : InputListing.list(in, "all").files()) {
      all.add(reader.read(file));
    }
    all.sort(java.util.Comparator.comparing(o -> o.publication().publishedOn()));
    return all;
  }

  @Test
  void theDayOfTheServerIsTheDayOfPublication() throws IOException {
    site.page("/ae/", TestPages.with("A&amp;E", link(FILE, "August 2020")));
    site.file(FILE, Files.readAllBytes(FIXTURE), "Mon, 14 Sep 2020 08:30:00 GMT");
    fetch();
    List<FileResult> all = read();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).publication())
        .isEqualTo(new Publication(LocalDate.of(2020, 9, 14), "header", RevisionStatus.PROVISIONAL));
    assertThat(InputListing.list(new Store(folder.resolve("in").toString()), "all").urls())
        .containsValue(site.at(FILE));
  }

  @Test
  void theDayOfThePageGoesBeforeTheDayOfTheServer() throws IOException {
    site.page("/ae/", TestPages.with("A&amp;E", link(FILE, "August 2020 (revised 12.11.20)")));
    site.file(FILE, Files.readAllBytes(FIXTURE), "Mon, 14 Sep 2020 08:30:00 GMT");
    fetch();
    assertThat(read().get(0).publication().publishedOn()).isEqualTo("2020-11-12");
    assertThat(read().get(0).publication().dateBasis()).isEqualTo("page");
  }

  @Test
  void aFileThatChangedUnderItsNameIsALaterVintageAndAFinding() throws IOException {
    site.page("/ae/", TestPages.with("A&amp;E", link(FILE, "August 2020")));
    String first = Files.readString(FIXTURE, StandardCharsets.ISO_8859_1);
    site.file(FILE, first.getBytes(StandardCharsets.ISO_8859_1));
    fetch();
    clock.passes(Duration.ofDays(30));
    site.file(FILE, first.replaceFirst(",(\\d+\\r?\\n)", ",1$1").getBytes(StandardCharsets.ISO_8859_1));
    fetch();
    List<FileResult> all = read();
    assertThat(all).hasSize(2);
    assertThat(all.get(0).publication().dateBasis()).isEqualTo("timetable");
    assertThat(all.get(1).publication())
        .isEqualTo(new Publication(LocalDate.of(2025, 12, 20), "fetched", RevisionStatus.REVISED));
    assertThat(all.get(0).transformed().findings()).extracting(Finding::kind).doesNotContain(Kind.CHANGED_IN_PLACE);
    assertThat(all.get(1).transformed().findings()).extracting(Finding::kind).contains(Kind.CHANGED_IN_PLACE);
  }
}
