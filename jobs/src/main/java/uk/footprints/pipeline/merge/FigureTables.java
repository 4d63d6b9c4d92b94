package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.catalogue.CompletenessRow;
import uk.footprints.catalogue.RevisionRow;
import uk.footprints.catalogue.Tables;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.pipeline.read.RowSource;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;

/**
 * Writes {@code vintages}, {@code observations} and what follows from them, in one pass over the sorted figures. It
 * keeps the vintages of one figure, the series of one organisation, and the periods and totals of one measure.
 */
final class FigureTables implements VintageMerge.Output {

  /** All of them get a file, with or without rows, so that a table without rows can be read. */
  private static final List<Table> TABLES =
      List.of(Tables.VINTAGES, Tables.OBSERVATIONS, Tables.REVISIONS, Tables.COMPLETENESS, Tables.TOTALS);

  private final RowDictionary names;
  private final OrganisationRegister register;
  private final IntPredicate divided;
  private final PartitionFiles files;
  private final Map<Integer, WrittenRows> counts = new HashMap<>();
  private final List<TotalRow> shares = new ArrayList<>();

  private final List<FigureVintage> vintages = new ArrayList<>();
  private final List<CompletenessRuns.Point> series = new ArrayList<>();
  private int measure = -1;
  private PublishedVintages published;
  private MeasureTotals totals;

  /**
   * Creates the tables of a partition.
   *
   * @param divided says whether other partitions have figures of a measure too
   */
  FigureTables(RowDictionary names, OrganisationRegister register, IntPredicate divided, PartitionFiles files) {
    this.names = names;
    this.register = register;
    this.divided = divided;
    this.files = files;
  }

  /** Adds a period of a measure, before its figures. */
  void add(FigurePeriod period) throws IOException {
    begin(period.measure());
    published.add(period);
  }

  /** Adds the next figure. */
  void add(FigureRow figure) throws IOException {
    begin(figure.measure());
    if (!vintages.isEmpty()) {
      FigureRow before = vintages.get(0).row();
      if (!before.sameFigure(figure)) {
        endFigure();
      }
      if (before.organisation() != figure.organisation()) {
        endOrganisation();
      }
    }
    vintages.add(new FigureVintage(figure, names));
  }

  private void begin(int next) throws IOException {
    if (next != measure) {
      if (measure < 0) {
        for (Table table : TABLES) {
          files.of(table);
        }
      }
      endMeasure();
      measure = next;
      published = new PublishedVintages(names);
      totals = new MeasureTotals(names.measures().get(next));
    }
  }

  private void endFigure() throws IOException {
    VintageMerge.merge(vintages, published, this);
    vintages.clear();
  }

  @Override
  public void vintage(FigureVintage figure, boolean current) throws IOException {
    RowCells cells = figure.cells();
    files.of(Tables.VINTAGES).write(cells);
    if (current) {
      files.of(Tables.OBSERVATIONS).write(cells);
      CompletenessRuns.Point point = figure.point();
      series.add(point);
      totals.add(point);
    }
    count(figure, current ? WrittenRows.CURRENT : WrittenRows.SUPERSEDED);
  }

  @Override
  public void revision(RevisionRow change, FigureVintage newer) throws IOException {
    files.of(Tables.REVISIONS).write(RevisionRow.TABLE.cells(change));
    count(newer, WrittenRows.REVISING);
  }

  @Override
  public void contradiction(FigureVintage current) {
    count(current, WrittenRows.CONTRADICTING);
  }

  private void count(FigureVintage figure, WrittenRows one) {
    counts.merge(figure.row().source(), one, WrittenRows::plus);
  }

  private void endOrganisation() throws IOException {
    for (CompletenessRow row : CompletenessRuns.of(names.measures().get(measure), series, published, register)) {
      files.of(Tables.COMPLETENESS).write(CompletenessRow.TABLE.cells(row));
    }
    series.clear();
  }

  private void endMeasure() throws IOException {
    if (vintages.isEmpty()) {
      return;
    }
    endFigure();
    endOrganisation();
    if (divided.test(measure)) {
      shares.addAll(totals.rows());
      return;
    }
    for (TotalRow row : totals.rows()) {
      files.of(Tables.TOTALS).write(TotalRow.TABLE.cells(row));
    }
  }

  /** Writes what follows from the last figures. */
  void end() throws IOException {
    endMeasure();
  }

  /** Returns the rows that were written, by their source; figures of a sheet may have several days of publication. */
  Map<RowSource, WrittenRows> counts() {
    Map<RowSource, WrittenRows> bySource = new HashMap<>();
    counts.forEach((source, n) -> bySource.merge(
        names.rowSource(Tables.VINTAGES.name(), source), n, WrittenRows::plus));
    return bySource;
  }

  /** Returns the totals of measures of which other partitions have the other organisations. */
  List<TotalRow> shares() {
    return shares;
  }
}
