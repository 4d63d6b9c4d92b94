package uk.footprints.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.declaration.DeclaredDatasets;
import uk.footprints.table.Table;

/** Catalogue of all datasets that Footprints reads. */
public final class Datasets {

  private static final List<Dataset> ALL = List.copyOf(DeclaredDatasets.builtIn());

  /**
   * The datasets of a run.
   *
   * @param own an analyst's declarations
   * @param all the datasets of the program, then those that are declared
   */
  private record Selection(List<DeclarationFile> own, List<Dataset> all) {}

  private static final Selection BUILT_IN = new Selection(List.of(), ALL);
  /** The same in every process of a run: its options have the declarations. */
  private static final AtomicReference<Selection> CURRENT = new AtomicReference<>(BUILT_IN);

  private Datasets() {}

  /** Returns the datasets of the program, without those of an analyst. */
  static List<Dataset> builtIn() {
    return ALL;
  }

  /** Returns all datasets in the order of the documentation. */
  public static List<Dataset> all() {
    return CURRENT.get().all();
  }

  /**
   * Adds an analyst's own declarations for this process, in place of those added before.
   *
   * @throws uk.footprints.runtime.UserException when a declaration is wrong, or its id or a table of it exists already
   */
  public static synchronized void include(List<DeclarationFile> own) {
    if (CURRENT.get().own().equals(own)) {
      return;
    }
    CURRENT.set(BUILT_IN);
    CURRENT.set(new Selection(List.copyOf(own), Catalogue.with(own).datasets()));
  }

  /** Returns the distinct tables that datasets declare. */
  public static List<Table> tables() {
    return all().stream().flatMap(d -> d.tables().stream()).distinct().toList();
  }

  /** Returns the dataset of that id. */
  public static Optional<Dataset> find(String id) {
    return all().stream().filter(d -> d.id().equals(id)).findFirst();
  }
}
