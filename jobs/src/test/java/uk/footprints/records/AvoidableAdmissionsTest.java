package uk.footprints.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.SparkTestSession;
import uk.footprints.records.episode.EpisodeIngest;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.StayMeasure;

/**
 * Which emergency admissions are avoidable, as the job counts them: for each rule an admission on either side of it,
 * each at a provider of its own. Sources: NHS Digital, specifications of NHS Outcomes Framework 2.3.i and 3a; CCG framework
 * 127b.
 */
class AvoidableAdmissionsTest {

  private static final List<StayMeasure> LISTS = List.of(
      StayMeasure.ACS_NHSOF_2_3_I, StayMeasure.ACS_NHSOF_3A, StayMeasure.ACS_URGENT_CARE_SENSITIVE);

  @TempDir java.nio.file.Path folder;

  /** An admission as its first episode says it. */
  private record Admission(String diagnosis, String secondary, String operation, String age, String method,
      String source, String patientClass, int order) {

    static Admission of(String diagnosis) {
      return new Admission(diagnosis, "", "", "40", "21", "19", "1", 1);
    }

    Admission with(String secondary) {
      return new Admission(diagnosis, secondary, operation, age, method, source, patientClass, order);
    }

    Admission operated(String code) {
      return new Admission(diagnosis, secondary, code, age, method, source, patientClass, order);
    }

    Admission aged(String years) {
      return new Admission(diagnosis, secondary, operation, years, method, source, patientClass, order);
    }

    Admission admitted(String by, String from) {
      return new Admission(diagnosis, secondary, operation, age, by, from, patientClass, order);
    }

    Admission as(String kind, int episode) {
      return new Admission(diagnosis, secondary, operation, age, method, source, kind, episode);
    }
  }

  /** Which lists an admission is expected in: c for chronic (2.3.i), a for acute (3a), u for urgent care sensitive. */
  private final List<String> expected = new ArrayList<>();

  private final List<Admission> admissions = new ArrayList<>();

  @Test
  void everyExclusionHasTwoSides() throws IOException {
    rulesOfAdmissions();
    rulesOfChronicConditions();
    rulesOfAcuteConditions();
    rulesOfUrgentConditions();
    assertThat(counted()).isEqualTo(expected);
  }

