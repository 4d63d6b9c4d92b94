package uk.footprints.pipeline.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.check.DuePublications;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseInfo.State;
import uk.footprints.release.ReleaseInfo;
import uk.footprints.release.ReleaseStore;
import uk.footprints.release.ReviewDecision;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/**
 * Publishes a release or holds it for approval; before that, recognises that there is nothing new and removes what
 * interrupted runs left in the store.
 *
 * @param console receives the messages
 * @param clock gives the time of decisions
 * @param store the store
 */
public record ReleasePublisher(Console console, Clock clock, Store store) {

  /** Reports that an earlier release was made from the same files, and returns the exit code; empty when none was. */
  public Optional<Integer> nothingNew(InputListing inputs, RefreshOptions options) throws IOException {
    String fingerprint = inputs.fingerprint().substring(0, 8);
    Optional<String> current = store.findCurrent();
    ReleaseStore releases = new ReleaseStore(store);
    if (current.isPresent() && current.get().endsWith(fingerprint) && !releases.needsRetry(current.get())) {
      console.info("Nothing new: release %s was made from the same %d files.", current.get(), inputs.files().size());
      printDuePublications(current.get(), options);
      return Optional.of(ExitCode.DONE);
    }
    Optional<ReleaseInfo> held = releases.findHeld(fingerprint, current);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    ReviewDecision decision = held.get().decision();
    if (held.get().state() == State.HELD) {
      console.info("Nothing new: release %s was made from the same files and is held.", held.get().id());
      printNextSteps(held.get().id(), decision.why());
    } else {
      console.info(
          "Nothing new: release %s was made from the same files; %s rejected it on %s.", held.get().id(), decision.by(),
          decision.at());
      decision.why().forEach(why -> console.info("  %s", why));
      console.info("  Next: other files, or footprints release approve %s --at %s", held.get().id(), store.root());
    }
    return Optional.of(ExitCode.HELD);
  }

  /** Returns whether files of the current release could not be read, so that the next run reads all of them again. */
  public boolean needsRetry() throws IOException {
    Optional<String> current = store.findCurrent();
    return current.isPresent() && new ReleaseStore(store).needsRetry(current.get());
  }

  /** Removes incomplete releases of interrupted runs, and warns if the clock is behind the current release. */
  public void cleanUp(Optional<String> current) throws IOException {
    ReleaseStore releases = new ReleaseStore(store);
    for (String id : releases.removeUnfinished()) {
      console.info("Removed %s, an incomplete release of an interrupted run.", id);
    }
    Optional<ReleaseInfo> now = current.isEmpty() ? Optional.empty() : releases.find(current.get());
    if (now.isPresent() && now.get().madeAt() != null && now.get().madeAt().isAfter(clock.now())) {
      console.info(
          "The clock of this computer shows %s, which is before release %s was made. Check the clock.", clock.now(),
          current.get());
    }
  }

  /** Returns the reasons why a release needs approval; none when it can be published at once. */
  public static List<String> reasonsToHold(List<Finding> findings, RefreshOptions options) {
    List<String> why = new ArrayList<>();
    findings.stream().filter(f -> f.severity() == Severity.HOLD).map(Finding::sentence).forEach(why::add);
    if (options.hold()) {
      why.add("--hold was given.");
    }
    return why;
  }

  /** Holds the release for approval. */
  public void hold(Release release, List<String> why, StoreLock lock) throws IOException {
    lock.check();
    new ReleaseStore(store)
        .save(new ReviewDecision(release.id(), ReviewDecision.HELD, clock.now().toString(), "", why));
    console.info("Held release %s in %s; readers still see the release before it.", release.id(), store.root());
    printNextSteps(release.id(), why);
  }

  /** Publishes the release. */
  public void publish(Release release, Optional<String> before, RefreshOptions options, StoreLock lock)
      throws IOException {
    lock.check();
    StoreViews.write(store, options.catalogue().tables());
    move(release, before);
    console.info("Published release %s in %s", release.id(), store.root());
    console.info("  The page: %s/reports/index.html", release.folder());
    console.info("  Next: footprints query \"select * from headlines\" --at %s", store.root());
    console.info("        footprints describe --find \"bed occupancy\"");
    printDuePublications(release.id(), options);
  }

  /** Moves {@code CURRENT}. After an error, checks whether the store has moved it although its answer was lost. */
  private void move(Release release, Optional<String> before) throws IOException {
    try {
      if (!release.publish(before)) {
        throw UserException.data(
            "Another run has published release %s in the meantime.".formatted(store.findCurrent().orElse("(none)")),
            "find out which other run publishes in " + store.root() + ", then run again");
      }
    } catch (IOException e) {
      if (!store.findCurrent().equals(Optional.of(release.id()))) {
        throw e;
      }
    }
  }

  private void printDuePublications(String release, RefreshOptions options) throws IOException {
    DuePublications.lines(new ReleaseStore(store).manifest(release), options.today(), options.catalogue())
        .forEach(line -> console.info("%s", line));
  }

  private void printNextSteps(String release, List<String> why) {
    why.stream().limit(10).forEach(each -> console.info("  %s", each));
    if (why.size() > 10) {
      console.info("  and %d more: see reports/changes.md of the release, or held/%s.json", why.size() - 10, release);
    }
    console.info("  Next: footprints compare --at %s, then", store.root());
    console.info("        footprints release approve %s --at %s   or   reject", release, store.root());
  }
}
