package uk.footprints.site;

import java.util.List;
import java.util.Optional;
import uk.footprints.dataset.Dataset;
import uk.footprints.report.Report;
import uk.footprints.table.Table;

/**
 * What data pages explain: the catalogue.
 *
 * @param datasets the publications
 * @param tables every published table
 * @param reports every report
 */
public record CatalogueView(List<Dataset> datasets, List<Table> tables, List<Report> reports) {

  /** Nothing. */
  public static final CatalogueView EMPTY = new CatalogueView(List.of(), List.of(), List.of());

  /** A publication. */
  Optional<Dataset> find(String dataset) {
    return datasets.stream().filter(d -> d.id().equals(dataset)).findFirst();
  }

  /** Publication and publisher in one line; the id where the catalogue does not have it. */
  String source(String dataset) {
    return find(dataset).map(d -> d.publisher() + ", " + d.title()).orElse(dataset);
  }
}
