package uk.footprints.records.file;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder that appears complete or not at all: it is written as {@code _writing_NAME} next to its final path, then
 * renamed. The next run deletes the leftovers of an interrupted run.
 *
 * @param place the folder that readers see
 * @param writing the folder that is written first
 */
public record AtomicDirectory(Path place, Path writing) {

  /** Prepares to write a new version of a folder. */
  public static AtomicDirectory open(Path folder, Configuration conf) throws IOException {
    Path place = new Path(folder.toString());
    Path writing = new Path(place.getParent(), "_writing_" + place.getName());
    FileSystem files = place.getFileSystem(conf);
    files.delete(writing, true);
    files.mkdirs(writing);
    return new AtomicDirectory(place, writing);
  }

  /** Replaces the folder by the written one; unfinished files of task attempts are deleted. */
  public void commit(Configuration conf) throws IOException {
    FileSystem files = place.getFileSystem(conf);
    deleteUnfinished(files, writing);
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

  /** Deletes what was written; the folder that readers see stays as it is. */
  public void abandon(Configuration conf) throws IOException {
    place.getFileSystem(conf).delete(writing, true);
  }

  private static void deleteUnfinished(FileSystem files, Path folder) throws IOException {
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory()) {
        deleteUnfinished(files, entry.getPath());
      } else if (entry.getPath().getName().startsWith("_")) {
        files.delete(entry.getPath(), false);
      }
    }
  }
}
