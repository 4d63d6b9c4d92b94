package uk.footprints.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.dataset.Dataset;
import uk.footprints.fetch.LandingPage;

/** Names of files and pages as publishers have used them, and the datasets that want them. */
class LandingsTest {

  private static List<String> wanting(String name) {
    return Datasets.all().stream()
        .filter(d -> d.live().landings().stream().anyMatch(l -> l.wants(name)))
        .map(Dataset::id)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          April-2020-revised-260421-abc123.csv                          | ae_attendances
          February-2018-att-csv-k8s2.csv                                | ae_attendances
          Monthly-AE-November-2024-revised.csv                          | ae_attendances
          Monthly-AE-Nov-25-CSV-revised.csv                             | ae_attendances
          September-2025-Csv-7hjr2.csv                                  | ae_attendances
          Monthly-AE-Time-Series-June-2025-1-1.xls                      | ae_timeseries
          Timeseries-monthly-Unadjusted-9kidn.xls                       | ae_timeseries
          System-Mapping-Apr-26.xls                                     | lookups
          MAR_Comm-Web-file-December-2019-x1.xls                        | mar_commissioner
          MAR_Prov-Web-file-December-2019-x1.xls                        | mar_provider
          Beds-Open-Overnight-Web_File-Q4-2021-22-Final-OIUJK.xlsx      | kh03_beds
          Beds-Open-Overnight-Web_File-Q3-2024-25revised.xlsx           | kh03_beds
          LA-Type-B-February-2020-4W5PA.xls                             | dtoc dtoc_england
          MSitRep-January-2020-LGBH3.xls                                | msitrep
          UEC-Daily-SitRep-Web-File-Timeseries-2.xlsx                   | uec_sitrep
          Winter-data-timeseries-20190307.xlsx                          | uec_sitrep
          HES_M13_OPEN_DATA_AGE_GROUPS.csv                              | hes_monthly
          HES MAR 2020-21 M13.csv                                       | hes_monthly
          sape22dt6amid2019ccg2020estimatesunformatted.xlsx             | population
          SAPE22DT15-mid-2019-msoa-quinary-estimates-unformatted.xlsx   | population_small_area
          gp-reg-pat-prac-sing-age-regions.csv                          | registered_patients
          October-2025-AE-by-provider-8c90a.xls                         | ae_provider
          hosp-epis-stat-admi-hosp-prov-2024-25-tab.xlsx                | hes_apc_provider
          hosp-epis-stat-admi-icb-resp-2024-25-tab.xlsx                 | hes_apc_commissioner
          hosp-epis-stat-admi-pla-2024-25.csv                           | hes_apc_provider_level
          hosp-epis-stat-admi-prov-leve-2013-14-tab.xlsx                | hes_apc_provider_level
          I02040 Compendium Readmissions Dataset (Main) 2025.xlsx       | readmissions
          NHSOF_2.3.i_I00708_D.csv                                      | acs_nhsof
          CCG_3.1_I00759_D.csv                                          | acs_ccgois
          Monthly-Virtual-Ward-Oct2024.xlsx                             | virtual_wards
          """)
  void filesAreWanted(String name, String datasets) {
    assertThat(String.join(" ", wanting(name))).isEqualTo(datasets);
  }

  @ParameterizedTest
  @CsvSource({
    "Adjusted-Monthly-AE-Time-Series-October-2025.xls",
    "Quarterly-timeseries-October-2025.xls",
    "Beds-Timeseries-2010-11-onwards-Q4-2023-24-ADJ-for-missings.xls",
    "Beds-Open-Day-Only-Web_File-Final-DE5WC.xlsx",
    "MAR_Comm-Timeseries-December-2019.xls",
    "Web-File-Timeseries-Ambulance-Collection-dpkj63.xlsx",
    "Monthly-AE-Statistical-Commentary-October-2025.pdf"
  })
  void othersAreNot(String name) {
    assertThat(wanting(name)).isEmpty();
  }

  @Test
  void pagesOfYearsAreBelowTheFirst() {
    LandingPage ae = Datasets.find("ae_attendances").orElseThrow().live().landings().get(0);
    String base = "https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/";
    assertThat(
            List.of(
                base + "ae-attendances-and-emergency-admissions-2025-26/",
                base + "statistical-work-areasae-waiting-times-and-activityae-attendances-and-emergency-admissions-"
                    + "2015-16-monthly-3/"))
        .allMatch(page -> ae.leadsTo(URI.create(page)));
    assertThat(
            List.of(
                base,
                base + "data-quality/",
                "https://www.england.nhs.uk/ae-attendances-and-emergency-admissions-2025-26/",
                base.replace("www.england", "www.example") + "ae-attendances-and-emergency-admissions-2025-26/"))
        .noneMatch(page -> ae.leadsTo(URI.create(page)));
  }
}
