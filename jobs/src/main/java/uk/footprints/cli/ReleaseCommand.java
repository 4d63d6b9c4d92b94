package uk.footprints.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseInfo.State;
import uk.footprints.release.ReleaseInfo;
import uk.footprints.release.ReleaseStore;
import uk.footprints.release.ReleaseVerifier.Verified;
import uk.footprints.release.ReleaseVerifier;
import uk.footprints.release.ReviewDecision;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** Lets a person look before readers see a release. Starts no Spark. */
@Command(
    name = "release",
    description = "List the releases of a store; approve or reject one that is held.",
    footer = {
      "",
      "Examples:",
      "  footprints release list --at store",
      "  footprints release approve 20260101T120000Z-b788e386 --at store",
      "  footprints release reject 20260101T120000Z-b788e386 --at store --why \"April is May's file\"",
      "",
      "Exit codes: 0 done; 2 the release cannot be approved or rejected, and why."
    })
public final class ReleaseCommand extends CliCommand {

  @Override
  public Integer call() {
    throw UserException.command("Say what to do with releases.", "footprints release list");
  }

  /** The option that all of them have. */
  static final class At {
    @Option(names = "--at", paramLabel = "STORE", description = "The store. Default: data/published.")
    private String at = RefreshCommand.Home.path("data/published");

    @Option(names = "--trace", description = "Show where in the program a failure came from.")
    private boolean trace;
  }

  @Command(name = "list", description = "Every release and how it stands; the current one first, then those before it.")
  int list(@picocli.CommandLine.Mixin At place) throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (ReleaseInfo kept : new ReleaseStore(new Store(place.at)).list()) {
      ReviewDecision standing = kept.standing();
      String why = standing == null ? "" : String.join(" ", standing.why());
      rows.add(
          new Object[] {
            kept.id(), kept.state().id(), String.valueOf(kept.publishedAt() == null ? "" : kept.publishedAt()),
            String.valueOf(kept.files()), standing == null ? "" : standing.by(), why
          });
    }
    String[] names = {"release", "state", "published_at", "files", "looked_at_by", "why"};
    RowPrinter.table(names, rows).forEach(terminal()::answer);
    return ExitCode.DONE;
  }

  @Command(name = "approve", description = "Make a held release the current one, if nothing was published since.")
  int approve(@Parameters(paramLabel = "ID", description = "The release.") String id, @picocli.CommandLine.Mixin At place)
      throws IOException {
    Store store = new Store(place.at);
    ReleaseInfo kept = looked(store, id);
    try (StoreLock lock = lock(store, "approve " + id)) {
      Optional<String> current = store.findCurrent();
      if (!kept.before().equals(current.orElse(""))) {
        throw UserException.data(
            "Release %s was made when %s was current, and now %s is."
                .formatted(id, kept.before().isEmpty() ? "none" : kept.before(), current.orElse("none")),
            "footprints refresh, which makes one of the same files anew");
      }
      Verified verified = ReleaseVerifier.verify(store, id);
      if (!verified.faults().isEmpty()) {
        verified.faults().forEach(f -> terminal().say("%s: %s", f.file(), f.why()));
        throw UserException.data("Release %s is not as it was written.".formatted(id), "footprints refresh makes it anew");
      }
      new ReleaseStore(store).stand(said(id, ReviewDecision.APPROVED, kept.standing().why()));
      lock.check();
      if (!new Release(store, id).publish(current)) {
        throw UserException.data("Another release became current meanwhile.", "footprints release list --at " + place.at);
      }
    }
    terminal().say("Published release %s in %s", id, store.root());
    return ExitCode.DONE;
  }

  @Command(name = "reject", description = "Keep a held release from readers; its folder stays until prune.")
  int reject(
      @Parameters(paramLabel = "ID", description = "The release.") String id,
      @Option(names = "--why", paramLabel = "WORDS", description = "For those who come after.") String why,
      @picocli.CommandLine.Mixin At place)
      throws IOException {
    Store store = new Store(place.at);
    ReleaseInfo kept = looked(store, id);
    List<String> reasons = new ArrayList<>(kept.standing().why());
    if (why != null) {
      reasons.add(0, why);
    }
    try (StoreLock lock = lock(store, "reject " + id)) {
      lock.check();
      new ReleaseStore(store).stand(said(id, ReviewDecision.REJECTED, reasons));
    }
    terminal().say("Rejected release %s in %s; readers see what they saw.", id, store.root());
    return ExitCode.DONE;
  }

  private ReleaseInfo looked(Store store, String id) throws IOException {
    ReleaseInfo kept =
        new ReleaseStore(store)
            .find(id)
            .orElseThrow(
                () ->
                    UserException.data(
                        "There is no release %s in %s.".formatted(id, store.root()),
                        "footprints release list --at " + store.root()));
    if (kept.state() != State.HELD && kept.state() != State.REJECTED) {
      throw UserException.data(
          "Release %s is not held: it is %s.".formatted(id, kept.state().id().toLowerCase(Locale.ROOT)),
          "footprints release list --at " + store.root());
    }
    return kept;
  }

  private ReviewDecision said(String id, String state, List<String> why) {
    return new ReviewDecision(id, state, Clock.system().now().toString(), System.getProperty("user.name", ""), why);
  }

  private StoreLock lock(Store store, String run) throws IOException {
    return StoreLock.take(store, Clock.system(), run, line -> terminal().say("%s", line));
  }
}
