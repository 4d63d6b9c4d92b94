package uk.footprints.storage;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system under the scheme {@code fault:}, on which one change fails: before it is done, half done,
 * or done and not answered.
 */
public final class FaultyFileSystem extends NioLocalFileSystem {

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
    /** From one change on nothing more can be written; renames and deletions go on. */
    FULL,
    /** A folder, by a part of its path, cannot be changed. */
    READ_ONLY
  }

  /**
   * What of a store is changed: faults are spread over all of these, as pages are far more than all the rest. A path
   * belongs to the first that it fits.
   */
  public enum Part {
    TASK_TABLES("tables that tasks write", "/releases/[^/]+/(observations|vintages|revisions|completeness|totals)(/.*)?"),
    POINTER("the pointer", "/CURRENT"),
    MANIFEST("manifest and data package", "/releases/[^/]+/(manifest|datapackage)[.]json"),
    WORKBOOKS("workbooks", "/releases/[^/]+/reports/xlsx(/.*)?"),
    ARCHIVE("the archive", "/archive(/.*)?"),
    CSV("tables as CSV", "/releases/[^/]+/reports/csv(/.*)?"),
    PAGES("pages", "/releases/[^/]+/reports(/.*)?"),
    LOCK("the lock", "/lock(/.*)?"),
    TABLES("tables of answers", "/releases/[^/]+/[^/]+(/[^/]+)?"),
    PARSED("what files gave", "/parsed(/.*)?"),
    RECORD("the record of the run", "/runs(/.*)?"),
    FOLDERS("other folders", "(/.*)?");

    private final String words;
    private final Pattern paths;

    Part(String words, String paths) {
      this.words = words;
      this.paths = Pattern.compile(".*" + paths);
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** Of a path, also of one beside its place. */
    static Part of(Path path) {
      String place = path.toString().replaceFirst("/[.]([^/]+)[.][0-9a-f]+$", "/$1");
      return Stream.of(values()).filter(part -> part.paths.matcher(place).matches()).findFirst().orElseThrow();
    }
  }

  private static final Map<Part, AtomicLong> COUNTS = new EnumMap<>(Part.class);
  private static volatile Kind kind;
  private static volatile When when = When.BEFORE;
  private static volatile Part where;
  private static volatile long at;
  private static volatile boolean hit;
  private static volatile String folder = "";

  static {
    List.of(Part.values()).forEach(part -> COUNTS.put(part, new AtomicLong()));
  }

  /** From here on nothing fails; says how many changes there were of each part. */
  public static Map<Part, Long> heal() {
    kind = null;
    Map<Part, Long> counts = new EnumMap<>(Part.class);
    COUNTS.forEach((part, count) -> counts.put(part, count.getAndSet(0)));
    return counts;
  }

  /** The n-th change of a part from here fails. */
  public static void fail(Kind how, When moment, Part part, long n) {
    heal();
    when = moment;
    where = part;
    at = n;
    hit = false;
    kind = how;
  }

  /** Whether the change that was to fail was made. */
  public static boolean hit() {
    return hit;
  }

  /** Changes below folders with this in their path fail. */
  public static void protect(String part) {
    heal();
    folder = part;
    hit = false;
    kind = Kind.READ_ONLY;
  }

  /** Makes the scheme known to stores that are opened from now on. */
  public static void register() {
    System.setProperty("spark.hadoop.fs.fault.impl", FaultyFileSystem.class.getName());
    System.setProperty("spark.hadoop.fs.AbstractFileSystem.fault.impl", FaultyLocalFs.class.getName());
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
    Part part = Part.of(path);
    long n = COUNTS.get(part).incrementAndGet();
    if (now == Kind.READ_ONLY && path.toString().contains(folder)) {
      hit = true;
      throw new AccessDeniedException(path.toString());
    }
    look();
    boolean here = now != null && now != Kind.READ_ONLY && part == where && n >= at;
    boolean first = here && !hit;
    hit |= here;
    boolean fails = now == Kind.FULL ? fills && hit : first;
    if (!fails) {
      whole.make();
      return;
    }
    if (when == When.AFTER && now != Kind.FULL) {
      whole.make();
    } else if (when == When.DURING) {
      half.make();
    }
    throw new IOException(
        now == Kind.FULL ? "No space left on device" : now == Kind.STOP ? "stopped" : "Input/output error");
  }

  private static void look() throws IOException {
    if (kind == Kind.STOP && hit) {
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
  void link(Path from, Path to) throws IOException {
    change(to, true, () -> super.link(from, to), () -> java.nio.file.Files.createFile(pathToFile(to).toPath()));
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
