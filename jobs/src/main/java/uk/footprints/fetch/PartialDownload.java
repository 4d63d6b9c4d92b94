package uk.footprints.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import uk.footprints.storage.Store;

/**
 * What came of a file so far, one part a try, each named for the place of its first byte: stores that cannot append can
 * keep them, and a run that was killed can be gone on with.
 */
final class PartialDownload {

  private static final String OF = "of";

  private final Store store;
  private final String folder;
  private final FileSystem fs;

  PartialDownload(Store store, String address) throws IOException {
    this.store = store;
    this.fs = store.fs();
    this.folder = Receipts.FOLDER + "/parts/" + Store.sha256(address.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** What the server calls the version that the parts are of: an ETag or a time; empty when they cannot be used. */
  String version() throws IOException {
    return store.findText(folder + "/" + OF).orElse("");
  }

  /** Bytes so far; 0 when the parts do not follow one another, as another run was at it. */
  long length() throws IOException {
    long length = 0;
    for (FileStatus part : parts()) {
      if (Long.parseLong(part.getPath().getName()) != length) {
        clear();
        return 0;
      }
      length += part.getLen();
    }
    return length;
  }

  /** The first part. */
  OutputStream first(String version) throws IOException {
    clear();
    OutputStream part = part(0);
    if (!version.isEmpty()) {
      store.writeText(folder + "/" + OF, version);
    }
    return part;
  }

  /** The next part. */
  OutputStream next() throws IOException {
    return part(length());
  }

  private OutputStream part(long from) throws IOException {
    try {
      Path path = store.path(folder + "/%019d".formatted(from));
      fs.mkdirs(path.getParent());
      return LocalWriteException.telling(fs.create(path, true));
    } catch (IOException e) {
      throw new LocalWriteException(e);
    }
  }

  /** All of it. */
  InputStream whole() throws IOException {
    List<InputStream> streams = new ArrayList<>();
    for (FileStatus part : parts()) {
      streams.add(fs.open(part.getPath()));
    }
    return streams.isEmpty()
        ? new ByteArrayInputStream(new byte[0])
        : new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Takes them away. */
  void clear() throws IOException {
    fs.delete(store.path(folder), true);
  }

  private List<FileStatus> parts() throws IOException {
    if (!fs.exists(store.path(folder))) {
      return List.of();
    }
    return store.list(folder).stream().filter(f -> !f.getPath().getName().equals(OF)).toList();
  }
}
