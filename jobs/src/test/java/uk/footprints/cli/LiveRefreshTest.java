package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.fetch.TestPages.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.Main;
import uk.footprints.dataset.Dataset;
import uk.footprints.fetch.AllowedHosts;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.FetchLimits;
import uk.footprints.fetch.PoliteHttpClient;
import uk.footprints.fetch.RecordedWaits;
import uk.footprints.fetch.TestPages;
import uk.footprints.fetch.TestSite;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

/** Three monthly runs of {@code refresh --live} on a site of this machine, and what their records say. */
@Tag("integration")
class LiveRefreshTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures/ae_attendances");
  private static final String AREA = "/statistics/statistical-work-areas/ae-waiting-times-and-activity/";
  private static final String AUGUST = "/statistics/wp-content/uploads/sites/2/2020/09/August-2020-CSV-gh920.csv";
  private static final String APRIL = "/statistics/wp-content/uploads/sites/2/2018/05/April-2018-CSV-x1.csv";

  @TempDir Path folder;
  private final TestSite site = new TestSite();

  @AfterEach
  void close() {
    site.close();
  }

  private FetchCommand fetchHere(List<Dataset> known) {
    Dataset real = known.stream().filter(d -> d.id().equals("ae_attendances")).findFirst().orElseThrow();
    DownloadSource live = site.here(real.live());
    Dataset here = (Dataset)
        java.lang.reflect.Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Dataset.class},
            (proxy, method, values) -> method.getName().equals("live") ? live : method.invoke(real, values));
    RecordedWaits clock = new RecordedWaits();
    AllowedHosts hosts = new AllowedHosts(Set.of("127.0.0.1"));
    return new FetchCommand(
        List.of(here), agent -> new PoliteHttpClient(hosts, FetchLimits.USUAL, clock, agent), clock);
  }

  private CommandLineRunner refresh() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int exit =
        Main.run(
            console, List.of(new RefreshCommand(this::fetchHere)), "refresh", "--live", "--to",
            folder.resolve("store").toString());
    return new CommandLineRunner(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private JsonNode fetchRecord(int run) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("store/runs"))) {
      Path record = files.filter(f -> f.toString().endsWith(".json")).sorted().toList().get(run);
      return new ObjectMapper().readTree(Files.readString(record)).get("fetch");
    }
  }

  @Test
  void theRecordOfARunTellsWhatCameAndWhatAPageNoLongerOffers() throws Exception {
    byte[] booked = Files.readAllBytes(FIXTURES.resolve("from_august_2020_with_booked_appointments.csv"));
    site.file(AUGUST, booked, "Thu, 10 Sep 2020 08:30:00 GMT");
    site.file(APRIL, Files.readAllBytes(FIXTURES.resolve("from_april_2018.csv")));
    site.page(AREA, TestPages.with("A&amp;E", link(AUGUST, "August 2020"), link(APRIL, "April 2018")));
    CommandLineRunner first = refresh();
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err()).contains("pages read", "Published release");
    assertThat(fetchRecord(0).at("/files/new").asInt()).isEqualTo(2);
    assertThat(fetchRecord(0).get("came")).hasSize(2);
    assertThat(fetchRecord(0).at("/pages/0")).hasToString(
        "{\"dataset\":\"ae_attendances\",\"read\":1,\"links\":2,\"taken\":2,\"left\":0}");

    site.page(AREA, TestPages.with("A&amp;E", link(AUGUST, "August 2020")));
    CommandLineRunner second = refresh();
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.err()).contains("gone     ae_attendances").contains("Nothing new");
    assertThat(fetchRecord(1).get("came")).isEmpty();
    assertThat(fetchRecord(1).at("/no_longer_offered/0").asText())
        .isEqualTo("gone ae_attendances, " + site.at(APRIL) + ": No longer on its page; the fetched file is kept.");
    assertThat(fetchRecord(1).at("/files/same").asInt()).isEqualTo(1);

    // Records are named by the second.
    Thread.sleep(1_100);
    site.always(AREA, TestSite.status(403));
    CommandLineRunner third = refresh();
    assertThat(third.exit()).isEqualTo(ExitCode.HELD);
    assertThat(fetchRecord(2).at("/attention/0").asText()).contains("the server refuses it (403)", "--links FILE");
  }
}
