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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.run.Store;

/** A store on S3 (a mock, behind a proxy that misbehaves): refresh, read, kill, refresh. */
class S3StoreCheck {

  @TempDir static Path folder;
  private static Process mock;
  private static Weather weather;
  private static Elsewhere elsewhere;
  private static final Map<String, String> SETTINGS = new TreeMap<>();
  private static Map<String, String> local;
  private static Map<String, String> localThree;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    int port = freePort();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    mock =
        new ProcessBuilder(
                java, "-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("footprints.s3mock"),
                "--server.port=0", "--http.port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3mock.txt").toFile())
            .start();
    URI behind = URI.create("http://localhost:" + port);
    awaken(behind.resolve("/house"));
    weather = new Weather(behind);
    SETTINGS.put("fs.s3a.endpoint", weather.endpoint());
    SETTINGS.put("fs.s3a.endpoint.region", "eu-west-2");
    SETTINGS.put("fs.s3a.path.style.access", "true");
    SETTINGS.put("fs.s3a.connection.ssl.enabled", "false");
    SETTINGS.put("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    SETTINGS.put("fs.s3a.access.key", "made-up");
    SETTINGS.put("fs.s3a.secret.key", "made-up");
    SETTINGS.put("fs.s3a.retry.interval", "100ms");
    SETTINGS.put("fs.s3a.retry.throttle.interval", "100ms");
    SETTINGS.put("fs.s3a.connection.request.timeout", "20s");
    SETTINGS.forEach(Store.hadoop()::set);
    elsewhere = Elsewhere.of("s3a://house/store", folder);
    Elsewhere here = elsewhere.at(folder.resolve("local").toString());
    here.well(here.two(), Disturbed.BEFORE);
    local = here.hashes();
    here.well(here.three(), Disturbed.SECOND);
    localThree = here.hashes();
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
    mock.destroy();
  }

  private static void fresh(Elsewhere store) {
    Disturbed.Ran ran = store.run(store.two(), Disturbed.BEFORE);
    assertThat(ran.exit()).as(ran.said()).isZero();
  }

  private static void rest(Elsewhere store) throws IOException {
    assertThat(store.faults()).isEmpty();
    assertThat(store.hashes()).isEqualTo(localThree);
  }

  @Test
  void aRefreshIsAsOnADisk() throws IOException {
    Elsewhere store = elsewhere.at("s3a://house/plain");
    fresh(store);
    assertThat(store.hashes()).isEqualTo(local);
    Disturbed.Ran ran = store.run(store.three(), Disturbed.SECOND);
    assertThat(ran.exit()).as(ran.said()).isZero();
    rest(store);
    System.out.println("S3: a refresh is as on a disk: " + localThree.size() + " files of equal bytes");
  }

  @Test
  void badWeather() throws IOException {
    Elsewhere store = elsewhere.at("s3a://house/weather");
    fresh(store);
    weather.bad(true);
    int runs = 0;
    Disturbed.Ran ran = new Disturbed.Ran(2, "");
    while (ran.exit() == 2 && runs < 4) {
      ran = store.run(store.three(), Disturbed.SECOND);
      runs++;
      assertThat(store.faults()).isEmpty();
    }
    weather.bad(false);
    assertThat(ran.exit()).as(ran.said()).isZero();
    rest(store);
    System.out.println("S3: slow-downs, delays, lost requests and answers: refreshed in " + runs + " run(s)");
  }

  @Test
  void theAnswerOfThePointerIsLost() throws IOException {
    Elsewhere store = elsewhere.at("s3a://house/pointer");
    fresh(store);
    weather.loseAnswerOf("/CURRENT");
    Disturbed.Ran ran = store.run(store.three(), Disturbed.SECOND);
    assertThat(ran.exit()).as(ran.said()).isZero();
    rest(store);
    System.out.println("S3: the answer to the write of the pointer is lost: published");
  }

  @Test
  void onlyOneOfTwoMovesThePointer() throws IOException {
    Store store = new Store("s3a://house/race");
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
  void twoRefreshesAtOnce() throws IOException {
    Elsewhere store = elsewhere.at("s3a://house/two");
    fresh(store);
    CompletableFuture<Disturbed.Ran> other =
        CompletableFuture.supplyAsync(() -> store.run(store.three(), Disturbed.SECOND));
    Disturbed.Ran one = store.run(store.three(), Disturbed.SECOND);
    assertThat(one.exit() + other.join().exit()).as(one.said() + other.join().said()).isIn(0, 2);
    rest(store);
    System.out.println("S3: two refreshes at once: one published, one was kept out");
  }

  @Test
  void killed() throws IOException, InterruptedException {
    Elsewhere store = elsewhere.at("s3a://house/killed");
    fresh(store);
    int kills = 0;
    for (int files : new int[] {1, 40}) {
      Path log = folder.resolve("killed-" + files + ".txt");
      boolean killed = store.killed(store.three(), SETTINGS, () -> store.half() >= files, log);
      assertThat(killed).as(Files.readString(log)).isTrue();
      assertThat(store.faults()).isEmpty();
      assertThat(store.hashes()).isEqualTo(local);
      kills++;
    }
    Disturbed.Ran ran = store.run(store.three(), Disturbed.SECOND);
    assertThat(ran.exit()).as(ran.said()).isZero();
    assertThat(ran.said()).contains("which no longer runs; it was taken over").contains("Taken away: ");
    rest(store);
    System.out.println("S3: killed " + kills + " times in the middle, then refreshed: whole each time");
  }
}
