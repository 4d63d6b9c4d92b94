package uk.footprints.records.file;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder that appears whole or not at all: written as {@code _writing_NAME} beside its place, then swapped in. What a
 * run that died left behind is cleared by the next.
 *
 * @param place the folder that readers see
 * @param writing where it is written first
 */
public record AtomicDirectory(Path place, Path writing) {

  /** Makes ready to write a folder anew. */
  public static AtomicDirectory open(Path folder, Configuration conf) throws IOException {
    Path place = new Path(folder.toString());
    Path writing = new Path(place.getParent(), "_writing_" + place.getName());
    FileSystem files = place.getFileSystem(conf);
    files.delete(writing, true);
    files.mkdirs(writing);
    return new AtomicDirectory(place, writing);
  }

  /** Swaps the folder in; files that attempts left unfinished are dropped. */
  public void commit(Configuration conf) throws IOException {
    FileSystem files = place.getFileSystem(conf);
    drop(files, writing);
    Path old = new Path(place.getParent(), "_old_" + place.getName());
    files.delete(old, true);
    if (files.exists(place) && !files.rename(place, old)) {
      throw new IOException("cannot move " + place + " aside");
    }
    if (!files.rename(writing, place)) {
      throw new IOException("cannot move " + writing + " to " + place);
    }
    files.delete(old, true);
  }

  /** Leaves the place as it is. */
  public void abandon(Configuration conf) throws IOException {
    place.getFileSystem(conf).delete(writing, true);
  }

  private static void drop(FileSystem files, Path folder) throws IOException {
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory()) {
        drop(files, entry.getPath());
      } else if (entry.getPath().getName().startsWith("_")) {
        files.delete(entry.getPath(), false);
      }
    }
  }
}
