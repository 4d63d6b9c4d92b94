package uk.footprints.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.FetchResult;
import uk.footprints.fetch.Fetcher;
import uk.footprints.fetch.PoliteHttpClient;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;

/** Fetches, shows how far it is, and says what came of it. */
public final class FetchRunner {

  private final Console terminal;
  private final Clock clock;
  private final PoliteHttpClient web;
  private final Store folder;

  /** Fetching into a folder. */
  public FetchRunner(Console terminal, Clock clock, PoliteHttpClient web, Store folder) {
    this.terminal = terminal;
    this.clock = clock;
    this.web = web;
    this.folder = folder;
  }

  /**
   * Runs, and gives the exit code.
   *
   * @param wanted datasets, and where their files are
   * @param since leave out what came out before; null for everything
   * @param dry only list
   */
  public int run(Map<String, DownloadSource> wanted, LocalDate since, boolean dry) {
    Watch watch = new Watch();
    List<FetchResult> all;
    try (ProgressLine progress = ProgressLine.on(terminal, watch::line)) {
      watch.progress = progress;
      all = new Fetcher(folder, web, clock, watch).run(wanted, since, dry);
    } catch (IOException e) {
      throw UserException.data(
          "Cannot fetch into %s: %s.".formatted(folder.root(), e.getMessage()),
          "another folder with --to; what was fetched is kept, and the next run goes on from there",
          e);
    }
    return conclude(all, dry);
  }

  private int conclude(List<FetchResult> all, boolean dry) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    all.forEach(f -> counts.merge(f.kind(), 1, Integer::sum));
    if (all.isEmpty()) {
      terminal.say("Nothing is linked that was asked for.");
      return ExitCode.DONE;
    }
    StringBuilder line = new StringBuilder();
    counts.forEach((kind, n) -> line.append(line.isEmpty() ? "" : ", ").append("%,d %s".formatted(n, kind.word())));
    terminal.say("%s: %s", dry ? "Would fetch into " + folder.root() : "Fetched into " + folder.root(), line);
    boolean nothing = all.stream().allMatch(f -> f.kind() == Kind.FAILED);
    if (nothing) {
      terminal.say("Nothing could be reached.");
      terminal.say("  Try: look at the network, or say the proxy (FOOTPRINTS_JAVA_OPTS=-Dhttps.proxyHost=...).");
      return ExitCode.DATA;
    }
    if (!dry && (counts.containsKey(Kind.NEW) || counts.containsKey(Kind.CHANGED))) {
      terminal.say("  Next: footprints refresh --from %s", folder.root());
    } else if (!dry && all.stream().noneMatch(f -> f.kind().held())) {
      terminal.say("Nothing new.");
    }
    return all.stream().anyMatch(f -> f.kind().held()) ? ExitCode.HELD : ExitCode.DONE;
  }

  /** Keeps the line of progress, and says what somebody should know: not what stayed the same. */
  private final class Watch implements Fetcher.Watching {

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
        terminal.answer("%s  %s  %s  %s".formatted(f.dataset(), f.name(), f.address(), f.why()));
      } else if (f.kind() != Kind.SAME) {
        String where = f.kind().held() || f.kind() == Kind.GONE ? "  " + f.address() : "";
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
