package uk.footprints.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.footprints.table.Table;

/** The declarations that come with the program. */
public final class DeclaredDatasets {

  /** Where they are among the resources. */
  public static final String FOLDER = "/uk/footprints/datasets/";

  private static final List<String> NAMES =
      List.of(
          "ae_attendances",
          "ae_timeseries",
          "mar_commissioner",
          "mar_provider",
          "kh03_beds",
          "dtoc",
          "dtoc_england",
          "msitrep",
          "uec_sitrep",
          "hes_monthly",
          "hes_apc",
          "population",
          "admission_flows",
          "population_small_area",
          "registered_patients",
          "practice_lists",
          "trust_catchments",
          "spend_over_25k",
          "unit_costs",
          "trust_finances",
          "allocations",
          "ods",
          "lookups",
          "hes_apc_provider",
          "hes_apc_commissioner",
          "hes_apc_provider_level",
          "readmissions",
          "acs_nhsof",
          "acs_ccgois",
          "ae_provider",
          "ae_weekly",
          "mar_pct",
          "virtual_wards",
          "discharge_sitrep",
          "discharge_ready_date",
          "beds_long_stay",
          "population_sub_icb",
          "population_local_authority",
          "registered_patients_practice",
          "small_area_centroids",
          "reference_costs",
          "deflators",
          "tac",
          "hospital_sites",
          "deprivation",
          "fingertips",
          "ambulance_systems",
          "ecds_supplement",
          "gp_appointments",
          "practice_weighted_population");

  private DeclaredDatasets() {}

  /** Returns the datasets, in the order of the documentation. Each file is read when it is needed. */
  public static List<DeclaredDataset> builtIn() {
    return NAMES.stream().map(name -> new DeclaredDataset(name, () -> read(name))).toList();
  }

  /** Returns the declaration of one of them. */
  public static DatasetDeclaration declaration(String dataset) {
    return read(dataset);
  }

  /** Returns a table of one of them; reads that declaration only. */
  public static Table table(String dataset, String table) {
    return new DeclaredDataset(read(dataset))
        .tables().stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow();
  }

  private static DatasetDeclaration read(String name) {
    String file = name + ".yaml";
    try (InputStream in = DeclaredDatasets.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FOLDER + file);
      }
      return DatasetDeclaration.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
