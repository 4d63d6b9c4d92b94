package uk.footprints.catalogue;

import java.util.List;
import java.util.Optional;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclaredDatasets;
import uk.footprints.table.Table;

/** The datasets of the program. A {@link Catalogue} has those of a run, with an analyst's own. */
public final class Datasets {

  private static final List<Dataset> ALL = List.copyOf(DeclaredDatasets.builtIn());

  private Datasets() {}

  /** Returns all datasets in the order of the documentation. */
  public static List<Dataset> all() {
    return ALL;
  }

  /** Returns the distinct tables that datasets declare. */
  public static List<Table> tables() {
    return ALL.stream().flatMap(d -> d.tables().stream()).distinct().toList();
  }

  /** Returns the dataset of that id. */
  public static Optional<Dataset> find(String id) {
    return ALL.stream().filter(d -> d.id().equals(id)).findFirst();
  }
}
