package uk.footprints.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.FetchReport;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.FetchResult;
import uk.footprints.fetch.Fetcher;
import uk.footprints.fetch.LinkDecision;
import uk.footprints.fetch.PageCount;
import uk.footprints.fetch.PoliteHttpClient;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.runtime.SecretRedactor;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;

/** Fetches files, shows the progress and prints the results. */
public final class FetchRunner {

  private final Console terminal;
  private final Clock clock;
  private final PoliteHttpClient web;
  private final Store folder;

  /** Creates a runner that fetches into a folder. */
  public FetchRunner(Console terminal, Clock clock, PoliteHttpClient web, Store folder) {
    this.terminal = terminal;
    this.clock = clock;
    this.web = web;
    this.folder = folder;
  }

  /**
   * Result of a fetch and the exit code that it gives.
   *
   * @param report what was fetched
   * @param exit the exit code
   */
  public record Outcome(FetchReport report, int exit) {}

  /**
   * Fetches the files of datasets.
   *
   * @param wanted download source by dataset
   * @param since skips files published before this day; null for everything
   * @param dry only lists the files
   */
  public Outcome run(Map<String, DownloadSource> wanted, LocalDate since, boolean dry) {
    ProgressMonitor monitor = new ProgressMonitor();
    FetchReport report;
    try (ProgressLine progress = ProgressLine.on(terminal, monitor::line)) {
      monitor.progress = progress;
      report = new Fetcher(folder, web, clock, monitor).run(wanted, since, dry);
    } catch (IOException e) {
      throw unwritable(e);
    }
    return new Outcome(report, conclude(report, dry));
  }

  /** Prints the counts of each dataset, which reveal pages whose structure changed. */
  public void printPages(List<PageCount> counts) {
    terminal.info("%-22s %10s %10s %6s %6s", "dataset", "pages read", "links seen", "taken", "left");
    for (PageCount c : counts) {
      terminal.info("%-22s %,10d %,10d %,6d %,6d", c.dataset(), c.pages(), c.links(), c.taken(), c.left());
    }
  }

  /** Fetches the addresses of a list and returns the exit code. */
  public int runList(List<LinkDecision> decisions) {
    ProgressMonitor monitor = new ProgressMonitor();
    FetchReport report;
    try (ProgressLine progress = ProgressLine.on(terminal, monitor::line)) {
      monitor.progress = progress;
      report = new Fetcher(folder, web, clock, monitor).runList(decisions);
    } catch (IOException e) {
      throw unwritable(e);
    }
    return conclude(report, false);
  }

  /** Prints the decisions about the addresses of a list, sends no request, and returns the exit code. */
  public static int print(Console terminal, List<LinkDecision> decisions) {
    terminal.print("url,dataset,reason");
    for (LinkDecision d : decisions) {
      terminal.print(cell(SecretRedactor.shown(d.entry().url())) + "," + d.dataset() + "," + cell(d.reason()));
    }
    return decisions.stream().anyMatch(LinkDecision::wrong) ? ExitCode.HELD : ExitCode.DONE;
  }

  private static String cell(String text) {
    String flat = text.replaceAll("\\p{Cntrl}", " ");
    return flat.matches(".*[\",].*") ? '"' + flat.replace("\"", "\"\"") + '"' : flat;
  }

  private UserException unwritable(IOException e) {
    return UserException.data(
        "Cannot fetch into %s: %s.".formatted(folder.root(), e.getMessage()),
        "name another folder with --to; the fetched files are kept, and the next run resumes",
        e);
  }

  private int conclude(FetchReport report, boolean dry) {
    Map<Kind, Integer> counts = report.counts();
    if (counts.isEmpty()) {
      terminal.info("No requested file is linked.");
      return ExitCode.DONE;
    }
    StringBuilder line = new StringBuilder();
    counts.forEach((kind, n) -> line.append(line.isEmpty() ? "" : ", ").append("%,d %s".formatted(n, kind.word())));
    terminal.info("%s: %s", dry ? "Would fetch into " + folder.root() : "Fetched into " + folder.root(), line);
    if (report.isUnreachable()) {
      terminal.info("Nothing could be reached.");
      terminal.info("  Try: check the network, or set the proxy (FOOTPRINTS_JAVA_OPTS=-Dhttps.proxyHost=...).");
      return ExitCode.DATA;
    }
    if (!dry && (counts.containsKey(Kind.NEW) || counts.containsKey(Kind.CHANGED))) {
      terminal.info("  Next: footprints refresh --from %s", folder.root());
    } else if (!dry && !report.needsAttention()) {
      terminal.info("Nothing new.");
    }
    return report.needsAttention() ? ExitCode.HELD : ExitCode.DONE;
  }

  /** Updates the progress line and prints the results, except those of unchanged files. */
  private final class ProgressMonitor implements Fetcher.Monitor {

    private ProgressLine progress;
    private volatile String doing = "Reading pages";
    private volatile int files = -1;
    private volatile int done;
    private volatile long now;
    private volatile long written;

    @Override
    public void looking(String dataset) {
      doing = "Reading pages of " + dataset;
    }

    @Override
    public void found(int links) {
      files = links;
    }

    @Override
    public void coming(String name, long bytes) {
      doing = name;
      now = bytes;
    }

    @Override
    public void done(FetchResult f) {
      now = 0;
      written += f.bytes();
      done += files < 0 ? 0 : 1;
      if (f.kind() == Kind.WANTED) {
        terminal.print("%s  %s  %s  %s".formatted(f.dataset(), f.name(), SecretRedactor.shown(f.address()), f.why()));
      } else if (f.kind() != Kind.SAME) {
        boolean address = f.kind().needsAttention() || f.kind() == Kind.GONE || f.kind() == Kind.LEFT;
        String where = address ? "  " + SecretRedactor.shown(f.address()) : "";
        progress.say("%-8s %-16s %s: %s%s".formatted(f.kind().word(), f.dataset(), f.name(), f.why(), where));
      }
    }

    private String line() {
      return files < 0
          ? doing
          : "Fetching %s; %,d KB. %s".formatted(ProgressLine.left(done, files, "files"), (written + now) >> 10, doing);
    }
  }
}
