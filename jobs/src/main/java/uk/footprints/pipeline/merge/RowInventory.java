package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.footprints.period.Period;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.RowCells;
import uk.footprints.table.SourceColumns;
import uk.footprints.table.Table;
import uk.footprints.table.TableColumn;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.TransformResult;

/**
 * What the rows of files contain: how many there are, the texts that they share, and a sample of their keys, by which
 * partitions are made equal.
 */
final class RowInventory implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A sample has one of so many rows. */
  static final int SAMPLE = 256;

  /** The key of a figure in the sample. */
  record SampledFigure(MeasureName measure, String organisation) implements Serializable {}

  /** A row of a table in the sample. */
  record SampledRow(String table, RowCells cells) implements Serializable {}

  private final Set<MeasureName> measures = new HashSet<>();
  private final Map<String, PartitionResult.Seen> organisations = new HashMap<>();
  private final Set<Period> periods = new HashSet<>();
  private final Map<FigureSource.Key, FigureSource> sources = new HashMap<>();
  private final Map<String, Table> tables = new HashMap<>();
  private final List<SampledFigure> sampledFigures = new ArrayList<>();
  private final List<SampledRow> sampledRows = new ArrayList<>();
  private long rows;

  Set<MeasureName> measures() {
    return measures;
  }

  /** Returns the organisations by code and role. */
  Map<String, PartitionResult.Seen> organisations() {
    return organisations;
  }

  Set<Period> periods() {
    return periods;
  }

  List<FigureSource> sources() {
    return List.copyOf(sources.values());
  }

  List<Table> tables() {
    return List.copyOf(tables.values());
  }

  List<SampledFigure> sampledFigures() {
    return sampledFigures;
  }

  List<SampledRow> sampledRows() {
    return sampledRows;
  }

  /** Returns the number of rows. */
  long rows() {
    return rows;
  }

  /**
   * Adds the rows of a file.
   *
   * @param tableOf gives the table of a name
   * @param seed chooses which of them are in the sample, so that those of many small files are
   */
  void add(TransformResult result, Function<String, Table> tableOf, int seed) {
    long next = Math.floorMod(seed, SAMPLE);
    int place = 0;
    for (ObservationBatch batch : result.batches()) {
      sources.putIfAbsent(key(batch), new FigureSource(batch.origin(), batch.sheet(), place++));
      periods.add(batch.period());
      next = add(batch, next);
    }
    for (TableRows filled : result.tables()) {
      if (filled.rows().isEmpty()) {
        continue;
      }
      Table table = tables.computeIfAbsent(filled.table(), tableOf);
      SheetCodec codec = SheetCodec.of(table);
      FigureSource.Key last = null;
      for (RowCells cells : filled.rows()) {
        FigureSource.Key key = codec.key(cells, last);
        if (key != last) {
          sources.putIfAbsent(key, new FigureSource(key.origin(), key.sheet(), place++));
          last = key;
        }
        if (next-- == 0) {
          next = SAMPLE - 1;
          sampledRows.add(new SampledRow(filled.table(), codec.withoutSource(cells)));
        }
      }
      rows += filled.rows().size();
    }
  }

  static FigureSource.Key key(ObservationBatch batch) {
    return new FigureSource.Key(batch.origin(), batch.sheet());
  }

  private long add(ObservationBatch batch, long until) {
    long next = until;
    for (int m = 0; m < batch.measures().size(); m++) {
      MeasureName measure = new MeasureName(batch.dataset(), batch.measures().get(m));
      measures.add(measure);
      for (int i = 0; i < batch.orgCodes().size(); i++) {
        if (batch.status(i, m) != null) {
          rows++;
          if (next-- == 0) {
            next = SAMPLE - 1;
            sampledFigures.add(new SampledFigure(measure, batch.orgCodes().get(i)));
          }
        }
      }
    }
    for (int i = 0; i < batch.orgCodes().size(); i++) {
      PartitionResult.Seen seen =
          new PartitionResult.Seen(
              batch.orgCodes().get(i), batch.orgRole(), batch.orgNames().get(i), batch.period());
      organisations.merge(seen.code() + " " + seen.role(), seen, PartitionResult.Seen::with);
    }
    return next;
  }

  /** Adds what another inventory has. */
  void add(RowInventory other) {
    measures.addAll(other.measures);
    other.organisations.forEach((key, seen) -> organisations.merge(key, seen, PartitionResult.Seen::with));
    periods.addAll(other.periods);
    other.sources.forEach(sources::putIfAbsent);
    tables.putAll(other.tables);
    sampledFigures.addAll(other.sampledFigures);
    sampledRows.addAll(other.sampledRows);
    rows += other.rows;
  }

  /**
   * Takes from a row what its sheet says of it, and gives it back. Columns of the source that are no part of the
   * table's key need not travel with the row.
   *
   * @param columns the columns of the source
   * @param spare those that need not travel
   */
  record SheetCodec(SourceColumns columns, List<TableColumn<?>> spare) {

    static SheetCodec of(Table table) {
      SourceColumns columns = SourceColumns.of(table);
      List<TableColumn<?>> spare =
          Stream.of(columns.publishedOn(), columns.revisionStatus(), columns.sha256(), columns.sheet())
              .filter(column -> column != null && !table.key().contains(column.name()))
              .<TableColumn<?>>map(column -> column)
              .toList();
      return new SheetCodec(columns, spare);
    }

    /** Returns the sheet of a row; the last one again where it is the same. */
    FigureSource.Key key(RowCells cells, FigureSource.Key last) {
      String sheet = columns.sheetOf(cells);
      String sha256 = cells.get(columns.sha256());
      LocalDate day = cells.get(columns.publishedOn());
      String status = cells.get(columns.revisionStatus());
      if (last != null && last.sheet().equals(sheet) && last.origin().sha256().equals(sha256)
          && last.origin().publishedOn().equals(day) && last.origin().revisionStatus().id().equals(status)) {
        return last;
      }
      RevisionStatus how = RevisionStatus.valueOf(status.toUpperCase(Locale.ROOT));
      return new FigureSource.Key(new ObservationBatch.Origin(sha256, day, how), sheet);
    }

    RowCells withoutSource(RowCells cells) {
      RowCells.Builder own = cells.toBuilder();
      for (TableColumn<?> column : spare) {
        // An empty sheet stays, as a source has the same sheet for an empty text and for none.
        if (!"".equals(cells.get(column))) {
          own.set(column, null);
        }
      }
      return own.build();
    }

    RowCells withSource(RowCells cells, FigureSource source) {
      RowCells.Builder own = cells.toBuilder();
      ObservationBatch.Origin origin = source.origin();
      columns.setPublication(own, origin.publishedOn(), origin.revisionStatus().id(), origin.sha256());
      if (columns.sheet() != null && !source.sheet().isEmpty()) {
        own.set(columns.sheet(), source.sheet());
      }
      return own.build();
    }
  }
}
