package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.fetch.TestPages.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.Main;
import uk.footprints.catalogue.Datasets;
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

/** The command {@code fetch} with the declared patterns, on a site of this machine. */
class FetchCommandTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");
  private static final String AREA = "/statistics/statistical-work-areas/ae-waiting-times-and-activity/";
  private static final String YEAR = AREA + "ae-attendances-and-emergency-admissions-2020-21/";
  private static final String UPLOADS = "/statistics/wp-content/uploads/sites/2/";
  private static final String AUGUST = UPLOADS + "2020/09/August-2020-CSV-gh920.csv";
  private static final String APRIL = UPLOADS + "2018/05/April-2018-CSV-x1.csv";

  @TempDir Path folder;
  private final TestSite site = new TestSite();
  private final RecordedWaits clock = new RecordedWaits();
  private String archive;

  @BeforeEach
  void pages() throws IOException {
    archive = folder.resolve("archive").toString();
    site.page(AREA, TestPages.with("A&amp;E", link(YEAR, "2020-21"), link(AREA + "data-quality/", "Data quality")));
    site.page(
        YEAR,
        TestPages.with(
            "2020-21",
            link(AUGUST, "Monthly A&amp;E August 2020 (CSV, 3KB)"),
            link(APRIL, "Monthly A&amp;E April 2018 (CSV, 3KB)"),
            link(UPLOADS + "2020/09/August-2020-AE-by-provider-8c90a.xls", "August 2020 (XLS, 90KB)")));
    byte[] booked = fixture("ae_attendances/from_august_2020_with_booked_appointments.csv");
    site.file(AUGUST, booked, "Thu, 10 Sep 2020 08:30:00 GMT");
    site.file(APRIL, fixture("ae_attendances/from_april_2018.csv"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static byte[] fixture(String name) throws IOException {
    return Files.readAllBytes(FIXTURES.resolve(name));
  }

  /** A dataset whose pages are here. */
  private Dataset here(Dataset real) {
    DownloadSource live = site.here(real.live());
    return (Dataset)
        java.lang.reflect.Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Dataset.class},
            (proxy, method, values) -> method.getName().equals("live") ? live : method.invoke(real, values));
  }

  private CommandLineRunner run(String... words) {
    FetchLimits limits =
        new FetchLimits(
            Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(5), 1 << 20, 1 << 20, 2,
            Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(1), 5);
    AllowedHosts hosts = new AllowedHosts(Set.of("127.0.0.1"));
    List<Dataset> datasets = List.of(here(Datasets.find("ae_attendances").orElseThrow()), here(Datasets.find("kh03_beds").orElseThrow()), Datasets.find("spend_over_25k").orElseThrow());
    FetchCommand fetch = new FetchCommand(datasets, agent -> new PoliteHttpClient(hosts, limits, clock, agent), clock);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console terminal =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false);
    List<String> all = new ArrayList<>(List.of("fetch"));
    all.addAll(List.of(words));
    int exit = Main.run(terminal, List.of(fetch), all.toArray(String[]::new));
    return new CommandLineRunner(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private CommandLineRunner ae() {
    return run("--to", archive, "--only", "ae_attendances");
  }

  @Test
  void whatIsLinkedIsFetchedOnceAndThenNothingIsNew() {
    CommandLineRunner first = ae();
    assertThat(first.exit()).as(first.err()).isEqualTo(ExitCode.DONE);
    assertThat(first.err())
        .contains("new      ae_attendances   August-2020-CSV-gh920.csv: ")
        .contains("published 2020-09-10.")
        .contains("Fetched into " + archive + ": 2 new")
        .contains("Next: footprints refresh --from " + archive)
        .doesNotContain("by-provider");
    CommandLineRunner again = ae();
    assertThat(again.exit()).isEqualTo(ExitCode.DONE);
    assertThat(again.err()).contains("2 same").contains("Nothing new.");
    assertThat(first.out()).isEmpty();
  }

  @Test
  void aDryRunAnswersWithALineALink() {
    CommandLineRunner dry = run("--to", archive, "--only", "ae_attendances", "--dry-run");
    assertThat(dry.exit()).isEqualTo(ExitCode.DONE);
    assertThat(dry.lines()).hasSize(2);
    assertThat(dry.lines().get(0))
        .isEqualTo("ae_attendances  August-2020-CSV-gh920.csv  " + site.at(AUGUST) + "  Would be fetched.");
    assertThat(Path.of(archive)).doesNotExist();
  }

  @Test
  void aRefusedLinkIsHeldAndTheOthersAreFetched() {
    site.first(APRIL, TestSite.html("Not found"));
    CommandLineRunner some = ae();
    assertThat(some.exit()).isEqualTo(ExitCode.HELD);
    assertThat(some.err())
        .contains("refused  ae_attendances   April-2018-CSV-x1.csv: It was not fetched: expected a workbook or a text table")
        .contains("1 new, 1 refused");
  }

  @Test
  void aPageThatIsMissingIsHeldAndTheOtherDatasetsAreFetched() {
    CommandLineRunner all = run("--to", archive);
    assertThat(all.exit()).isEqualTo(ExitCode.HELD);
    assertThat(all.err()).contains("refused  kh03_beds        bed-data-overnight: The page was not read").contains("2 new");
  }

  @Test
  void withoutANetworkItSaysSo() {
    site.close();
    CommandLineRunner none = ae();
    assertThat(none.exit()).isEqualTo(ExitCode.DATA);
    assertThat(none.err()).contains("the host could not be reached").contains("Nothing could be reached.");
  }

  @Test
  void aFolderThatCannotBeWrittenIsTheUsersToMend() throws IOException {
    Files.writeString(folder.resolve("archive"), "a file");
    CommandLineRunner none = ae();
    assertThat(none.exit()).as(none.err()).isEqualTo(ExitCode.DATA);
    assertThat(none.err()).startsWith("Cannot fetch into " + archive).doesNotContain("Exception");
  }

  @Test
  void wrongCommandsSaySo() {
    assertThat(run("--only", "beds").exit()).isEqualTo(ExitCode.COMMAND);
    CommandLineRunner hand = run("--only", "spend_over_25k");
    assertThat(hand.exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(hand.err()).contains("spend_over_25k cannot be fetched: Each organisation publishes on pages of its own");
    assertThat(run("--since", "yesterday").exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(run("--contact", "me\r\nX: y").exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(run("--help").out()).contains("footprints fetch --dry-run").contains("Exit codes");
  }

  @Test
  void whoAsksIsToldToTheServer() {
    run("--to", archive, "--only", "ae_attendances", "--contact", "desk@example.org");
    assertThat(site.asked(AREA).get(0).header("User-Agent"))
        .isEqualTo("Footprints/0.1.0 (reads published NHS statistics; one request at a time; desk@example.org)");
  }

  @Test
  void aDryRunEndsWithATableByDataset() {
    CommandLineRunner dry = run("--to", archive, "--only", "ae_attendances", "--dry-run");
    assertThat(dry.err().strip().lines().skip(1).map(l -> l.strip().replaceAll(" +", " ")))
        .containsSequence("dataset pages read links seen taken left", "ae_attendances 2 3 2 1");
  }

  @Test
  void aListOfAddressesIsFetchedByTheSameRules() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"),
        "page,url\n,%s\n,rubbish\n,%s\n,https://example.org/a.csv\n"
            .formatted(site.at(AUGUST), site.at("/x/other.csv")));
    CommandLineRunner dry = run("--to", archive, "--links", list.toString(), "--dry-run");
    assertThat(dry.exit()).isEqualTo(ExitCode.HELD);
    assertThat(dry.lines())
        .containsExactly(
            "url,dataset,reason",
            site.at(AUGUST) + ",ae_attendances,would be fetched",
            "rubbish,,it is not a web address (line 3)",
            site.at("/x/other.csv") + ",,no dataset reads a file of this name at this address",
            "https://example.org/a.csv,,example.org is not a publisher's host");
    assertThat(site.asked()).isEmpty();
    CommandLineRunner real = run("--to", archive, "--links", list.toString());
    assertThat(real.exit()).isEqualTo(ExitCode.HELD);
    assertThat(real.err()).contains("1 new, 2 refused, 1 left");
    assertThat(site.asked()).extracting(TestSite.Request::path).containsExactly(AUGUST);
    assertThat(run("--links", folder.resolve("none").toString(), "--dry-run").exit()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void whatAListMustNotLeadToIsNamedAndTheRestIsFetched() throws IOException {
    String loop = UPLOADS + "2020/10/September-2020-CSV-a.csv";
    String file = UPLOADS + "2020/11/October-2020-CSV-b.csv";
    String inside = UPLOADS + "2020/12/November-2020-CSV-c.csv";
    String elsewhere = UPLOADS + "2021/01/December-2020-CSV-d.csv";
    site.always(loop, TestSite.redirect(loop + "?again")).always(file, TestSite.redirect("file:///etc/passwd"));
    site.always(inside, TestSite.redirect("http://192.168.0.1/a.csv"));
    site.always(elsewhere, TestSite.redirect("https://files.example.org/a.csv"));
    Path list = Files.writeString(folder.resolve("list.csv"),
        "\uFEFFnote,url\n\"a, b\",\"%s\"\n".formatted(site.at(AUGUST))
            + List.of(
                    "", "not an address", "file:///etc/passwd", "https://192.168.0.1/" + AUGUST,
                    "https://[::1]" + AUGUST,
                    site.at(AUGUST).replace("http://", "http://me:secret@"), "https://example.org" + AUGUST,
                    site.at(AUGUST) + "#top", site.at(AUGUST) + "?v=2", site.at(loop), site.at(file), site.at(inside),
                    site.at(elsewhere))
                .stream().map(u -> "x," + u + "\n").collect(java.util.stream.Collectors.joining()));
    CommandLineRunner dry = run("--to", archive, "--links", list.toString(), "--dry-run");
    assertThat(site.asked()).isEmpty();
    assertThat(dry.exit()).isEqualTo(ExitCode.HELD);
    assertThat(dry.out()).doesNotContain("secret");
    assertThat(dry.lines()).hasSize(15).anyMatch(l -> l.contains("its address contains a user name"))
        .contains(",,the list has no address on line 3")
        .filteredOn(l -> l.contains("the same file as on line 2")).hasSize(2);
    CommandLineRunner real = run("--to", archive, "--links", list.toString());
    assertThat(real.exit()).isEqualTo(ExitCode.HELD);
    assertThat(real.err())
        .contains(
            "1 new", "11 refused", "2 left", "its redirects form a loop",
            "it redirects, but its address begins with 'file:'", "it redirects, but its host 192.168.0.1 is a number",
            "it redirects, but files.example.org is not a publisher's host")
        .doesNotContain("secret");
    assertThat(site.asked()).extracting(TestSite.Request::path).containsOnly(AUGUST, loop, file, inside, elsewhere);
  }

  @Test
  void whereNoPageIsKnownASentenceSaysWhereToLook() {
    CommandLineRunner hand = run("--only", "spend_over_25k");
    assertThat(hand.exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(hand.err())
        .contains(
            "spend_over_25k cannot be fetched: " + Datasets.find("spend_over_25k").orElseThrow().live().byHand(),
            "download its files by hand");
    assertThat(run("--only", "nonsense").err()).contains("of publications that are not read yet: ");
  }

  @Test
  void everyDatasetIsOffered() {
    CommandLineRunner help = CommandLineRunner.run("fetch", "--only", "nothing");
    assertThat(help.err()).contains(Datasets.all().get(0).id());
  }
}
