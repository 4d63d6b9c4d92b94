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
 * An input file: a file of the input folder, or a part of an archive in it.
 *
 * @param path path relative to the input folder, with slashes; for a part, the path of its archive followed by its name
 *     there
 * @param uri address of the file, or of its archive
 * @param part name in the archive; empty for a file that is not in an archive
 * @param bytes its size
 * @param sha256 hash of its bytes when it was listed
 * @param receipt record of its download by {@code fetch}; null for a file that somebody downloaded
 */
public record InputFile(String path, String uri, String part, long bytes, String sha256, Receipt receipt)
    implements Serializable {

  public InputFile(String path, String uri, long bytes) {
    this(path, uri, "", bytes, "", null);
  }

  /** Reads the bytes, as they are now. */
  public byte[] read(Store source) throws IOException {
    try (InputGroup.Source opened = new InputGroup.Source(source)) {
      return opened.read(this);
    }
  }

  /** Returns whether the file contains hospital episodes, record by record; a part of an archive never does. */
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

  /** Returns a part of this archive. */
  InputFile part(String name, byte[] content) {
    return new InputFile(path + "/" + name, uri, name, content.length, Store.sha256(content), receipt);
  }

  /** Returns what the name and the receipt say about the publication. */
  public FileNameHints naming() {
    return FileNameHints.of(path).with(receipt);
  }

  /** Returns the address it was fetched from; null for a file that somebody downloaded. */
  String url() {
    return receipt == null ? null : receipt.url();
  }
}
