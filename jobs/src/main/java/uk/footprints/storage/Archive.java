package uk.footprints.storage;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/**
 * Keeps bytes unchanged under their SHA-256. The same file twice is one object; a changed file under the same name is
 * another. Nothing after this room touches where the file came from.
 *
 * @param store the place whose {@code archive/} it is
 */
public record Archive(Store store) implements Serializable {

  /** Keeps these bytes, if they are not kept yet, and gives their SHA-256. */
  public String keep(byte[] bytes) throws IOException {
    String sha = Store.sha256(bytes);
    if (!store.fs().exists(path(sha))) {
      store.write("archive/" + below(sha), bytes);
    }
    return sha;
  }

  /** Where an object lies. */
  public Path path(String sha256) {
    return store.path("archive/" + below(sha256));
  }

  private static String below(String sha) {
    return sha.substring(0, 2) + "/" + sha;
  }
}
