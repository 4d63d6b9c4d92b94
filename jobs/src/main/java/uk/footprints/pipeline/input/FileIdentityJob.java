package uk.footprints.pipeline.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.spark.ProgressCounter;
import uk.footprints.storage.Store;

/**
 * Reads, in tasks, the files of a folder that are not known again: for their hashes, the parts of archives, and whether
 * they contain records.
 *
 * @param console shows the progress
 * @param source the input folder
 * @param folder its files
 * @param before the files that the last run knew
 */
public record FileIdentityJob(Console console, Store source, FolderFiles folder, KnownFiles before) {

  /** Returns whether there is a file whose bytes must be read. */
  public boolean isNeeded() {
    return folder.files().stream().anyMatch(file -> before.find(file).isEmpty());
  }

  /** Returns the identities of the files that are known again, by path. */
  public Map<String, FileIdentity> known() {
    Map<String, FileIdentity> known = new HashMap<>();
    folder.files().forEach(file -> before.find(file).ifPresent(identity -> known.put(file.path(), identity)));
    return known;
  }

  /** Reads the other files, and returns the identities of all, by path. */
  public Map<String, FileIdentity> run(JavaSparkContext context) {
    Map<String, FileIdentity> identities = known();
    // The largest first, so that no core waits for the last.
    List<ListedFile> others =
        new ArrayList<>(folder.files().stream().filter(file -> !identities.containsKey(file.path())).toList());
    if (others.isEmpty()) {
      return identities;
    }
    others.sort(Comparator.comparingLong(ListedFile::bytes).reversed());
    int slices = Math.min(others.size(), context.defaultParallelism() * 8);
    List<List<ListedFile>> shares = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      shares.add(new ArrayList<>());
    }
    for (int i = 0; i < others.size(); i++) {
      shares.get(i % slices).add(others.get(i));
    }
    Store from = source;
    ProgressCounter done = ProgressCounter.of(context.sc());
    List<Tuple2<String, FileIdentity>> read =
        ProgressLine.during(
            console,
            () -> "Hashing " + ProgressLine.left(done.soFar(), others.size(), "files"),
            () ->
                context
                    .parallelize(shares, slices)
                    .flatMap(List::iterator)
                    .map(
                        file -> {
                          FileIdentity identity = FileIdentity.read(from, file);
                          done.add(1);
                          return new Tuple2<>(file.path(), identity);
                        })
                    .collect());
    read.forEach(each -> identities.put(each._1(), each._2()));
    return identities;
  }
}
