package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Geography;
import uk.footprints.dataset.RegisteredPatients;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.PopulationSource;
import uk.footprints.runtime.UserException;
import uk.footprints.table.TableExcerpt;

/**
 * Reads patients on the lists of general practices, by commissioning group and age: a second denominator of rates. There
 * are more of them than people, because some have moved or died and are still listed.
 */
public final class RegisteredLists {

  /** Patients of a group, of one sex and age. */
  private record Listed(String orgCode, LocalDate periodStart, String sex, Long age, Double persons) {}

  private static final TableExcerpt<Listed> LISTS = TableExcerpt.of(RegisteredPatients.TABLE, Listed.class);

  private RegisteredLists() {}

  /** Reads the lists of a release; refused where it has none. */
  public static ResidentPopulation read(ReleaseReader published) throws IOException {
    Map<LocalDate, GroupEstimate> days = new TreeMap<>();
    for (Listed row : published.rows(LISTS)) {
      if (!row.sex().equals("all") && row.age() != null && row.persons() != null) {
        LocalDate day = row.periodStart();
        days.computeIfAbsent(day, RegisteredLists::of)
                .people()
                .computeIfAbsent(row.orgCode(), c -> new double[AreaPopulation.AGES])[
            Math.toIntExact(Math.min(row.age(), AreaPopulation.AGES - 1))] +=
            row.persons();
      }
    }
    if (days.isEmpty()) {
      throw UserException.data(
          "The release has no patients on GP lists by age.",
          "run refresh with a file of patients registered by single year of age, or leave out --people registered");
    }
    return new ResidentPopulation(List.copyOf(days.values()), PopulationShares.NONE);
  }

  private static GroupEstimate of(LocalDate day) {
    return new GroupEstimate(
        Geography.GROUPS, new PopulationSource(day, day, PopulationSource.LISTS, null, false), new TreeMap<>());
  }
}
