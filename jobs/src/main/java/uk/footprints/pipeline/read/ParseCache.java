package uk.footprints.pipeline.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.SparkConf;
import org.apache.spark.io.CompressionCodec;
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

  /** Returns the files whose results are in the cache. */
  public List<InputFile> cached(List<InputFile> files) throws IOException {
    Set<String> keys = new HashSet<>();
    store.listIfThere(FOLDER + "/" + build()).forEach(f -> keys.add(f.getPath().getName()));
    return files.stream().filter(file -> keys.contains(key(file))).toList();
  }

  /** Returns the cached result of a file, or reads the file and caches the result. */
  public PackedResult read(InputFile file, Function<InputFile, FileResult> reader) {
    return find(file)
        .orElseGet(
            () -> {
              PackedResult outcome = PackedResult.of(reader.apply(file));
              save(file, outcome);
              return outcome;
            });
  }

  private Optional<PackedResult> find(InputFile file) {
    try {
      byte[] entry = store.read(store.path(entryPath(file)));
      if (entry.length < Long.BYTES || ByteBuffer.wrap(entry).getLong() != checksum(entry)) {
        return Optional.empty();
      }
      InputStream compressed = new ByteArrayInputStream(entry, Long.BYTES, entry.length - Long.BYTES);
      return Optional.of(PackedResult.decoded(codec().compressedInputStream(compressed), PackedResult.class));
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Saves a result, unless the file could not be read: the next run tries such a file again. */
  private void save(InputFile file, PackedResult outcome) {
    if (!outcome.summary().sha256().equals(file.sha256()) || FileReader.mayGiveMore(outcome.summary())) {
      return;
    }
    try {
      store.write(entryPath(file), entry(outcome));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of an entry: a checksum, then the compressed result. */
  private static byte[] entry(PackedResult outcome) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    bytes.write(new byte[Long.BYTES]);
    try (OutputStream out = codec().compressedOutputStream(bytes)) {
      out.write(PackedResult.encoded(outcome));
    }
    byte[] entry = bytes.toByteArray();
    ByteBuffer.wrap(entry).putLong(checksum(entry));
    return entry;
  }

  private static long checksum(byte[] entry) {
    CRC32 checksum = new CRC32();
    checksum.update(entry, Long.BYTES, entry.length - Long.BYTES);
    return checksum.getValue();
  }

  private static CompressionCodec codec() {
    return CompressionCodec.createCodec(new SparkConf(false), "zstd");
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
