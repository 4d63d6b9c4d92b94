package uk.footprints.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Is Hadoop's local file system, but calls Java where Hadoop's own starts a program: {@code chmod} for each file
 * written, {@code ls} for each one listed, {@code readlink} twice for each one moved. Five hundred files would start
 * thousands of programs, which cost more than reading the files.
 */
public class NioLocalFileSystem extends RawLocalFileSystem {

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    java.nio.file.Path file = pathToFile(path).toPath();
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      super.setPermission(path, permission);
    } else {
      String nine = permission.getUserAction().SYMBOL + permission.getGroupAction().SYMBOL
          + permission.getOtherAction().SYMBOL;
      view.setPermissions(PosixFilePermissions.fromString(nine));
    }
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
    if (view == null) {
      return super.getFileStatus(path);
    }
    try {
      PosixFileAttributes of = view.readAttributes();
      return new FileStatus(
          of.isDirectory() ? 0 : of.size(), of.isDirectory(), 1, getDefaultBlockSize(path),
          of.lastModifiedTime().toMillis(), of.lastAccessTime().toMillis(),
          FsPermission.valueOf("-" + PosixFilePermissions.toString(of.permissions())), of.owner().getName(),
          of.group().getName(), path.makeQualified(getUri(), getWorkingDirectory()));
    } catch (NoSuchFileException e) {
      throw missing(path, e);
    }
  }

  private static IOException missing(Path path, IOException cause) {
    FileNotFoundException missing = new FileNotFoundException("File " + path + " does not exist");
    missing.initCause(cause);
    return missing;
  }

  /**
   * Creates a file; of several processes that create the same one, one succeeds. Hadoop checks first and then writes.
   */
  @Override
  public FSDataOutputStream create(
      Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
      throws IOException {
    if (!overwrite) {
      mkdirs(path.getParent());
      try {
        Files.createFile(pathToFile(path).toPath());
      } catch (FileAlreadyExistsException e) {
        throw (IOException) new org.apache.hadoop.fs.FileAlreadyExistsException("File exists: " + path).initCause(e);
      }
    }
    return super.create(path, true, buffer, replication, block, progress);
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return Files.isSymbolicLink(pathToFile(path).toPath()) ? super.getFileLinkStatus(path) : getFileStatus(path);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    java.nio.file.Path target = pathToFile(to).toPath();
    // Hadoop moves into an existing folder, and replaces an existing file.
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      return super.rename(from, to);
    }
    move(from, to);
    return true;
  }

  /**
   * Creates a file that must not exist yet and that appears only when complete: it is written under a temporary name
   * and linked to its place.
   *
   * @return false when it exists already
   */
  boolean createNew(Path place, byte[] bytes) throws IOException {
    mkdirs(place.getParent());
    Path beside = AtomicFiles.beside(this, place);
    try {
      fill(create(beside, true), bytes);
      link(beside, place);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      delete(beside, false);
    }
  }

  private static void fill(FSDataOutputStream out, byte[] bytes) throws IOException {
    try (out) {
      out.write(bytes);
    }
  }

  /** Links a file to a place; of several processes that link to the same place, one succeeds. */
  void link(Path from, Path to) throws IOException {
    java.nio.file.Path target = pathToFile(to).toPath();
    java.nio.file.Path source = pathToFile(from).toPath();
    try {
      Files.createLink(target, source);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A disk without links: the file is created under its final name, and is empty for a moment.
      Files.write(target, Files.readAllBytes(source), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
  }

  /** Forces the file's bytes to the disk. */
  void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(pathToFile(file).toPath(), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  void move(Path from, Path to) throws IOException {
    try {
      Files.move(
          pathToFile(from).toPath(), pathToFile(to).toPath(), StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      throw missing(from, e);
    }
  }
}
