package uk.footprints.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.area.BoundarySimplifier;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Indicator;
import uk.footprints.site.CatalogueView;
import uk.footprints.site.PageImprint;
import uk.footprints.site.ReleaseNews;
import uk.footprints.site.SiteFile;
import uk.footprints.site.SiteInput;
import uk.footprints.site.SitePages;
import uk.footprints.storage.Store;
import uk.footprints.table.Csv;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/** Writes the site of a release for chosen areas, which may be custom areas. */
public final class OwnGeographySite {

  private OwnGeographySite() {}

  /**
   * Writes the site into a folder, with the tables as CSV.
   *
   * @param catalogue the datasets and tables of the release
   * @return the number of pages
   */
  public static int write(
      ReportService reporting, ReleaseReader published, Catalogue catalogue, String versions, Store to)
      throws IOException {
    List<TableData> tables = new ArrayList<>(reporting.tables());
    for (Table table : List.of(Tables.SOURCE_FILES, Tables.FINDINGS, Tables.ORGANISATIONS, Tables.REVISIONS)) {
      tables.add(published.data(table, Map.of()));
    }
    for (Table table : SitePages.extraTables()) {
      tables.add(published.data(table, Map.of()));
    }
    Set<String> weights =
        reporting.evidence().indicators().stream().map(Indicator::weight).collect(Collectors.toSet());
    tables.add(published.data(Tables.COMPLETENESS, Map.of("measure", weights)));
    Map<String, BoundarySimplifier> outlines = new TreeMap<>();
    reporting.evidence().context().atlas().boundaries()
    .forEach((id, drawn) -> outlines.put(id, BoundarySimplifier.of(drawn)));
    SiteInput input =
        new SiteInput(
            new PageImprint(published.release().id(), "of that release", versions), ReleaseNews.FIRST,
            reporting.evidence(), List.of(), tables, outlines,
            new CatalogueView(catalogue.datasets(), catalogue.tables(), Reports.all()));
    List<SiteFile> files = SitePages.files(input);
    for (SiteFile file : files) {
      to.write(file.path(), file.bytes());
    }
    for (TableData table : reporting.tables()) {
      to.write("reports/csv/" + table.table().name() + ".csv", out -> Csv.write(table, out));
    }
    return files.size();
  }
}
