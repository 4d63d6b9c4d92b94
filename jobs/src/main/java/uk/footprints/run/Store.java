package uk.footprints.run;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A place of files, local or not, through Hadoop's file systems: the archive, the releases and the pointer
 * {@code CURRENT} to the one that readers see.
 *
 * @param root as given: a folder's path or a URI
 */
public record Store(String root) implements Serializable {

  private static final Configuration CONFIGURATION = configuration();

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    // Checksum files beside every file help nobody on a local disk; the manifest has better ones.
    configuration.set("fs.file.impl", LocalFiles.class.getName());
    configuration.set("fs.AbstractFileSystem.file.impl", LocalContext.class.getName());
    configuration.setBoolean("fs.file.impl.disable.cache", false);
    return configuration;
  }

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
    return uri.getScheme() == null
        ? FileSystem.get(URI.create("file:///"), CONFIGURATION)
        : FileSystem.get(uri, CONFIGURATION);
  }

  /** The folder of the release that readers see; empty before the first. */
  public Optional<Path> findCurrent() throws IOException {
    return findText("CURRENT").map(id -> path("releases/" + id.strip()));
  }

  /** Makes a release the one that readers see: one atomic rename. */
  public void makeCurrent(String release) throws IOException {
    writeText("CURRENT", release + "\n");
  }

  /** The text of a small file; empty when it is not there. */
  public Optional<String> findText(String below) throws IOException {
    try (InputStream in = fs().open(path(below))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Writes a small file beside its place and moves it there, so that no reader sees half of it. */
  public void writeText(String below, String text) throws IOException {
    write(below, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What writes a file's bytes. */
  public interface Content {
    /** Writes them all; the stream is closed by who opened it. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes a file beside its place and moves it there. */
  public void write(String below, byte[] bytes) throws IOException {
    write(below, out -> out.write(bytes));
  }

  /** Writes a file beside its place and moves it there. */
  public void write(String below, Content content) throws IOException {
    Path place = path(below);
    Path beside = new Path(place.getParent(), "." + place.getName() + "." + Long.toHexString(System.nanoTime()));
    FileSystem fs = fs();
    fs.mkdirs(place.getParent());
    try (OutputStream out = fs.create(beside, true)) {
      content.to(out);
    } catch (IOException | RuntimeException e) {
      fs.delete(beside, false);
      throw e;
    }
    FileContext.getFileContext(fs.getUri(), CONFIGURATION).rename(beside, place, Options.Rename.OVERWRITE);
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

  /** A path's bytes. */
  public byte[] read(Path path) throws IOException {
    try (InputStream in = fs().open(path)) {
      return in.readAllBytes();
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
