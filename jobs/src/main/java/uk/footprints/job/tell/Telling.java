package uk.footprints.job.tell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import uk.footprints.run.Clock;
import uk.footprints.run.Exit;
import uk.footprints.run.Fixable;
import uk.footprints.run.Held;
import uk.footprints.run.Logs;
import uk.footprints.run.Secrets;
import uk.footprints.run.Store;
import uk.footprints.run.Terminal;
import uk.footprints.table.Table;

/** Who is told of a run, beside the person who may be watching; none of it can make a run fail. */
public final class Telling {

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
    int run(Running running) throws IOException;
  }

  /**
   * Runs, and tells.
   *
   * @param job the command
   * @param asked what was asked, by name; {@code from} and {@code to} are its places
   * @param tables what a release has
   */
  public int during(
      Terminal terminal, Clock clock, String job, Map<String, String> asked, List<Table> tables, Work work)
      throws IOException {
    if (jsonLogs) {
      Logs.asJson();
    }
    Optional<Lineage> lineage =
        Optional.ofNullable(lineageUrl).map(url -> Lineage.at(url, lineageKey, lineageNamespace));
    Map<String, String> arguments = new LinkedHashMap<>();
    asked.forEach((name, value) -> arguments.put(name, Secrets.shown(name, value)));
    Running running =
        new Running(clock, job, arguments,
            r -> lineage.ifPresent(l -> send(terminal, l, "START", r.record(0, ""), asked, List.of())));
    int exit = Exit.BUG;
    String problem = "";
    try {
      exit = work.run(running);
      return exit;
    } catch (Fixable e) {
      exit = e.exit();
      problem = e.getMessage();
      throw e;
    } catch (Held e) {
      exit = Exit.HELD;
      problem = "The release was held: " + e.getMessage();
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      problem = "A fault of Footprints: " + e;
      throw e;
    } finally {
      RunRecord run = running.record(exit, Secrets.shown(problem));
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
      Terminal terminal, Lineage lineage, String type, RunRecord run, Map<String, String> asked, List<Table> tables) {
    String time = type.equals("START") ? run.startedAt() : run.endedAt();
    String problem = lineage.send(lineage.event(type, time, run, asked.get("from"), asked.get("to"), tables));
    if (!problem.isEmpty()) {
      terminal.say(
          "The lineage server %s was not told of %s: %s. The run is none the worse.",
          Secrets.shown(lineage.url().toString()), type, problem);
    }
  }

  /** A run that never knew its inputs leaves nothing in a store, which may not even be one. */
  private void keep(Terminal terminal, RunRecord run, boolean known, Store store) {
    String text = Summary.of(run, Secrets.shown(store.root()));
    if (known) {
      attempt(terminal, "record", () -> {
        store.write("runs/" + run.run() + ".json", JSON.writeValueAsBytes(run));
        store.writeText("runs/" + run.run() + ".md", text);
      });
    }
    if (summary != null) {
      attempt(terminal, "summary", () -> Metrics.write(summary, text));
    }
    if (metrics != null) {
      attempt(terminal, "metrics", () -> Metrics.write(metrics, Metrics.of(run, store.findCurrent())));
    }
  }

  /** Writes something. */
  private interface Step {
    void run() throws IOException;
  }

  private static void attempt(Terminal terminal, String what, Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      terminal.say("The %s of the run could not be written: %s", what, e.getMessage());
    }
  }
}
