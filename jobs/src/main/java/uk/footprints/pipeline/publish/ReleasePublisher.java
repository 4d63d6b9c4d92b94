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
 * The last step of a refresh: readers see the release, or it waits for a person. Before it, what a run finds in a store
 * that others were in.
 *
 * @param terminal where it speaks
 * @param clock for what is kept
 * @param store the store
 */
public record ReleasePublisher(Console terminal, Clock clock, Store store) {

  /** Says that there is nothing to do, if so, and gives the exit code. */
  public Optional<Integer> nothingNew(InputListing inputs, RefreshOptions asked) throws IOException {
    String fingerprint = inputs.fingerprint().substring(0, 8);
    Optional<String> current = store.findCurrent();
    ReleaseStore releases = new ReleaseStore(store);
    if (current.isPresent() && current.get().endsWith(fingerprint) && !releases.needsRetry(current.get())) {
      terminal.say("Nothing new: release %s was made of the same %d files.", current.get(), inputs.files().size());
      expected(current.get(), asked);
      return Optional.of(ExitCode.DONE);
    }
    Optional<ReleaseInfo> held = releases.findHeld(fingerprint, current);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    ReviewDecision standing = held.get().decision();
    if (held.get().state() == State.HELD) {
      terminal.say("Nothing new: release %s was made of the same files and is held.", held.get().id());
      next(held.get().id(), standing.why());
    } else {
      terminal.say(
          "Nothing new: release %s was made of the same files; %s rejected it on %s.", held.get().id(), standing.by(),
          standing.at());
      standing.why().forEach(why -> terminal.say("  %s", why));
      terminal.say("  Next: other files, or footprints release approve %s --at %s", held.get().id(), store.root());
    }
    return Optional.of(ExitCode.HELD);
  }

  /** Takes away what runs left that were cut off, and looks at the clock. */
  public void before(Optional<String> current) throws IOException {
    ReleaseStore releases = new ReleaseStore(store);
    for (String id : releases.removeUnfinished()) {
      terminal.say("Taken away: %s, which a run left that was cut off.", id);
    }
    Optional<ReleaseInfo> now = current.isEmpty() ? Optional.empty() : releases.find(current.get());
    if (now.isPresent() && now.get().madeAt() != null && now.get().madeAt().isAfter(clock.now())) {
      terminal.say(
          "The clock says %s, which is before release %s was made; is it right?", clock.now(), current.get());
    }
  }

  /** Why a release is to wait for a person; none when it need not. */
  public static List<String> reasons(List<Finding> findings, RefreshOptions asked) {
    List<String> why = new ArrayList<>();
    findings.stream().filter(f -> f.severity() == Severity.HOLD).map(Finding::sentence).forEach(why::add);
    if (asked.hold()) {
      why.add("--hold was given.");
    }
    return why;
  }

  /** Holds the release. */
  public void hold(Release release, List<String> why, StoreLock lock) throws IOException {
    lock.check();
    new ReleaseStore(store).save(new ReviewDecision(release.id(), ReviewDecision.HELD, clock.now().toString(), "", why));
    terminal.say("Held release %s in %s; readers still see the one before.", release.id(), store.root());
    next(release.id(), why);
  }

  /** Publishes the release. */
  public void publish(Release release, Optional<String> before, RefreshOptions asked, StoreLock lock) throws IOException {
    lock.check();
    move(release, before);
    terminal.say("Published release %s in %s", release.id(), store.root());
    terminal.say("  The page: %s/reports/index.html", release.folder());
    terminal.say("  Next: footprints query \"select * from headlines\" --at %s", store.root());
    terminal.say("        footprints describe --find \"bed occupancy\"");
    expected(release.id(), asked);
  }

  /** The pointer may have been moved though the answer was lost. */
  private void move(Release release, Optional<String> before) throws IOException {
    try {
      if (!release.publish(before)) {
        throw UserException.data(
            "Readers see release %s by now, and another was expected.".formatted(store.findCurrent().orElse("(none)")),
            "look who else publishes in " + store.root() + ", and run again");
      }
    } catch (IOException e) {
      if (!store.findCurrent().equals(Optional.of(release.id()))) {
        throw e;
      }
    }
  }

  private void expected(String release, RefreshOptions asked) throws IOException {
    DuePublications.lines(new ReleaseStore(store).manifest(release), asked.today()).forEach(line -> terminal.say("%s", line));
  }

  private void next(String release, List<String> why) {
    why.stream().limit(10).forEach(each -> terminal.say("  %s", each));
    if (why.size() > 10) {
      terminal.say("  and %d more; reports/changes.md of the release and held/%s.json have them", why.size() - 10, release);
    }
    terminal.say("  Next: footprints compare --at %s, then", store.root());
    terminal.say("        footprints release approve %s --at %s   or   reject", release, store.root());
  }
}
