package uk.footprints.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.Indicator;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/** The part of the catalogue that has a name is the same as in the whole catalogue. */
class DeclaredNamesTest {

  private static Set<String> datasetsWith(Catalogue data, String name) {
    Set<String> ids = new LinkedHashSet<>();
    for (Dataset dataset : data.datasets()) {
      Stream<String> names =
          Stream.concat(dataset.tables().stream().map(Table::name), dataset.measures().stream().map(Measure::id));
      if (dataset.id().equals(name) || names.anyMatch(name::equals)) {
        ids.add(dataset.id());
      }
    }
    return ids;
  }

  @Test
  void everyNameIsFoundInItsPartOfTheCatalogue() {
    IndicatorCatalogue all = IndicatorCatalogue.builtIn();
    Set<String> names = new LinkedHashSet<>();
    all.data().datasets().forEach(dataset -> {
      names.add(dataset.id());
      dataset.tables().forEach(table -> names.add(table.name()));
      dataset.measures().stream().limit(3).forEach(measure -> names.add(measure.id()));
    });
    for (String name : names) {
      IndicatorCatalogue part = IndicatorCatalogue.naming(name);
      assertThat(datasetsWith(part.data(), name)).as(name).isEqualTo(datasetsWith(all.data(), name));
      assertThat(part.data().findTable(name)).as(name).isEqualTo(all.data().findTable(name));
    }
  }

  @Test
  void everyIndicatorIsTheSameWhenNoOtherIsRead() {
    for (Indicator indicator : IndicatorCatalogue.builtIn().indicators()) {
      // Patterns are equal only if they are the same object.
      assertThat(IndicatorCatalogue.naming(indicator.id()).findIndicator(indicator.id()).map(Object::toString))
          .contains(indicator.toString());
    }
  }

  @Test
  void anIndexHasALineForEachNameAndDataset() {
    List<Dataset> two = Datasets.all().stream().filter(d -> List.of("kh03_beds", "ods").contains(d.id())).toList();
    assertThat(DeclaredNames.index(two).lines())
        .startsWith("name,dataset")
        .contains("beds.available.overnight.total,kh03_beds")
        .anyMatch(line -> line.endsWith(",ods"));
  }

  @Test
  void anUnknownNameHasNoPart() {
    IndicatorCatalogue none = IndicatorCatalogue.naming("no_such_name");
    assertThat(none.data().datasets()).isEmpty();
    assertThat(none.indicators()).isEmpty();
  }
}
