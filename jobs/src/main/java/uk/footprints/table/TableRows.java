package uk.footprints.table;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows for a table: texts as String, whole numbers as Long, numbers as Double, days as LocalDate, flags as Boolean.
 *
 * @param table the table's name
 * @param rows values in the order of its fields
 */
public record TableRows(String table, List<Object[]> rows) implements Serializable {

  private Object writeReplace() {
    return new Packed(this);
  }

  /** The serialized form of the rows. */
  public static final class Packed implements Externalizable {

    private static final long serialVersionUID = 1L;

    private transient TableRows rows;

    /** Called by Java serialization. */
    public Packed() {}

    private Packed(TableRows rows) {
      this.rows = rows;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      RowSerializer.write(out, encoder -> {
        encoder.text(rows.table);
        encoder.count(rows.rows.size());
        for (Object[] row : rows.rows) {
          encoder.count(row.length);
          for (Object value : row) {
            encoder.value(value);
          }
        }
      });
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
      RowDecoder decoder = RowSerializer.read(in);
      String table = decoder.text();
      int n = decoder.count();
      List<Object[]> all = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        Object[] row = new Object[decoder.count()];
        for (int j = 0; j < row.length; j++) {
          row[j] = decoder.value();
        }
        all.add(row);
      }
      rows = new TableRows(table, all);
    }

    private Object readResolve() {
      return rows;
    }
  }
}
