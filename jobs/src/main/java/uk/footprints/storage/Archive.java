package uk.footprints.storage;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/**
 * Keeps bytes unchanged under their SHA-256. The same file twice is one object; a changed file under the same name is
 * another. Later steps read only this copy, never the original location.
 *
 * @param store the store that contains {@code archive/}
 */
public record Archive(Store store) implements Serializable {

  /** Stores these bytes unless they are stored already, and returns their SHA-256. */
  public String keep(byte[] bytes) throws IOException {
    String sha = Store.sha256(bytes);
    if (!store.fs().exists(path(sha))) {
      store.write(name(sha), bytes);
    }
    return sha;
  }

  /** Returns the path of an object. */
  public Path path(String sha256) {
    return store.path(name(sha256));
  }

  /** Returns the path of an object below the store. */
  static String name(String sha) {
    return "archive/" + sha.substring(0, 2) + "/" + sha;
  }
}
