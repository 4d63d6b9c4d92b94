package uk.footprints.records.episode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import uk.footprints.parquet.column.ParquetColumnWriter;
import uk.footprints.records.file.AtomicDirectory;
import uk.footprints.records.file.FlatSchema;

/** The table {@code rejects}: rows set aside, with file, row, reason, column and value. */
final class RejectTable {

  private RejectTable() {}

  static void write(List<RejectedRow> rejects, Path folder, Configuration conf) throws IOException {
    AtomicDirectory swap = AtomicDirectory.open(folder, conf);
    try (ParquetColumnWriter file = new ParquetColumnWriter(new Path(swap.writing(), "rejects.parquet"), conf,
        new FlatSchema().text("file").number("row").text("reason").text("column").text("value").named("reject"),
        Set.of("value"), Map.of(), ParquetColumnWriter.LARGE)) {
      for (RejectedRow reject : rejects) {
        file.set(0, reject.file());
        file.set(1, reject.row());
        file.set(2, reject.reason().label());
        file.set(3, reject.column());
        file.set(4, reject.value());
        file.endRow();
      }
    }
    swap.commit(conf);
  }
}
