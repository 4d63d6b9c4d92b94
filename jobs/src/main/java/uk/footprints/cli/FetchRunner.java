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
import uk.footprints.fetch.LinkDecision;
import uk.footprints.fetch.PageCount;
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
      throw unwritable(e);
    }
    int exit = conclude(all, dry);
    if (dry) {
      table(watch.pages);
    }
    return exit;
  }

  /** By dataset: what its pages gave, so that a page that changed its shape is seen. */
  private void table(List<PageCount> counts) {
    terminal.say("%-22s %10s %10s %6s %6s", "dataset", "pages read", "links seen", "taken", "left");
    for (PageCount c : counts) {
      terminal.say("%-22s %,10d %,10d %,6d %,6d", c.dataset(), c.pages(), c.links(), c.taken(), c.left());
    }
  }

  /** Fetches addresses of a list, and gives the exit code. */
  public int runList(List<LinkDecision> decisions) {
    Watch watch = new Watch();
    List<FetchResult> all;
    try (ProgressLine progress = ProgressLine.on(terminal, watch::line)) {
      watch.progress = progress;
      all = new Fetcher(folder, web, clock, watch).runList(decisions);
    } catch (IOException e) {
      throw unwritable(e);
    }
    return conclude(all, false);
  }

  /** Prints what would be done with addresses of a list, asks nobody, and gives the exit code. */
  public static int print(Console terminal, List<LinkDecision> decisions) {
    terminal.answer("url,dataset,reason");
    for (LinkDecision d : decisions) {
      terminal.answer(cell(d.entry().url()) + "," + d.dataset() + "," + cell(d.reason()));
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
        "another folder with --to; what was fetched is kept, and the next run goes on from there",
        e);
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
    private volatile List<PageCount> pages = List.of();
    private volatile long written;

    @Override
    public void looking(String dataset) {
      doing = "Reading pages of " + dataset;
    }

    @Override
    public void read(List<PageCount> counts) {
      pages = counts;
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
        String where = f.kind().held() || f.kind() == Kind.GONE || f.kind() == Kind.LEFT ? "  " + f.address() : "";
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
