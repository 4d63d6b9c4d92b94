package uk.footprints.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import uk.footprints.catalogue.Tables;
import uk.footprints.fetch.FetchReport;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.FetchResult;
import uk.footprints.fetch.PageCount;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.UserException;

/** Checks the reports of a successful run and of a failed one. */
@Tag("integration")
class RunReporterTest {

  private static final Clock NOON = () -> Instant.parse("2026-01-01T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final List<JsonNode> events = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private HttpServer server;
  private int status = 201;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/lineage",
        exchange -> {
          events.add(JSON.readTree(exchange.getRequestBody()));
          keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private int report(RunReporter.Work work) throws IOException {
    RunReporter telling = new RunReporter();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("telling",
            CommandLine.Model.CommandSpec.forAnnotatedObject(telling)))
        .parseArgs(
            "--summary", folder.resolve("summary.md").toString(), "--metrics", folder.resolve("fp.prom").toString(),
            "--lineage", "http://127.0.0.1:" + server.getAddress().getPort(), "--lineage-key", "opensesame", "--timings");
    Console terminal = new Console(System.out, new PrintStream(said, true, StandardCharsets.UTF_8), false);
    return telling.during(
        terminal, NOON, "refresh",
        Map.of("from", "in", "to", folder.resolve("store").toString(), "lineage-key", "opensesame"), Tables.all(),
        work);
  }

  private static final List<RunRecord.Input> FILES =
      List.of(new RunRecord.Input("a.xls", 3, "abc", "kh03_beds", "read"));

  @Test
  void aSuccessfulRunIsReported() throws IOException {
    int exit =
        report(
            running -> {
              running.begins("20260101T120000Z-0123", FILES);
              running.read(FILES, 1200, List.of());
              running.ends("published", "20260101T120000Z-0123");
              return 0;
            });
    assertThat(exit).isZero();
    String record = Files.readString(folder.resolve("store/runs/20260101T120000Z-0123.json"));
    JsonNode run = JSON.readTree(record);
    assertThat(run.get("state").asText()).isEqualTo("published");
    assertThat(run.at("/inputs/0/sha256").asText()).isEqualTo("abc");
    assertThat(run.at("/counts/observations").asLong()).isEqualTo(1200);
    assertThat(run.at("/versions/spark").asText()).isNotEmpty();
    assertThat(run.at("/arguments/lineage-key").asText()).isEqualTo("***");
    assertThat(record + Files.readString(folder.resolve("summary.md")) + events).doesNotContain("opensesame");
    assertThat(Files.readString(folder.resolve("summary.md"))).contains("# Footprints refresh: published", "1,200");

    Path metrics = folder.resolve("fp.prom");
    assertThat(Files.readString(metrics))
        .contains("# TYPE footprints_run_exit_code gauge\nfootprints_run_exit_code 0\n")
        .contains("footprints_run_files{state=\"read\"} 1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(metrics))).startsWith("rw-r");

    assertThat(events).extracting(e -> e.get("eventType").asText()).containsExactly("START", "COMPLETE");
    assertThat(events.get(0).at("/run/runId")).isEqualTo(events.get(1).at("/run/runId"));
    assertThat(events.get(1).at("/inputs/0/facets/version/datasetVersion").asText()).isEqualTo("abc");
    assertThat(events.get(1).get("outputs").size()).isEqualTo(Tables.all().size());
    assertThat(events.get(1).get("schemaURL").asText()).startsWith("https://openlineage.io/spec/2-0-2/");
    assertThat(keys).containsOnly("Bearer opensesame");
  }

  @Test
  void timesOfPartsAndTheirStepsAreRecordedAndPrinted() throws IOException {
    report(
        running -> {
          running.begins("20260101T120000Z-0123", FILES);
          running.steps().add("answer", "report spc, rows", 1_250_000_000L);
          running.steps().add("answer", "report peers, rows", 1_000_000L);
          running.steps().add("read", "stage 0", 2_000_000_000L);
          running.part("answer");
          running.ends("published", "20260101T120000Z-0123");
          return 0;
        });
    JsonNode run = JSON.readTree(Files.readString(folder.resolve("store/runs/20260101T120000Z-0123.json")));
    assertThat(run.at("/steps/0/part").asText()).isEqualTo("answer");
    assertThat(run.at("/steps/0/step").asText()).isEqualTo("report spc, rows");
    assertThat(run.at("/steps/0/seconds").asDouble()).isEqualTo(1.25);
    assertThat(run.get("steps").size()).isEqualTo(3);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("     0.0  answer\n            1.25  report spc, rows\n     0.0  all\n")
        .contains("          read\n            2.00  stage 0\n")
        .doesNotContain("peers");
  }

  @Test
  void whatWasFetchedIsReportedAlsoWhenNothingWasRead() throws IOException {
    FetchReport report =
        new FetchReport(
            List.of(new PageCount("kh03_beds", 2, 47, 44)),
            List.of(
                new FetchResult(Kind.NEW, "kh03_beds", "https://a/b.xlsx", "b.xlsx", 9, "9 bytes."),
                new FetchResult(Kind.GONE, "kh03_beds", "https://a/c.xlsx", "c.xlsx", 0, "No longer on its page."),
                new FetchResult(Kind.EMPTY, "dtoc", "https://a/d", "d", 0, "The page was read.")));
    report(
        running -> {
          running.fetched(report, List.of("Due but missing: kh03_beds of Q1."));
          running.stillDue(List.of("Due but missing: kh03_beds of Q2."));
          return 2;
        });
    JsonNode run = JSON.readTree(Files.readString(folder.resolve("store/runs/20260101T120000Z.json"))).get("fetch");
    assertThat(run.at("/due/0").asText()).isEqualTo("Due but missing: kh03_beds of Q1.");
    assertThat(run.at("/still_due/0").asText()).isEqualTo("Due but missing: kh03_beds of Q2.");
    assertThat(run.at("/files/new").asInt()).isEqualTo(1);
    assertThat(run.at("/pages/0/left").asInt()).isEqualTo(3);
    assertThat(run.at("/came/0").asText()).isEqualTo("new kh03_beds, https://a/b.xlsx: 9 bytes.");
    assertThat(run.at("/no_longer_offered/0").asText()).startsWith("gone kh03_beds");
    assertThat(run.at("/attention/0").asText()).startsWith("empty dtoc");
    assertThat(Files.readString(folder.resolve("summary.md")))
        .contains("Links: 1 new, 1 gone, 1 empty.", "| kh03_beds | 2 | 47 | 44 | 3 |", "### Due when the run began",
            "### No longer offered", "### To be checked", "### Still due");
    assertThat(Files.readString(folder.resolve("fp.prom"))).contains("footprints_run_links{result=\"gone\"} 1");
  }

  @Test
  void aFailedRunIsReportedAndStillFails() throws IOException {
    assertThatThrownBy(
            () ->
                report(
                    running -> {
                      running.begins("20260101T120000Z-0123", FILES);
                      throw UserException.data("The disk of s3a://me:pass@b is full.", "make room");
                    }))
        .isInstanceOf(UserException.class);
    JsonNode run = JSON.readTree(folder.resolve("store/runs/20260101T120000Z-0123.json").toFile());
    assertThat(run.get("state").asText()).isEqualTo("failed");
    assertThat(run.get("exit").asInt()).isEqualTo(2);
    assertThat(run.get("problem").asText()).contains("is full").doesNotContain("pass");
    assertThat(Files.readString(folder.resolve("summary.md"))).contains("is full", "has not changed");
    assertThat(Files.readString(folder.resolve("fp.prom"))).contains("footprints_run_exit_code 2");
    assertThat(events).extracting(e -> e.get("eventType").asText()).containsExactly("START", "FAIL");
    assertThat(events.get(1).at("/run/facets/errorMessage/message").asText()).contains("is full");
  }

  @Test
  void aFailingServerDoesNotFailTheRun() throws IOException {
    status = 500;
    assertThat(report(running -> 0)).isZero();
    server.stop(0);
    assertThat(report(running -> 0)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("it responded with status 500", "The run is not affected");
    assertThat(folder.resolve("store")).doesNotExist();
  }
}
