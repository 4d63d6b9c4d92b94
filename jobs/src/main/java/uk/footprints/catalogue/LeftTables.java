package uk.footprints.catalogue;

import java.util.List;
import uk.footprints.fetch.LeftTable;

/** Tables of the publishers' pages that no dataset is meant to read, each with the reason that a list states. */
public final class LeftTables {

  private static final String ENGLAND = "www.england.nhs.uk";
  private static final String DIGITAL = "files.digital.nhs.uk";
  private static final String ONS = "www.ons.gov.uk";

  private static final List<LeftTable> ALL =
      List.of(
          LeftTable.of(
              ENGLAND, ".*quarter.*AE.*|.*AE.*quarter.*|quarter(ly)?[-_ ].*",
              "no dataset reads it: quarterly A&E, sums of the months that ae_attendances has"),
          LeftTable.of(
              ENGLAND, ".*(?<!un)adjusted.*",
              "no dataset reads it: time series adjusted by the publisher; ae_timeseries has it as published"),
          LeftTable.of(
              ENGLAND, ".*growth.*", "no dataset reads it: growth rates, computed from tables that are published"),
          LeftTable.of(
              ENGLAND, ".*acute[-_ ]trust[-_ ]attribution.*",
              "no dataset reads it: shares of walk-in attendances by acute trust, in a layout of their own"),
          LeftTable.of(
              ENGLAND, "trust[-_ ]type[-_ ]b.*", "no dataset reads it: delays by trust; dtoc has them by council"),
          LeftTable.of(
              ENGLAND, "beds[-_ ]time-?series.*",
              "no dataset reads it: beds of England by quarter; kh03_beds has them by trust"),
          LeftTable.of(
              ENGLAND, "(MAR|MSitRep).*time[-_ ]?series.*",
              "no dataset reads it: England by month, sums of the monthly files"),
          LeftTable.of(ENGLAND, "QAR[-_ ].*", "no dataset reads it: quarterly hospital activity"),
          LeftTable.of(
              ENGLAND,
              ".*(ambulance|nhs[-_ ]?111|111[-_ ]for|covid|staff[-_ ]absence|discharge[-_ ](delays|sitrep)).*"
                  + "|.*part[-_ ]?b[-_ ].*",
              "no dataset reads it: another collection beside the daily report on beds and A&E"),
          LeftTable.of(
              ENGLAND, ".*(uec|winter|daily)[-_ ].*(sitrep|sr)[-_ ].*",
              "no dataset reads it: single weeks or a part; uec_sitrep has the time series of the winter"),
          LeftTable.of(
              DIGITAL, "hosp-epis-stat-.*",
              "no dataset reads it: admissions of England by diagnosis, operation or year, without organisations"),
          LeftTable.of(
              DIGITAL, "gp-reg-pat-prac-.*",
              "no dataset reads it: another table of practice lists; registered_patients has single years of age by "
                  + "board and sub-location"),
          LeftTable.of(
              ONS, "(corrected)?(sape.*(dt[1234](?!\\d)|msoasyoa|msoabroad).*)",
              "no dataset reads it: other ages by middle layer super output area; population_small_area has five-year "
                  + "groups"),
          LeftTable.of(
              "www.odsdatasearchandexport.nhs.uk", ".*",
              "no dataset reads it: a report of the register that places no trust, commissioner or practice"));

  private LeftTables() {}

  /** Returns all such tables; the first that matches states the reason. */
  public static List<LeftTable> all() {
    return ALL;
  }
}
