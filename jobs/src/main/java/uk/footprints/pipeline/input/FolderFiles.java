package uk.footprints.pipeline.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import uk.footprints.fetch.Receipt;
import uk.footprints.fetch.Receipts;
import uk.footprints.runlog.RunRecord;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;

/**
 * The files of an input folder and its sub-folders by name, size and time. Their bytes are not read.
 *
 * @param root address of the folder
 * @param files its files, by path
 */
public record FolderFiles(String root, List<ListedFile> files) {

  /** Lists a folder. */
  public static FolderFiles of(Store source) throws IOException {
    Path root = source.fs().makeQualified(source.path(""));
    if (!source.fs().exists(root)) {
      throw UserException.data(
          "There is no folder " + source.root() + ".", "--from FOLDER, with the folder of downloaded files");
    }
    Map<String, Receipt> receipts = Receipts.read(source).byPath();
    int base = root.toUri().getPath().length() + 1;
    List<ListedFile> files = new ArrayList<>();
    for (FileStatus file : source.list("")) {
      String full = file.getPath().toUri().getPath();
      String path = full.length() > base ? full.substring(base) : file.getPath().getName();
      files.add(ListedFile.of(path, file, receipts.get(path)));
    }
    return new FolderFiles(root.toString(), List.copyOf(files));
  }

  /** Returns a short hash of the listing, for the id of a run. */
  public String shortHash() {
    StringBuilder all = new StringBuilder();
    for (ListedFile file : files) {
      all.append(file.path()).append(' ').append(file.bytes()).append(' ').append(file.modified()).append(' ')
          .append(file.etag()).append('\n');
    }
    return Store.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 8);
  }

  /** Returns the files as entries for the record of a run whose files are not hashed yet. */
  public List<RunRecord.Input> runInputs() {
    return files.stream().map(f -> new RunRecord.Input(f.path(), f.bytes(), "", "", "")).toList();
  }
}
