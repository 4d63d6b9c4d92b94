package uk.footprints.storage;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Wraps {@link NioLocalFileSystem} for callers that need a {@link LocalFileSystem}, such as S3's client, which buffers
 * uploads on disk. Writes and reads no checksum files.
 */
public final class NioChecksumFileSystem extends LocalFileSystem {

  /** Called by Hadoop. */
  public NioChecksumFileSystem() {
    super(new NioLocalFileSystem());
    setWriteChecksum(false);
    setVerifyChecksum(false);
  }

  @Override
  public FSDataOutputStream create(
      Path path, FsPermission permission, boolean overwrite, int buffer, short replication, long block,
      Progressable progress)
      throws IOException {
    return getRaw().create(path, permission, overwrite, buffer, replication, block, progress);
  }

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    getRaw().setPermission(path, permission);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return getRaw().rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    return getRaw().delete(path, recursive);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return getRaw().listStatus(path);
  }
}
