package uk.footprints.pipeline.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Indicator;
import uk.footprints.parquet.TableReader;
import uk.footprints.release.Release;
import uk.footprints.site.ReleaseNews;
import uk.footprints.site.SitePages;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/** Reads the tables that the site shows in addition to the reports, from what the run wrote earlier. */
final class SiteExtraTables {

  private SiteExtraTables() {}

  /**
   * Returns revisions, organisations, and the completeness of the measures by which organisations are weighted.
   *
   * @param organisations the table of organisations
   */
  static List<TableData> of(Release release, List<Indicator> indicators, TableData organisations)
      throws IOException {
    Set<String> weights = indicators.stream().map(Indicator::weight).collect(Collectors.toSet());
    List<TableData> tables = new ArrayList<>();
    tables.add(read(release, Tables.REVISIONS, Map.of()));
    tables.add(organisations);
    tables.add(read(release, Tables.COMPLETENESS, Map.of("measure", weights)));
    for (Table table : SitePages.extraTables()) {
      tables.add(read(release, table, Map.of()));
    }
    return tables;
  }

  private static TableData read(Release release, Table table, Map<String, Set<String>> filter) throws IOException {
    List<String> columns = table.fields().stream().map(Field::name).toList();
    return new TableData(table, new ReleaseReader(release).rows(new TableReader(table, columns, filter)));
  }

  /** Returns the id and the source files of the current release. */
  static ReleaseNews news(Release release) throws IOException {
    Optional<String> current = release.store().findText("CURRENT").map(String::strip);
    if (current.isEmpty()) {
      return ReleaseNews.FIRST;
    }
    Optional<String> manifest = release.store().findText("releases/" + current.get() + "/manifest.json");
    Set<String> files = new HashSet<>();
    if (manifest.isPresent()) {
      for (JsonNode input : new ObjectMapper().readTree(manifest.get()).path("inputs")) {
        files.add(input.path("sha256").asText());
      }
    }
    return new ReleaseNews(current.get(), files);
  }
}
