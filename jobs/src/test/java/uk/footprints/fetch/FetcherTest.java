package uk.footprints.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.fetch.TestPages.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.storage.Store;

/** A site on this machine that behaves, and misbehaves, as publishers' servers do. */
class FetcherTest {

  private static final AllowedHosts LOOPBACK = new AllowedHosts(Set.of("127.0.0.1"));
  private static final FetchLimits LIMITS =
      new FetchLimits(
          Duration.ofSeconds(2), Duration.ofMillis(250), Duration.ofSeconds(5), 1 << 20, 2 << 20, 4,
          Duration.ofSeconds(2), Duration.ofMinutes(2), Duration.ofSeconds(1), 5);
  private static final String FILE = "/statistics/wp-content/uploads/sites/2/2025/11/October-2025-CSV-hg6dl.csv";
  private static final String TIME = "Thu, 13 Nov 2025 09:30:00 GMT";

  @TempDir Path folder;
  private final TestSite site = new TestSite();
  private final RecordedWaits clock = new RecordedWaits();

  @BeforeEach
  void oneFile() {
    site.page("/beds/", TestPages.with("Beds", link(FILE, "October 2025 (CSV, 41KB)")));
    site.file(FILE, text("a,b\n1,2\n"), TIME);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] large(int bytes, int seed) {
    byte[] all = new byte[bytes];
    new java.util.Random(seed).nextBytes(all);
    all[0] = 'P';
    return all;
  }

  private LandingPage beds() {
    return LandingPage.at(site.at("/beds/")).files(".*\\.(csv|xlsx?)");
  }

  private List<FetchResult> fetch() throws IOException {
    return fetch(null, false, DownloadSource.from(beds()));
  }

  private List<FetchResult> fetch(LocalDate since, boolean dry, DownloadSource live) throws IOException {
    Map<String, DownloadSource> wanted = new LinkedHashMap<>();
    wanted.put("beds", live);
    PoliteHttpClient web = new PoliteHttpClient(LOOPBACK, LIMITS, clock, "Footprints/test");
    return new Fetcher(new Store(folder.toString()), web, clock, new QuietMonitor()).run(wanted, since, dry).results();
  }

