package uk.footprints.storage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;

/** {@link FaultyFileSystem} for renames that replace. */
public final class FaultyLocalFs extends NioLocalFs {

  /** Called by Hadoop. */
  public FaultyLocalFs(URI uri, Configuration configuration) throws IOException, URISyntaxException {
    super(uri, new FaultyFileSystem(), "fault", configuration);
  }
}
