package uk.footprints.pipeline.input;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.format.ZipArchive;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.storage.Store;

/**
 * What the bytes of an input file say about it before it is read.
 *
 * @param sha256 their hash
 * @param records whether they are hospital episodes, record by record
 * @param parts the files of an archive; none where the file is no archive, is damaged, or contains records
 */
public record FileIdentity(String sha256, boolean records, List<Part> parts) implements Serializable {

  /**
   * A file of an archive.
   *
   * @param name its name there
   * @param bytes its size
   * @param sha256 hash of its bytes
   */
  public record Part(String name, long bytes, String sha256) implements Serializable {}

  /** Reads a file of the input folder. */
  public static FileIdentity read(Store source, ListedFile file) throws IOException {
    Path path = new Path(file.uri());
    boolean records =
        ExtractFile.detect(file.path(), path, file.bytes(), source.configuration(), new ArrayList<>()).isPresent();
    boolean packed = file.bytes() <= WorkbookReader.LARGEST && source.begins(path, ZipArchive.MAGIC);
    // A possible archive is read once, for its hash and for its parts.
    Optional<byte[]> archive = packed ? Optional.of(source.read(path)) : Optional.empty();
    String sha256 = archive.isPresent() ? Store.sha256(archive.get()) : source.sha256(path);
    boolean opened = archive.isPresent() && !records && ZipArchive.is(archive.get());
    return new FileIdentity(sha256, records, opened ? parts(archive.get()) : List.of());
  }

  /** Returns the files of an archive. A damaged archive stays one file; the reader reports the damage later. */
  private static List<Part> parts(byte[] archive) throws IOException {
    List<Part> parts = new ArrayList<>();
    try {
      ZipArchive.each(archive, (name, part) -> parts.add(new Part(name, part.length, Store.sha256(part))));
    } catch (UnreadableFileException e) {
      return List.of();
    }
    return parts;
  }
}
