package uk.footprints.runlog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.runtime.Clock;
import uk.footprints.spark.Versions;

/** What is known of a run while it goes on; a job adds to it, and its record is made of it at any time. */
public final class RunMonitor {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  /** More of them say no more. */
  private static final int SENTENCES = 100;

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

  /**
   * A run that begins.
   *
   * @param arguments what was asked, with secrets masked
   * @param begun told when the inputs are known
   */
  RunMonitor(Clock clock, String job, Map<String, String> arguments, Consumer<RunMonitor> begun) {
    this.clock = clock;
    this.job = job;
    this.arguments = arguments;
    this.begun = begun;
    this.started = clock.now();
    this.since = started;
    this.run = STAMP.format(started);
  }

  /** Of a run that nobody wants to hear of. */
  public static RunMonitor unheard(Clock clock) {
    return new RunMonitor(clock, "", Map.of(), r -> {});
  }

  /** Its id and its files are known. */
  public void begins(String id, List<RunRecord.Input> files) {
    run = id;
    inputs = files;
    known = true;
    counts.put("files", (long) files.size());
    part("list");
    begun.accept(this);
  }

  /** A part of it is over. */
  public void part(String name) {
    Instant now = clock.now();
    seconds.merge(name, Duration.between(since, now).toMillis() / 1000.0, Double::sum);
    since = now;
  }

  /** Its files were read. */
  public void read(List<RunRecord.Input> files, long observations, List<Finding> found) {
    inputs = files;
    counts.put("files_read", files.stream().filter(f -> f.state().equals("read")).count());
    counts.put("files_set_aside", files.stream().filter(f -> f.state().equals("set_aside")).count());
    counts.put("observations", observations);
    for (Finding f : found) {
      findings.computeIfAbsent(f.severity().id(), s -> new TreeMap<>()).merge(f.kind().id(), 1L, Long::sum);
      if (f.severity() == Severity.SET_ASIDE && setAside.size() < SENTENCES) {
        setAside.add(f.sentence());
      }
    }
  }

  /** It came to this end, and made this release. */
  public void ends(String state, String release) {
    this.state = state;
    this.release = release;
  }

  /** Whether it came as far as to know its inputs. */
  boolean isKnown() {
    return known;
  }

  /** Its record as of now. */
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
        versions, arguments, inputs, new LinkedHashMap<>(counts), findings, setAside, times);
  }
}
