package uk.footprints.site;

import java.util.List;
import java.util.Map;
import uk.footprints.area.BoundarySimplifier;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/**
 * Everything from which pages are built.
 *
 * @param imprint release and versions
 * @param news the release before this one
 * @param evidence the values as was, and what indicators mean
 * @param asNow the values as now; empty unless the options include them
 * @param tables published tables with their rows: the reports, {@code source_files}, {@code findings}
 * @param boundaries outlines by geography; a geography without any is drawn as a schematic map
 * @param library the catalogue
 */
public record SiteInput(
    PageImprint imprint,
    ReleaseNews news,
    Evidence evidence,
    List<IndicatorValue> asNow,
    List<TableData> tables,
    Map<String, BoundarySimplifier> boundaries,
    CatalogueView library) {

  /** Returns the table of that name; without rows or columns when it is not among these. */
  public TableData table(String name) {
    return tables.stream()
        .filter(filled -> filled.table().name().equals(name))
        .findFirst()
        .orElseGet(() -> new TableData(new Table(name, "", List.of(), List.of()), List.of()));
  }

  /** Whether all data are made up: the name of each file that was read shows it. */
  public boolean madeUp() {
    TableData releases = table("source_files");
    List<String> read =
        releases.rows().stream()
            .filter(row -> releases.text(row, "state").equals("read"))
            .map(releases.text("file"))
            .toList();
    return !read.isEmpty() && read.stream().allMatch(file -> file.contains("-sample"));
  }
}
