package uk.footprints.records.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A list of ambulatory care sensitive conditions: admissions that care outside hospital can often prevent. Lists do not
 * give the same totals, so a measure names its list. Table: {@code data/reference/acs_conditions.csv}.
 *
 * @param name the list
 * @param conditions its rows
 */
public record AcsList(String name, List<AcsCondition> conditions) implements Serializable {

  private static final Set<String> METHODS = Set.of("21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D");
  private static final Set<String> SOURCES_EXCLUDED = Set.of("51", "52", "53", "98", "99");
  private static final int COLUMNS = 9;

  /** A list of the reference table: {@code nhsof_2_3_i}, {@code nhsof_3a} or {@code urgent_care_sensitive}. */
  public static AcsList named(String name) {
    List<AcsCondition> conditions =
        rows().filter(cells -> cells[0].equals(name)).map(AcsCondition::of).toList();
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("no list " + name);
    }
    return new AcsList(name, conditions);
  }

  /** The secondary diagnoses that any list asks for, each the start of a code. */
  public static List<String> secondaries() {
    return rows().map(AcsCondition::of)
        .flatMap(c -> Stream.concat(c.secondaryNeeded().stream(), c.secondaryExcluded().stream()))
        .distinct().sorted().toList();
  }

  /** The operations that any list asks for, each the start of a code. */
  public static List<String> operations() {
    return rows().map(AcsCondition::of).flatMap(c -> c.operationsExcluded().stream()).distinct().sorted().toList();
  }

  /** ADMIMETH that the specifications count as an emergency. */
  public static boolean isMethod(String method) {
    return METHODS.contains(method);
  }

  /** ADMISORC that they count: no transfer from a hospital, and known. */
  public static boolean isSource(String source) {
    return !SOURCES_EXCLUDED.contains(source);
  }

  /** Whether an episode's codes are in the list. */
  public boolean has(String diagnosis, Collection<String> secondary, Collection<String> operations, int years) {
    return conditions.stream().anyMatch(c -> c.holds(diagnosis, secondary, operations, years));
  }

  /** The conditions with a primary diagnosis. */
  public List<AcsCondition> of(String diagnosis) {
    return conditions.stream().filter(c -> !diagnosis.isEmpty() && diagnosis.startsWith(c.primary())).toList();
  }

  private static Stream<String[]> rows() {
    try (InputStream in = AcsList.class.getResourceAsStream("/uk/footprints/reference/acs_conditions.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
          .map(line -> line.split(",", COLUMNS)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
