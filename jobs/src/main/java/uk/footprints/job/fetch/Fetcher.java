package uk.footprints.job.fetch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.footprints.run.Clock;
import uk.footprints.run.Exit;
import uk.footprints.run.Fixable;
import uk.footprints.run.Progress;
import uk.footprints.run.Store;
import uk.footprints.run.Terminal;
import uk.footprints.source.Live;
import uk.footprints.source.live.Fetched;
import uk.footprints.source.live.Fetched.Kind;
import uk.footprints.source.live.Fetching;
import uk.footprints.source.live.Web;

/** Fetches, shows how far it is, and says what came of it. */
public final class Fetcher {

  private final Terminal terminal;
  private final Clock clock;
  private final Web web;
  private final Store folder;

  /** Fetching into a folder. */
  public Fetcher(Terminal terminal, Clock clock, Web web, Store folder) {
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
  public int run(Map<String, Live> wanted, LocalDate since, boolean dry) {
    Watch watch = new Watch();
    List<Fetched> all;
    try (Progress progress = Progress.on(terminal, watch::line)) {
      watch.progress = progress;
      all = new Fetching(folder, web, clock, watch).run(wanted, since, dry);
    } catch (IOException e) {
      throw Fixable.data(
          "Cannot fetch into %s: %s.".formatted(folder.root(), e.getMessage()),
          "another folder with --to; what was fetched is kept, and the next run goes on from there",
          e);
    }
    return conclude(all, dry);
  }

  private int conclude(List<Fetched> all, boolean dry) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    all.forEach(f -> counts.merge(f.kind(), 1, Integer::sum));
    if (all.isEmpty()) {
      terminal.say("Nothing is linked that was asked for.");
      return Exit.DONE;
    }
    StringBuilder line = new StringBuilder();
    counts.forEach((kind, n) -> line.append(line.isEmpty() ? "" : ", ").append("%,d %s".formatted(n, kind.word())));
    terminal.say("%s: %s", dry ? "Would fetch into " + folder.root() : "Fetched into " + folder.root(), line);
    boolean nothing = all.stream().allMatch(f -> f.kind() == Kind.FAILED);
    if (nothing) {
      terminal.say("Nothing could be reached.");
      terminal.say("  Try: look at the network, or say the proxy (FOOTPRINTS_JAVA_OPTS=-Dhttps.proxyHost=...).");
      return Exit.DATA;
    }
    if (!dry && (counts.containsKey(Kind.NEW) || counts.containsKey(Kind.CHANGED))) {
      terminal.say("  Next: footprints refresh --from %s", folder.root());
    } else if (!dry && all.stream().noneMatch(f -> f.kind().held())) {
      terminal.say("Nothing new.");
    }
    return all.stream().anyMatch(f -> f.kind().held()) ? Exit.HELD : Exit.DONE;
  }

  /** Keeps the line of progress, and says what somebody should know: not what stayed the same. */
  private final class Watch implements Fetching.Watching {

    private Progress progress;
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
    public void done(Fetched f) {
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
          : "Fetching %s; %,d KB. %s".formatted(Progress.left(done, files, "files"), (written + now) >> 10, doing);
    }
  }
}
