package uk.footprints.pipeline.input;

import java.io.Serializable;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.fetch.Receipt;

/**
 * A file of the input folder as its file system lists it, without a look at its bytes.
 *
 * @param path path relative to the input folder, with slashes
 * @param uri its address
 * @param bytes its size
 * @param modified time of its last change, in milliseconds since 1970
 * @param etag the tag that an object store gives to its content; empty on other file systems
 * @param receipt record of its download by {@code fetch}; null for a file that somebody downloaded
 */
public record ListedFile(String path, String uri, long bytes, long modified, String etag, Receipt receipt)
    implements Serializable {

  static ListedFile of(String path, FileStatus file, Receipt receipt) {
    String etag = file instanceof EtagSource tagged && tagged.getEtag() != null ? tagged.getEtag() : "";
    return new ListedFile(path, file.getPath().toString(), file.getLen(), file.getModificationTime(), etag, receipt);
  }
}
