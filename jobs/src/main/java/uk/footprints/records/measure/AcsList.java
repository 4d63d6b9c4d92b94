package uk.footprints.records.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list of ambulatory care sensitive conditions: admissions that care outside hospital can often prevent. Lists do not
 * give the same totals, so a measure names its list. Table: {@code data/reference/acs_conditions.csv}.
 *
 * @param name the list
 * @param prefixes primary diagnoses in it, ICD-10 without the dot, the start of a code
 */
public record AcsList(String name, List<String> prefixes) implements Serializable {

  /** A list of the reference table: {@code nhsof_2_3_i} or {@code nineteen}. */
  public static AcsList named(String name) {
    try (InputStream in = AcsList.class.getResourceAsStream("/uk/footprints/reference/acs_conditions.csv")) {
      List<String> prefixes = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
          .map(line -> line.split(",")).filter(cells -> cells[0].equals(name)).map(cells -> cells[3]).toList();
      if (prefixes.isEmpty()) {
        throw new IllegalArgumentException("no list " + name);
      }
      return new AcsList(name, prefixes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a primary diagnosis is in the list. */
  public boolean has(String diagnosis) {
    return prefixes.stream().anyMatch(diagnosis::startsWith);
  }
}
