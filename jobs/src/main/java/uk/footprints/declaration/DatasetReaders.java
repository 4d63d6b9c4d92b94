package uk.footprints.declaration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import uk.footprints.dataset.AdmissionFlows;
import uk.footprints.dataset.Allocations;
import uk.footprints.dataset.HesApc;
import uk.footprints.dataset.HesMonthly;
import uk.footprints.dataset.Lookups;
import uk.footprints.dataset.Ods;
import uk.footprints.dataset.Population;
import uk.footprints.dataset.PracticeLists;
import uk.footprints.dataset.RegisteredPatients;
import uk.footprints.dataset.SheetReader;
import uk.footprints.dataset.SmallAreaPopulation;
import uk.footprints.dataset.SpendOver25k;
import uk.footprints.dataset.TrustCatchments;
import uk.footprints.dataset.TrustFinances;
import uk.footprints.dataset.UnitCosts;
import uk.footprints.records.disclosure.PublishableMeasures;
import uk.footprints.records.disclosure.StayGroupRow;
import uk.footprints.transform.Measure;

/** The classes that read files whose layouts cannot be declared, by the name that declarations give. */
final class DatasetReaders {

  private static final Map<String, Function<List<Measure>, SheetReader>> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("admission_flows", measures -> new AdmissionFlows()),
              Map.entry("allocations", measures -> new Allocations()),
              Map.entry("hes_apc", 
                  measures -> new HesApc(PublishableMeasures.all(), List.of(StayGroupRow.TABLE.table()))),
              Map.entry("hes_monthly", HesMonthly::new),
              Map.entry("lookups", measures -> new Lookups()),
              Map.entry("ods", measures -> new Ods()),
              Map.entry("population", measures -> new Population()),
              Map.entry("population_small_area", measures -> new SmallAreaPopulation()),
              Map.entry("practice_lists", measures -> new PracticeLists()),
              Map.entry("registered_patients", measures -> new RegisteredPatients()),
              Map.entry("spend_over_25k", measures -> new SpendOver25k()),
              Map.entry("trust_catchments", measures -> new TrustCatchments()),
              Map.entry("trust_finances", measures -> new TrustFinances()),
              Map.entry("unit_costs", measures -> new UnitCosts())));

  private DatasetReaders() {}

  /** Returns the names. */
  static String[] names() {
    return ALL.keySet().toArray(String[]::new);
  }

  /**
   * Returns the reader of a name.
   *
   * @param name one of the names
   * @param measures the declared measures
   */
  static SheetReader of(String name, List<Measure> measures) {
    return ALL.get(name).apply(measures);
  }
}
