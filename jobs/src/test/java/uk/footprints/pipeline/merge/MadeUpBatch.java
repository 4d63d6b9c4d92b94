package uk.footprints.pipeline.merge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import uk.footprints.period.Period;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/** Batches of one measure, made up for tests. */
final class MadeUpBatch {

  static final String DATASET = "kh03_beds";
  static final String MEASURE = "m";
  static final Period JUNE = Period.month(2020, 6);
  static final Period JULY = Period.month(2020, 7);

  private MadeUpBatch() {}

  static ObservationBatch.Origin published(String file, int day, RevisionStatus status) {
    return new ObservationBatch.Origin(file, LocalDate.of(2020, 9, day), status);
  }

  /** Returns a batch of organisations with figures; {@code null} is a missing figure. */
  static ObservationBatch of(ObservationBatch.Origin origin, Period period, List<String> orgs, Double... figures) {
    double[][] values = new double[orgs.size()][];
    CellStatus[][] statuses = new CellStatus[orgs.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new double[] {figures[i] == null ? Double.NaN : figures[i]};
      statuses[i] = new CellStatus[] {figures[i] == null ? CellStatus.MISSING : CellStatus.REPORTED};
    }
    int[] rows = new int[orgs.size()];
    Arrays.setAll(rows, i -> i + 2);
    return new ObservationBatch(
        DATASET, "provider", period, origin, "Sheet", List.of(MEASURE), orgs, Collections.nCopies(orgs.size(), "Name"),
        rows, values, statuses);
  }

  /** Returns a batch with a cell that holds no figure. */
  static ObservationBatch rejected(ObservationBatch.Origin origin, Period period, String org) {
    return new ObservationBatch(
        DATASET, "provider", period, origin, "Sheet", List.of(MEASURE), List.of(org), List.of("Name"), new int[] {2},
        new double[][] {{Double.NaN}}, new CellStatus[][] {{CellStatus.REJECTED}});
  }
}
