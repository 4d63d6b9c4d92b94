package uk.footprints.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random tables of fixed seeds through every method, as {@link TableProperties} has it. {@code -Drandom.tables=N} sets
 * the number of tables for each method.
 */
class RandomTablesTest {

  private static final int SPREAD = 10_000;
  private static final int EACH = 10_000;

  private static List<StatMethod<?>> methods() {
    return StatMethods.all().stream()
        .<StatMethod<?>>map(method -> method instanceof SiiMethod ? new SiiMethod(40) : method)
        .toList();
  }

  private static void hold(int usual) {
    int tables = Integer.getInteger("random.tables", usual);
    List<StatMethod<?>> methods = methods();
    assertThat(methods.stream().flatMap(method -> TableProperties.faults(method, tables)).toList()).isEmpty();
  }

  @Test
  void tenThousandTablesSpreadOverTheMethods() {
    hold(1 + SPREAD / methods().size());
  }

  @Test
  @Tag("integration")
  void tenThousandTablesThroughEachMethod() {
    hold(EACH);
  }
}
