package uk.footprints.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
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

/** Whether a release is as it was written. Starts no Spark. */
@Command(
    name = "verify",
    description = "Read every file of a release, and what it was made of, and hold them against its manifest.",
    footer = {
      "",
      "Examples:",
      "  footprints verify --at store                                       the current release",
      "  footprints verify --at store --release 20260101T120000Z-b788e386   another one",
      "  footprints verify --at store --repair --from downloads               replace damaged files of the archive",
      "",
      "Exit codes: 0 all is as it was written, or was replaced; 2 something is not, and each such file is named."
    })
public final class VerifyCommand extends CliCommand {

  @Option(names = "--at", paramLabel = "STORE", description = "The store. Default: data/published.")
  private String at = RefreshCommand.Home.path("data/published");

  @Option(names = "--release", paramLabel = "ID", description = "The release. Default: the current one.")
  private String release;

  @Option(
      names = "--repair",
      description = "Replace damaged files of the archive by copies with the same SHA-256, from fetched/ and --from.")
  private boolean mend;

  @Option(names = "--from", paramLabel = "FOLDER", description = "With --repair: a folder with copies of the files that the release was read from.")
  private String from;

  @Override
  public Integer call() throws IOException {
    Store store = new Store(at);
    String id = release == null ? current(store) : release;
    if (!id.matches("[A-Za-z0-9-]+") || !store.fs().exists(store.path("releases/" + id))) {
      throw UserException.data("There is no release %s in %s.".formatted(id, at), "one of the folders in " + at + "/releases");
    }
    Verified verified = ReleaseVerifier.verify(store, id);
    verified.faults().forEach(f -> terminal().answer(f.file() + ": " + f.why()));
    int faults = verified.faults().size();
    terminal()
        .say(
            "Release %s: %,d files and %,d archived files were read; %s.",
            id, verified.files(), verified.inputs(), faults == 0 ? "all are as they were written" : faults + " are wrong");
    List<Fault> left = mend && faults > 0 ? repair(store, verified.faults()) : verified.faults();
    advise(left);
    return left.isEmpty() ? ExitCode.DONE : ExitCode.DATA;
  }

  /** Replaces files of the archive, and gives the faults that remain. */
  private List<Fault> repair(Store store, List<Fault> faults) throws IOException {
    List<Store> sources = new ArrayList<>();
    if (from != null) {
      sources.add(new Store(from));
    }
    sources.add(new Store(store.path("fetched").toString()));
    Set<String> missing = new TreeSet<>();
    faults.stream().filter(VerifyCommand::isArchived).forEach(f -> missing.add(hash(f)));
    Set<String> replaced = new TreeSet<>();
    try (StoreLock lock = StoreLock.take(store, Clock.system(), "verify --repair", line -> terminal().say("%s", line))) {
      lock.check();
      for (Store source : sources) {
        replaced.addAll(new ArchiveRepair(store).copyFrom(source, missing));
        missing.removeAll(replaced);
      }
    }
    List<Fault> left = new ArrayList<>();
    for (Fault fault : faults) {
      boolean done = isArchived(fault) && replaced.contains(hash(fault));
      terminal().say(done ? "Replaced: %s" : "Not replaced: %s", fault.file());
      if (!done) {
        left.add(fault);
      }
    }
    return left;
  }

  private void advise(List<Fault> faults) {
    if (faults.stream().anyMatch(VerifyCommand::isArchived)) {
      terminal().say("  Try: footprints verify --at %s --repair --from FOLDER", at);
      terminal().say("       FOLDER holds copies of the files that the release was read from.");
    }
    if (!faults.stream().allMatch(VerifyCommand::isArchived)) {
      terminal().say("  Try: footprints refresh --from FOLDER --to NEW_STORE");
      terminal().say("       It makes the release again, from the files that the damaged one was read from.");
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
        () -> UserException.data("There is no release in " + at + ".", "footprints refresh --to " + at));
  }
}
