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
import uk.footprints.period.Period;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.Table;
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
  record SampledRow(String table, Object[] cells) implements Serializable {}

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
      SourceColumns columns = SourceColumns.of(table);
      FigureSource.Key last = null;
      for (Object[] cells : filled.rows()) {
        FigureSource.Key key = columns.key(cells, last);
        if (key != last) {
          sources.putIfAbsent(key, new FigureSource(key.origin(), key.sheet(), place++));
          last = key;
        }
        if (next-- == 0) {
          next = SAMPLE - 1;
          sampledRows.add(new SampledRow(filled.table(), columns.withoutSource(cells)));
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
   * The columns that say which sheet published a row. Those that are no part of the table's key need not travel.
   *
   * @param published position of the day of publication
   * @param status position of the status
   * @param sha256 position of the file's hash
   * @param sheet position of the sheet; negative where the table has none
   * @param spare the positions that need not travel
   */
  record SourceColumns(int published, int status, int sha256, int sheet, List<Integer> spare) {

    static SourceColumns of(Table table) {
      int sheet = table.has("source_sheet") ? table.index("source_sheet") : -1;
      List<Integer> all =
          List.of(table.index("published_on"), table.index("revision_status"), table.index("source_sha256"), sheet);
      List<Integer> spare =
          all.stream().filter(c -> c >= 0 && !table.key().contains(table.fields().get(c).name())).toList();
      return new SourceColumns(all.get(0), all.get(1), all.get(2), sheet, spare);
    }

    /** Returns the sheet of a row; the last one again where it is the same. */
    FigureSource.Key key(Object[] cells, FigureSource.Key last) {
      String of = sheet < 0 || cells[sheet] == null ? "" : (String) cells[sheet];
      if (last != null && last.sheet().equals(of) && last.origin().sha256().equals(cells[sha256])
          && last.origin().publishedOn().equals(cells[published])
          && last.origin().revisionStatus().id().equals(cells[status])) {
        return last;
      }
      RevisionStatus how = RevisionStatus.valueOf(((String) cells[status]).toUpperCase(Locale.ROOT));
      ObservationBatch.Origin origin =
          new ObservationBatch.Origin((String) cells[sha256], (LocalDate) cells[published], how);
      return new FigureSource.Key(origin, of);
    }

    Object[] withoutSource(Object[] cells) {
      Object[] own = cells.clone();
      for (int column : spare) {
        // An empty sheet stays, as a source has the same sheet for an empty text and for none.
        own[column] = "".equals(own[column]) ? "" : null;
      }
      return own;
    }

    /** Sets the columns of the source, and returns the cells. */
    Object[] withSource(Object[] cells, FigureSource source) {
      cells[published] = source.origin().publishedOn();
      cells[status] = source.origin().revisionStatus().id();
      cells[sha256] = source.origin().sha256();
      if (sheet >= 0 && !source.sheet().isEmpty()) {
        cells[sheet] = source.sheet();
      }
      return cells;
    }
  }
}