  private static FetchResult only(List<FetchResult> all) {
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** Published files that the folder holds: name and bytes. */
  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".fetch")) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private List<Receipt> receipts() throws IOException {
    return Receipts.read(new Store(folder.toString())).all();
  }

  // What is right

  @Test
  void aFileIsKeptUnderItsHashAndItsName() throws IOException {
    FetchResult one = only(fetch());
    assertThat(one.kind()).isEqualTo(Kind.NEW);
    assertThat(one.why()).isEqualTo("8 bytes, published 2025-11-13.");
    String sha = Store.sha256(text("a,b\n1,2\n"));
    assertThat(files()).containsOnlyKeys("beds/" + sha.substring(0, 12) + "/October-2025-CSV-hg6dl.csv");
    Receipt receipt = receipts().get(0);
    assertThat(receipt.sha256()).isEqualTo(sha);
    assertThat(receipt.url()).isEqualTo(site.at(FILE));
    assertThat(receipt.page()).isEqualTo(site.at("/beds/"));
    assertThat(receipt.publishedOn()).isEqualTo("2025-11-13");
    assertThat(receipt.publishedBasis()).isEqualTo("header");
    assertThat(folder.resolve(".fetch/parts")).satisfiesAnyOf(
        parts -> assertThat(parts).doesNotExist(), parts -> assertThat(parts).isEmptyDirectory());
  }

  @Test
  void serversAreToldWhoAsks() throws IOException {
    fetch();
    assertThat(site.asked()).allSatisfy(a -> assertThat(a.header("User-Agent")).isEqualTo("Footprints/test"));
    assertThat(site.asked()).allSatisfy(a -> assertThat(a.header("Accept-Encoding")).isEqualTo("identity"));
  }

  @Test
  void aSecondRunAsksWhetherItChangedAndTakesNothing() throws IOException {
    fetch();
    site.forget();
    FetchResult again = only(fetch());
    assertThat(again.kind()).isEqualTo(Kind.SAME);
    assertThat(again.why()).isEqualTo("Unchanged since it was fetched on 2025-11-20.");
    assertThat(site.asked(FILE).get(0).header("If-None-Match")).isNotEmpty();
    assertThat(site.asked(FILE).get(0).header("If-Modified-Since")).isEqualTo(TIME);
    assertThat(files()).hasSize(1);
  }

  @Test
  void theSameBytesAreTheSameThoughTheServerCannotSay() throws IOException {
    site.withoutVersions();
    fetch();
    FetchResult again = only(fetch());
    assertThat(again.kind()).isEqualTo(Kind.SAME);
    assertThat(again.why()).startsWith("Has the same bytes");
    assertThat(receipts()).hasSize(1);
  }

  @Test
  void otherBytesUnderTheSameNameAreANewVintageAndBothAreKept() throws IOException {
    fetch();
    clock.passes(Duration.ofDays(30));
    site.file(FILE, text("a,b\n1,3\n"), "Mon, 15 Dec 2025 10:00:00 GMT");
    FetchResult changed = only(fetch());
    assertThat(changed.kind()).isEqualTo(Kind.CHANGED);
    assertThat(changed.why()).contains("a new vintage").contains("both are kept");
    assertThat(files().values()).extracting(String::new).containsExactlyInAnyOrder("a,b\n1,2\n", "a,b\n1,3\n");
    Receipt second = receipts().get(1);
    assertThat(second.replaces()).isEqualTo(receipts().get(0).sha256());
    assertThat(second.publishedOn()).isEqualTo("2025-12-15");
  }

  @Test
  void aLinkListThatGrewGivesTheNewFileOnly() throws IOException {
    fetch();
    String december = FILE.replace("October", "November").replace("/11/", "/12/");
    site.file(december, text("a,b\n5,6\n"));
    site.page("/beds/", TestPages.with("Beds", link(december, "November 2025"), link(FILE, "October 2025")));
    assertThat(fetch()).extracting(FetchResult::kind).containsExactlyInAnyOrder(Kind.NEW, Kind.SAME);
    assertThat(files()).hasSize(2);
  }

  @Test
  void aFileThatIsNoLongerLinkedIsGoneOnceAndKept() throws IOException {
    fetch();
    site.page("/beds/", TestPages.with("Beds"));
    List<FetchResult> all = fetch();
    assertThat(all).extracting(FetchResult::kind).containsExactly(Kind.EMPTY, Kind.GONE);
    FetchResult gone = all.get(1);
    assertThat(gone.kind()).isEqualTo(Kind.GONE);
    assertThat(gone.why()).isEqualTo("No longer on its page; the fetched file is kept.");
    assertThat(files()).hasSize(1);
    assertThat(receipts().get(0).goneOn()).isEqualTo("2025-11-20");
    assertThat(only(fetch()).kind()).as("a finding each time").isEqualTo(Kind.EMPTY);
  }

  @Test
  void aNameThatRecursOnThePageOfAnotherPeriodIsAnotherFile() throws IOException {
    for (String name :
        List.of(
            "gp-reg-pat-prac-sing-age-regions.zip", "Web-File-Timeseries-UEC-Daily-SitRep.xlsx",
            "UEC-Daily-SitRep-Web-File-Timeseries.xlsx", "HES_M10_OPEN_DATA_AGE_GROUPS.csv")) {
      site.page("/beds/", TestPages.with("Beds", link("/beds/y-2024-25/", "2024-25"), link("/beds/y-2025-26/", "2025-26")));
      site.page("/beds/y-2024-25/", TestPages.with("2024-25", link("/a/" + name, "x")));
      site.page("/beds/y-2025-26/", TestPages.with("2025-26", link("/b/" + name, "x")));
      site.file("/a/" + name, text("a," + name)).file("/b/" + name, text("b," + name));
      LandingPage years =
          LandingPage.at(site.at("/beds/")).pages("y-\\d{4}-\\d\\d").files(java.util.regex.Pattern.quote(name));
      assertThat(fetch(null, false, DownloadSource.from(years))).as(name).extracting(FetchResult::kind)
          .filteredOn(k -> k != Kind.GONE).containsExactly(Kind.NEW, Kind.NEW);
    }
    assertThat(receipts()).hasSize(8).allSatisfy(r -> assertThat(r.replaces()).isEmpty());
  }

  @Test
  void aRevisionUnderOneNameIsANewVintage() throws IOException {
    for (String name : List.of("MSitAE-OCTOBER-2018.csv", "System-Mapping.csv")) {
      String old = "/uploads/sites/2/2018/12/" + name;
      String now = "/uploads/sites/2/2019/06/" + name;
      site.file(old, text("old " + name)).file(now, text("new " + name));
      site.page("/beds/", TestPages.with("Beds", link(old, "October 2018")));
      fetch();
      site.page("/beds/", TestPages.with("Beds", link(now, "October 2018 (Revised 13.06.19)")));
      assertThat(fetch()).as(name).extracting(FetchResult::kind).contains(Kind.CHANGED);
    }
    assertThat(receipts().stream().filter(r -> !r.replaces().isEmpty())).hasSize(2);
  }

  @Test
  void thePeriodInsideTellsTwoFilesOfOneNameApartThoughOnePageLinksBoth() throws IOException {
    for (String name :
        List.of(
            "gp-reg-pat-prac-sing-age-regions.zip", "Web-File-Timeseries-UEC-Daily-SitRep.csv",
            "UEC-Daily-SitRep-Web-File-Timeseries.csv", "HES_M10_OPEN_DATA_AGE_GROUPS.csv")) {
      site.page("/beds/", TestPages.with("Beds", link("/a/" + name, "x"), link("/b/" + name, "x")));
      site.file("/a/" + name, text("Month_Ending,n\n31JAN2025," + name))
          .file("/b/" + name, text("Month_Ending,n\n31JAN2026," + name));
      LandingPage page = LandingPage.at(site.at("/beds/")).files(java.util.regex.Pattern.quote(name));
      assertThat(fetch(null, false, DownloadSource.from(page))).as(name).extracting(FetchResult::kind)
          .filteredOn(k -> k != Kind.GONE).containsExactly(Kind.NEW, Kind.NEW);
    }
    assertThat(receipts()).hasSize(8).allSatisfy(r -> assertThat(r.replaces()).isEmpty());
  }

  @Test
  void aRevisionThatTheNextPageLinksIsAVintageByThePeriodInside() throws IOException {
    site.page("/beds/", TestPages.with("Beds", link("/beds/y-2024-25/", "x"), link("/beds/y-2025-26/", "x")));
    site.page("/beds/y-2024-25/", TestPages.with("x", link("/a/beds.csv", "x")));
    site.page("/beds/y-2025-26/", TestPages.with("x", link("/b/beds.csv", "x")));
    site.file("/a/beds.csv", text("Period,n\nMarch 2025,1\n")).file("/b/beds.csv", text("Period,n\nMarch 2025,2\n"));
    assertThat(fetch(null, false, DownloadSource.from(beds().pages("y-.*")))).extracting(FetchResult::kind)
        .containsExactly(Kind.NEW, Kind.CHANGED);
  }

  @Test
  void aSeriesThatGrowsOnItsPageIsANewVintage() throws IOException {
    site.file(FILE, text("Month,n\nApril 2025,1\n"));
    fetch();
    site.file(FILE, text("Month,n\nApril 2025,1\nMay 2025,2\n"));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.CHANGED);
  }

  @Test
  void anotherPeriodAtTheSameAddressIsAnotherFile() throws IOException {
    site.file(FILE, text("Month,n\nApril 2025,1\n"));
    fetch();
    site.file(FILE, text("Month,n\nMay 2025,2\n"));
    FetchResult other = only(fetch());
    assertThat(other.kind()).isEqualTo(Kind.NEW);
    assertThat(other.why()).contains("describes other months than the file fetched from there on 2025-11-20");
    site.file(FILE, text("Month,n\nMay 2025,3\n"));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.CHANGED);
    assertThat(receipts()).extracting(Receipt::replaces)
        .containsExactly("", "", receipts().get(1).sha256());
    assertThat(only(fetch()).kind()).isEqualTo(Kind.SAME);
  }

  @Test
  void twoAddressesOfOneFileAreAskedForOnce() throws IOException {
    site.page(
        "/beds/",
        TestPages.with(
            "Beds", link(FILE, "October"), link(FILE + "?ver=2", "again"), link("/x/.." + FILE, "again"),
            link(FILE.replace("-", "%2D"), "again")));
    assertThat(fetch()).hasSize(1);
    assertThat(site.asked().stream().filter(a -> a.path().contains("October"))).hasSize(1);
  }

  @Test
  void aRedirectToAPrivateAddressOrAFileIsNotFollowed() throws IOException {
    for (String to :
        List.of(
            "http://10.0.0.1/a.csv", "https://[::1]/a.csv", "file:///etc/passwd", "https://u:p@127.0.0.1/a.csv",
            "ftp://127.0.0.1/a.csv")) {
      site.first(FILE, TestSite.redirect(to));
      FetchResult one = only(fetch());
      assertThat(one.kind()).as(to).isEqualTo(Kind.REFUSED);
      assertThat(one.why()).startsWith("It was not fetched: it redirects, but its ").doesNotContain("u:p");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void editionsOfTwoPeriodsOnOnePageAreTwoFiles() throws IOException {
    site.page("/beds/", TestPages.with("Beds", link("/p/mid2022/t.csv", "2022"), link("/p/mid2023/t.csv", "2023")));
    site.file("/p/mid2022/t.csv", text("1")).file("/p/mid2023/t.csv", text("2"));
    assertThat(fetch()).extracting(FetchResult::kind).containsExactly(Kind.NEW, Kind.NEW);
  }

  @Test
  void aPageThatRefusesProgramsSaysWhatAPersonCanDo() throws IOException {
    site.always("/beds/", TestSite.status(403));
    FetchResult one = only(fetch(null, false, DownloadSource.from(beds().called("Beds (CSV)"))));
    assertThat(one.kind()).isEqualTo(Kind.REFUSED);
    assertThat(one.why())
        .startsWith("The page was not read: the server refuses it (403). Try: open " + site.at("/beds/"))
        .contains("save the links \"Beds (CSV)\" into ").contains("footprints fetch --links FILE");
  }

  @Test
  void aChallengePageIsNoPageWithoutLinks() throws IOException {
    site.first("/beds/", TestSite.html("Just a moment..."));
    assertThat(only(fetch()).why()).contains("a check for browsers ('Just a moment...')");
  }

  @Test
  void aFileLinkedTwiceIsAskedForOnce() throws IOException {
    site.page(
        "/beds/",
        TestPages.with("Beds", link(FILE, "October"), link(site.at(FILE) + "#data", "again"), link("./.." + FILE, "and again")));
    assertThat(fetch()).hasSize(1);
    assertThat(site.asked(FILE)).hasSize(1);
  }

  @Test
  void yearPagesAreFollowedButNothingElseIs() throws IOException {
    site.page(
        "/beds/",
        TestPages.with(
            "Beds", link("/beds/year-2024-25/", "2024-25"), link("/beds/about/", "About"),
            link("/other/year-2023-24/", "2023-24")));
    site.page("/beds/year-2024-25/", TestPages.with("2024-25", link(FILE, "October")));
    List<FetchResult> all = fetch(null, false, DownloadSource.from(beds().pages("year-\\d{4}-\\d\\d")));
    assertThat(only(all).kind()).isEqualTo(Kind.NEW);
    assertThat(site.asked()).extracting(TestSite.Request::path).containsExactly("/beds/", "/beds/year-2024-25/", FILE);
  }

  @Test
  void theDayBesideALinkIsTheDayOfPublication() throws IOException {
    site.page("/beds/", TestPages.with("Beds", link(FILE, "October 2025 (revised 13.11.25) (CSV, 41KB)")));
    fetch();
    assertThat(receipts().get(0).publishedOn()).isEqualTo("2025-11-13");
    assertThat(receipts().get(0).publishedBasis()).isEqualTo("page");
  }

  @Test
  void aPageThatIsOneReleaseGivesItsFilesTheirDay() throws IOException {
    site.page("/beds/", TestPages.with("Beds", link("/beds/april-2025/", "April 2025")));
    site.page(
        "/beds/april-2025/",
        TestPages.with("April 2025", link(FILE, "Table")).replace("<h1>", "<dl><dt>Publication date:</dt><dd>17 Jul 2025</dd></dl><h1>"));
    fetch(null, false, DownloadSource.from(beds().releases("[a-z]+-\\d{4}")));
    assertThat(receipts().get(0).publishedOn()).isEqualTo("2025-07-17");
  }

  @Test
  void aTimeThatNothingBearsOutIsNoDayOfPublication() throws IOException {
    site.file(FILE, text("a,b\n"), "Tue, 03 Mar 2026 00:00:00 GMT");
    fetch();
    assertThat(receipts().get(0).publishedOn()).isNull();
  }

  @Test
  void sinceADayLeavesOutWhatCameBefore() throws IOException {
    String old = FILE.replace("/2025/11/", "/2019/06/");
    site.file(old, text("x\n"));
    site.page("/beds/", TestPages.with("Beds", link(FILE, "October"), link(old, "old")));
    assertThat(only(fetch(LocalDate.of(2025, 11, 1), false, DownloadSource.from(beds()))).address()).isEqualTo(site.at(FILE));
    assertThat(site.asked(old)).isEmpty();
  }

  @Test
  void aDryRunReadsPagesOnly() throws IOException {
    FetchResult would = only(fetch(null, true, DownloadSource.from(beds())));
    assertThat(would.kind()).isEqualTo(Kind.WANTED);
    assertThat(would.why()).isEqualTo("Would be fetched.");
    assertThat(site.asked()).extracting(TestSite.Request::path).containsExactly("/beds/");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void thereIsAPauseBetweenTwoRequests() throws IOException {
    fetch();
    assertThat(clock.pauses()).containsExactly(Duration.ofSeconds(1));
  }

  // What is not there

  @Test
  void aFileThatIsNotThereIsGone() throws IOException {
    site.gone(FILE);
    FetchResult one = only(fetch());
    assertThat(one.kind()).isEqualTo(Kind.GONE);
    assertThat(one.why()).isEqualTo("Linked, but not found (404).");
    assertThat(site.asked(FILE)).as("404 is not tried again").hasSize(1);
  }

  @Test
  void aPageThatIsNotThereIsSaid() throws IOException {
    site.gone("/beds/");
    FetchResult one = only(fetch());
    assertThat(one.kind()).isEqualTo(Kind.REFUSED);
    assertThat(one.why()).isEqualTo("The page was not read: it was not found (404).");
  }

  @Test
  void whatWasLinkedFromAPageThatCannotBeReadIsNotGone() throws IOException {
    fetch();
    site.always("/beds/", TestSite.status(500));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.FAILED);
    assertThat(receipts().get(0).goneOn()).isNull();
  }

  // What is trying again

  @Test
  void aServerThatIsBusyIsAskedAgainMoreAndMoreSlowly() throws IOException {
    site.first(FILE, TestSite.status(503), TestSite.status(502), TestSite.status(500));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(clock.pauses()).contains(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
  }

  @Test
  void aServerThatStaysBusyFailsAfterFourTimes() throws IOException {
    site.always(FILE, TestSite.status(503));
    FetchResult one = only(fetch());
    assertThat(one.kind()).isEqualTo(Kind.FAILED);
    assertThat(one.why()).isEqualTo("It could not be downloaded: the server answered 503, 4 times.");
    assertThat(site.asked(FILE)).hasSize(4);
    assertThat(files()).isEmpty();
  }

  @Test
  void retryAfterIsWaitedFor() throws IOException {
    site.first(FILE, TestSite.status(429, "Retry-After", "45"));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(clock.pauses()).contains(Duration.ofSeconds(45));
  }

  @Test
  void retryAfterMayBeADate() throws IOException {
    site.first(FILE, TestSite.status(503, "Retry-After", "Thu, 20 Nov 2025 09:01:00 GMT"));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(clock.pauses()).anySatisfy(p -> assertThat(p).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
  }

  @Test
  void aHostThatAsksToBeLeftAloneIs() throws IOException {
    String second = FILE.replace("October", "November");
    site.file(second, text("x\n"));
    site.page("/beds/", TestPages.with("Beds", link(FILE, "October"), link(second, "November")));
    site.always(FILE, TestSite.status(429, "Retry-After", "3600"));
    List<FetchResult> all = fetch();
    assertThat(all).allSatisfy(f -> assertThat(f.kind()).isEqualTo(Kind.FAILED));
    assertThat(all.get(0).why()).contains("asks for no requests for 60 minutes");
    assertThat(site.asked(FILE)).hasSize(1);
    assertThat(site.asked(second)).isEmpty();
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForForever() throws IOException {
    site.first(FILE, TestSite.silent(800));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(site.asked(FILE)).hasSize(2);
  }

  @Test
  void aServerThatStaysSilentFails() throws IOException {
    site.always(FILE, TestSite.silent(400));
    assertThat(only(fetch()).why()).isEqualTo("It could not be downloaded: no byte was received for 250 ms, 4 times.");
  }

  // What breaks off

  @Test
  void aDownloadThatBreaksOffIsGoneOnWith() throws IOException {
    byte[] bytes = large(300_000, 1);
    site.file(FILE, bytes);
    site.first(FILE, site.cut(200_000));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(files().values()).singleElement().isEqualTo(bytes);
    TestSite.Request second = site.asked(FILE).get(1);
    assertThat(second.header("Range")).isEqualTo("bytes=200000-");
    assertThat(second.header("If-Range")).isNotEmpty();
  }

  @Test
  void aDownloadThatStallsIsGoneOnWith() throws IOException {
    byte[] bytes = large(300_000, 2);
    site.file(FILE, bytes);
    site.first(FILE, site.stall(100_000, 500));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(files().values()).singleElement().isEqualTo(bytes);
    assertThat(site.asked(FILE).get(1).header("Range")).isEqualTo("bytes=100000-");
  }

  @Test
  void theNextRunGoesOnWhereOneGaveUp() throws IOException {
    byte[] bytes = large(300_000, 3);
    site.file(FILE, bytes);
    site.first(FILE, site.cut(200_000), TestSite.status(503), TestSite.status(503), TestSite.status(503));
    FetchResult failed = only(fetch());
    assertThat(failed.kind()).isEqualTo(Kind.FAILED);
    assertThat(failed.why()).contains("the first 195 KB are kept, and the next run resumes the download");
    assertThat(files()).isEmpty();
    site.forget();
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(site.asked(FILE).get(0).header("Range")).isEqualTo("bytes=200000-");
    assertThat(files().values()).singleElement().isEqualTo(bytes);
  }

  @Test
  void aFileThatChangedInBetweenIsBegunAnew() throws IOException {
    site.file(FILE, large(300_000, 4));
    site.first(FILE, site.cut(200_000), TestSite.status(503), TestSite.status(503), TestSite.status(503));
    fetch();
    byte[] now = large(250_000, 5);
    site.file(FILE, now);
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(files().values()).singleElement().isEqualTo(now);
  }

  @Test
  void withoutAVersionADownloadIsBegunAnew() throws IOException {
    byte[] bytes = large(300_000, 6);
    site.withoutVersions().file(FILE, bytes);
    site.first(FILE, site.cut(200_000));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(site.asked(FILE).get(1).header("Range")).isEmpty();
    assertThat(files().values()).singleElement().isEqualTo(bytes);
  }

  @Test
  void partsThatAnotherRunMixedUpAreThrownAway() throws IOException {
    byte[] bytes = large(300_000, 7);
    site.file(FILE, bytes);
    site.first(FILE, site.cut(200_000), TestSite.status(503), TestSite.status(503), TestSite.status(503));
    fetch();
    try (Stream<Path> parts = Files.walk(folder.resolve(".fetch/parts"))) {
      Path part = parts.filter(p -> p.getFileName().toString().startsWith("000")).findFirst().orElseThrow();
      Files.write(part.resolveSibling("0000000000000100000"), new byte[77]);
    }
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(files().values()).singleElement().isEqualTo(bytes);
  }

  // What is not what it says

  @Test
  void anErrorPageWithStatus200IsNoTable() throws IOException {
    site.first(FILE, TestSite.html("Sorry, something went wrong"));
    FetchResult one = only(fetch());
    assertThat(one.kind()).isEqualTo(Kind.REFUSED);
    assertThat(one.why())
        .isEqualTo(
            "It was not fetched: expected a workbook or a text table, found a web page ('Sorry, something went wrong').");
    assertThat(files()).isEmpty();
    assertThat(only(fetch()).kind()).as("the next run asks again").isEqualTo(Kind.NEW);
  }

  @Test
  void anErrorPageNeverTakesThePlaceOfAFile() throws IOException {
    fetch();
    site.first(FILE, TestSite.html("Maintenance"));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.REFUSED);
    assertThat(files().values()).extracting(String::new).containsExactly("a,b\n1,2\n");
    assertThat(only(fetch()).kind()).isEqualTo(Kind.SAME);
  }

  @Test
  void anEmptyFileIsNotTaken() throws IOException {
    site.file(FILE, new byte[0]);
    assertThat(only(fetch()).why()).isEqualTo("It was not fetched: the file is empty.");
  }

  @Test
  void aFileThatSaysItIsTooLargeIsNotTaken() throws IOException {
    site.file(FILE, new byte[3 << 20]);
    assertThat(only(fetch()).why()).isEqualTo("It was not fetched: it has 3.0 MB, more than the limit of 2.0 MB.");
    assertThat(site.asked(FILE)).hasSize(1);
  }

  @Test
  void aFileWithoutEndIsNotTaken() throws IOException {
    site.always(FILE, TestSite.endless());
    assertThat(only(fetch()).why()).isEqualTo("It was not fetched: it has more than the limit of 2.0 MB.");
    assertThat(site.asked(FILE)).hasSize(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void aPageWithoutEndIsNotRead() throws IOException {
    site.always("/beds/", TestSite.endless());
    assertThat(only(fetch()).why()).contains("it has more than the limit of 1.0 MB for a page");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    site.always(FILE, TestSite.packed(gzip(new byte[64 << 20])));
    assertThat(only(fetch()).why()).isEqualTo("It was not fetched: it unpacks to more than the limit of 2.0 MB.");
    assertThat(files()).isEmpty();
  }

  @Test
  void whatAServerPackedUnaskedIsKeptUnpacked() throws IOException {
    site.first(FILE, TestSite.packed(gzip(text("a,b\n1,2\n"))));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    assertThat(files().values()).extracting(String::new).containsExactly("a,b\n1,2\n");
  }

  @Test
  void aPageThatAServerPackedUnaskedIsReadAndABombIsNot() throws IOException {
    site.first("/beds/", TestSite.packed(gzip(text(TestPages.with("Beds", link(FILE, "October"))))));
    assertThat(only(fetch()).kind()).isEqualTo(Kind.NEW);
    site.always("/beds/", TestSite.packed(gzip(new byte[64 << 20])));
    assertThat(only(fetch()).why()).contains("it has more than the limit of 1.0 MB for a page");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  // Where it leads

  @Test
  void aRedirectOnTheSiteIsFollowed() throws IOException {
    site.first("/old.csv", TestSite.redirect(FILE));
    site.page("/beds/", TestPages.with("Beds", link("/old.csv", "October")));
    FetchResult one = only(fetch());
    assertThat(one.kind()).isEqualTo(Kind.NEW);
    assertThat(one.name()).isEqualTo("old.csv");
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() throws IOException {
    site.always(FILE, TestSite.redirect("https://files.example.org/October.csv"));
    FetchResult one = only(fetch());
    assertThat(one.kind()).isEqualTo(Kind.REFUSED);
    assertThat(one.why()).isEqualTo("It was not fetched: it redirects, but files.example.org is not a publisher's host.");
    assertThat(site.asked(FILE)).hasSize(1);
  }

  @Test
  void redirectsThatGoRoundAreNotFollowedForever() throws IOException {
    site.always(FILE, TestSite.redirect("/b.csv")).always("/b.csv", TestSite.redirect(FILE));
    assertThat(only(fetch()).why()).isEqualTo("It was not fetched: its redirects form a loop.");
  }

  @Test
  void redirectsWithoutEndAreNotFollowedForever() throws IOException {
    site.always(FILE, TestSite.redirect("/0.csv"));
    for (int i = 0; i < 20; i++) {
      site.always("/" + i + ".csv", TestSite.redirect("/" + (i + 1) + ".csv"));
    }
    assertThat(only(fetch()).why()).isEqualTo("It was not fetched: it redirects more than 5 times.");
  }

  @Test
  void linksToOtherPlacesAreRefusedEachWithASentence() throws IOException {
    site.page(
        "/beds/",
        TestPages.with(
            "Beds",
            link("https://files.example.org/a.csv", "elsewhere"),
            link("https://169.254.169.254/latest/b.csv", "a number"),
            link("https://user:secret@127.0.0.1/c.csv", "a user"),
            link("file:///etc/d.csv", "a file"),
            link("jar:file:/tmp/x.jar!/e.csv", "a jar")));
    assertThat(fetch())
        .allSatisfy(f -> assertThat(f.kind()).isEqualTo(Kind.REFUSED))
        .extracting(FetchResult::why)
        .containsExactly(
            "It was not fetched: files.example.org is not a publisher's host.",
            "It was not fetched: its host 169.254.169.254 is a number, not a publisher's name.",
            "It was not fetched: its address contains a user name.",
            "It was not fetched: its address begins with 'file:', and only https: is allowed.",
            "It was not fetched: its address begins with 'jar:', and only https: is allowed.");
    assertThat(site.asked()).extracting(TestSite.Request::path).containsExactly("/beds/");
  }

  // What it is called

  @Test
  void namesWithSpacesPercentSignsAndFoldersStayInTheFolder() throws IOException {
    List<TestPages.Link> links = new ArrayList<>();
    for (String name :
        List.of("My file 100% (final).csv", "a%20b.csv", "..%2F..%2F..%2Fetc%2Fpasswd.csv", "c%3Ad.csv", "%2Ehidden.csv",
            "e%5Cf.csv")) {
      links.add(link("/x/" + name, name));
    }
    site.page("/beds/", TestPages.with("Beds", links));
    for (String path :
        List.of("/x/My%20file%20100%25%20(final).csv", "/x/a%20b.csv", "/x/..%2F..%2F..%2Fetc%2Fpasswd.csv",
            "/x/c%3Ad.csv", "/x/%2Ehidden.csv", "/x/e%5Cf.csv")) {
      site.file(path, text(path));
    }
    assertThat(fetch()).allSatisfy(f -> assertThat(f.kind()).as(f.why()).isEqualTo(Kind.NEW));
    assertThat(files().keySet())
        .extracting(path -> path.replaceFirst("beds/[0-9a-f]{12}/", ""))
        .containsExactlyInAnyOrder(
            "My file 100% (final).csv", "a b.csv", "passwd.csv", "c_d.csv", "_hidden.csv", "f.csv");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("beds"), "a file where a folder should be");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(this::fetch)).isInstanceOf(IOException.class);
  }
}
