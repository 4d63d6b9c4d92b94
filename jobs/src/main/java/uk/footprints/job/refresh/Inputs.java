package uk.footprints.job.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import uk.footprints.job.tell.RunRecord;
import uk.footprints.parse.Books;
import uk.footprints.parse.Bundle;
import uk.footprints.parse.Unreadable;
import uk.footprints.run.Fixable;
import uk.footprints.run.Store;
import uk.footprints.run.Versions;
import uk.footprints.source.Receipt;
import uk.footprints.source.Receipts;

/**
 * The files of a folder that somebody downloaded.
 *
 * @param files each different file once, by path
 * @param copies paths whose bytes are those of another file, with that file's path
 * @param fingerprint of all bytes, of the program and of what was asked: the same gives the same release
 */
record Inputs(List<Listed> files, Map<String, Listed> copies, String fingerprint) {

  /** As the record of a run has them. */
  List<RunRecord.Input> told() {
    return files.stream().map(f -> new RunRecord.Input(f.path(), f.bytes(), f.sha256(), "", "")).toList();
  }

  /** Where files were fetched from, by path. */
  Map<String, String> urls() {
    Map<String, String> urls = new HashMap<>();
    files.stream().filter(f -> f.receipt() != null).forEach(f -> urls.put(f.path(), f.url()));
    return urls;
  }

  /** The same with some of the files only. */
  Inputs only(List<Listed> some) {
    return new Inputs(some, copies, fingerprint);
  }

  /**
   * The parts of an archive of published files, each a file of its own; otherwise the file. Records are taken in as they
   * are packed. An archive that cannot be gone through stays one file, and whoever opens it says what is wrong.
   */
  private static List<Listed> parts(Listed file, Store source) throws IOException {
    if (file.bytes() > Books.LARGEST || !source.begins(new Path(file.uri()), Bundle.MAGIC) || Records.are(file)) {
      return List.of(file);
    }
    byte[] bytes = file.read(source);
    if (!Bundle.is(bytes)) {
      return List.of(file);
    }
    List<Listed> parts = new ArrayList<>();
    try {
      Bundle.each(bytes, (name, part) -> parts.add(file.part(name, part)));
    } catch (Unreadable e) {
      return List.of(file);
    }
    return parts;
  }

  /** Lists a folder and its sub-folders. */
  static Inputs list(Store source, String asked) throws IOException {
    Path root = source.fs().makeQualified(source.path(""));
    if (!source.fs().exists(root)) {
      throw Fixable.data("There is no folder " + source.root() + ".", "--from with the folder of downloaded files");
    }
    Map<String, Listed> bySha = new LinkedHashMap<>();
    Map<String, Listed> copies = new LinkedHashMap<>();
    StringBuilder all = new StringBuilder(Versions.build()).append('\n').append(asked).append('\n');
    Map<String, Receipt> receipts = Receipts.read(source).byPath();
    int base = root.toUri().getPath().length() + 1;
    for (FileStatus file : source.list("")) {
      String full = file.getPath().toUri().getPath();
      String path = full.length() > base ? full.substring(base) : file.getPath().getName();
      String sha = source.sha256(file.getPath());
      Receipt receipt = receipts.get(path);
      all.append(sha).append(' ').append(path).append(receipt == null ? "" : " " + receipt.publishedOn()).append('\n');
      Listed listed = new Listed(path, file.getPath().toString(), "", file.getLen(), sha, receipt);
      for (Listed part : parts(listed, source)) {
        Listed first = bySha.putIfAbsent(part.sha256(), part);
        if (first != null) {
          copies.put(part.path(), first);
        }
      }
    }
    String fingerprint = Store.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    return new Inputs(new ArrayList<>(bySha.values()), copies, fingerprint);
  }
}
