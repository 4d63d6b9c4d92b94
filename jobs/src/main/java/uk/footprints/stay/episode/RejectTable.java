package uk.footprints.stay.episode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import uk.footprints.publish.column.ColumnFile;
import uk.footprints.stay.table.Schema;
import uk.footprints.stay.table.Swap;

/** The table {@code rejects}: rows set aside, with file, row, reason, column and value. */
final class RejectTable {

  private RejectTable() {}

  static void write(List<Reject> rejects, Path folder, Configuration conf) throws IOException {
    Swap swap = Swap.open(folder, conf);
    try (ColumnFile file = new ColumnFile(new Path(swap.writing(), "rejects.parquet"), conf,
        new Schema().text("file").number("row").text("reason").text("column").text("value").named("reject"),
        Set.of("value"), Map.of(), ColumnFile.LARGE)) {
      for (Reject reject : rejects) {
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
