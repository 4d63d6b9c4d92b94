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
 * What files gave when they were read, kept in the store, so that the next refresh reads only what is new. It holds for
 * the same bytes under the same path, asked for in the same words, and for the very same program; everything else is
 * read again. Nothing here is needed: what is missing or spoilt is read from its file.
 *
 * @param store the place whose {@code parsed/} it is
 * @param asked what the refresh was asked for
 */
public record ParseCache(Store store, String asked) implements Serializable {

  private static final String FOLDER = "parsed";
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter(
          "uk.footprints.**;java.util.*;java.time.*;java.lang.*;maxdepth=40;!*");

  /** Those of the files that were read before. */
  public List<InputFile> known(List<InputFile> files) throws IOException {
    Set<String> kept = new HashSet<>();
    store.listIfThere(FOLDER + "/" + build()).forEach(f -> kept.add(f.getPath().getName()));
    return files.stream().filter(file -> kept.contains(key(file))).toList();
  }

  /** What the file gave in an earlier run, or what the reader makes of it now. */
  public FileResult read(InputFile file, Function<InputFile, FileResult> reader) {
    return find(file)
        .orElseGet(
            () -> {
              FileResult outcome = reader.apply(file);
              keep(file, outcome);
              return outcome;
            });
  }

  private Optional<FileResult> find(InputFile file) {
    try {
      byte[] bytes = store.read(store.path(below(file)));
      try (InputStream in = new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), 1 << 16);
          ObjectInputStream objects = new ObjectInputStream(in)) {
        objects.setObjectInputFilter(OURS);
        return Optional.of((FileResult) objects.readObject());
      }
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What could not be read at all is not kept: the next run tries again. */
  private void keep(InputFile file, FileResult outcome) {
    if (!outcome.sha256().equals(file.sha256())) {
      return;
    }
    try {
      store.write(below(file), bytes(outcome));
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

  /** Takes away what other programs left. */
  public static void tidy(Store store) throws IOException {
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
    String told = r == null ? "" : r.url() + " " + r.publishedOn() + " " + r.publishedBasis();
    String all = String.join("\n", file.sha256(), file.path(), told, asked);
    return Store.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  private String below(InputFile file) {
    String key = key(file);
    return FOLDER + "/" + build() + "/" + key.substring(0, 2) + "/" + key;
  }
}
