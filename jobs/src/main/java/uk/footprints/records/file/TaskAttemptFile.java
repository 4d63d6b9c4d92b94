package uk.footprints.records.file;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;

/**
 * Where one attempt of a task writes a file: beside its place under a name of its own, moved there when it is whole. A
 * task that dies leaves nothing under the name, and a second attempt does no harm: the contents are the same.
 *
 * @param path the file's place
 * @param hidden where it is written first
 */
public record TaskAttemptFile(Path path, Path hidden) {

  /** The attempt of the task that asks. */
  public static TaskAttemptFile at(Path path) {
    TaskContext task = TaskContext.get();
    String own = task == null ? "driver" : Long.toString(task.taskAttemptId());
    return new TaskAttemptFile(path, new Path(path.getParent(), "_" + path.getName() + "." + own));
  }

  /** Moves the whole file to its place, unless another attempt was first. */
  public void commit(Configuration conf) throws IOException {
    FileSystem files = path.getFileSystem(conf);
    if (files.exists(path)) {
      files.delete(hidden, false);
    } else if (!files.rename(hidden, path) && !files.exists(path)) {
      throw new IOException("cannot move " + hidden + " to " + path);
    }
  }
}
