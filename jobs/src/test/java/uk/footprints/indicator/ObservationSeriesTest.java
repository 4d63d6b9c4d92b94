package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;

class ObservationSeriesTest {

  private static final Period MAY = Period.month(2018, 5);
  private static final Period JUNE = Period.month(2018, 6);

  @Test
  void oneCodeInTwoRolesHasTwoSeries() {
    ObservationSeries figures = new ObservationSeries();
    figures.add("d", "m", "provider", "NX1", MAY, 10);
    figures.add("d", "m", "commissioner", "NX1", MAY, 70);
    figures.add("d", "m", "provider", "NX1", JUNE, 11);
    figures.add("d", "m", "commissioner", "NX1", JUNE, 71);
    figures.add("d", "m", "commissioner", "07P", JUNE, 5);
    assertThat(figures.of("d", "m", "provider").get("NX1").value(MAY)).isEqualTo(10);
    assertThat(figures.of("d", "m", "provider").get("NX1").value(JUNE)).isEqualTo(11);
    assertThat(figures.of("d", "m", "commissioner").get("NX1").value(MAY)).isEqualTo(70);
    assertThat(figures.of("d", "m", "commissioner").get("NX1").value(JUNE)).isEqualTo(71);
    assertThat(figures.of("d", "m", "commissioner")).containsOnlyKeys("NX1", "07P");
    assertThat(figures.of("d", "m", "provider")).containsOnlyKeys("NX1");
  }
}
