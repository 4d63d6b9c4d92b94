package uk.footprints.records.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcsListTest {

  private static final String LISTED = "A-T V W X0-X2 X4-X5";

  @Test
  void theTableDiffersNowhereFromThePublishedCodes() throws IOException {
    Set<String> ours = new TreeSet<>();
    for (String[] cells : lines("/uk/footprints/reference/acs_conditions.csv").skip(1)
        .map(line -> line.split(",", -1)).toList()) {
      assertThat(cells).hasSize(9);
      ours.add(String.join("|", cells[0], cells[3], cells[4], cells[5], cells[6], cells[7]));
    }
    Set<String> published = new TreeSet<>();
    for (String[] cells : lines("/reference/acs_published_codes.txt").filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[|]", -1)).toList()) {
      String operations = cells[4].strip().equals("listed") ? LISTED : cells[4].strip();
      for (String code : codes(cells[1].strip())) {
        published.add(String.join("|", cells[0].strip(), code.equals("any") ? "" : code,
            String.join(" ", codes(cells[2].strip())), cells[3].strip(), String.join(" ", codes(operations)),
            cells[5].strip()));
      }
    }
    Set<String> differences = new TreeSet<>(ours);
    differences.addAll(published);
    differences.removeIf(row -> ours.contains(row) && published.contains(row));
    System.out.printf("%d rows of acs_conditions.csv, %d published codes, %d differences%n",
        ours.size(), published.size(), differences.size());
    assertThat(differences).isEmpty();
    assertThat(ours).hasSize(161);
  }

  @Test
  void everyRowNamesASourceThatIsNotMemory() throws IOException {
    assertThat(lines("/uk/footprints/reference/acs_conditions.csv").skip(1).map(line -> line.split(",", -1)[8]))
        .allMatch(source -> !source.isBlank() && !source.contains("memory"));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "nhsof_2_3_i, B180, -, -, 40, true", "nhsof_2_3_i, B180, D57, -, 40, false",
      "nhsof_2_3_i, J209, -, -, 40, false", "nhsof_2_3_i, J209, J44, -, 40, true",
      "nhsof_2_3_i, J459, D57, -, 40, true", "nhsof_2_3_i, I500, -, K, 40, false",
      "nhsof_2_3_i, I500, -, W, 40, true", "nhsof_2_3_i, I251, -, W, 40, false",
      "nhsof_2_3_i, I251, -, U051, 40, true", "nhsof_2_3_i, I251, -, X3, 40, true",
      "nhsof_2_3_i, I10X, -, -, 3, true", "nhsof_2_3_i, L031, -, -, 40, false", "nhsof_2_3_i, '', -, -, 40, false",
      "nhsof_3a, L031, -, -, 40, true", "nhsof_3a, L031, -, S60, 40, false", "nhsof_3a, J181, D57, -, 40, false",
      "nhsof_3a, K253, -, -, 40, false", "nhsof_3a, K254, -, -, 40, true",
      "urgent_care_sensitive, R509, -, -, 5, true", "urgent_care_sensitive, R509, -, -, 6, false",
      "urgent_care_sensitive, R509, -, -, -1, false", "urgent_care_sensitive, S720, W0, -, 75, true",
      "urgent_care_sensitive, S720, W1, -, 74, false", "urgent_care_sensitive, S720, -, -, 80, false"})
  void appliesTheExclusions(
      String list, String diagnosis, String secondary, String operation, int years, boolean counts) {
    assertThat(AcsList.named(list).has(diagnosis, codesOrNone(secondary), codesOrNone(operation), years))
        .isEqualTo(counts);
  }

  @Test
  void admitsEmergenciesThatAreNoTransfers() {
    assertThat(List.of("21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D")).allMatch(AcsList::isMethod);
    assertThat(List.of("11", "13", "31", "81", "67", "")).noneMatch(AcsList::isMethod);
    assertThat(List.of("51", "52", "53", "98", "99")).noneMatch(AcsList::isSource);
    assertThat(List.of("19", "54", "29")).allMatch(AcsList::isSource);
  }

  private static List<String> codesOrNone(String code) {
    return code == null ? List.of() : List.of(code);
  }

  private static Stream<String> lines(String resource) throws IOException {
    return new String(AcsListTest.class.getResourceAsStream(resource).readAllBytes(), StandardCharsets.UTF_8)
        .lines().toList().stream();
  }

  /** Codes without dots, runs spelt out. */
  private static List<String> codes(String cell) {
    List<String> codes = new ArrayList<>();
    for (String word : cell.isEmpty() ? new String[0] : cell.replace(".", "").split(" ")) {
      String[] ends = word.split("-");
      int last = ends[0].length() - 1;
      if (ends.length == 1) {
        codes.add(word);
      } else if (last == 0) {
        for (char letter = ends[0].charAt(0); letter <= ends[1].charAt(0); letter++) {
          codes.add(String.valueOf(letter));
        }
      } else {
        for (char digit = ends[0].charAt(last); digit <= ends[1].charAt(last); digit++) {
          codes.add(ends[0].substring(0, last) + digit);
        }
      }
    }
    return codes;
  }
}
