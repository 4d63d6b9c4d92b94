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
 * Parts of an unfinished download, one per try, each named by the offset of its first byte. Stores that cannot append
 * can keep them, and the next run can resume after a kill.
 */
final class PartialDownload {

  private static final String VERSION_FILE = "of";

  private final Store store;
  private final String folder;
  private final FileSystem fs;

  PartialDownload(Store store, String address) throws IOException {
    this.store = store;
    this.fs = store.fs();
    this.folder = Receipts.FOLDER + "/parts/" + Store.sha256(address.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Returns the version of the parts by the server, an ETag or a time; empty when the parts cannot be used. */
  String version() throws IOException {
    return store.findText(folder + "/" + VERSION_FILE).orElse("");
  }

  /** Returns the number of bytes so far; 0 when the parts are not contiguous because another run wrote them. */
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

  /** Discards all parts and opens the first. */
  OutputStream first(String version) throws IOException {
    clear();
    OutputStream part = part(0);
    if (!version.isEmpty()) {
      store.writeText(folder + "/" + VERSION_FILE, version);
    }
    return part;
  }

  /** Opens the next part. */
  OutputStream next() throws IOException {
    return part(length());
  }

  private OutputStream part(long from) throws IOException {
    try {
      Path path = store.path(folder + "/%019d".formatted(from));
      fs.mkdirs(path.getParent());
      return LocalWriteException.wrap(fs.create(path, true));
    } catch (IOException e) {
      throw new LocalWriteException(e);
    }
  }

  /** Opens all parts as one stream. */
  InputStream whole() throws IOException {
    List<InputStream> streams = new ArrayList<>();
    for (FileStatus part : parts()) {
      streams.add(fs.open(part.getPath()));
    }
    return streams.isEmpty()
        ? new ByteArrayInputStream(new byte[0])
        : new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Deletes the parts. */
  void clear() throws IOException {
    fs.delete(store.path(folder), true);
  }

  private List<FileStatus> parts() throws IOException {
    if (!fs.exists(store.path(folder))) {
      return List.of();
    }
    return store.list(folder).stream().filter(f -> !f.getPath().getName().equals(VERSION_FILE)).toList();
  }
}
