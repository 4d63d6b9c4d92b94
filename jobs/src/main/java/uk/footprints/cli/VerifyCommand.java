package uk.footprints.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.footprints.pipeline.ReleaseRepair.Mended;
import uk.footprints.pipeline.ReleaseRepair;
import uk.footprints.release.ReleaseVerifier.Verified;
import uk.footprints.release.ReleaseVerifier;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.storage.StoreLock;

/** Whether a release is as it was written. Starts no Spark, but to mend. */
@Command(
    name = "verify",
    description = "Read every file of a release, and what it was made of, and hold them against its manifest.",
    footer = {
      "",
      "Examples:",
      "  footprints verify --at store                                       the current release",
      "  footprints verify --at store --release 20260101T120000Z-b788e386   another one",
      "  footprints verify --at store --mend --from downloads               mend it from the archive, and that from a folder",
      "",
      "Exit codes: 0 all is as it was written, or was mended; 2 something is not, and each such file is named."
    })
public final class VerifyCommand extends CliCommand {

  @Option(names = "--at", paramLabel = "STORE", description = "The store. Default: data/published.")
  private String at = RefreshCommand.Home.path("data/published");

  @Option(names = "--release", paramLabel = "ID", description = "The release. Default: the current one.")
  private String release;

  @Option(
      names = "--mend",
      description = "Make damaged files of the release again from the archive, and take what equals the manifest.")
  private boolean mend;

  @Option(names = "--from", paramLabel = "FOLDER", description = "With --mend: where damaged files of the archive may lie.")
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
    if (faults > 0 && mend) {
      return mend(store, id, verified);
    }
    if (faults > 0) {
      terminal().say("  Try: the same with --mend, or --mend --from the folder that it was read from.");
    }
    return faults == 0 ? ExitCode.DONE : ExitCode.DATA;
  }

  private int mend(Store store, String id, Verified verified) throws IOException {
    List<Store> sources = new ArrayList<>(List.of(new Store(store.path("fetched").toString())));
    if (from != null) {
      sources.add(0, new Store(from));
    }
    Mended done;
    try (StoreLock lock = StoreLock.take(store, Clock.system(), "mend " + id, line -> terminal().say("%s", line))) {
      lock.check();
      done = new ReleaseRepair(store, id).mend(verified.faults(), sources);
    }
    done.mended().forEach(file -> terminal().say("Mended: %s", file));
    done.left().forEach(file -> terminal().say("Not mended: %s", file));
    if (!done.left().isEmpty()) {
      terminal().say("  Try: --from a folder with the files as published; the program that made it (manifest.json, versions).");
    }
    return done.left().isEmpty() ? ExitCode.DONE : ExitCode.DATA;
  }

  private String current(Store store) throws IOException {
    Optional<String> current = store.findCurrent();
    return current.orElseThrow(
        () -> UserException.data("There is no release in " + at + ".", "footprints refresh --to " + at));
  }
}
