package uk.footprints.site;

import java.util.List;
import java.util.Optional;
import uk.footprints.dataset.Dataset;
import uk.footprints.report.Report;
import uk.footprints.table.Table;

/**
 * The part of the catalogue that the data pages explain.
 *
 * @param datasets the publications
 * @param tables every published table
 * @param reports every report
 */
public record CatalogueView(List<Dataset> datasets, List<Table> tables, List<Report<?>> reports) {

  /** A view without datasets, tables and reports. */
  public static final CatalogueView EMPTY = new CatalogueView(List.of(), List.of(), List.of());

  /** A publication. */
  Optional<Dataset> find(String dataset) {
    return datasets.stream().filter(d -> d.id().equals(dataset)).findFirst();
  }

  /** Returns publication and publisher in one line, or the id when the catalogue does not have it. */
  String source(String dataset) {
    return find(dataset).map(d -> d.publisher() + ", " + d.title()).orElse(dataset);
  }
}
