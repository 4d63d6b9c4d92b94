package uk.footprints.job.refresh;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.publish.Release;
import uk.footprints.publish.TableScan;

/** Brings rows of a release together, in one job. */
final class Collecting {

  private Collecting() {}

  /** Some rows of a table; none when the release does not have it. */
  static List<Object[]> rows(JavaSparkContext context, Release release, TableScan scan) throws IOException {
    List<String> files =
        release.files(scan.table()).stream().map(Path::toString).filter(f -> f.endsWith(".parquet")).toList();
    return files.isEmpty()
        ? List.of()
        : context
            .parallelize(files, files.size())
            .flatMap(file -> scan.rows(new Path(file)).iterator())
            .collect();
  }
}
