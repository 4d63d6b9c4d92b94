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
import java.util.List;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.TransformResult;

/**
 * What reading one file gave, with its rows as bytes. They are encoded once, for the cache of the store and for Spark,
 * and decoded when they are merged; a file that is in the cache is passed on without being decoded and encoded again.
 */
public final class PackedResult implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final ObjectInputFilter ALLOWED_CLASSES =
      ObjectInputFilter.Config.createFilter(
          "uk.footprints.**;java.util.*;java.time.*;java.lang.*;maxdepth=40;!*");

  private final FileResult summary;
  private final byte[] rows;
  /** The rows as they were read; null once the result was passed on. */
  private final transient TransformResult fresh;

  private PackedResult(FileResult summary, byte[] rows, TransformResult fresh) {
    this.summary = summary;
    this.rows = rows;
    this.fresh = fresh;
  }

  /** Encodes the rows of a result. */
  public static PackedResult of(FileResult result) {
    TransformResult all = result.transformed();
    boolean none = all.batches().isEmpty() && all.tables().isEmpty();
    TransformResult rows =
        new TransformResult(all.batches(), all.tables(), List.of(), RowAccounting.NONE, List.of());
    return new PackedResult(result.summary(), none ? new byte[0] : encoded(rows), rows);
  }

  /** Returns the result without its rows. */
  public FileResult summary() {
    return summary;
  }

  /** Returns this result with its rows as bytes only. */
  public PackedResult packed() {
    return new PackedResult(summary, rows, null);
  }

  /** Returns the rows, observations and rows of tables, and nothing else; decodes them unless they were just read. */
  public TransformResult rows() {
    if (fresh != null) {
      return fresh;
    }
    if (rows.length == 0) {
      return TransformResult.nothing(List.of(), RowAccounting.NONE);
    }
    try {
      return decoded(new ByteArrayInputStream(rows), TransformResult.class);
    } catch (IOException | ClassNotFoundException e) {
      throw new UncheckedIOException(new IOException("the rows of " + summary.path() + " cannot be decoded", e));
    }
  }

  /** Encodes an object of the program. */
  static byte[] encoded(Serializable object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Decodes an object of the program; other classes are refused. */
  static <T> T decoded(InputStream from, Class<T> type) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(new BufferedInputStream(from, 1 << 16))) {
      objects.setObjectInputFilter(ALLOWED_CLASSES);
      return type.cast(objects.readObject());
    }
  }
}
