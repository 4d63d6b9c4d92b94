package uk.footprints.catalogue;

import java.util.List;
import uk.footprints.dataset.Dataset;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LandingPage;
import uk.footprints.fetch.UnreadPublication;

/**
 * Publications that {@code fetch} knows and no dataset reads yet. A plain run leaves their files; {@code --only ID}
 * fetches them. An entry with the id of a dataset is ignored, because the dataset declares its own pages and patterns.
 */
public final class UnreadPublications {

  private static final String AREAS = "https://www.england.nhs.uk/statistics/statistical-work-areas/";
  private static final String DIGITAL = "https://digital.nhs.uk/data-and-information/publications/statistical/";
  private static final String ENGLAND = "https://www.england.nhs.uk/";
  private static final String GOV_UK = "https://www.gov.uk/government/";
  private static final String ONS =
      "https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates/datasets/";
  private static final String LSOA =
      "(corrected)?(sape(\\d+dt\\d+[a-z]?.*lsoa|lsoa)|rftlsoa).*\\.(csv|xls[xm]?|ods|zip)";
  private static final String TABLE = "\\.(csv|xls[xm]?|ods|zip)";

  private static final List<UnreadPublication> ALL =
      List.of(
          of(
              "ae_provider", "A&E attendances, monthly workbooks by provider",
              LandingPage.at(AREAS + "ae-waiting-times-and-activity/")
                  .pages(".*ae-attendances-and-emergency-admissions-20\\d\\d-\\d\\d.*")
                  .files(
                      "(?!quarter).*AE[-_ ]by[-_ ]provider.*" + TABLE,
                      "Monthly[-_ ](AE[-_ ])?(Sitrep[-_ ])?[a-z]+[-_ ]20\\d\\d([-_ ][a-z0-9]+)*\\.xlsx?")
                  .called("A&E by provider, by month (XLS)")),
          of(
              "ae_weekly", "A&E attendances, weekly until June 2015",
              LandingPage.at(AREAS + "ae-waiting-times-and-activity/")
                  .pages(".*weekly-ae-sitreps.*")
                  .files("(20\\d\\d\\.\\d\\d\\.\\d\\d|weekly)[-_ ].*AE.*" + TABLE)
                  .called("A&E weekly, by week ending")),
          of(
              "discharge_sitrep_workbooks", "Acute discharge situation report, workbooks",
              LandingPage.at(AREAS + "discharge-delays/acute-discharge-situation-report/")
                  .files("(?!.*csv)(daily[-_ ])?(acute[-_ ])?discharge[-_ ]sitrep[-_ ](monthly|time-?series)[-_ ].*" + TABLE)
                  .called("Daily discharge sitrep monthly data")),
          of(
              "discharge_ready_date_workbooks", "Discharge ready date, workbooks",
              LandingPage.at(AREAS + "discharge-delays/discharge-ready-date/")
                  .files("(?!.*csv)Discharge[-_ ]Ready[-_ ]Date[-_ ].*" + TABLE)
                  .called("Discharge Ready Date monthly data")),
          of(
              "virtual_wards", "Virtual wards",
              LandingPage.at(AREAS + "virtual-ward/")
                  .files("(?!.*web-?file[-_ ]time-?series).*virtual[-_ ]wards?.*" + TABLE)
                  .called("Virtual ward, by month")),
          of(
              "beds_sitrep", "Critical care and general and acute beds, monthly",
              LandingPage.at(
                      AREAS + "bed-availability-and-occupancy/critical-care-and-general-acute-beds-urgent-and-"
                          + "emergency-care-daily-situation-reports/")
                  .pages(".*20\\d\\d-\\d\\d.*")
                  .files(
                      "(20\\d{4}[-_ ])?[a-z]{3,9}[-_ ](20)?\\d\\d[-_ ](beds[-_ ])?sitrep[-_ ](data|final).*" + TABLE)
                  .called("Beds sitrep data, by month")),
          of(
              "beds_long_stay", "General and acute beds with long stays, time series since March 2020",
              LandingPage.at(
                      AREAS + "bed-availability-and-occupancy/critical-care-and-general-acute-beds-urgent-and-"
                          + "emergency-care-daily-situation-reports/")
                  .files("Beds[-_ ]publication[-_ ]time[-_ ]?series.*" + TABLE)
                  .called("Beds publication time series")),
          of(
              "beds_day_only", "KH03 beds open during the day only, quarterly",
              LandingPage.at(AREAS + "bed-availability-and-occupancy/bed-data-day-only/")
                  .files(
                      "(?!.*time-?series).*beds[-_ ]open[-_ ]day[-_ ]only.*" + TABLE,
                      "KH03[-_ ].*day[-_ ]only.*" + TABLE)
                  .called("Beds Open Day Only, by quarter")),
          of(
              "critical_care", "Critical care capacity and urgent operations cancelled, CSV extracts",
              LandingPage.at(AREAS + "critical-care-capacity/")
                  .pages("critical-care-(bed-)?capacity-.*20\\d\\d-\\d\\d.*")
                  .files(
                      "Monthly[-_ ]SITREPSs?[-_ ].*\\.csv",
                      "MSitReps?[-_ ].*\\.csv",
                      "[a-z]+[-_ ]csv[-_ ]CC[-_ ].*\\.csv")
                  .called("MSitRep by month (CSV)")),
          of(
              "hes_apc_provider", "Hospital admitted patient care activity, by provider",
              LandingPage.at(DIGITAL + "hospital-admitted-patient-care-activity")
                  .releases("20\\d\\d-\\d\\d")
                  .files("hosp-epis-stat-admi-hosp-prov-.*" + TABLE)
                  .called("Hospital Admitted Patient Care Activity: Hospital provider")),
          of(
              "hes_apc_provider_level", "Hospital admitted patient care activity, provider level analysis",
              LandingPage.at(DIGITAL + "hospital-admitted-patient-care-activity")
                  .releases("20\\d\\d-\\d\\d")
                  .files("hosp-epis-stat-admi-(prov-leve|pla|prov)-.*" + TABLE)
                  .called("Hospital Admitted Patient Care Activity: Provider level analysis (CSV)")),
          of(
              "hes_apc_commissioner", "Hospital admitted patient care activity, by commissioner",
              LandingPage.at(DIGITAL + "hospital-admitted-patient-care-activity")
                  .releases("20\\d\\d-\\d\\d")
                  .files("hosp-epis-stat-admi-(icb|ccg|pct|sicbl|comm|resp)[a-z]*-.*" + TABLE)
                  .called("Hospital Admitted Patient Care Activity: Commissioner level analysis")),
          of(
              "tac", "Trust accounts consolidation",
              LandingPage.at(ENGLAND + "financial-accounting-and-reporting/nhs-providers-tac-data-publications/")
                  .files(".*data[-_ ]published[-_ ]in[-_ ].*accounts?.*" + TABLE)
                  .called("TAC data published in NHS trusts' accounts")),
          of(
              "reference_costs", "National cost collection and reference costs",
              LandingPage.at(ENGLAND + "costing-in-the-nhs/national-cost-collection/")
                  .files(
                      ".*national[-_ ]schedule[-_ ]of[-_ ](nhs|reference)[-_ ]costs.*" + TABLE,
                      "20\\d{4}[-_ ]?ReferenceCostData.*" + TABLE)
                  .called("National schedule of NHS costs")),
          of(
              "allocations_workbooks", "Allocations: overall weighted populations",
              LandingPage.at(ENGLAND + "allocations/")
                  .files("j[-_ ]+overall[-_ ]weighted[-_ ]populations[-_ ].*" + TABLE)
                  .called("J - overall weighted populations")),
          of(
              "trust_catchment_tables", "Acute trust catchment populations",
              LandingPage.at(
                      "https://www.gov.uk/government/statistics/"
                          + "nhs-acute-hospital-trust-catchment-populations-april-2026")
                  .files(".*acute[-_ ]hospital[-_ ]trust[-_ ]catchment[-_ ]populations.*" + TABLE)
                  .called("NHS acute hospital trust catchment populations: data tables")),
          of(
              "acs_nhsof", "NHS Outcomes Framework, ambulatory care sensitive conditions",
              LandingPage.at(DIGITAL + "nhs-outcomes-framework-indicators")
                  .releases(".*20\\d\\d.*")
                  .files("NHSOF_(2[._]3[._]?i+|3[._]?[ab])_I\\d+_D.*" + TABLE)
                  .called("NHSOF 2.3.i and 2.3.ii: data")),
          of(
              "acs_ccgois", "CCG Outcomes Indicator Set, ambulatory care sensitive conditions",
              LandingPage.at(DIGITAL + "ccg-outcomes-indicator-set")
                  .releases(".*20\\d\\d.*")
                  .files("CCG_(2[._][67]|3[._][12])_I\\d+_D.*" + TABLE)
                  .called("CCG OIS 2.6, 2.7 and 3.1: data")),
          of(
              "readmissions", "Compendium: emergency readmissions",
              LandingPage.at(DIGITAL + "compendium-emergency-readmissions/current")
                  .releases("emergency-readmissions-to-hospital-within-30-days.*")
                  .files(".*I02040.*" + TABLE)
                  .called("Emergency readmissions within 30 days: data (I02040)")),
          of(
              "population_lsoa", "Population of lower layer super output areas, mid-year",
              LandingPage.at(ONS + "lowersuperoutputareamidyearpopulationestimates")
                  .files(LSOA)
                  .called("editions by lower layer super output area and single year of age"),
              LandingPage.at(ONS + "lowersuperoutputareamidyearpopulationestimatesnationalstatistics")
                  .files(LSOA)
                  .called("editions by lower layer super output area and broad age group")),
          of(
              "deflators", "GDP deflators of HM Treasury",
              LandingPage.at(GOV_UK + "collections/gdp-deflators-at-market-prices-and-money-gdp")
                  .releases("gdp-deflators-at-market-prices-and-money-gdp-.*")
                  .below("/government/statistics")
                  .files(".*GDP[-_ ]deflators[-_ ].*" + TABLE)
                  .called("GDP deflators at market prices, and money GDP")),
          of(
              "deprivation", "English indices of deprivation",
              deprivation(2025),
              deprivation(2019),
              deprivation(2015)),
          byHand(
              "mar_pct", "Monthly hospital activity by primary care trust, 2008 to 2012",
              "No page is known that links the tables before April 2012; look under earlier years on " + AREAS
                  + "hospital-activity/monthly-hospital-activity/mar-data/"),
          byHand(
              "hospital_sites", "Hospital sites with codes and coordinates",
              "Save Hospital.csv from the page of data downloads, "
                  + "https://www.nhs.uk/about-us/nhs-website-datasets/"),
          byHand(
              "small_area_centroids", "Population weighted centroids of small areas",
              "Search for 'population weighted centroids' on the Open Geography Portal, "
                  + "https://geoportal.statistics.gov.uk, and save the table as CSV"),
          byHand(
              "fingertips", "Public health indicators of Fingertips",
              "Choose an indicator on https://fingertips.phe.org.uk and save its data as CSV; its number is in the "
                  + "column Indicator ID"));

  private UnreadPublications() {}

  private static UnreadPublication of(String id, String title, LandingPage... landings) {
    return new UnreadPublication(id, title, DownloadSource.from(landings));
  }

  private static UnreadPublication byHand(String id, String title, String where) {
    return new UnreadPublication(id, title, DownloadSource.byHand(where));
  }

  private static LandingPage deprivation(int year) {
    return LandingPage.at(GOV_UK + "statistics/english-indices-of-deprivation-" + year)
        .files("File[-_ ]+\\d+[-_ ].*(IMD|ID|IoD)[-_ ]?" + year + ".*" + TABLE)
        .called("File 1 to File 14: scores, ranks, deciles, and summaries by area");
  }

  /** Returns the publications that no dataset of the program reads. */
  public static List<UnreadPublication> all() {
    return ALL.stream().filter(p -> Datasets.find(p.id()).isEmpty()).toList();
  }

  /** Returns the publications that neither a dataset of the program reads nor one of these. */
  public static List<UnreadPublication> without(List<Dataset> datasets) {
    return all().stream().filter(p -> datasets.stream().noneMatch(d -> d.id().equals(p.id()))).toList();
  }
}
