package uk.footprints.pipeline.input;

import java.io.IOException;
import java.io.Serializable;
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
 * @param records whether it contains hospital episodes, record by record; a part of an archive never does
 */
public record InputFile(
    String path, String uri, String part, long bytes, String sha256, Receipt receipt, boolean records)
    implements Serializable {

  public InputFile(String path, String uri, long bytes) {
    this(path, uri, "", bytes, "", null, false);
  }

  /** Returns the parts of an archive as files, or the file itself when it is not an archive. */
  static List<InputFile> of(ListedFile file, FileIdentity identity) {
    if (identity.parts().isEmpty()) {
      return List.of(
          new InputFile(
              file.path(), file.uri(), "", file.bytes(), identity.sha256(), file.receipt(), identity.records()));
    }
    return identity.parts().stream()
        .map(part ->
            new InputFile(
                file.path() + "/" + part.name(), file.uri(), part.name(), part.bytes(), part.sha256(), file.receipt(),
                false))
        .toList();
  }

  /** Reads the bytes, as they are now. */
  public byte[] read(Store source) throws IOException {
    try (InputGroup.Source opened = new InputGroup.Source(source)) {
      return opened.read(this);
    }
  }

  /**
   * Recognises an extract of hospital episodes by its header.
   *
   * @param source the input folder
   * @param found receives the extracts that the file holds
   * @return what is wrong with the header, empty when nothing is; nothing at all for any other kind of file
   */
  public Optional<Set<String>> recordColumns(Store source, List<ExtractFile> found) throws IOException {
    return records
        ? ExtractFile.detect(path, new Path(uri), bytes, source.configuration(), found)
        : Optional.empty();
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
