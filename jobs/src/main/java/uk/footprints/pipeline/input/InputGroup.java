package uk.footprints.pipeline.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import uk.footprints.format.ZipArchive;
import uk.footprints.storage.Store;

/**
 * A group of files that one task reads together: a single file, or the parts of one archive, which is then read and
 * opened only once.
 *
 * @param files in the order in which they are read
 */
public record InputGroup(List<InputFile> files) implements Serializable {

  private static final Comparator<InputGroup> LARGEST_FIRST =
      Comparator.comparingLong(InputGroup::bytes).reversed().thenComparing(group -> group.files.get(0).path());

  /** Groups files, and returns the groups with the largest first. */
  public static List<InputGroup> of(List<InputFile> files) {
    Map<String, List<InputFile>> byArchive = new LinkedHashMap<>();
    for (InputFile file : files) {
      byArchive.computeIfAbsent(file.part().isEmpty() ? file.path() : file.uri(), k -> new ArrayList<>()).add(file);
    }
    return byArchive.values().stream().map(InputGroup::new).sorted(LARGEST_FIRST).toList();
  }

  private long bytes() {
    return files.stream().mapToLong(InputFile::bytes).sum();
  }

  /** Reads the bytes of files of one group. The archive is opened when its first part is read. */
  public static final class Source implements Closeable {

    private final Store store;
    private ZipArchive.OpenArchive archive;

    public Source(Store store) {
      this.store = store;
    }

    public byte[] read(InputFile file) throws IOException {
      if (file.part().isEmpty()) {
        return store.read(new Path(file.uri()));
      }
      if (archive == null) {
        archive = ZipArchive.OpenArchive.of(store.read(new Path(file.uri())));
      }
      return archive.part(file.part());
    }

    @Override
    public void close() throws IOException {
      if (archive != null) {
        archive.close();
      }
    }
  }
}
