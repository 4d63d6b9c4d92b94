package uk.footprints.job.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Simplified;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.publish.TableScan;
import uk.footprints.report.page.Imprint;
import uk.footprints.report.page.Library;
import uk.footprints.report.page.Materials;
import uk.footprints.report.page.News;
import uk.footprints.report.page.Pages;
import uk.footprints.report.page.SiteFile;
import uk.footprints.run.Store;
import uk.footprints.table.Csv;
import uk.footprints.table.Field;
import uk.footprints.table.Filled;
import uk.footprints.table.Table;

/** The site of a release for the areas that somebody asked for, also areas of one's own. */
public final class OwnSite {

  private OwnSite() {}

  /**
   * Writes it below a folder, with the tables as CSV.
   *
   * @return how many files
   */
  public static int write(Reporting reporting, Published published, String versions, Store to) throws IOException {
    List<Filled> tables = new ArrayList<>(reporting.tables());
    for (Table table : List.of(Tables.RELEASES, Tables.FINDINGS, Tables.ORGANISATIONS)) {
      List<String> columns = table.fields().stream().map(Field::name).toList();
      tables.add(new Filled(table, published.rows(new TableScan(table, columns, Map.of()))));
    }
    Map<String, Simplified> outlines = new TreeMap<>();
    reporting.evidence().land().atlas().boundaries().forEach((id, drawn) -> outlines.put(id, Simplified.of(drawn)));
    Materials materials =
        new Materials(
            new Imprint(published.release().id(), "of that release", versions), News.FIRST, reporting.evidence(),
            List.of(), tables, outlines, new Library(Datasets.all(), Tables.all(), Reports.all()));
    List<SiteFile> files = Pages.files(materials);
    for (SiteFile file : files) {
      to.write(file.path(), file.bytes());
    }
    for (Filled table : reporting.tables()) {
      to.write("reports/csv/" + table.table().name() + ".csv", out -> Csv.write(table, out));
    }
    return files.size();
  }
}
