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
 * A place of files, local or not, through Hadoop's file systems: the archive, the releases and the pointer
 * {@code CURRENT} to the one that readers see.
 *
 * @param root as given: a folder's path or a URI
 */
public record Store(String root) implements Serializable {

  private static final String CURRENT = "CURRENT";
  private static final Configuration CONFIGURATION = HadoopConfiguration.configuration();

  /** Hadoop's settings, for those who write files themselves. */
  public static Configuration hadoop() {
    return CONFIGURATION;
  }

  /** A path below the root. */
  public Path path(String below) {
    Path base = new Path(root);
    return below.isEmpty() ? base : new Path(base, below);
  }

  /** The file system of the root. */
  public FileSystem fs() throws IOException {
    URI uri = new Path(root).toUri();
    return uri.getScheme() == null || uri.getScheme().equals("file") ? Local.FILES : FileSystem.get(uri, CONFIGURATION);
  }

  /** Hadoop keeps one file system for each scheme, whoever came first with whatever settings: not here. */
  private static final class Local {

    static final NioLocalFileSystem FILES = open();

    private static NioLocalFileSystem open() {
      try {
        NioLocalFileSystem files = new NioLocalFileSystem();
        files.initialize(URI.create("file:///"), CONFIGURATION);
        return files;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  /** The id of the release that readers see; empty before the first. */
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
        && AtomicFiles.swap(fs(), path(CURRENT), CONFIGURATION, there, release + "\n");
  }

  /** Has a local disk write down what it only remembers of a folder's files; elsewhere closing them did. */
  public void flush(String below) throws IOException {
    if (fs() instanceof NioLocalFileSystem files) {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(path(below), true);
      while (all.hasNext()) {
        files.flush(all.next().getPath());
      }
    }
  }

  /** The text of a small file; empty when it is not there. */
  public Optional<String> findText(String below) throws IOException {
    return AtomicFiles.text(fs(), path(below));
  }

  /** Writes a small file that is there whole or not at all. */
  public void writeText(String below, String text) throws IOException {
    write(below, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What writes a file's bytes. */
  public interface Content {
    /** Writes them all; the stream is closed by who opened it. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes a file that is there whole or not at all. */
  public void write(String below, byte[] bytes) throws IOException {
    write(below, out -> out.write(bytes));
  }

  /** Writes a file that is there whole or not at all. */
  public void write(String below, Content content) throws IOException {
    AtomicFiles.write(fs(), path(below), CONFIGURATION, content);
  }

  /**
   * Makes a file that must not be there yet; of several who try at once, one succeeds.
   *
   * @return false when it is there
   */
  public boolean createNew(String below, byte[] bytes) throws IOException {
    return AtomicFiles.createNew(fs(), path(below), bytes);
  }

  /** All files below a folder of the root, by path; hidden ones, and those in hidden folders, left out. */
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

  /** The same; none when there is no such folder, which costs no look of its own. */
  public List<FileStatus> listIfThere(String below) throws IOException {
    try {
      return list(below);
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** What lies right in a folder of the root, hidden or not; nothing when there is no such folder. */
  public List<FileStatus> look(String below) throws IOException {
    try {
      return List.of(fs().listStatus(path(below)));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** A file that was listed: its size is known, so that an object store is asked for its bytes alone. */
  public InputStream open(FileStatus file) throws IOException {
    return FutureIO.awaitFuture(fs().openFile(file.getPath()).withFileStatus(file).build());
  }

  /** A listed file's SHA-256, in hexadecimal. */
  public String sha256(FileStatus file) throws IOException {
    try (InputStream in = open(file)) {
      return sha256(in);
    }
  }

  /** A path's bytes. */
  public byte[] read(Path path) throws IOException {
    try (InputStream in = fs().open(path)) {
      return in.readAllBytes();
    }
  }

  /** SHA-256 of a file that may be larger than memory, in hexadecimal. */
  public String sha256(Path path) throws IOException {
    try (InputStream in = fs().open(path)) {
      return sha256(in);
    }
  }

  /** Whether a file begins with these bytes. */
  public boolean begins(Path path, byte[] with) throws IOException {
    try (InputStream in = fs().open(path)) {
      return Arrays.equals(in.readNBytes(with.length), with);
    }
  }

  /** SHA-256 of a stream, in hexadecimal. */
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

  /** SHA-256 in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