  @Test
  void everyPublishedCodeIsCounted() throws IOException {
    for (String[] cells : rows()) {
      String secondary = cells[4].split(" ")[0];
      String[] ages = cells[7].split("-", -1);
      String age = cells[7].isEmpty() ? "40" : ages[0].isEmpty() ? ages[1] : ages[0];
      String list = cells[0].equals("nhsof_2_3_i") ? "c" : cells[0].equals("nhsof_3a") ? "a" : "u";
      Admission plain = Admission.of(cells[3].isEmpty() ? "S720" : cells[3]).with(secondary).aged(age);
      expect(list, plain);
      // What the row excludes is not counted by this row; the published lists have no second row for such a code.
      for (String excluded : cells[5].isEmpty() ? new String[0] : cells[5].split(" ")) {
        expect("", plain.with(excluded));
      }
      for (String excluded : cells[6].isEmpty() ? new String[0] : cells[6].split(" ")) {
        expect("", plain.operated(excluded));
      }
    }
    List<String> counted = counted();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      boolean plain = !expected.get(i).isEmpty();
      String own = plain ? expected.get(i) : expected.subList(0, i).stream().filter(e -> !e.isEmpty())
          .reduce((a, b) -> b).orElseThrow();
      if (counted.get(i).contains(own) != plain) {
        wrong.add(admissions.get(i) + " in " + own + ": " + counted.get(i));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(expected).filteredOn(e -> !e.isEmpty()).hasSize(161);
  }

  private void rulesOfAdmissions() {
    for (String method : List.of("21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D")) {
      expect("c", Admission.of("J459").admitted(method, "19"));
    }
    for (String method : List.of("11", "12", "13", "31", "32", "81", "82", "83", "84", "89", "98", "99", "")) {
      expect("", Admission.of("J459").admitted(method, "19"));
    }
    for (String source : List.of("19", "29", "39", "49", "54", "65", "66", "79", "85", "86", "87", "88")) {
      expect("c", Admission.of("J459").admitted("21", source));
      expect("au", Admission.of("N390").admitted("21", source));
    }
    for (String source : List.of("51", "52", "53", "98", "99")) {
      expect("", Admission.of("J459").admitted("21", source));
      expect("", Admission.of("N390").admitted("21", source));
    }
    expect("c", Admission.of("J459").as("1", 1));
    for (String patientClass : List.of("2", "3", "4", "5", "8", "9", "")) {
      expect("", Admission.of("J459").as(patientClass, 1));
      expect("", Admission.of("N390").as(patientClass, 1));
    }
    expect("", Admission.of("J459").as("1", 2));
    expect("", Admission.of("N390").as("1", 2));
  }

  private void rulesOfChronicConditions() {
    expect("c", Admission.of("B180"));
    expect("c", Admission.of("B181").with("D560"));
    expect("", Admission.of("B181").with("D571"));
    expect("", Admission.of("B182"));
    expect("c", Admission.of("J459").with("D571"));
    expect("", Admission.of("J209"));
    expect("", Admission.of("J209").with("J459"));
    for (String needed : List.of("J410", "J42X", "J439", "J449", "J47X")) {
      expect("c", Admission.of("J209").with(needed));
    }
    for (String heart : List.of("I500", "I110", "J81X", "I130", "I10X", "I119")) {
      expect("c", Admission.of(heart));
      expect("", Admission.of(heart).operated("K401"));
      expect("c", Admission.of(heart).operated("L291"));
    }
    for (String listed : List.of("A011", "H221", "K401", "T202", "V254", "W371", "X011", "X292", "X401", "X599")) {
      expect("", Admission.of("I251").operated(listed));
    }
    for (String other : List.of("U051", "X371", "X601", "Y981", "Z943")) {
      expect("c", Admission.of("I251").operated(other));
    }
    expect("c", Admission.of("D501"));
    expect("", Admission.of("D500"));
    expect("cu", Admission.of("F03X"));
    expect("", Admission.of("I48X").admitted("21", "51"));
    expect("c", Admission.of("I48X").operated("K621"));
  }

  private void rulesOfAcuteConditions() {
    expect("a", Admission.of("J181"));
    expect("", Admission.of("J181").with("D570"));
    expect("a", Admission.of("J181").operated("A011"));
    expect("", Admission.of("J189"));
    expect("a", Admission.of("I240"));
    expect("", Admission.of("I240").operated("K401"));
    expect("a", Admission.of("I240").operated("U051"));
    expect("", Admission.of("I241"));
    expect("", Admission.of("K253"));
    expect("a", Admission.of("K250"));
    expect("a", Admission.of("K254"));
    expect("au", Admission.of("L031"));
    expect("u", Admission.of("L031").operated("S601"));
    expect("a", Admission.of("L010"));
    expect("", Admission.of("L010").operated("S601"));
    expect("a", Admission.of("K529").operated("H221"));
    expect("a", Admission.of("K529").with("D571"));
  }

  private void rulesOfUrgentConditions() {
    expect("u", Admission.of("R509").aged("5"));
    expect("u", Admission.of("R509").aged("7003"));
    expect("", Admission.of("R509").aged("6"));
    expect("", Admission.of("R509").aged(""));
    expect("u", Admission.of("S720").with("W19X").aged("75"));
    expect("u", Admission.of("S720").with("W000").aged("75"));
    expect("", Admission.of("S720").with("W200").aged("75"));
    expect("", Admission.of("S720").with("W19X").aged("74"));
    expect("", Admission.of("S720").aged("90"));
    expect("u", Admission.of("R074"));
    expect("", Admission.of("R071"));
  }

  private void expect(String lists, Admission admission) {
    expected.add(lists);
    admissions.add(admission);
  }

  /** The lists in which the job counts each admission. */
  private List<String> counted() throws IOException {
    List<String> header = new ArrayList<>(List.of("FYEAR", "EPIKEY", "TOKEN_PERSON_ID", "ADMIDATE", "EPISTART",
        "EPIEND", "EPISTAT", "DISDEST", "DISMETH", "SEX", "CCG_RESIDENCE", "MAINSPEF", "EPIORDER", "PROCODE3",
        "ADMIMETH", "ADMISORC", "CLASSPAT", "STARTAGE", "DIAG_4_01"));
    for (int i = 2; i <= 20; i++) {
      header.add("DIAG_4_%02d".formatted(i));
    }
    for (int i = 1; i <= 24; i++) {
      header.add("OPERTN_4_%02d".formatted(i));
    }
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (int i = 0; i < admissions.size(); i++) {
      Admission a = admissions.get(i);
      // The code is in the last of its columns for every other admission, in the first for the rest.
      text.append("1617,%d,T%d,2016-05-01,2016-05-01,2016-05-03,3,19,1,1,00C,300,%d,P%04d,%s,%s,%s,%s,%s,".formatted(
          i + 1, i, a.order, i, a.method, a.source, a.patientClass, a.age, a.diagnosis));
      text.append(i % 2 == 0 ? a.secondary + ",".repeat(18) : ",".repeat(18) + a.secondary).append(',');
      text.append(i % 2 == 0 ? a.operation + ",".repeat(23) : ",".repeat(23) + a.operation).append('\n');
    }
    Files.writeString(folder.resolve("extract.csv"), text);
    Path episodes = new Path(folder.resolve("episodes").toUri());
    assertThat(EpisodeIngest.USUAL.run(SparkTestSession.context(), ExtractFile.find(
        List.of(folder.resolve("extract.csv").toString()), new Configuration()), episodes).rejected()).isZero();
    StayBuildResult built = StayBuilder.build(SparkTestSession.context(), episodes,
        new Path(folder.resolve("stays").toUri()), StayRules.USUAL);
    assertThat(built.absent()).isEmpty();
    Map<String, long[]> byProvider = new HashMap<>();
    for (AreaCount month : built.areas().months()) {
      byProvider.put(month.area(), month.counts());
    }
    List<String> counted = new ArrayList<>();
    for (int i = 0; i < admissions.size(); i++) {
      long[] counts = byProvider.get("P%04d".formatted(i));
      StringBuilder in = new StringBuilder();
      for (int list = 0; list < LISTS.size(); list++) {
        in.append(counts[LISTS.get(list).ordinal()] > 0 ? "cau".substring(list, list + 1) : "");
      }
      counted.add(in.toString());
    }
    return counted;
  }

  private static List<String[]> rows() throws IOException {
    return new String(AvoidableAdmissionsTest.class.getResourceAsStream("/uk/footprints/reference/acs_conditions.csv")
        .readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
