package uk.footprints.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * The folder or bucket of releases, on any of Hadoop's file systems: the archive, the releases and the pointer
 * {@code CURRENT} to the one that readers see.
 *
 * @param root as given: a folder's path or a URI
 * @param settings Hadoop's settings for its file system
 */
public record Store(String root, HadoopSettings settings) implements Serializable {

  private static final String CURRENT = "CURRENT";

  /** Creates a store with the settings that this process was started with. */
  public Store(String root) {
    this(root, HadoopSettings.ofProcess());
  }

  /** Returns Hadoop's configuration, for code that reads and writes its files itself; callers must not change it. */
  public Configuration configuration() {
    return settings.configuration();
  }

  /** Returns a path below the root. */
  public Path path(String below) {
    Path base = new Path(root);
    return below.isEmpty() ? base : new Path(base, below);
  }

  /** Returns the file system of the root. */
  public FileSystem fs() throws IOException {
    URI uri = new Path(root).toUri();
    return uri.getScheme() == null || uri.getScheme().equals("file")
        ? settings.local() : FileSystem.get(uri, configuration());
  }

  /** Returns the id of the release that readers see; empty before the first. */
  public Optional<String> findCurrent() throws IOException {
    return findText(CURRENT).map(String::strip);
  }

  /**
   * Makes a release the one that readers see, in one step.
   *
   * @param before the one that readers see now, as the run knows it; empty when there is none
   * @return false when readers see another one by now: then nothing is changed
   */
  public boolean makeCurrent(Optional<String> before, String release) throws IOException {
    Optional<String> there = findText(CURRENT);
    return there.map(String::strip).equals(before)
        && AtomicFiles.swap(fs(), path(CURRENT), configuration(), there, release + "\n");
  }

  /** Forces a folder's files to the local disk; on other file systems closing them did. */
  public void flush(String below) throws IOException {
    if (fs() instanceof NioLocalFileSystem files) {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(path(below), true);
      while (all.hasNext()) {
        files.flush(all.next().getPath());
      }
    }
  }

  /** Returns the text of a small file; empty when there is no such file. */
  public Optional<String> findText(String below) throws IOException {
    return AtomicFiles.text(fs(), path(below));
  }

  /** Writes a small file that appears complete or not at all. */
  public void writeText(String below, String text) throws IOException {
    write(below, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file's bytes. */
  public interface Content {
    /** Writes all bytes; the caller closes the stream. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes a file that appears complete or not at all. */
  public void write(String below, byte[] bytes) throws IOException {
    write(below, out -> out.write(bytes));
  }

  /** Writes a file that appears complete or not at all. */
  public void write(String below, Content content) throws IOException {
    AtomicFiles.write(fs(), path(below), configuration(), content);
  }

  /**
   * Creates a file that must not exist yet; of several processes that try at once, one succeeds.
   *
   * @return false when it exists already
   */
  public boolean createNew(String below, byte[] bytes) throws IOException {
    return AtomicFiles.createNew(fs(), path(below), bytes);
  }

  /** Lists all files below a folder of the root, by path, without hidden files and those in hidden folders. */
  public List<FileStatus> list(String below) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    int base = fs().makeQualified(path(below)).toUri().getPath().length();
    RemoteIterator<LocatedFileStatus> all = fs().listFiles(path(below), true);
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String name = file.getPath().getName();
      boolean hidden = file.getPath().toUri().getPath().indexOf("/.", base) >= 0;
      if (!hidden && !name.startsWith(".") && !name.startsWith("~$")) {
        files.add(file);
      }
    }
    files.sort(java.util.Comparator.comparing(f -> f.getPath().toString()));
    return files;
  }

  /** Lists all files below a folder of the root; none when there is no such folder, without an extra request. */
  public List<FileStatus> listIfThere(String below) throws IOException {
    try {
      return list(below);
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** Lists the direct entries of a folder of the root, hidden or not; none when there is no such folder. */
  public List<FileStatus> look(String below) throws IOException {
    try {
      return List.of(fs().listStatus(path(below)));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** Opens a listed file: its size is known, which saves an object store a request. */
  public InputStream open(FileStatus file) throws IOException {
    return FutureIO.awaitFuture(fs().openFile(file.getPath()).withFileStatus(file).build());
  }

  /** Computes a listed file's SHA-256, in hexadecimal. */
  public String sha256(FileStatus file) throws IOException {
    try (InputStream in = open(file)) {
      return sha256(in);
    }
  }

  /** Reads all bytes of a file. */
  public byte[] read(Path path) throws IOException {
    try (InputStream in = fs().open(path)) {
      return in.readAllBytes();
    }
  }

  /** Computes the SHA-256 of a file that may be larger than memory, in hexadecimal. */
  public String sha256(Path path) throws IOException {
    try (InputStream in = fs().open(path)) {
      return sha256(in);
    }
  }

  /** Returns whether a file begins with these bytes. */
  public boolean begins(Path path, byte[] with) throws IOException {
    try (InputStream in = fs().open(path)) {
      return Arrays.equals(in.readNBytes(with.length), with);
    }
  }

  /** Computes the SHA-256 of a stream, in hexadecimal. */
  public static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Computes the SHA-256 of bytes, in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
