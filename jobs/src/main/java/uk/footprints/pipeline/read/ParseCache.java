package uk.footprints.pipeline.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.fetch.Receipt;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.spark.Versions;
import uk.footprints.storage.Store;

/**
 * Caches the results of reading files in the store, so that the next refresh reads new files only. An entry is valid
 * for the same bytes, path, options and build of the program; other files are read again. A missing or damaged entry is
 * no error: the file is read again.
 *
 * @param store the store; the cache is its folder {@code parsed/}
 * @param options the options of the refresh, in words
 */
public record ParseCache(Store store, String options) implements Serializable {

  private static final String FOLDER = "parsed";
  private static final ObjectInputFilter ALLOWED_CLASSES =
      ObjectInputFilter.Config.createFilter(
          "uk.footprints.**;java.util.*;java.time.*;java.lang.*;maxdepth=40;!*");

  /** Returns the files whose results are in the cache. */
  public List<InputFile> cached(List<InputFile> files) throws IOException {
    Set<String> keys = new HashSet<>();
    store.listIfThere(FOLDER + "/" + build()).forEach(f -> keys.add(f.getPath().getName()));
    return files.stream().filter(file -> keys.contains(key(file))).toList();
  }

  /** Returns the cached result of a file, or reads the file and caches the result. */
  public FileResult read(InputFile file, Function<InputFile, FileResult> reader) {
    return find(file)
        .orElseGet(
            () -> {
              FileResult outcome = reader.apply(file);
              save(file, outcome);
              return outcome;
            });
  }

  private Optional<FileResult> find(InputFile file) {
    try {
      byte[] bytes = store.read(store.path(entryPath(file)));
      try (InputStream in = new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), 1 << 16);
          ObjectInputStream objects = new ObjectInputStream(in)) {
        objects.setObjectInputFilter(ALLOWED_CLASSES);
        return Optional.of((FileResult) objects.readObject());
      }
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Saves a result, unless the file could not be read: the next run tries such a file again. */
  private void save(InputFile file, FileResult outcome) {
    if (!outcome.sha256().equals(file.sha256()) || FileReader.mayGiveMore(outcome)) {
      return;
    }
    try {
      store.write(entryPath(file), bytes(outcome));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(FileResult outcome) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes, fast, 1 << 16))) {
      out.writeObject(outcome);
    }
    fast.end();
    return bytes.toByteArray();
  }

  /** Removes the results of other builds of the program. */
  public static void removeOtherBuilds(Store store) throws IOException {
    for (FileStatus build : store.look(FOLDER)) {
      if (!build.getPath().getName().equals(build())) {
        store.fs().delete(build.getPath(), true);
      }
    }
  }

  private static String build() {
    return Versions.build().substring(0, 16);
  }

  private String key(InputFile file) {
    Receipt r = file.receipt();
    String download = r == null ? "" : r.url() + " " + r.publishedOn() + " " + r.publishedBasis();
    String all = String.join("\n", file.sha256(), file.path(), download, options);
    return Store.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  private String entryPath(InputFile file) {
    String key = key(file);
    return FOLDER + "/" + build() + "/" + key.substring(0, 2) + "/" + key;
  }
}
