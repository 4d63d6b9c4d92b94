package uk.footprints.declaration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.footprints.dataset.Dataset;
import uk.footprints.layout.Layout;

/**
 * What a dataset says about its rows, for tests.
 *
 * @param rounding the unit to which figures are rounded, so that sums may differ; 0 for exact figures
 * @param sums whether a row adds up others
 * @param repeats whether rows of one key are expected, of which one is read
 * @param dashIsZero whether a dash is a zero, and not a figure that is absent
 * @param signed the columns of tables whose numbers may be below zero
 */
public record DeclaredRules(double rounding, boolean sums, boolean repeats, boolean dashIsZero, Set<String> signed) {

  /** Returns the rules of a layout of a dataset. */
  public static DeclaredRules of(Dataset dataset, Layout layout) {
    if (!(dataset instanceof DeclaredDataset declared)) {
      return new DeclaredRules(dataset.rules(layout).rounding(), true, false, false, Set.of());
    }
    DatasetDeclaration declaration = declared.declaration();
    List<RowDeclaration> rows =
        declaration.layouts().stream().filter(l -> l.layout() == layout).map(LayoutDeclaration::rows).toList();
    Optional<TableDeclaration> repeating = declaration.tables().stream().filter(TableDeclaration::repeats).findAny();
    return new DeclaredRules(
        rows.stream().mapToDouble(RowDeclaration::roundedTo).max().orElse(0),
        rows.stream().flatMap(r -> r.organisations().stream()).anyMatch(DeclaredRules::sums),
        repeating.isPresent() || rows.stream().anyMatch(RowDeclaration::selects),
        rows.stream().anyMatch(r -> r.marks().containsKey("-") && r.marks().get("-").number() == 0),
        declaration.tables().stream().flatMap(t -> t.columns().stream()).filter(TableDeclaration.DeclaredColumn::signed)
            .map(c -> c.field().name()).collect(Collectors.toSet()));
  }

  private static boolean sums(OrganisationKind kind) {
    return kind.total() || kind.subject() != null && !kind.subject().parts().isEmpty();
  }
}
