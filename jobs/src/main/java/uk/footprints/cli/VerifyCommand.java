package uk.footprints.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.footprints.release.ReleaseVerifier.Fault;
import uk.footprints.release.ReleaseVerifier.Verified;
import uk.footprints.release.ReleaseVerifier;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.ArchiveRepair;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** Checks that a release is as it was written. Starts no Spark. */
@Command(
    name = "verify",
    description = "Check every file of a release and its inputs against the manifest.",
    footer = {
      "",
      "Examples:",
      "  footprints verify --at store                                       the current release",
      "  footprints verify --at store --release 20260101T120000Z-b788e386   another one",
      "  footprints verify --at store --repair --from downloads               replace damaged archived files",
      "",
      "Exit codes: 0 no faults, or all repaired; 2 faults, with the name of each file."
    })
public final class VerifyCommand extends CliCommand {

  @Mixin private StoreOption place = new StoreOption();

  @Option(names = "--release", paramLabel = "ID", description = "The release. Default: the current one.")
  private String release;

  @Option(
      names = "--repair",
      description = "Replace damaged archived files by copies with the same SHA-256, from fetched/ and --from.")
  private boolean repair;

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "With --repair: a folder with copies of the source files of the release.")
  private String from;

  @Override
  public Integer call() throws IOException {
    Store store = new Store(place.at);
    String id = release == null ? current(store) : release;
    if (!id.matches("[A-Za-z0-9-]+") || !store.fs().exists(store.path("releases/" + id))) {
      throw UserException.data(
          "There is no release %s in %s.".formatted(id, place.at), "footprints release list --at " + place.at);
    }
    Verified verified = ReleaseVerifier.verify(store, id);
    verified.faults().forEach(f -> console().print(f.file() + ": " + f.why()));
    int faults = verified.faults().size();
    console()
        .info(
            "Release %s: checked %,d files and %,d archived files; %s.",
            id, verified.files(), verified.inputs(), faults == 0 ? "no faults" : "%,d faults".formatted(faults));
    List<Fault> left = repair && faults > 0 ? repair(store, verified.faults()) : verified.faults();
    advise(left);
    return left.isEmpty() ? ExitCode.DONE : ExitCode.DATA;
  }

  /** Replaces damaged archived files, and returns the faults that remain. */
  private List<Fault> repair(Store store, List<Fault> faults) throws IOException {
    List<Store> sources = new ArrayList<>();
    if (from != null) {
      sources.add(new Store(from));
    }
    sources.add(new Store(store.path("fetched").toString()));
    Set<String> missing = new TreeSet<>();
    faults.stream().filter(VerifyCommand::isArchived).forEach(f -> missing.add(hash(f)));
    Set<String> replaced = new TreeSet<>();
    try (StoreLock lock = StoreLock.take(store, Clock.system(), "verify --repair", line -> console().info("%s", line))) {
      lock.check();
      for (Store source : sources) {
        replaced.addAll(new ArchiveRepair(store).copyFrom(source, missing));
        missing.removeAll(replaced);
      }
    }
    List<Fault> left = new ArrayList<>();
    for (Fault fault : faults) {
      boolean done = isArchived(fault) && replaced.contains(hash(fault));
      console().info(done ? "Replaced: %s" : "Not replaced: %s", fault.file());
      if (!done) {
        left.add(fault);
      }
    }
    return left;
  }

  private void advise(List<Fault> faults) {
    if (faults.stream().anyMatch(VerifyCommand::isArchived)) {
      console().info("  Try: footprints verify --at %s --repair --from FOLDER", place.at);
      console().info("       FOLDER has copies of the source files of the release.");
    }
    if (!faults.stream().allMatch(VerifyCommand::isArchived)) {
      console().info("  Try: footprints refresh --from FOLDER --to NEW_STORE");
      console().info("       This makes the release again, if FOLDER has the source files of the damaged one.");
    }
  }

  private static boolean isArchived(Fault fault) {
    return fault.file().startsWith("archive/");
  }

  private static String hash(Fault fault) {
    return fault.file().substring(fault.file().lastIndexOf('/') + 1);
  }

  private String current(Store store) throws IOException {
    Optional<String> current = store.findCurrent();
    return current.orElseThrow(
        () -> UserException.data("There is no release in " + place.at + ".", "footprints refresh --to " + place.at));
  }
}
