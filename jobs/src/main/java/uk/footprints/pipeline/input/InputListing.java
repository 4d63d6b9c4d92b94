package uk.footprints.pipeline.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.fetch.Receipt;
import uk.footprints.runlog.RunRecord;
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

  /** Lists a folder and reads every file, one after the other. */
  public static InputListing list(Store source, String options) throws IOException {
    FolderFiles folder = FolderFiles.of(source);
    Map<String, FileIdentity> identities = new HashMap<>();
    for (ListedFile file : folder.files()) {
      identities.put(file.path(), FileIdentity.read(source, file));
    }
    return of(folder, identities, options);
  }

  /**
   * Returns the input files of a folder.
   *
   * @param identities what the bytes of each file are, by its path
   * @param options the options of the refresh, in words
   */
  public static InputListing of(FolderFiles folder, Map<String, FileIdentity> identities, String options) {
    Map<String, InputFile> bySha = new LinkedHashMap<>();
    Map<String, InputFile> copies = new LinkedHashMap<>();
    StringBuilder all = new StringBuilder(Versions.build()).append('\n').append(options).append('\n');
    for (ListedFile file : folder.files()) {
      FileIdentity identity = identities.get(file.path());
      Receipt receipt = file.receipt();
      all.append(identity.sha256()).append(' ').append(file.path())
          .append(receipt == null ? "" : " " + receipt.publishedOn()).append('\n');
      for (InputFile part : InputFile.of(file, identity)) {
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
