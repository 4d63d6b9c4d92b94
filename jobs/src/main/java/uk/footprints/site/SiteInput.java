package uk.footprints.site;

import java.util.List;
import java.util.Map;
import uk.footprints.area.BoundarySimplifier;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableData;
import uk.footprints.table.TableExcerpt;

/**
 * Everything from which pages are built.
 *
 * @param imprint release and versions
 * @param news the release before this one
 * @param evidence the values as was, and what indicators mean
 * @param asNow the values as now; empty unless the options include them
 * @param tables published tables with their rows: the reports, {@code source_files}, {@code findings}
 * @param boundaries outlines by geography; a geography without any is drawn as a schematic map
 * @param catalogue the catalogue
 */
public record SiteInput(
    PageImprint imprint,
    ReleaseNews news,
    Evidence evidence,
    List<IndicatorValue> asNow,
    List<TableData> tables,
    Map<String, BoundarySimplifier> boundaries,
    CatalogueView catalogue) {

  /** Returns the rows of an excerpt; none when its table is not among these. */
  public <R extends Record> List<R> rows(TableExcerpt<R> excerpt) {
    return tables.stream()
        .filter(filled -> filled.table().name().equals(excerpt.table().name()))
        .findFirst()
        .map(filled -> filled.rows(excerpt))
        .orElse(List.of());
  }

  /** Returns the rows of a table; none when it is not among these. */
  public <R extends Record> List<R> rows(RecordTable<R> table) {
    return rows(table.all());
  }

  /** Whether all data are made up: the name of each file that was read shows it. */
  public boolean madeUp() {
    List<String> read = SourceFileRow.listRead(this).stream().map(SourceFileRow::file).toList();
    return !read.isEmpty() && read.stream().allMatch(file -> file.contains("-sample"));
  }
}
