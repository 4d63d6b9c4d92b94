package uk.footprints.runlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import uk.footprints.fetch.FetchReport;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.IdTime;
import uk.footprints.runtime.StepTimes;
import uk.footprints.spark.Versions;

/** Collects what is known of a running command, which reports to it; gives the run's record at any time. */
public final class RunMonitor {

  /** The maximum number of sentences in the record. */
  private static final int MAX_SENTENCES = 100;

  private final Clock clock;
  private final String job;
  private final Map<String, String> arguments;
  private final Consumer<RunMonitor> begun;
  private final Instant started;
  private Instant since;
  private String run;
  private boolean known;
  private String state = "failed";
  private String release = "";
  private List<RunRecord.Input> inputs = List.of();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> findings = new TreeMap<>();
  private final List<String> setAside = new ArrayList<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final StepTimes steps = new StepTimes();
  private FetchRecord fetch;

  /**
   * Starts the clock of a run.
   *
   * @param arguments the options of the command, with secrets masked
   * @param begun called when the inputs are known
   */
  RunMonitor(Clock clock, String job, Map<String, String> arguments, Consumer<RunMonitor> begun) {
    this.clock = clock;
    this.job = job;
    this.arguments = arguments;
    this.begun = begun;
    this.started = clock.now();
    this.since = started;
    this.run = IdTime.of(started);
  }

  /** Returns a monitor that reports to nobody. */
  public static RunMonitor noop(Clock clock) {
    return new RunMonitor(clock, "", Map.of(), r -> {});
  }

  /** Reports that the id and the input files of the run are known. */
  public void begins(String id, List<RunRecord.Input> files) {
    run = id;
    inputs = files;
    known = true;
    counts.put("files", (long) files.size());
    part("list");
    begun.accept(this);
  }

  /** Reports the input files again, when their hashes are known. */
  public void lists(List<RunRecord.Input> files) {
    inputs = files;
    counts.put("files", (long) files.size());
  }

  /** Reports that a part of the run is over. */
  public void part(String name) {
    Instant now = clock.now();
    seconds.merge(name, Duration.between(since, now).toMillis() / 1000.0, Double::sum);
    since = now;
  }

  /** Returns the times of the steps of all parts, to which the run adds. */
  public StepTimes steps() {
    return steps;
  }

  /** Reports the result of reading the input files. */
  public void read(List<RunRecord.Input> files, long observations, List<Finding> found) {
    inputs = files;
    counts.put("files_read", files.stream().filter(f -> f.state().equals("read")).count());
    counts.put("files_set_aside", files.stream().filter(f -> f.state().equals("set_aside")).count());
    counts.put("observations", observations);
    for (Finding f : found) {
      findings.computeIfAbsent(f.severity().id(), s -> new TreeMap<>()).merge(f.kind().id(), 1L, Long::sum);
      boolean lost = f.severity() == Severity.SET_ASIDE || f.severity() == Severity.INCOMPLETE;
      if (lost && setAside.size() < MAX_SENTENCES) {
        setAside.add(f.sentence());
      }
    }
  }

  /**
   * Reports what was fetched before the input files were listed.
   *
   * @param due publications that were due when the run began
   */
  public void fetched(FetchReport report, List<String> due) {
    fetch = FetchRecord.of(report, due);
    part("fetch");
  }

  /** Reports the publications that are due after the run; ignored in a run that fetched nothing. */
  public void stillDue(List<String> due) {
    fetch = fetch == null ? null : fetch.withStillDue(due);
  }

  /** Reports the final state of the run and the release that it made. */
  public void ends(String state, String release) {
    this.state = state;
    this.release = release;
  }

  /** Returns whether the inputs of the run are known. */
  boolean isKnown() {
    return known;
  }

  /** Returns whether the store has a record of the run: its inputs are known, or it fetched. */
  boolean isRecorded() {
    return known || fetch != null;
  }

  /** Returns the record of the run as of now. */
  RunRecord record(int exit, String problem) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("footprints", Versions.footprints());
    versions.put("build", Versions.build());
    versions.put("spark", Versions.spark());
    versions.put("scala", Versions.scala());
    versions.put("java", Runtime.version().toString());
    Instant now = clock.now();
    Map<String, Double> times = new LinkedHashMap<>(seconds);
    times.put("all", Duration.between(started, now).toMillis() / 1000.0);
    return new RunRecord(
        run, job, started.toString(), now.toString(), exit, problem.isEmpty() ? state : "failed", release, problem,
        versions, arguments, inputs, new LinkedHashMap<>(counts), findings, setAside, times,
        steps.list(), fetch);
  }
}
