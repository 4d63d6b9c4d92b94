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

/** Reports a run to files, a lineage server and the store; a failure to report does not make the run fail. */
public final class RunReporter {

  @Option(names = "--summary", paramLabel = "FILE", description = "Write a summary in Markdown, also if the run fails.")
  private Path summary;

  @Option(names = "--metrics", paramLabel = "FILE", description = "Write metrics for Prometheus.")
  private Path metrics;

  @Option(names = "--lineage", paramLabel = "URL", description = "Send the events of the run to an OpenLineage server.")
  private String lineageUrl;

  @Option(names = "--lineage-key", defaultValue = "", paramLabel = "KEY",
      description = "Key of that server. Set it in the environment or the configuration file.")
  private String lineageKey = "";

  @Option(names = "--lineage-namespace", defaultValue = "footprints", paramLabel = "NAME",
      description = "Namespace of the job on that server.")
  private String lineageNamespace = "footprints";

  @Option(names = "--json-logs",
      description = "Write logs as JSON on standard error, one object per line, with the run's id.")
  private boolean jsonLogs;

  @Option(names = "--timings", description = "Print how long each part of the run took, at its end.")
  private boolean timings;

  /** The work of a command. */
  public interface Work {
    /** Does the work, reports to the monitor, and returns the exit code. */
    int run(RunMonitor monitor) throws IOException;
  }

  /**
   * Runs the work and reports it.
   *
   * @param job the command
   * @param options the options of the command, by name; {@code from} and {@code to} are its locations
   * @param tables the tables of a release
   */
  public int during(
      Console console, Clock clock, String job, Map<String, String> options, List<Table> tables, Work work)
      throws IOException {
    if (jsonLogs) {
      LogFiles.asJson();
    }
    Optional<OpenLineageClient> lineage =
        Optional.ofNullable(lineageUrl).map(url -> OpenLineageClient.at(url, lineageKey, lineageNamespace));
    Map<String, String> arguments = new LinkedHashMap<>();
    options.forEach((name, value) -> arguments.put(name, SecretRedactor.shown(name, value)));
    RunMonitor monitor =
        new RunMonitor(clock, job, arguments,
            r -> lineage.ifPresent(l -> send(console, l, "START", r.record(0, ""), options, List.of())));
    int exit = ExitCode.BUG;
    String problem = "";
    try {
      exit = work.run(monitor);
      return exit;
    } catch (UserException e) {
      exit = e.exit();
      problem = e.getMessage();
      throw e;
    } catch (ReleaseRejectedException e) {
      exit = ExitCode.HELD;
      problem = "Nothing was published: " + e.getMessage();
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      problem = "An internal error of Footprints: " + e;
      throw e;
    } finally {
      RunRecord run = monitor.record(exit, SecretRedactor.shown(problem));
      lineage.ifPresent(l -> {
        if (!monitor.isKnown()) {
          send(console, l, "START", run, options, List.of());
        }
        send(console, l, run.state().equals("failed") ? "FAIL" : "COMPLETE", run, options, tables);
      });
      writeReports(console, run, monitor.isRecorded(), new Store(options.get("to")));
      if (timings) {
        TimeTable.lines(run.seconds(), run.steps()).forEach(line -> console.info("%s", line));
      }
    }
  }

  private static void send(
      Console console, OpenLineageClient lineage, String type, RunRecord run, Map<String, String> options,
      List<Table> tables) {
    String time = type.equals("START") ? run.startedAt() : run.endedAt();
    String problem = lineage.send(lineage.event(type, time, run, options.get("from"), options.get("to"), tables));
    if (!problem.isEmpty()) {
      console.info(
          "The lineage server %s did not accept the event %s: %s. The run is not affected.",
          SecretRedactor.shown(lineage.url().toString()), type, problem);
    }
  }

  /**
   * Writes the reports. A run that knows no inputs and fetched nothing writes nothing to the store, which may not
   * exist.
   */
  private void writeReports(Console console, RunRecord run, boolean recorded, Store store) {
    String text = RunSummary.of(run, SecretRedactor.shown(store.root()));
    if (recorded) {
      attempt(console, "record", () -> {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        store.write("runs/" + run.run() + ".json", json.writeValueAsBytes(run));
        store.writeText("runs/" + run.run() + ".md", text);
      });
    }
    if (summary != null) {
      attempt(console, "summary", () -> PrometheusFile.write(summary, text));
    }
    if (metrics != null) {
      attempt(console, "metrics", () -> PrometheusFile.write(metrics, PrometheusFile.of(run, store.findCurrent())));
    }
  }

  /** Writes one report. */
  private interface Step {
    void run() throws IOException;
  }

  private static void attempt(Console console, String what, Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException | LinkageError e) {
      console.info("The %s of the run could not be written: %s", what, e.getMessage());
    }
  }
}
