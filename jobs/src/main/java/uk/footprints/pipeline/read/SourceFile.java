package uk.footprints.pipeline.read;

import java.io.Serializable;
import uk.footprints.pipeline.input.InputFile;

/**
 * An input file as it was read.
 *
 * @param path path relative to the input folder
 * @param bytes its size
 * @param sha256 hash of its bytes; empty when it could not be read at all
 * @param format format of its bytes
 * @param artificial whether a mark in the file says that its data are made up
 */
public record SourceFile(String path, long bytes, String sha256, String format, boolean artificial) implements Serializable {

  /** The format of a file whose bytes were not recognised. */
  static final String OTHER = "OTHER";

  /** Creates a file that does not say that its data are made up. */
  public SourceFile(String path, long bytes, String sha256, String format) {
    this(path, bytes, sha256, format, false);
  }

  /** Returns a file of records. */
  static SourceFile records(InputFile file, boolean artificial) {
    return new SourceFile(file.path(), file.bytes(), file.sha256(), "CSV", artificial);
  }
}
