package uk.footprints.broken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.footprints.catalogue.Tables;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.RowCells;
import uk.footprints.table.SourceColumns;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;

/**
 * The figures that a file gave, by what they are about.
 *
 * @param byKey for each figure its value and source
 */
record ReadFigures(Map<String, Figure> byKey) {

  /**
   * A figure.
   *
   * @param value the number; null where it is missing, suppressed or not applicable
   * @param sheet the sheet; empty where the table does not give it
   * @param row the row of the sheet
   */
  record Figure(Double value, String sheet, int row) {

    boolean equalTo(Figure other) {
      return other != null && Objects.equals(value, other.value);
    }
  }

  static ReadFigures of(FileResult outcome) {
    Map<String, Figure> figures = new HashMap<>();
    for (ObservationBatch batch : outcome.transformed().batches()) {
      for (int i = 0; i < batch.orgCodes().size(); i++) {
        for (int m = 0; m < batch.measures().size(); m++) {
          if (batch.status(i, m) != null) {
            String key = String.join(
                "|", batch.orgRole(), batch.orgCodes().get(i), batch.period().label(), batch.measures().get(m));
            double value = batch.value(i, m);
            figures.put(key, new Figure(Double.isNaN(value) ? null : (Double) value, batch.sheet(), batch.row(i)));
          }
        }
      }
    }
    outcome.transformed().tables().forEach(table -> add(figures, table));
    return new ReadFigures(figures);
  }

  private static void add(Map<String, Figure> figures, TableRows rows) {
    Table table = Tables.find(rows.table()).orElseThrow();
    SourceColumns source = SourceColumns.of(table);
    for (RowCells values : rows.rows()) {
      List<String> key = new ArrayList<>(List.of(rows.table()));
      table.key().forEach(column -> key.add(String.valueOf(values.get(table.column(column)))));
      for (int c = 0; c < values.size(); c++) {
        boolean figure = table.fields().get(c).type() == uk.footprints.table.Field.Type.NUMBER;
        if (figure) {
          figures.put(
              String.join("|", key) + "|" + table.fields().get(c).name(),
              new Figure(
                  (Double) values.value(c), source.sheetOf(values), values.get(source.row()).intValue()));
        }
      }
    }
  }
}
