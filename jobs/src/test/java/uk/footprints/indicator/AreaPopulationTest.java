package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;

class AreaPopulationTest {

  private static AreaPopulation people() {
    AreaPopulation people = new AreaPopulation();
    people.add("stp_2016", "A", LocalDate.of(2017, 6, 30), 0, 10);
    people.add("stp_2016", "A", LocalDate.of(2018, 6, 30), 4, 20);
    return people;
  }

  private static Double within(int year) {
    double[] ages = people().within("stp_2016", "A", Period.financialYear(year));
    return ages == null ? null : Arrays.stream(ages).sum();
  }

  @Test
  void anEstimateStandsForTheYearInWhichItsDayLies() {
    assertThat(within(2016)).isNull();
    assertThat(within(2017)).isEqualTo(10);
    assertThat(within(2018)).isEqualTo(20);
    assertThat(within(2019)).isNull();
    assertThat(people().within("stp_2016", "B", Period.financialYear(2017))).isNull();
  }

  @Test
  void bandsOfFiveYearsStandAtTheirFirstAge() {
    assertThat(new int[] {AreaPopulation.band(0), AreaPopulation.band(4), AreaPopulation.band(5), AreaPopulation.band(89), AreaPopulation.band(104)})
        .containsExactly(0, 0, 5, 85, 90);
    double[] weights = new double[AreaPopulation.AGES];
    weights[0] = 5;
    weights[90] = 7;
    double[] banded = AreaPopulation.banded(weights);
    assertThat(banded[0]).isEqualTo(1);
    assertThat(banded[90]).isEqualTo(7);
    assertThat(Arrays.stream(banded).sum()).isEqualTo(8);
  }
}
