package uk.footprints.table;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows for a table.
 *
 * @param table the table's name
 * @param rows the rows
 */
public record TableRows(String table, List<RowCells> rows) implements Serializable {

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
        for (RowCells row : rows.rows) {
          encoder.count(row.size());
          for (int i = 0; i < row.size(); i++) {
            encoder.value(row.value(i));
          }
        }
      });
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
      RowDecoder decoder = RowSerializer.read(in);
      String table = decoder.text();
      int n = decoder.count();
      List<RowCells> all = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        int columns = decoder.count();
        RowCells.Builder row = RowCells.builder(columns);
        for (int j = 0; j < columns; j++) {
          row.set(j, decoder.value());
        }
        all.add(row.build());
      }
      rows = new TableRows(table, all);
    }

    private Object readResolve() {
      return rows;
    }
  }
}
