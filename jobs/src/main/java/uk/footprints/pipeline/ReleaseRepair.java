package uk.footprints.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.release.ReleaseStore;
import uk.footprints.release.ReleaseVerifier.Fault;
import uk.footprints.runtime.Clock;
import uk.footprints.runtime.Console;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/**
 * Mends a release. An object of the archive is taken again from a folder that has the same bytes. A published file is
 * made again: the release's inputs are read from the archive, at the time of the run that made it, beside the release
 * that was before it; what comes out with the SHA-256 of the manifest takes the place of what is damaged. Nothing else
 * is ever put there.
 *
 * @param store the store
 * @param release the release's id
 */
public record ReleaseRepair(Store store, String release) {

  /** What became of the faults: those mended, and those left. */
  public record Mended(List<String> mended, List<String> left) {}

  /**
   * Mends what can be.
   *
   * @param sources folders in which files of the archive may lie
   */
  public Mended mend(List<Fault> faults, List<Store> sources) throws IOException {
    Set<String> open = new TreeSet<>(faults.stream().map(Fault::file).toList());
    List<String> mended = new ArrayList<>();
    Set<String> objects = new HashSet<>();
    open.stream().filter(f -> f.startsWith("archive/")).map(f -> f.replaceFirst(".*/", "")).forEach(objects::add);
    for (Store source : objects.isEmpty() ? List.<Store>of() : sources) {
      mended.addAll(objects(source, objects));
    }
    open.removeAll(mended);
    boolean published = open.stream().anyMatch(f -> f.startsWith("releases/"));
    boolean whole = open.stream().noneMatch(f -> f.startsWith("archive/"));
    if (published && whole) {
      mended.addAll(files(open));
      open.removeAll(mended);
    }
    return new Mended(mended, List.copyOf(open));
  }

  private List<String> objects(Store source, Set<String> wanted) throws IOException {
    List<String> mended = new ArrayList<>();
    if (!source.fs().exists(source.path(""))) {
      return mended;
    }
    for (FileStatus file : source.list("")) {
      byte[] bytes = source.read(file.getPath());
      String sha = Store.sha256(bytes);
      if (wanted.remove(sha)) {
        String below = "archive/" + sha.substring(0, 2) + "/" + sha;
        store.write(below, bytes);
        mended.add(below);
      }
    }
    return mended;
  }

  /** Makes the release again elsewhere, and takes what equals the manifest. */
  private List<String> files(Set<String> open) throws IOException {
    JsonNode manifest = new ReleaseStore(store).manifest(release);
    Path bench = Files.createTempDirectory("footprints-mend");
    try {
      Store again = remake(manifest, bench);
      Map<String, String> shas = new HashMap<>();
      manifest.path("files").forEach(f -> shas.put(f.path("path").asText(), f.path("sha256").asText()));
      List<String> mended = new ArrayList<>();
      String folder = "releases/" + release + "/";
      for (String file : open) {
        String name = file.startsWith(folder) ? file.substring(folder.length()) : "";
        org.apache.hadoop.fs.Path made = again.path(folder + name);
        if (shas.containsKey(name) && again.fs().exists(made)) {
          byte[] bytes = again.read(made);
          if (Store.sha256(bytes).equals(shas.get(name))) {
            store.write(file, bytes);
            mended.add(file);
          }
        }
      }
      return mended;
    } finally {
      delete(bench);
    }
  }

  private Store remake(JsonNode manifest, Path bench) throws IOException {
    Path in = Files.createDirectories(bench.resolve("in"));
    Archive archive = new Archive(store);
    for (JsonNode input : manifest.path("inputs")) {
      Path file = in.resolve(input.path("file").asText()).normalize();
      String sha = input.path("sha256").asText();
      if (file.startsWith(in) && sha.length() == 64 && store.fs().exists(archive.path(sha))) {
        Files.createDirectories(file.getParent());
        Files.write(file, store.read(archive.path(sha)));
      }
    }
    Store again = new Store(bench.resolve("store").toString());
    String before = manifest.path("before").asText();
    if (!before.isEmpty() && store.fs().exists(store.path("releases/" + before))) {
      String base = store.fs().makeQualified(store.path("")).toUri().getPath();
      for (FileStatus file : store.list("releases/" + before)) {
        String below = file.getPath().toUri().getPath().substring(base.endsWith("/") ? base.length() : base.length() + 1);
        again.write(below, store.read(file.getPath()));
      }
      again.writeText("CURRENT", before + "\n");
    }
    Instant made = Instant.parse(manifest.path("made_at").asText());
    Clock then = () -> made;
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    String master = "local[%d]".formatted(Math.max(1, manifest.path("cores").asInt(1)));
    new RefreshPipeline(
            new Console(silent, silent, false), then, new Store(in.toString()), again, asked(manifest, made), master)
        .run();
    return again;
  }

  private static RefreshOptions asked(JsonNode manifest, Instant made) {
    String words = manifest.path("asked").asText("all");
    List<String> only = words.startsWith("only ") ? List.of(words.substring(5).split(" ")) : List.of();
    String asOf = manifest.path("as_of").asText();
    return new RefreshOptions(only, asOf.isEmpty() ? null : LocalDate.parse(asOf), LocalDate.ofInstant(made, ZoneOffset.UTC));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
