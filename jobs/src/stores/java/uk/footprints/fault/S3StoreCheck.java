package uk.footprints.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.storage.Store;

/**
 * A store on S3 (a mock or another server, behind a proxy that misbehaves): refresh, read, kill, refresh. One store goes through it all,
 * step after step, and a store on a disk through the same steps in peace; after each, both have the same bytes.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("check")
class S3StoreCheck {

  /** Another server of S3 that runs already, such as http://127.0.0.1:5000; empty for the mock. */
  private static final String SERVER = System.getProperty("footprints.s3.server", "");

  @TempDir static Path folder;
  private static Process mock;
  private static StoreFaults weather;
  private static RemoteStoreFaults store;
  private static RemoteStoreFaults disk;
  private static final Map<String, String> SETTINGS = new TreeMap<>();
  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");
  /** Small files, one more a day. */
  private static final List<String> DAYS =
      List.of(
          "dtoc/april_2011_to_march_2013_by_type_of_care.xls", "dtoc/april_2013_to_march_2017_by_type_of_care.xls",
          "dtoc/from_april_2017_by_type_of_care.xlsx", "unit_costs/2016-17.csv", "trust_finances/plan.csv",
          "spend_over_25k/plain.csv");
  private static Instant now = FaultInjection.BEFORE;
  private static int day;
  private static Path in;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    URI behind = SERVER.isEmpty() ? mock() : URI.create(SERVER);
    awaken(behind.resolve("/bucket"));
    weather = new StoreFaults(behind);
    SETTINGS.put("fs.s3a.endpoint", weather.endpoint());
    SETTINGS.put("fs.s3a.endpoint.region", "eu-west-2");
    SETTINGS.put("fs.s3a.path.style.access", "true");
    SETTINGS.put("fs.s3a.connection.ssl.enabled", "false");
    SETTINGS.put("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    SETTINGS.put("fs.s3a.access.key", "made-up");
    SETTINGS.put("fs.s3a.secret.key", "made-up");
    SETTINGS.put("fs.s3a.retry.interval", "100ms");
    SETTINGS.put("fs.s3a.retry.throttle.interval", "100ms");
    // The least that it takes.
    SETTINGS.put("fs.s3a.connection.request.timeout", "15s");
    SETTINGS.forEach((name, value) -> System.setProperty("spark.hadoop." + name, value));
    store = RemoteStoreFaults.of("s3a://bucket/store", folder);
    in = Files.createDirectories(folder.resolve("in"));
    disk = store.at(folder.resolve("disk").toString());
  }

  private static URI mock() throws IOException {
    int port = freePort();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    mock =
        new ProcessBuilder(
                java, "-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("footprints.s3mock"),
                "--server.port=0", "--http.port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3mock.txt").toFile())
            .start();
    return URI.create("http://localhost:" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaken(URI bucket) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest make = HttpRequest.newBuilder(bucket).PUT(HttpRequest.BodyPublishers.noBody()).build();
    for (int i = 0; i < 120; i++) {
      try {
        if (client.send(make, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(500);
      }
    }
    throw new IllegalStateException("the mock of S3 did not start");
  }

  @AfterAll
  static void stop() {
    System.out.println("S3, what the network did: " + weather.counts());
    weather.close();
    if (mock != null) {
      mock.destroy();
    }
  }

  /** A day on, with a file more; what comes of it on a disk. */
  private static void nextDay() throws IOException {
    String file = DAYS.get(day++);
    Files.copy(FIXTURES.resolve(file), in.resolve(file.replace('/', '-')));
    now = now.plus(Duration.ofDays(1));
    disk.well(in, now);
  }

  /** The manifest among them, so every file is as it says. */
  private static void asOnTheDisk() throws IOException {
    assertThat(store.hashes()).isEqualTo(disk.hashes());
  }

  private static void published(FaultInjection.Ran ran) throws IOException {
    assertThat(ran.exit()).as(ran.said()).isZero();
    asOnTheDisk();
  }

  @Test
  @Order(1)
  void aRefreshIsAsOnADisk() throws IOException {
    for (String what : List.of("the first", "the next")) {
      nextDay();
      Map<String, Integer> before = weather.counts();
      FaultInjection.Ran ran = store.run(in, now);
      Map<String, Integer> after = weather.counts();
      after.replaceAll((kind, n) -> n - before.getOrDefault(kind, 0));
      published(ran);
      System.out.printf("S3: %s refresh is as on a disk, %d files of equal bytes: %s%n", what, disk.hashes().size(), after);
    }
  }

  @Test
  @Order(2)
  void badWeather() throws IOException {
    nextDay();
    weather.bad(true);
    weather.silentOn("/datapackage.json");
    int runs = 0;
    FaultInjection.Ran ran = new FaultInjection.Ran(2, "");
    while (ran.exit() == 2 && runs < 4) {
      ran = store.run(in, now);
      runs++;
    }
    weather.bad(false);
    published(ran);
    Map<String, Integer> counts = weather.counts();
    for (String what : List.of("slow-downs", "lost requests", "lost answers", "time-outs")) {
      assertThat(counts).containsKey(what);
      RemoteStoreFaults.survived("S3: " + what, counts.get(what));
    }
    System.out.println("S3: slow-downs, delays, a time-out, lost requests and answers: refreshed in " + runs + " run(s)");
  }

  @Test
  @Order(3)
  void theAnswerOfThePointerIsLost() throws IOException {
    nextDay();
    weather.loseAnswerOf("/CURRENT");
    published(store.run(in, now));
    assertThat(weather.counts()).containsKey("answers of the pointer lost");
    RemoteStoreFaults.survived("S3: the answer to the pointer's write is lost", 1);
    System.out.println("S3: the answer to the write of the pointer is lost: published");
  }

  @Test
  @Order(4)
  void onlyOneOfTwoMovesThePointer() throws IOException {
    Store store = new Store("s3a://bucket/race");
    assertThat(store.makeCurrent(Optional.empty(), "a")).isTrue();
    assertThat(store.makeCurrent(Optional.empty(), "b")).isFalse();
    int moved = 0;
    for (int i = 0; i < 10; i++) {
      Optional<String> now = store.findCurrent();
      String one = "one-" + i;
      String two = "two-" + i;
      CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> move(store, now, two));
      boolean first = move(store, now, one);
      assertThat(first ^ other.join()).isTrue();
      assertThat(store.findCurrent()).contains(first ? one : two);
      moved++;
    }
    RemoteStoreFaults.survived("S3: two move the pointer at once", moved);
    System.out.println("S3: of two that move the pointer at once, one does: " + moved + " times of 10");
  }

  private static boolean move(Store store, Optional<String> now, String to) {
    try {
      return store.makeCurrent(now, to);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Order(5)
  void twoRefreshesAtOnce() throws IOException {
    nextDay();
    CompletableFuture<FaultInjection.Ran> other = CompletableFuture.supplyAsync(() -> store.run(in, now));
    FaultInjection.Ran one = store.run(in, now);
    assertThat(one.exit() + other.join().exit()).as(one.said() + other.join().said()).isIn(0, 2);
    asOnTheDisk();
    RemoteStoreFaults.survived("S3: two refreshes at once", 1);
    System.out.println("S3: two refreshes at once: one published, one was kept out");
  }

  @Test
  @Order(6)
  void killed() throws IOException, InterruptedException {
    Map<String, String> old = store.hashes();
    nextDay();
    int kills = 0;
    for (int files : new int[] {1, 40}) {
      Path log = folder.resolve("killed-" + files + ".txt");
      long others = store.half();
      boolean killed = store.killed(in, SETTINGS, () -> store.half() - others >= files, log);
      assertThat(killed).as(Files.readString(log)).isTrue();
      assertThat(store.hashes()).isEqualTo(old);
      kills++;
    }
    FaultInjection.Ran ran = store.run(in, now);
    assertThat(ran.said()).contains("which no longer runs; this run took it over").contains("Removed ");
    published(ran);
    assertThat(store.faults()).isEmpty();
    RemoteStoreFaults.survived("S3: kill -9 in the middle", kills);
    System.out.println("S3: killed " + kills + " times in the middle, then refreshed: whole each time");
  }
}
