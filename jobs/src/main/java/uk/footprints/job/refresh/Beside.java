package uk.footprints.job.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Indicator;
import uk.footprints.job.report.Published;
import uk.footprints.publish.Release;
import uk.footprints.publish.TableScan;
import uk.footprints.report.page.News;
import uk.footprints.table.Field;
import uk.footprints.table.Filled;
import uk.footprints.table.Table;

/** What the site shows beside the reports: parts of tables that were written earlier in the run. */
final class Beside {

  private Beside() {}

  /** Revisions, names of organisations, and gaps in the measures that say how much an organisation weighs. */
  static List<Filled> of(Release release, List<Indicator> indicators) throws IOException {
    Set<String> weights = indicators.stream().map(Indicator::weight).collect(Collectors.toSet());
    return List.of(
        read(release, Tables.REVISIONS, Map.of()),
        read(release, Tables.ORGANISATIONS, Map.of()),
        read(release, Tables.COMPLETENESS, Map.of("measure", weights)));
  }

  private static Filled read(Release release, Table table, Map<String, Set<String>> among) throws IOException {
    List<String> columns = table.fields().stream().map(Field::name).toList();
    return new Filled(table, new Published(release).rows(new TableScan(table, columns, among)));
  }

  /** The release that readers see until this one is there, and its files. */
  static News news(Release release) throws IOException {
    Optional<String> current = release.store().findText("CURRENT").map(String::strip);
    if (current.isEmpty()) {
      return News.FIRST;
    }
    Optional<String> manifest = release.store().findText("releases/" + current.get() + "/manifest.json");
    Set<String> files = new HashSet<>();
    if (manifest.isPresent()) {
      for (JsonNode input : new ObjectMapper().readTree(manifest.get()).path("inputs")) {
        files.add(input.path("sha256").asText());
      }
    }
    return new News(current.get(), files);
  }
}
