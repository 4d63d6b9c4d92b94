package uk.footprints.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.pipeline.publish.StoreViews;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseInfo;
import uk.footprints.release.ReleaseInfo.State;
import uk.footprints.release.ReleaseStore;
import uk.footprints.release.ReleaseVerifier;
import uk.footprints.release.ReleaseVerifier.Verified;
import uk.footprints.release.ReviewDecision;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Lists, approves and rejects releases. Starts no Spark. */
@Command(
    name = "release",
    description = "List the releases of a store; approve or reject a held one.",
    footer = {
      "",
      "Examples:",
      "  footprints release list --at store",
      "  footprints release approve 20260101T120000Z-b788e386 --at store",
      "  footprints release reject 20260101T120000Z-b788e386 --at store --why \"April is May's file\"",
      "",
      "Exit codes: 0 done; 2 the release cannot be approved or rejected, with the reason."
    })
public final class ReleaseCommand extends CliCommand {

  @Override
  public Integer call() {
    throw UserException.command("The command release needs list, approve or reject.", "footprints release list");
  }

  /** The options that all subcommands have. */
  static final class At extends StoreOption {
    @Option(names = "--trace", description = "Show where in the program a failure came from.")
    private boolean trace;
  }

  /** A line of the list of releases. */
  private record ReleaseRow(
      @Column("Its id.") String release,
      @Column("current, published or held.") String state,
      @Column("When it was published.") String publishedAt,
      @Column("The number of source files.") String files,
      @Column("Who decided on a held release.") String lookedAtBy,
      @Column("Why it was held, and why the decision.") String why) {}

  private static final RecordTable<ReleaseRow> RELEASES =
      RecordTable.of("releases", "a release of the store", ReleaseRow.class, "release");

  @Command(name = "list",
      description = "List every release with its state; the current one first, then those before it.")
  int list(@picocli.CommandLine.Mixin At place) throws IOException {
    List<ReleaseRow> rows = new ArrayList<>();
    for (ReleaseInfo release : new ReleaseStore(new Store(place.at)).list()) {
      ReviewDecision decision = release.decision();
      String why = decision == null ? "" : String.join(" ", decision.why());
      rows.add(
          new ReleaseRow(
              release.id(), release.state().id(),
              String.valueOf(release.publishedAt() == null ? "" : release.publishedAt()),
              String.valueOf(release.files()), decision == null ? "" : decision.by(), why));
    }
    RowPrinter.table(RELEASES.data(rows)).forEach(console()::print);
    return ExitCode.DONE;
  }

  @Command(name = "approve", description = "Make a held release the current one, unless another was published since.")
  int approve(
      @Parameters(paramLabel = "ID", description = "The release.") String id, @picocli.CommandLine.Mixin At place)
      throws IOException {
    Store store = new Store(place.at);
    ReleaseInfo release = findReviewable(store, id);
    try (StoreLock lock = lock(store, "approve " + id)) {
      Optional<String> current = store.findCurrent();
      if (!release.before().equals(current.orElse(""))) {
        throw UserException.data(
            "Release %s was made when %s was current, and now %s is."
                .formatted(id, release.before().isEmpty() ? "none" : release.before(), current.orElse("none")),
            "footprints refresh --from FOLDER --to " + store.root());
      }
      Verified verified = ReleaseVerifier.verify(store, id);
      if (!verified.faults().isEmpty()) {
        verified.faults().forEach(f -> console().info("%s: %s", f.file(), f.why()));
        throw UserException.data(
            "Release %s is damaged.".formatted(id), "footprints refresh --from FOLDER --to " + store.root());
      }
      new ReleaseStore(store).save(decision(id, ReviewDecision.APPROVED, release.decision().why()));
      lock.check();
      Release approved = new Release(store, id);
      StoreViews.write(store, Catalogue.with(OwnDeclarations.of(approved).datasets()).tables());
      if (!approved.publish(current)) {
        throw UserException.data("Another release has become current.", "footprints release list --at " + place.at);
      }
    }
    console().info("Published release %s in %s", id, store.root());
    return ExitCode.DONE;
  }

  @Command(name = "reject", description = "Keep a held release from readers; its folder stays until prune.")
  int reject(
      @Parameters(paramLabel = "ID", description = "The release.") String id,
      @Option(names = "--why", paramLabel = "WORDS", description = "The reason, for later readers.") String why,
      @picocli.CommandLine.Mixin At place)
      throws IOException {
    Store store = new Store(place.at);
    ReleaseInfo release = findReviewable(store, id);
    List<String> reasons = new ArrayList<>(release.decision().why());
    if (why != null) {
      reasons.add(0, why);
    }
    try (StoreLock lock = lock(store, "reject " + id)) {
      lock.check();
      new ReleaseStore(store).save(decision(id, ReviewDecision.REJECTED, reasons));
    }
    console().info("Rejected release %s in %s; the current release has not changed.", id, store.root());
    return ExitCode.DONE;
  }

  private ReleaseInfo findReviewable(Store store, String id) throws IOException {
    ReleaseInfo release =
        new ReleaseStore(store)
            .find(id)
            .orElseThrow(
                () ->
                    UserException.data(
                        "There is no release %s in %s.".formatted(id, store.root()),
                        "footprints release list --at " + store.root()));
    if (release.state() != State.HELD && release.state() != State.REJECTED) {
      throw UserException.data(
          "Release %s is not held: it is %s.".formatted(id, release.state().id().toLowerCase(Locale.ROOT)),
          "footprints release list --at " + store.root());
    }
    return release;
  }

  private ReviewDecision decision(String id, String state, List<String> why) {
    return new ReviewDecision(id, state, Clock.system().now().toString(), System.getProperty("user.name", ""), why);
  }

  private StoreLock lock(Store store, String run) throws IOException {
    return StoreLock.take(store, Clock.system(), run, line -> console().info("%s", line));
  }
}
