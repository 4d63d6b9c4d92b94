package uk.footprints.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.runtime.UserException;
import uk.footprints.table.Table;

/**
 * The datasets of a run, and with them all tables. A run passes it to what needs it, so that two runs with different
 * datasets in one process do not disturb each other.
 *
 * @param datasets the datasets of the program in the order of the documentation, then an analyst's own
 */
public record Catalogue(List<Dataset> datasets) {

  /** Returns the datasets of the program. */
  public static Catalogue builtIn() {
    return new Catalogue(Datasets.all());
  }

  /**
   * Returns the datasets of the program and an analyst's own.
   *
   * @throws UserException when a declaration is wrong, or its id or a table of it is one that exists already
   */
  public static Catalogue with(List<DeclarationFile> own) {
    Catalogue builtIn = builtIn();
    List<String> names = new ArrayList<>(builtIn.tables().stream().map(Table::name).toList());
    List<Dataset> all = new ArrayList<>(builtIn.datasets());
    for (DeclarationFile file : own) {
      Dataset dataset = file.dataset();
      if (all.stream().anyMatch(d -> d.id().equals(dataset.id()))) {
        throw UserException.data(
            "%s: there is a dataset %s already.".formatted(file.name(), dataset.id()), "give it another id:");
      }
      for (Table table : dataset.tables()) {
        if (names.contains(table.name())) {
          throw UserException.data(
              "%s: there is a table %s already.".formatted(file.name(), table.name()), "give it another name:");
        }
        names.add(table.name());
      }
      all.add(dataset);
    }
    return new Catalogue(List.copyOf(all));
  }

  /** Returns the dataset of that id. */
  public Optional<Dataset> findDataset(String id) {
    return datasets.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** Returns all tables in the order of the documentation. */
  public List<Table> tables() {
    return Tables.of(datasets);
  }

  /** Returns the table of that name. */
  public Optional<Table> findTable(String name) {
    return tables().stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** Returns the table of that name, which exists. */
  public Table getTable(String name) {
    return findTable(name).orElseThrow(() -> new IllegalArgumentException("there is no table " + name));
  }
}
