package uk.footprints.pipeline.input;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import uk.footprints.fetch.Receipt;
import uk.footprints.publication.FileNameHints;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.storage.Store;

/**
 * A file of the folder that is read, or a part of an archive there.
 *
 * @param path below the folder, with slashes; of a part, that of its archive and its name there
 * @param uri where it is, or its archive
 * @param part its name in the archive; empty for a file that stands alone
 * @param bytes its size
 * @param sha256 of its bytes when it was listed
 * @param receipt where it was fetched from; null for one that somebody downloaded
 */
public record InputFile(String path, String uri, String part, long bytes, String sha256, Receipt receipt)
    implements Serializable {

  public InputFile(String path, String uri, long bytes) {
    this(path, uri, "", bytes, "", null);
  }

  /** Its bytes, as they are now. */
  public byte[] read(Store source) throws IOException {
    try (InputGroup.Source opened = new InputGroup.Source(source)) {
      return opened.read(this);
    }
  }

  /** Whether the file holds hospital episodes, record by record; a part of an archive never does. */
  public boolean isRecordExtract() throws IOException {
    return recordColumns(new ArrayList<>()).isPresent();
  }

  /**
   * Recognises an extract of hospital episodes by its header.
   *
   * @param found receives the extracts that the file holds
   * @return what is wrong with the header, empty when nothing is; nothing at all for any other kind of file
   */
  public Optional<Set<String>> recordColumns(List<ExtractFile> found) throws IOException {
    return part.isEmpty() ? ExtractFile.detect(path, new Path(uri), bytes, Store.hadoop(), found) : Optional.empty();
  }

  /** A part of this archive. */
  InputFile part(String name, byte[] its) {
    return new InputFile(path + "/" + name, uri, name, its.length, Store.sha256(its), receipt);
  }

  /** What name and receipt say of its publication. */
  public FileNameHints naming() {
    return FileNameHints.of(path).with(receipt);
  }

  /** Where it was fetched from; null for one that somebody downloaded. */
  String url() {
    return receipt == null ? null : receipt.url();
  }
}
