package uk.footprints.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/**
 * Writes files that appear complete or not at all, on any of Hadoop's file systems. Where a rename can replace a file
 * (a local disk, HDFS), the file is written under a temporary name and renamed. Where an object appears when it is
 * closed and a stream can be aborted (S3), it is written under its final name; a rename there would be a copy.
 */
public final class AtomicFiles {

  private static final String CONDITIONAL = CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
  private static final String ETAG = CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG;

  private AtomicFiles() {}

  /** Returns whether an object appears when it is closed, and never when its stream is aborted. */
  static boolean appearsWhenClosed(FileSystem fs, Path place) throws IOException {
    return fs.hasPathCapability(place, CommonPathCapabilities.ABORTABLE_STREAM);
  }

  /** Returns the temporary path to write to before {@link #settle} moves the file to its place. */
  public static Path beside(FileSystem fs, Path place) throws IOException {
    return appearsWhenClosed(fs, place)
        ? place
        : new Path(place.getParent(), "." + place.getName() + "." + Long.toHexString(System.nanoTime()));
  }

  /** Moves a closed file to its place and replaces what is there. */
  public static void settle(FileSystem fs, Path beside, Path place, Configuration conf) throws IOException {
    if (!beside.equals(place)) {
      // Unlike a file system, it does not accept hdfs:///x, which leaves the server to the settings.
      FileContext.getFileContext(fs.getUri(), conf)
          .rename(fs.makeQualified(beside), fs.makeQualified(place), Rename.OVERWRITE);
    }
  }

  /** Writes a file and replaces what is there. */
  static void write(FileSystem fs, Path place, Configuration conf, Store.Content content) throws IOException {
    Path beside = beside(fs, place);
    if (!beside.equals(place)) {
      fs.mkdirs(place.getParent());
    }
    try {
      fill(fs.create(beside, true), content);
    } catch (IOException | RuntimeException e) {
      if (!beside.equals(place)) {
        clear(fs, beside, e);
      }
      throw e;
    }
    settle(fs, beside, place, conf);
  }

  private static void fill(FSDataOutputStream out, Store.Content content) throws IOException {
    try {
      content.to(out);
    } catch (IOException | RuntimeException e) {
      abort(out, e);
      throw e;
    }
    out.close();
  }

  /** Aborts the stream: closing it would publish half a file where objects appear when they are closed. */
  private static void abort(FSDataOutputStream out, Exception why) {
    try {
      if (out.hasCapability(CommonPathCapabilities.ABORTABLE_STREAM)) {
        out.abort();
      } else {
        out.close();
      }
    } catch (IOException | RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private static void clear(FileSystem fs, Path beside, Exception why) {
    try {
      fs.delete(beside, false);
    } catch (IOException | RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  /**
   * Creates a file that must not exist yet; of several processes that try, one succeeds. A lost response is harmless: a
   * process that finds exactly its own bytes has written them, so the bytes must be unique to it.
   *
   * @return false when it exists already
   */
  static boolean createNew(FileSystem fs, Path place, byte[] bytes) throws IOException {
    if (fs instanceof NioLocalFileSystem local) {
      return local.createNew(place, bytes);
    }
    try {
      FSDataOutputStream out;
      if (fs.hasPathCapability(place, CONDITIONAL)) {
        out = conditional(fs, place).must(CONDITIONAL, "true").build();
      } else {
        fs.mkdirs(place.getParent());
        out = fs.create(place, false);
      }
      fill(out, o -> o.write(bytes));
      return true;
    } catch (IOException e) {
      if (!fs.exists(place)) {
        throw e;
      }
      boolean refused = e instanceof FileAlreadyExistsException || fs.hasPathCapability(place, CONDITIONAL);
      if (!refused) {
        throw e;
      }
      return Arrays.equals(read(fs, place).orElse(new byte[0]), bytes);
    }
  }

  /**
   * Replaces a file if its text is still the one expected. On S3 this is one conditional write, which fails when
   * another process was faster; elsewhere it is a rename, and a lock keeps others away.
   *
   * @param expected the text that is there; empty when there is none
   * @return false when another text is there
   */
  static boolean swap(FileSystem fs, Path place, Configuration conf, Optional<String> expected, String text)
      throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (!fs.hasPathCapability(place, CONDITIONAL)) {
      if (!text(fs, place).equals(expected)) {
        return false;
      }
      write(fs, place, conf, out -> out.write(bytes));
      return true;
    }
    if (expected.isEmpty()) {
      return createNew(fs, place, bytes);
    }
    FileStatus status = fs.getFileStatus(place);
    if (!text(fs, place).equals(expected) || !(status instanceof EtagSource tagged)) {
      return false;
    }
    try {
      fill(conditional(fs, place).overwrite(true).must(ETAG, tagged.getEtag()).build(), out -> out.write(bytes));
      return true;
    } catch (IOException e) {
      if (text(fs, place).equals(Optional.of(text))) {
        return true;
      }
      if (text(fs, place).equals(expected)) {
        throw e;
      }
      return false;
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static FSDataOutputStreamBuilder<FSDataOutputStream, ? extends FSDataOutputStreamBuilder> conditional(
      FileSystem fs, Path place) throws IOException {
    return fs.createFile(place).recursive();
  }

  /** Returns the text of a small file; empty when there is no such file. */
  static Optional<String> text(FileSystem fs, Path place) throws IOException {
    return read(fs, place).map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> read(FileSystem fs, Path place) throws IOException {
    // On HDFS a file that is replaced between opening and reading is lost: another attempt finds the new one.
    IOException failed = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      try (java.io.InputStream in = fs.open(place)) {
        return Optional.of(in.readAllBytes());
      } catch (FileNotFoundException e) {
        return Optional.empty();
      } catch (IOException e) {
        failed = e;
      }
    }
    throw failed;
  }
}
