package uk.footprints.records.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.runtime.ExitCode;

/** {@code stays --case-mix} on artificial episodes, from extracts to tables, against the risks that they were made with. */
@Tag("integration")
class CaseMixRecordsTest {

  @TempDir static Path folder;

  private static List<Map<String, String>> ratios;
  private static List<Map<String, String>> coefficients;

  @BeforeAll
  static void build() throws IOException {
    CommandLineRunner.run("sample", "hes", "--rows", "60000", "--seed", "21", "--to", folder.resolve("in").toString());
    CommandLineRunner stays = CommandLineRunner.run("stays", "--from", folder.resolve("in").toString(), "--to",
        folder.resolve("out").toString(), "--case-mix");
    assertThat(stays.exit()).as(stays.err()).isEqualTo(ExitCode.DONE);
    assertThat(stays.err()).contains("case_mix/case_mix_ratios.csv")
        .contains("Case mix, deaths in hospital: deprivation_tenth is left out of the model: the records lack");
    ratios = table("case_mix_ratios");
    coefficients = table("case_mix_coefficients");
  }

  private static List<Map<String, String>> table(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out/case_mix/" + name + ".csv"));
    List<String> head = List.of(lines.get(0).split(","));
    return lines.stream().skip(1).map(line -> {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(head.get(i), cells[i]);
      }
      return row;
    }).toList();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void observedAndExpectedAreTheSameInSum() {
    for (String outcome : List.of("readmission", "death", "zero_day", "bed_days")) {
      for (String method : List.of("model", "cells")) {
        List<Map<String, String>> rows = ratios.stream().filter(row -> row.get("outcome").equals(outcome)
            && row.get("method").equals(method) && row.get("area_role").equals("provider")).toList();
        assertThat(rows).as(outcome).hasSizeGreaterThan(100);
        assertThat(rows.stream().mapToDouble(row -> number(row, "expected")).sum()).as(outcome + method)
            .isCloseTo(rows.stream().mapToDouble(row -> number(row, "observed")).sum(), within(0.01));
      }
    }
    assertThat(ratios).allMatch(row -> row.get("records").equals("artificial"));
    assertThat(ratios).anyMatch(row -> row.get("area_role").equals("footprint") && row.get("geography").equals("stp_2016"));
  }

  @Test
  void trustsThatAreWorseOrBetterThanTheirPatientsExplainAreFound() throws IOException {
    Map<String, Double> truth = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("in/.truth_of_risks.csv"))) {
      String[] cells = line.split(",");
      if (cells[1].equals("provider")) {
        truth.put(cells[2], Double.parseDouble(cells[3]));
      }
    }
    assertThat(truth).hasSizeGreaterThan(10);
    Map<Double, double[]> sums = new HashMap<>();
    ratios.stream().filter(row -> row.get("outcome").equals("readmission") && row.get("method").equals("model")
            && row.get("area_role").equals("provider"))
        .forEach(row -> {
          double[] sum = sums.computeIfAbsent(truth.getOrDefault(row.get("area_code"), 0.0), effect -> new double[2]);
          sum[0] += number(row, "observed");
          sum[1] += number(row, "expected");
        });
    assertThat(sums.get(0.7)[0] / sums.get(0.7)[1]).isGreaterThan(1.3);
    assertThat(sums.get(-0.7)[0] / sums.get(-0.7)[1]).isLessThan(0.75);
    assertThat(sums.get(0.0)[0] / sums.get(0.0)[1]).isBetween(0.9, 1.05);
  }

  @Test
  void heartFailureRaisesTheRiskOfDeathAsItWasMade() {
    Map<String, String> row = coefficients.stream().filter(c -> c.get("outcome").equals("death")
        && c.get("covariate").equals("heart_failure") && c.get("use").equals("feature")).findFirst().orElseThrow();
    assertThat(number(row, "coefficient")).isCloseTo(0.6, within(3.5 * number(row, "standard_error")));
  }
}
