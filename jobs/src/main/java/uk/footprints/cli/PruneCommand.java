package uk.footprints.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.footprints.release.RetentionPolicy.Removal;
import uk.footprints.release.RetentionPolicy;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** Removes old releases of a store. Starts no Spark. */
@Command(
    name = "prune",
    description = {
      "Remove old releases.",
      "",
      "These are kept: the current release; held releases; the latest releases that were current (--keep, including "
          + "the current one); and every one that ceased to be current within --grace, as somebody may be reading it. "
          + "Archived files are removed only with --archive, and only if no release that is kept was made from them."
    },
    footer = {
      "",
      "Examples:",
      "  footprints prune --at store --dry-run            list what would be removed",
      "  footprints prune --at store --keep 12            keep a year of monthly releases",
      "  footprints prune --at store --keep 3 --archive   also remove files that only older releases were made from"
    })
public final class PruneCommand extends CliCommand {

  @Mixin private StoreOption place = new StoreOption();

  @Option(
      names = "--keep",
      paramLabel = "N",
      showDefaultValue = Visibility.ALWAYS,
      description = "How many releases that were current to keep.")
  private int keep = 12;

  @Option(
      names = "--grace",
      paramLabel = "HOURS",
      showDefaultValue = Visibility.ALWAYS,
      description = "Hours to keep a release after it ceased to be current, and anything else after it was made.")
  private int grace = 24;

  @Option(names = "--archive",
      description = "Also remove archived files, if no release that is kept was made from them.")
  private boolean archive;

  @Option(names = "--dry-run", description = "Only list what would be removed.")
  private boolean dry;

  @Override
  public Integer call() throws IOException {
    if (keep < 1 || grace < 0) {
      throw UserException.command("--keep must be at least 1, and --grace at least 0.", "--keep 12 --grace 24");
    }
    Store store = new Store(place.at);
    if (store.findCurrent().isEmpty()) {
      throw UserException.data("There is no release in " + place.at + ".", "footprints refresh --to " + place.at);
    }
    RetentionPolicy policy = new RetentionPolicy(keep, Duration.ofHours(grace), archive);
    if (dry) {
      print(policy.plan(store, Clock.system().now()), "would be removed");
      return ExitCode.DONE;
    }
    try (StoreLock lock = StoreLock.take(store, Clock.system(), "prune", line -> console().info("%s", line))) {
      List<Removal> removals = policy.plan(store, Clock.system().now());
      lock.check();
      RetentionPolicy.remove(store, removals);
      print(removals, "removed");
    }
    return ExitCode.DONE;
  }

  private void print(List<Removal> removals, String verb) {
    removals.forEach(g -> console().print("%s: %s (%,d bytes)".formatted(g.path(), g.why(), g.bytes())));
    long bytes = removals.stream().mapToLong(Removal::bytes).sum();
    console().info("%,d releases and files %s, %,d MiB.", removals.size(), verb, bytes >> 20);
  }
}
