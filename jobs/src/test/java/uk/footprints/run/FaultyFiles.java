package uk.footprints.run;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system under the scheme {@code fault:}, on which the n-th change fails: before it is done, half done,
 * or done and not answered.
 */
public final class FaultyFiles extends LocalFiles {

  /** Which moment of a change. */
  public enum When {
    BEFORE,
    DURING,
    AFTER
  }

  /** What goes wrong. */
  public enum Kind {
    /** One change fails, and the program goes on. */
    ERROR,
    /** One change fails, and nothing can be read or changed from then on: the process has ended. */
    STOP,
    /** Nothing more can be written; renames and deletions go on. */
    FULL,
    /** A folder, by a part of its path, cannot be changed. */
    READ_ONLY
  }

  private static final AtomicLong COUNT = new AtomicLong();
  private static volatile Kind kind;
  private static volatile When when = When.BEFORE;
  private static volatile long at;
  private static volatile String folder = "";

  /** From here on nothing fails; says how many changes there were. */
  public static long heal() {
    kind = null;
    return COUNT.getAndSet(0);
  }

  /** The n-th change from here fails. */
  public static void fail(Kind how, When moment, long n) {
    COUNT.set(0);
    when = moment;
    at = n;
    kind = how;
  }

  /** Changes below folders with this in their path fail. */
  public static void protect(String part) {
    COUNT.set(0);
    folder = part;
    kind = Kind.READ_ONLY;
  }

  /** Makes the scheme known. */
  public static void register() {
    Store.hadoop().set("fs.fault.impl", FaultyFiles.class.getName());
    Store.hadoop().set("fs.AbstractFileSystem.fault.impl", FaultyContext.class.getName());
  }

  @Override
  public URI getUri() {
    return URI.create("fault:///");
  }

  private interface Change {
    void make() throws IOException;
  }

  private static void change(Path path, boolean fills, Change whole, Change half) throws IOException {
    Kind now = kind;
    long n = COUNT.incrementAndGet();
    if (now == Kind.READ_ONLY && path.toString().contains(folder)) {
      throw new AccessDeniedException(path.toString());
    }
    boolean hit = now == Kind.FULL ? fills && n >= at : now != null && now != Kind.READ_ONLY && n == at;
    if (now == Kind.STOP && n > at) {
      throw new IOException("stopped");
    }
    if (!hit) {
      whole.make();
      return;
    }
    if (when == When.AFTER && now != Kind.FULL) {
      whole.make();
    } else if (when == When.DURING) {
      half.make();
    }
    throw new IOException(now == Kind.FULL ? "No space left on device" : now == Kind.STOP ? "stopped" : "Input/output error");
  }

  private static void look() throws IOException {
    if (kind == Kind.STOP && COUNT.get() >= at) {
      throw new IOException("stopped");
    }
  }

  private static final Change NOTHING = () -> {};

  @Override
  public FSDataOutputStream create(
      Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
      throws IOException {
    FSDataOutputStream[] out = new FSDataOutputStream[1];
    Change open = () -> out[0] = super.create(path, overwrite, buffer, replication, block, progress);
    change(path, true, open, () -> { open.make(); out[0].close(); });
    OutputStream failing = new FilterOutputStream(out[0]) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        change(path, true, () -> out.write(bytes, from, length), () -> out.write(bytes, from, length / 2));
      }

      @Override
      public void close() throws IOException {
        try {
          change(path, false, out::close, NOTHING);
        } finally {
          out.close();
        }
      }
    };
    return new FSDataOutputStream(new Gathering(failing), null);
  }

  /** Writes of 64 KiB count, and what is left at the end. */
  private static final class Gathering extends BufferedOutputStream {
    private boolean closed;

    Gathering(OutputStream out) {
      super(out, 1 << 16);
    }

    @Override
    public void flush() {
      // Hadoop flushes often, and a disk does not.
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        try {
          super.flush();
        } finally {
          out.close();
        }
      }
    }
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    if (pathToFile(path).isDirectory()) {
      return true;
    }
    change(path, true, () -> super.mkdirs(path), NOTHING);
    return true;
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    return mkdirs(path);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    boolean there = pathToFile(path).exists();
    if (there) {
      change(path, false, () -> super.delete(path, recursive), () -> half(path));
    }
    return there;
  }

  /** Some of a folder's files are gone. */
  private void half(Path path) throws IOException {
    java.io.File[] in = pathToFile(path).listFiles();
    if (in != null && in.length > 0) {
      super.delete(new Path(path, in[0].getName()), true);
    }
  }

  @Override
  void move(Path from, Path to) throws IOException {
    change(to, false, () -> super.move(from, to), NOTHING);
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    look();
    return super.open(path, buffer);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    look();
    return super.getFileStatus(path);
  }
}
