package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.catalogue.CompletenessRow;
import uk.footprints.catalogue.RevisionRow;
import uk.footprints.catalogue.Tables;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.parquet.TableWriter;
import uk.footprints.pipeline.read.RowSource;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;

/** Writes one partition: {@code vintages}, {@code observations} and what follows from them, in one pass. */
final class PartitionWriter {

  private final Store store;
  private final String release;
  private final int partition;
  private final OrganisationRegister register;

  PartitionWriter(Store store, String release, int partition, OrganisationRegister register) {
    this.register = register;
    this.store = store;
    this.release = release;
    this.partition = partition;
  }

  /** The figures of a measure, and the batches that contain them. */
  private record MeasureFigures(List<FigureVintage> figures, List<ObservationBatch> batches) {

    MeasureFigures() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(ObservationBatch batch, int measure) {
      batches.add(batch);
      for (int i = 0; i < batch.orgCodes().size(); i++) {
        if (batch.status(i, measure) != null) {
          figures.add(new FigureVintage(batch, i, measure));
        }
      }
    }
  }

  /** Writes observations: every figure of the batches, by dataset, measure, organisation and period. */
  PartitionResult observations(Iterator<Serializable> parts) throws IOException {
    TreeMap<String, MeasureFigures> byMeasure = new TreeMap<>();
    Map<String, PartitionResult.Seen> names = new HashMap<>();
    while (parts.hasNext()) {
      ObservationBatch batch = (ObservationBatch) parts.next();
      names(batch, names);
      for (int m = 0; m < batch.measures().size(); m++) {
        String key = MeasurePartitioner.key(batch.dataset(), batch.measures().get(m));
        byMeasure.computeIfAbsent(key, k -> new MeasureFigures()).add(batch, m);
      }
    }
    if (byMeasure.isEmpty()) {
      return PartitionResult.nothing();
    }
    Map<RowSource, WrittenRows> counts = new HashMap<>();
    try (TableWriter vintages = file(Tables.VINTAGES);
        TableWriter observations = file(Tables.OBSERVATIONS);
        TableWriter revisions = file(Tables.REVISIONS);
        TableWriter completeness = file(Tables.COMPLETENESS);
        TableWriter totals = file(Tables.TOTALS)) {
      for (MeasureFigures measure : byMeasure.values()) {
        List<CompletenessRuns.Point> points = new ArrayList<>();
        VintageMerge.merge(measure.figures(), measure.batches(), new VintageMerge.Output() {
          @Override
          public void vintage(FigureVintage figure, boolean current) throws IOException {
            Object[] cells = figure.cells();
            vintages.write(cells);
            if (current) {
              observations.write(cells);
              points.add(figure.point());
            }
            count(figure, current ? WrittenRows.CURRENT : WrittenRows.SUPERSEDED);
          }

          @Override
          public void revision(RevisionRow change, FigureVintage newer) throws IOException {
            revisions.write(RevisionRow.TABLE.cells(change));
            count(newer, WrittenRows.REVISING);
          }

          private void count(FigureVintage figure, WrittenRows one) {
            counts.merge(RowSource.of(figure.batch()), one, WrittenRows::plus);
          }
        });
        if (!points.isEmpty()) {
          FigureVintage any = measure.figures().get(0);
          String dataset = any.batch().dataset();
          String id = any.batch().measures().get(any.measure());
          for (CompletenessRow row : CompletenessRuns.of(dataset, id, points, register)) {
            completeness.write(CompletenessRow.TABLE.cells(row));
          }
          for (TotalRow row : MeasureTotals.of(dataset, id, points)) {
            totals.write(TotalRow.TABLE.cells(row));
          }
        }
      }
    }
    return new PartitionResult(List.of(), counts, Map.of(), names);
  }

  private static void names(ObservationBatch batch, Map<String, PartitionResult.Seen> names) {
    for (int i = 0; i < batch.orgCodes().size(); i++) {
      PartitionResult.Seen seen =
          new PartitionResult.Seen(
              batch.orgCodes().get(i),
              batch.orgRole(),
              batch.orgNames().get(i),
              batch.period().start(),
              batch.period().end());
      names.merge(seen.code() + " " + seen.role(), seen, PartitionResult.Seen::with);
    }
  }

  /** Writes a table that a dataset defines itself: the current row of each key. */
  PartitionResult table(Table table, Iterator<Serializable> parts) throws IOException {
    List<Object[]> rows = new ArrayList<>();
    parts.forEachRemaining(part -> rows.addAll(((TableRows) part).rows()));
    if (rows.isEmpty()) {
      return PartitionResult.nothing();
    }
    Function<Object[], RowSource> source = RowSource.of(table);
    Map<RowSource, WrittenRows> counts = new HashMap<>();
    Map<RowOverlap, Long> overlaps = new HashMap<>();
    try (TableWriter file = file(table)) {
      TableMerge.merge(table, rows, new TableMerge.Output() {
        @Override
        public void current(Object[] cells) throws IOException {
          file.write(cells);
          counts.merge(source.apply(cells), WrittenRows.CURRENT, WrittenRows::plus);
        }

        @Override
        public void superseded(Object[] cells, Object[] current) {
          RowSource older = source.apply(cells);
          counts.merge(older, WrittenRows.SUPERSEDED, WrittenRows::plus);
          overlaps.merge(
              new RowOverlap(table.name(), older.sha256(), source.apply(current).sha256()), 1L, Long::sum);
        }
      });
    }
    return new PartitionResult(List.of(), counts, overlaps, Map.of());
  }

  private TableWriter file(Table table) throws IOException {
    return TableWriter.create(store, "releases/" + release + "/" + table.name(), "part-%05d".formatted(partition), table);
  }
}
