package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import uk.footprints.period.Period;

/**
 * The figures of one sheet and one period, before their publication date is known: organisations down, measures
 * across.
 *
 * @param dataset id
 * @param orgRole what the organisation is here: {@code provider}, {@code commissioner}
 * @param period what the figures describe
 * @param sheet name of the sheet
 * @param measures ids, across
 * @param rows organisations, down
 */
public record ObservationBatchDraft(
    String dataset, String orgRole, Period period, String sheet, List<String> measures, List<Row> rows) {

  /**
   * The figures of an organisation.
   *
   * @param orgCode its code
   * @param orgName its name as published
   * @param number of its row in the sheet
   * @param values by measure; null where another sheet has the figure
   */
  public record Row(String orgCode, String orgName, int number, List<CellValue> values) {

    /** Returns a copy with one figure replaced. */
    Row with(int measure, CellValue value) {
      List<CellValue> all = new ArrayList<>(values);
      all.set(measure, value);
      return new Row(orgCode, orgName, number, Collections.unmodifiableList(all));
    }
  }

  /** Returns a copy with other rows. */
  ObservationBatchDraft with(List<Row> other) {
    return new ObservationBatchDraft(dataset, orgRole, period, sheet, measures, other);
  }

  /** Returns the observations, with the file that published them. */
  ObservationBatch publishedAs(ObservationBatch.Origin origin) {
    int n = rows.size();
    double[][] values = new double[n][measures.size()];
    CellStatus[][] statuses = new CellStatus[n][measures.size()];
    for (int i = 0; i < n; i++) {
      for (int m = 0; m < measures.size(); m++) {
        CellValue value = rows.get(i).values().get(m);
        values[i][m] = value == null ? Double.NaN : value.number();
        statuses[i][m] = value == null ? null : value.status();
      }
    }
    return new ObservationBatch(
        dataset,
        orgRole,
        period,
        origin,
        sheet,
        measures,
        rows.stream().map(Row::orgCode).toList(),
        rows.stream().map(Row::orgName).toList(),
        rows.stream().mapToInt(Row::number).toArray(),
        values,
        statuses);
  }
}
