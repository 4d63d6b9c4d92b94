package uk.footprints.run;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** {@link FaultyFiles} for renames that replace. */
public final class FaultyContext extends DelegateToFileSystem {

  private final FaultyFiles files;

  /** Called by Hadoop. */
  public FaultyContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
    this(uri, new FaultyFiles(), configuration);
  }

  private FaultyContext(URI uri, FaultyFiles files, Configuration configuration)
      throws IOException, URISyntaxException {
    super(uri, files, configuration, "fault", false);
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
    return files.getFileStatus(path);
  }

  @Override
  public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
    files.move(from, to);
  }
}
