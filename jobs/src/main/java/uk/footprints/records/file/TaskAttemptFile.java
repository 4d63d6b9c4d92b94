package uk.footprints.records.file;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;

/**
 * The file of one task attempt: written under a temporary name next to its final path, and renamed when it is complete.
 * A task that dies leaves no file under the final name, and a second attempt does no harm: the contents are the same.
 *
 * @param path the final path
 * @param hidden the temporary path
 */
public record TaskAttemptFile(Path path, Path hidden) {

  /** Returns the file for the current task attempt, or for the driver outside of a task. */
  public static TaskAttemptFile at(Path path) {
    TaskContext task = TaskContext.get();
    String attempt = task == null ? "driver" : Long.toString(task.taskAttemptId());
    return new TaskAttemptFile(path, new Path(path.getParent(), "_" + path.getName() + "." + attempt));
  }

  /** Renames the complete file to its final path, unless another attempt was first. */
  public void commit(Configuration conf) throws IOException {
    FileSystem files = path.getFileSystem(conf);
    if (files.exists(path)) {
      files.delete(hidden, false);
    } else if (!files.rename(hidden, path) && !files.exists(path)) {
      throw new IOException("cannot move " + hidden + " to " + path);
    }
  }
}
