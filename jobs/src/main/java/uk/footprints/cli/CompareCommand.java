package uk.footprints.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.check.ReleaseChanges;
import uk.footprints.pipeline.check.ReleaseComparison;
import uk.footprints.pipeline.check.TotalsPair;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseInfo.State;
import uk.footprints.release.ReleaseInfo;
import uk.footprints.release.ReleaseStore;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;

/** Compares two releases. Starts no Spark. */
@Command(
    name = "compare",
    description = {
      "Compare two releases: schema, rows, periods, values, areas, indicators, headlines and unusual totals.",
      "",
      "Without ids: a held release with the current one, or else the current release with the previous one."
    },
    footer = {
      "",
      "Examples:",
      "  footprints compare --at store",
      "  footprints compare 20260101T120000Z-b788e386 20260201T120000Z-0c1d2e3f --at store --out changes",
      "",
      "Exit codes: 0 compared; 2 nothing to compare."
    })
public final class CompareCommand extends CliCommand {

  @Parameters(index = "0", arity = "0..1", paramLabel = "A", description = "The earlier release.")
  private String earlier;

  @Parameters(index = "1", arity = "0..1", paramLabel = "B",
      description = "The later release. Default: the current one.")
  private String later;

  @Mixin private StoreOption place = new StoreOption();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write every table in full as CSV, and the page as changes.md; a folder or a URI.")
  private String out;

  @Override
  public Integer call() throws IOException {
    Store store = new Store(place.at);
    List<ReleaseInfo> all = new ReleaseStore(store).list();
    ReleaseInfo b = later != null ? find(all, later) : latest(all);
    ReleaseInfo a = find(all, earlier != null ? earlier : b.before());
    ReleaseComparison comparison = new ReleaseComparison(new Release(store, a.id()), new Release(store, b.id()));
    TotalsPair totals = comparison.totals();
    List<String> jumps = ReleaseComparison.jumps(totals).stream().map(Finding::sentence).toList();
    List<ReleaseChanges> changes = comparison.all(totals);
    String page = ReleaseChanges.markdown("From %s to %s".formatted(a.id(), b.id()), jumps, changes);
    console().print(page.strip());
    if (out != null) {
      Store folder = new Store(out);
      folder.writeText("changes.md", page);
      for (ReleaseChanges each : changes) {
        StringBuilder csv = new StringBuilder(RowPrinter.csv(each.columns().toArray(String[]::new))).append('\n');
        each.rows().forEach(row -> csv.append(RowPrinter.csv(row)).append('\n'));
        folder.writeText(each.name() + ".csv", csv.toString());
      }
      console().info("Written to %s: changes.md and %d tables.", out, changes.size());
    }
    return ExitCode.DONE;
  }

  private ReleaseInfo latest(List<ReleaseInfo> all) {
    Optional<ReleaseInfo> current = all.stream().filter(k -> k.state() == State.CURRENT).findFirst();
    String now = current.map(ReleaseInfo::id).orElse("");
    return all.stream()
        .filter(k -> k.state() == State.HELD && k.before().equals(now))
        .reduce((x, y) -> y)
        .or(() -> current)
        .orElseThrow(
            () ->
                UserException.data(
                    "There is no release in " + place.at + ".", "footprints refresh --to " + place.at));
  }

  private ReleaseInfo find(List<ReleaseInfo> all, String id) {
    if (id.isEmpty()) {
      throw UserException.data("There is only one release in " + place.at + ".", "footprints refresh --to " + place.at);
    }
    return all.stream()
        .filter(k -> k.id().equals(id) && k.state() != State.UNFINISHED)
        .findFirst()
        .orElseThrow(
            () -> UserException.data(
                "There is no release %s in %s.".formatted(id, place.at), "footprints release list --at " + place.at));
  }
}
