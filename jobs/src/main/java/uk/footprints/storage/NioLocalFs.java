package uk.footprints.storage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Adapts {@link NioLocalFileSystem} to Hadoop's file contexts, whose renames can replace a file. */
public class NioLocalFs extends DelegateToFileSystem {

  private final NioLocalFileSystem files;

  /** Called by Hadoop. */
  public NioLocalFs(URI uri, Configuration configuration) throws IOException, URISyntaxException {
    this(uri, new NioLocalFileSystem(), "file", configuration);
  }

  /** Creates the adapter for another scheme. */
  NioLocalFs(URI uri, NioLocalFileSystem files, String scheme, Configuration configuration)
      throws IOException, URISyntaxException {
    super(uri, files, configuration, scheme, false);
    this.files = files;
  }

  @Override
  public int getUriDefaultPort() {
    return -1;
  }

  @Override
  public boolean isValidName(String name) {
    return true;
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return files.getFileLinkStatus(path);
  }

  @Override
  public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
    if (overwrite && files.getFileStatus(from).isFile()) {
      files.move(from, to);
    } else {
      super.renameInternal(from, to, overwrite);
    }
  }
}
