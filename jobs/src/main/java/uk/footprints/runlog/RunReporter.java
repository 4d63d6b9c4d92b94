package uk.footprints.runlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.ReleaseRejectedException;
import uk.footprints.runtime.SecretRedactor;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.LogFiles;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;

/** Who is told of a run, beside the person who may be watching; none of it can make a run fail. */
public final class RunReporter {

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Option(names = "--summary", paramLabel = "FILE", description = "Write a summary in Markdown, also of a failed run.")
  private Path summary;

  @Option(names = "--metrics", paramLabel = "FILE", description = "Write metrics for Prometheus.")
  private Path metrics;

  @Option(names = "--lineage", paramLabel = "URL", description = "Tell an OpenLineage server of the run.")
  private String lineageUrl;

  @Option(names = "--lineage-key", defaultValue = "", paramLabel = "KEY",
      description = "Its key. Better set outside the line.")
  private String lineageKey = "";

  @Option(names = "--lineage-namespace", defaultValue = "footprints", paramLabel = "NAME",
      description = "The job's namespace there.")
  private String lineageNamespace = "footprints";

  @Option(names = "--json-logs", description = "Logs as JSON on standard error, an object a line, with the run's id.")
  private boolean jsonLogs;

  /** The work. */
  public interface Work {
    /** Does it, says how it goes, and gives the exit code. */
    int run(RunMonitor running) throws IOException;
  }

  /**
   * Runs, and tells.
   *
   * @param job the command
   * @param asked what was asked, by name; {@code from} and {@code to} are its places
   * @param tables what a release has
   */
  public int during(
      Console terminal, Clock clock, String job, Map<String, String> asked, List<Table> tables, Work work)
      throws IOException {
    if (jsonLogs) {
      LogFiles.asJson();
    }
    Optional<OpenLineageClient> lineage =
        Optional.ofNullable(lineageUrl).map(url -> OpenLineageClient.at(url, lineageKey, lineageNamespace));
    Map<String, String> arguments = new LinkedHashMap<>();
    asked.forEach((name, value) -> arguments.put(name, SecretRedactor.shown(name, value)));
    RunMonitor running =
        new RunMonitor(clock, job, arguments,
            r -> lineage.ifPresent(l -> send(terminal, l, "START", r.record(0, ""), asked, List.of())));
    int exit = ExitCode.BUG;
    String problem = "";
    try {
      exit = work.run(running);
      return exit;
    } catch (UserException e) {
      exit = e.exit();
      problem = e.getMessage();
      throw e;
    } catch (ReleaseRejectedException e) {
      exit = ExitCode.HELD;
      problem = "The release was held: " + e.getMessage();
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      problem = "A fault of Footprints: " + e;
      throw e;
    } finally {
      RunRecord run = running.record(exit, SecretRedactor.shown(problem));
      lineage.ifPresent(l -> {
        if (!running.isKnown()) {
          send(terminal, l, "START", run, asked, List.of());
        }
        send(terminal, l, run.state().equals("failed") ? "FAIL" : "COMPLETE", run, asked, tables);
      });
      keep(terminal, run, running.isKnown(), new Store(asked.get("to")));
    }
  }

  private static void send(
      Console terminal, OpenLineageClient lineage, String type, RunRecord run, Map<String, String> asked, List<Table> tables) {
    String time = type.equals("START") ? run.startedAt() : run.endedAt();
    String problem = lineage.send(lineage.event(type, time, run, asked.get("from"), asked.get("to"), tables));
    if (!problem.isEmpty()) {
      terminal.say(
          "The lineage server %s was not told of %s: %s. The run is none the worse.",
          SecretRedactor.shown(lineage.url().toString()), type, problem);
    }
  }

  /** A run that never knew its inputs leaves nothing in a store, which may not even be one. */
  private void keep(Console terminal, RunRecord run, boolean known, Store store) {
    String text = RunSummary.of(run, SecretRedactor.shown(store.root()));
    if (known) {
      attempt(terminal, "record", () -> {
        store.write("runs/" + run.run() + ".json", JSON.writeValueAsBytes(run));
        store.writeText("runs/" + run.run() + ".md", text);
      });
    }
    if (summary != null) {
      attempt(terminal, "summary", () -> PrometheusFile.write(summary, text));
    }
    if (metrics != null) {
      attempt(terminal, "metrics", () -> PrometheusFile.write(metrics, PrometheusFile.of(run, store.findCurrent())));
    }
  }

  /** Writes something. */
  private interface Step {
    void run() throws IOException;
  }

  private static void attempt(Console terminal, String what, Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      terminal.say("The %s of the run could not be written: %s", what, e.getMessage());
    }
  }
}
