package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;

/** Publications of urgent care that no folder of ours has, made up here, and the headlines that they answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("integration")
class UrgentCareHeadlinesTest {

  @TempDir static Path folder;
  private String store;

  @BeforeAll
  void refresh() throws IOException {
    write("in/Daily-discharge-sitrep-monthly-data-CSV-webfile-March2023.csv", discharges());
    write("in/AmbSYS-to-Mar-2024.csv", ambulances());
    write("in/Regional_CSV_Mar_23.csv", appointments());
    store = folder.resolve("store").toString();
    CommandLineRunner run =
        CommandLineRunner.run("refresh", "--from", folder.resolve("in").toString(), "--to", store);
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  /** Ninety days of 13,000 and 14,246 in turn are 13,623 on average. */
  private static String discharges() {
    StringBuilder text = new StringBuilder("Period,Level,Region,ICB,Org Code,Org Name,Metric,Value\n");
    for (int day = 0; day < 90; day++) {
      LocalDate date = LocalDate.of(2023, 1, 1).plusDays(day);
      String when = "%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
      int remaining = day % 2 == 0 ? 13_000 : 14_246;
      for (String level : List.of("National,[z],[z],ENG,England", "PROVIDER,London,North West London,R1K,A trust")) {
        int share = level.startsWith("National") ? 1 : 10;
        text.append("%s,%s,Number of patients who no longer meet the criteria to reside,%d%n"
            .formatted(when, level, 20_000 / share));
        text.append("%s,%s,Number of patients remaining in hospital who no longer meet the criteria to reside,%d%n"
            .formatted(when, level, remaining / share));
        text.append("%s,%s,Number of patients discharged,%s%n".formatted(when, level, day == 3 ? "[z]" : "7000"));
      }
    }
    return text.toString();
  }

  private static String ambulances() {
    StringBuilder text =
        new StringBuilder("Year,Month,Region,Org Code,Org Name,A7,A8,A10,A11,A12,A24,A30,A31,A33,A36\n");
    for (int i = 0; i < 12; i++) {
      int month = (i + 3) % 12 + 1;
      int year = i < 9 ? 2023 : 2024;
      text.append("%d,%d,Eng,Eng,England,700,100,300,200,.,50000,654900,2183,900000,.%n".formatted(year, month));
      text.append(
          "%d,%d,Y56,RRU,London Ambulance Service,70,10,30,20,.,5000,65490,2183,90000,.%n".formatted(year, month));
    }
    return text.toString();
  }

  private static String appointments() {
    StringBuilder text =
        new StringBuilder(
            "SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_ONS_CODE,SUB_ICB_LOCATION_NAME,ICB_ONS_CODE,ICB_NAME,"
                + "REGION_ONS_CODE,REGION_NAME,APPOINTMENT_MONTH,APPT_STATUS,HCP_TYPE,APPT_MODE,"
                + "TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS\n");
    String[] months = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    for (int i = 0; i < 12; i++) {
      String month = "01" + months[(i + 3) % 12] + (i < 9 ? 2022 : 2023);
      for (String place : List.of("W2U3Z,E38000256,NHS North West London ICB - W2U3Z,E54000027,North West London",
          "93C,E38000255,NHS North Central London ICB - 93C,E54000028,North Central London")) {
        text.append("%s,E40000003,London,%s,Attended,GP,Face-to-Face,Same Day,13000000%n".formatted(place, month));
        text.append("%s,E40000003,London,%s,DNA,GP,Telephone,1 Day,1000000%n".formatted(place, month));
      }
    }
    return text.toString();
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String query(String sql) {
    CommandLineRunner run = CommandLineRunner.run("query", sql, "--at", store, "--format", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out().strip();
  }

  private String headline(String id) {
    return query("select ours_same_window, status from headlines where headline = '" + id + "'");
  }

  @Test
  void headlinesAreAnswered() {
    assertThat(headline("without_criteria_to_reside"))
        .isEqualTo("{\"ours_same_window\":13623,\"status\":\"answered\"}");
    assertThat(headline("gp_appointments")).isEqualTo("{\"ours_same_window\":336,\"status\":\"answered\"}");
    assertThat(headline("target_category_2")).startsWith("{\"ours_same_window\":36.38333").endsWith("\"answered\"}");
  }

  @Test
  void everyRowIsAccountedFor() {
    assertThat(query("select count(*) n, sum(appointments) a from gp_appointments"))
        .isEqualTo("{\"n\":48,\"a\":336000000}");
    assertThat(query("select count(*) n from discharge_sitrep where period_start = period_end"))
        .isEqualTo("{\"n\":540}");
    assertThat(query("select count(*) n from observations where dataset = 'ambulance_systems' and org_role = 'country'"
        + " and period_start = '2023-04-01' and status = 'reported'")).isEqualTo("{\"n\":7}");
  }
}
