package uk.footprints.run;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;

/** {@link FaultyFiles} for renames that replace. */
public final class FaultyContext extends LocalContext {

  /** Called by Hadoop. */
  public FaultyContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
    super(uri, new FaultyFiles(), "fault", configuration);
  }
}
