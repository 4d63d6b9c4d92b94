package uk.footprints.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import uk.footprints.run.Store;

/** Holds the files of a release, and the archived files that it was made of, against its manifest. */
public final class Verifying {

  /** Written after the manifest, or by it. */
  private static final Set<String> UNLISTED = Set.of("manifest.json", "datapackage.json");

  private final Store store;
  private final String release;
  private final List<Fault> faults = new ArrayList<>();
  private int files;
  private int inputs;

  private Verifying(Store store, String release) {
    this.store = store;
    this.release = release;
  }

  /** What is wrong with a file: its path below the store, and a part of a sentence. */
  public record Fault(String file, String why) {}

  /**
   * What was found.
   *
   * @param files of the release that were read
   * @param inputs of the archive that were read
   * @param faults what is wrong; none when all is well
   */
  public record Verified(int files, int inputs, List<Fault> faults) {}

  /** Reads every file of a release and every archived file that it was made of. */
  public static Verified verify(Store store, String release) throws IOException {
    Verifying verifying = new Verifying(store, release);
    verifying.run();
    return new Verified(verifying.files, verifying.inputs, List.copyOf(verifying.faults));
  }

  private void run() throws IOException {
    String folder = "releases/" + release + "/";
    Optional<String> text = store.findText(folder + "manifest.json");
    if (text.isEmpty()) {
      faults.add(new Fault(folder + "manifest.json", "it is missing, so nothing can be held against it"));
      return;
    }
    JsonNode manifest;
    try {
      manifest = new ObjectMapper().readTree(text.get());
    } catch (JsonProcessingException e) {
      faults.add(new Fault(folder + "manifest.json", "it is damaged, so nothing can be held against it"));
      return;
    }
    Set<String> listed = new HashSet<>();
    for (JsonNode file : manifest.path("files")) {
      String path = file.path("path").asText();
      listed.add(path);
      files++;
      check(folder + path, file.path("sha256").asText(), file.path("bytes").asLong());
    }
    String base = store.fs().makeQualified(store.path(folder)).toUri().getPath() + "/";
    for (FileStatus status : store.list(folder)) {
      String path = status.getPath().toUri().getPath().substring(base.length());
      if (!listed.contains(path) && !UNLISTED.contains(path)) {
        faults.add(new Fault(folder + path, "it is not in the manifest"));
      }
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode input : manifest.path("inputs")) {
      String sha = input.path("sha256").asText();
      // Records of patients are never archived.
      if (sha.length() == 64 && input.path("archived").asBoolean(true) && seen.add(sha)) {
        inputs++;
        check("archive/" + sha.substring(0, 2) + "/" + sha, sha, -1);
      }
    }
  }

  private void check(String below, String sha, long bytes) throws IOException {
    Path path = store.path(below);
    if (!store.fs().exists(path)) {
      faults.add(new Fault(below, "it is missing"));
      return;
    }
    long has = store.fs().getFileStatus(path).getLen();
    if (bytes >= 0 && has != bytes) {
      faults.add(new Fault(below, "it has %,d bytes, and the manifest says %,d".formatted(has, bytes)));
      return;
    }
    try (InputStream in = store.fs().open(path)) {
      if (!Store.sha256(in).equals(sha)) {
        faults.add(new Fault(below, "its bytes are not those that were written (SHA-256)"));
      }
    } catch (IOException e) {
      faults.add(new Fault(below, "it cannot be read (" + e.getMessage() + ")"));
    }
  }
}
