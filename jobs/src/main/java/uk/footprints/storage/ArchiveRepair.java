package uk.footprints.storage;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;

/**
 * Replaces damaged or missing files of an archive by copies with the same SHA-256.
 *
 * @param store the store whose archive it is
 */
public record ArchiveRepair(Store store) {

  /**
   * Copies files from a folder into the archive.
   *
   * @param hashes the SHA-256 of each required file
   * @param source the folder, whose subfolders are read too; it may be absent
   * @return the SHA-256 of each file that was replaced
   */
  public Set<String> copyFrom(Store source, Set<String> hashes) throws IOException {
    Set<String> copied = new TreeSet<>();
    if (hashes.isEmpty() || !source.fs().exists(source.path(""))) {
      return copied;
    }
    for (FileStatus file : source.list("")) {
      byte[] bytes = source.read(file.getPath());
      String sha = Store.sha256(bytes);
      if (hashes.contains(sha) && copied.add(sha)) {
        store.write(Archive.name(sha), bytes);
      }
    }
    return copied;
  }
}
