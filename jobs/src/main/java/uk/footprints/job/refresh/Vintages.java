package uk.footprints.job.refresh;

import java.io.Serializable;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import uk.footprints.catalogue.Tables;
import uk.footprints.conform.Block;
import uk.footprints.conform.Status;
import uk.footprints.publish.Schemas;

/**
 * Observations on Spark. One shuffle brings the vintages of a key together in order, one linear pass tells which is
 * current: a publication before a table derived from it, then the newest.
 */
final class Vintages {

  /** Whether a row is the current vintage of its key; not part of the published tables. */
  static final String CURRENT = "is_current";

  private static final String ORDER = "maturity_order";
  private static final int KEY_COLUMNS = Tables.OBSERVATIONS.key().size();

  private Vintages() {}

  /** All vintages of all observations, sorted for pruning, with the column {@link #CURRENT}. */
  static Dataset<Row> of(SparkSession spark, JavaRDD<Outcome> outcomes, int partitions) {
    StructType published = Schemas.spark(Tables.VINTAGES);
    StructType ordered = published.add(ORDER, DataTypes.IntegerType);
    JavaRDD<Row> rows =
        outcomes.flatMap(
            outcome -> outcome.conformed().blocks().stream().flatMap(b -> rows(b).stream()).iterator());
    StructType marked = published.add(CURRENT, DataTypes.BooleanType);
    MapPartitionsFunction<Row, Row> mark = Marking::new;
    return spark
        .createDataFrame(rows, ordered)
        .repartitionByRange(
            partitions,
            functions.col("dataset"),
            functions.col("measure"),
            functions.col("org_code"))
        .sortWithinPartitions(
            functions.col("dataset"),
            functions.col("measure"),
            functions.col("org_code"),
            functions.col("org_role"),
            functions.col("period_start"),
            functions.col("period_end"),
            functions.col(ORDER),
            functions.col("published_on").desc(),
            functions.col("source_sha256"))
        .mapPartitions(mark, Encoders.row(marked));
  }

  private static List<Row> rows(Block block) {
    Block.Origin origin = block.origin();
    Date start = Date.valueOf(block.period().start());
    Date end = Date.valueOf(block.period().end());
    Date published = Date.valueOf(origin.publishedOn());
    int order = List.of("revised", "provisional", "derived").indexOf(origin.maturity()) / 2;
    List<Row> rows = new ArrayList<>(block.size());
    for (int i = 0; i < block.orgCodes().length; i++) {
      for (int m = 0; m < block.measures().length; m++) {
        Status status = block.statuses()[i][m];
        if (status == null) {
          continue;
        }
        rows.add(
            RowFactory.create(
                block.dataset(),
                block.measures()[m],
                block.orgCodes()[i],
                block.orgRole(),
                start,
                end,
                block.period().kind().id(),
                status == Status.REPORTED ? block.values()[i][m] : null,
                status.id(),
                published,
                origin.maturity(),
                origin.sha256(),
                block.sheet(),
                (long) block.rows()[i],
                order));
      }
    }
    return rows;
  }

  /** Rows come in key order, the winner of each key first. */
  private static final class Marking implements Iterator<Row>, Serializable {

    private static final long serialVersionUID = 1L;
    private static final int[] KEY = key();

    private final transient Iterator<Row> rows;
    private transient Row before;

    Marking(Iterator<Row> rows) {
      this.rows = rows;
    }

    private static int[] key() {
      return Tables.OBSERVATIONS.key().stream().mapToInt(Tables.OBSERVATIONS::index).toArray();
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      boolean current = before == null || !sameKey(row, before);
      before = row;
      Object[] values = new Object[row.size()];
      for (int i = 0; i < row.size() - 1; i++) {
        values[i] = row.get(i);
      }
      values[row.size() - 1] = current;
      return RowFactory.create(values);
    }

    private static boolean sameKey(Row a, Row b) {
      for (int i = 0; i < KEY_COLUMNS; i++) {
        if (!Objects.equals(a.get(KEY[i]), b.get(KEY[i]))) {
          return false;
        }
      }
      return true;
    }
  }
}
