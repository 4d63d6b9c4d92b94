package uk.footprints.pipeline.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import uk.footprints.fetch.Receipt;
import uk.footprints.fetch.Receipts;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.format.ZipArchive;
import uk.footprints.runlog.RunRecord;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.Versions;
import uk.footprints.storage.Store;

/**
 * Lists the files of an input folder.
 *
 * @param files each different file once, by path
 * @param copies paths whose bytes are those of another file, with that file's path
 * @param fingerprint hash of all bytes, the program and the options; the same fingerprint gives the same release
 */
public record InputListing(List<InputFile> files, Map<String, InputFile> copies, String fingerprint) {

  /** Returns the files as entries for the record of the run. */
  public List<RunRecord.Input> runInputs() {
    return files.stream().map(f -> new RunRecord.Input(f.path(), f.bytes(), f.sha256(), "", "")).toList();
  }

  /** Returns the addresses that files were fetched from, by path. */
  public Map<String, String> urls() {
    Map<String, String> urls = new HashMap<>();
    files.stream().filter(f -> f.receipt() != null).forEach(f -> urls.put(f.path(), f.url()));
    return urls;
  }

  /** Returns this listing restricted to some of the files. */
  public InputListing only(List<InputFile> some) {
    return new InputListing(some, copies, fingerprint);
  }

  /**
   * Returns the parts of an archive as files, or the file itself when it is not an archive. Record extracts stay
   * packed. A damaged archive stays one file; the reader reports the damage later.
   */
  private static List<InputFile> parts(InputFile file, Optional<byte[]> archive) throws IOException {
    if (archive.isEmpty() || file.isRecordExtract() || !ZipArchive.is(archive.get())) {
      return List.of(file);
    }
    List<InputFile> parts = new ArrayList<>();
    try {
      ZipArchive.each(archive.get(), (name, part) -> parts.add(file.part(name, part)));
    } catch (UnreadableFileException e) {
      return List.of(file);
    }
    return parts;
  }

  /** Lists a folder and its sub-folders. */
  public static InputListing list(Store source, String options) throws IOException {
    Path root = source.fs().makeQualified(source.path(""));
    if (!source.fs().exists(root)) {
      throw UserException.data(
          "There is no folder " + source.root() + ".", "--from FOLDER, with the folder of downloaded files");
    }
    Map<String, InputFile> bySha = new LinkedHashMap<>();
    Map<String, InputFile> copies = new LinkedHashMap<>();
    StringBuilder all = new StringBuilder(Versions.build()).append('\n').append(options).append('\n');
    Map<String, Receipt> receipts = Receipts.read(source).byPath();
    int base = root.toUri().getPath().length() + 1;
    for (FileStatus file : source.list("")) {
      String full = file.getPath().toUri().getPath();
      String path = full.length() > base ? full.substring(base) : file.getPath().getName();
      boolean packed = file.getLen() <= WorkbookReader.LARGEST && source.begins(file.getPath(), ZipArchive.MAGIC);
      // A possible archive is read once, for its hash and for its parts.
      Optional<byte[]> archive = packed ? Optional.of(source.read(file.getPath())) : Optional.empty();
      String sha = archive.isPresent() ? Store.sha256(archive.get()) : source.sha256(file.getPath());
      Receipt receipt = receipts.get(path);
      all.append(sha).append(' ').append(path).append(receipt == null ? "" : " " + receipt.publishedOn()).append('\n');
      InputFile listed = new InputFile(path, file.getPath().toString(), "", file.getLen(), sha, receipt);
      for (InputFile part : parts(listed, archive)) {
        InputFile first = bySha.putIfAbsent(part.sha256(), part);
        if (first != null) {
          copies.put(part.path(), first);
        }
      }
    }
    String fingerprint = Store.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    return new InputListing(new ArrayList<>(bySha.values()), copies, fingerprint);
  }
}
