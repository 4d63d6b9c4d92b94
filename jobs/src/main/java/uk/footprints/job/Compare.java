package uk.footprints.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.finding.Finding;
import uk.footprints.job.compare.Changes;
import uk.footprints.job.compare.Comparing;
import uk.footprints.publish.Kept;
import uk.footprints.publish.Kept.State;
import uk.footprints.publish.Release;
import uk.footprints.publish.Releases;
import uk.footprints.run.Exit;
import uk.footprints.run.Fixable;
import uk.footprints.run.Store;

/** What changed from one release to another. Starts no Spark. */
@Command(
    name = "compare",
    description = {
      "Compare two releases: schema, rows, periods, values, areas, indicators, headlines, and what jumps.",
      "",
      "Without ids: a held release with the current one, or else the current one with the one before it."
    },
    footer = {
      "",
      "Examples:",
      "  footprints compare --at store",
      "  footprints compare 20260101T120000Z-b788e386 20260201T120000Z-0c1d2e3f --at store --out changes",
      "",
      "Exit codes: 0 compared; 2 there is nothing to compare."
    })
public final class Compare extends Job {

  @Parameters(index = "0", arity = "0..1", paramLabel = "A", description = "The earlier release.")
  private String earlier;

  @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "The later release. Default: the current one.")
  private String later;

  @Option(names = "--at", paramLabel = "STORE", description = "The store. Default: data/published.")
  private String at = Refresh.Home.path("data/published");

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write every table whole as CSV, and the page as changes.md; a folder or a URI.")
  private String out;

  @Override
  public Integer call() throws IOException {
    Store store = new Store(at);
    List<Kept> all = new Releases(store).list();
    Kept b = later != null ? find(all, later) : latest(all);
    Kept a = find(all, earlier != null ? earlier : b.before());
    Comparing comparing = new Comparing(new Release(store, a.id()), new Release(store, b.id()));
    List<String> jumps = comparing.jumps().stream().map(Finding::sentence).toList();
    List<Changes> changes = comparing.all();
    String page = Changes.markdown("From %s to %s".formatted(a.id(), b.id()), jumps, changes);
    terminal().answer(page.strip());
    if (out != null) {
      Store folder = new Store(out);
      folder.writeText("changes.md", page);
      for (Changes each : changes) {
        StringBuilder csv = new StringBuilder(Printing.csv(each.columns().toArray(String[]::new))).append('\n');
        each.rows().forEach(row -> csv.append(Printing.csv(row)).append('\n'));
        folder.writeText(each.name() + ".csv", csv.toString());
      }
      terminal().say("Written to %s: changes.md and %d tables.", out, changes.size());
    }
    return Exit.DONE;
  }

  private Kept latest(List<Kept> all) {
    Optional<Kept> current = all.stream().filter(k -> k.state() == State.CURRENT).findFirst();
    String now = current.map(Kept::id).orElse("");
    return all.stream()
        .filter(k -> k.state() == State.HELD && k.before().equals(now))
        .reduce((x, y) -> y)
        .or(() -> current)
        .orElseThrow(() -> Fixable.data("There is no release in " + at + ".", "footprints refresh --to " + at));
  }

  private Kept find(List<Kept> all, String id) {
    if (id.isEmpty()) {
      throw Fixable.data("There is only one release in " + at + ".", "footprints compare A B, with the ids of two");
    }
    return all.stream()
        .filter(k -> k.id().equals(id) && k.state() != State.UNFINISHED)
        .findFirst()
        .orElseThrow(
            () -> Fixable.data("There is no release %s in %s.".formatted(id, at), "footprints release list --at " + at));
  }
}
