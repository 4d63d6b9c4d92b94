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
      store.write(name(sha), bytes);
    }
    return sha;
  }

  /** Where an object lies. */
  public Path path(String sha256) {
    return store.path(name(sha256));
  }

  /** The path of an object below the store. */
  static String name(String sha) {
    return "archive/" + sha.substring(0, 2) + "/" + sha;
  }
}
