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
 * Files that are there whole or not at all, on any of Hadoop's file systems. Where there is a rename that replaces (a
 * local disk, HDFS), a file is written beside its place and moved there. Where an object appears when it is closed and
 * a stream can be given up (S3), it is written in its place; a rename there would be a copy.
 */
public final class AtomicFiles {

  private static final String CONDITIONAL = CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
  private static final String ETAG = CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG;

  private AtomicFiles() {}

  /** Whether an object appears when it is closed, and never when its stream is given up. */
  static boolean appearsWhenClosed(FileSystem fs, Path place) throws IOException {
    return fs.hasPathCapability(place, CommonPathCapabilities.ABORTABLE_STREAM);
  }

  /** Where a file is to be written that {@link #settle} puts in its place. */
  public static Path beside(FileSystem fs, Path place) throws IOException {
    return appearsWhenClosed(fs, place)
        ? place
        : new Path(place.getParent(), "." + place.getName() + "." + Long.toHexString(System.nanoTime()));
  }

  /** Puts a file that was written and closed in its place, over what is there. */
  public static void settle(FileSystem fs, Path beside, Path place, Configuration conf) throws IOException {
    if (!beside.equals(place)) {
      FileContext.getFileContext(fs.getUri(), conf).rename(beside, place, Rename.OVERWRITE);
    }
  }

  /** Writes a file, over what is there. */
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
      giveUp(out, e);
      throw e;
    }
    out.close();
  }

  /** Closing would put half a file in its place where objects appear when they are closed. */
  private static void giveUp(FSDataOutputStream out, Exception why) {
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
   * Makes a file that must not be there yet; of several who try, one succeeds. An answer that was lost is made up for:
   * who finds the very bytes it wrote has written them, so they must be its own.
   *
   * @return false when it is there
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
   * somebody was faster; elsewhere it is a rename, and a lock keeps others away.
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

  /** The text of a small file; empty when it is not there. */
  static Optional<String> text(FileSystem fs, Path place) throws IOException {
    return read(fs, place).map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> read(FileSystem fs, Path place) throws IOException {
    // What is replaced between opening and reading is gone from HDFS: once more finds the new one.
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
