package uk.footprints.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import uk.footprints.release.RetentionPolicy.Going;
import uk.footprints.release.RetentionPolicy;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** Makes room in a store. Starts no Spark. */
@Command(
    name = "prune",
    description = {
      "Take old releases away.",
      "",
      "There stay: the current release; those that wait for a person; the latest that were current (--keep, the current "
          + "one among them); and every one that ceased to be current within --grace, as somebody may be reading it. "
          + "Of the archive nothing goes without --archive, and then only what no release that stays was made of."
    },
    footer = {
      "",
      "Examples:",
      "  footprints prune --at store --dry-run            what would go",
      "  footprints prune --at store --keep 12            a year of months",
      "  footprints prune --at store --keep 3 --archive   also files that only older releases were made of"
    })
public final class PruneCommand extends CliCommand {

  @Option(names = "--at", paramLabel = "STORE", description = "The store. Default: data/published.")
  private String at = RefreshCommand.Home.path("data/published");

  @Option(
      names = "--keep",
      paramLabel = "N",
      showDefaultValue = Visibility.ALWAYS,
      description = "How many releases that were current stay.")
  private int keep = 12;

  @Option(
      names = "--grace",
      paramLabel = "HOURS",
      showDefaultValue = Visibility.ALWAYS,
      description = "Hours for which a release stays after it ceased to be current, and anything else after it was made.")
  private int grace = 24;

  @Option(names = "--archive", description = "Files of the archive too, where no release that stays was made of them.")
  private boolean archive;

  @Option(names = "--dry-run", description = "Only say what would go.")
  private boolean dry;

  @Override
  public Integer call() throws IOException {
    if (keep < 1 || grace < 0) {
      throw UserException.command("At least one release stays, and hours are not below zero.", "--keep 12 --grace 24");
    }
    Store store = new Store(at);
    if (store.findCurrent().isEmpty()) {
      throw UserException.data("There is no release in " + at + ".", "footprints refresh --to " + at);
    }
    RetentionPolicy pruning = new RetentionPolicy(keep, Duration.ofHours(grace), archive);
    if (dry) {
      tell(pruning.plan(store, Clock.system().now()), "would go");
      return ExitCode.DONE;
    }
    try (StoreLock lock = StoreLock.take(store, Clock.system(), "prune", line -> terminal().say("%s", line))) {
      List<Going> going = pruning.plan(store, Clock.system().now());
      lock.check();
      RetentionPolicy.remove(store, going);
      tell(going, "went");
    }
    return ExitCode.DONE;
  }

  private void tell(List<Going> going, String verb) {
    going.forEach(g -> terminal().answer("%s: %s (%,d bytes)".formatted(g.path(), g.why(), g.bytes())));
    long bytes = going.stream().mapToLong(Going::bytes).sum();
    terminal().say("%,d releases and files %s, %,d MiB.", going.size(), verb, bytes >> 20);
  }
}
