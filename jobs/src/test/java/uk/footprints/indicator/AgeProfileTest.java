package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;

/** Indirect standardisation by people who count as often as their age is admitted. */
class AgeProfileTest {

  private static final LocalDate DAY = LocalDate.of(2018, 6, 30);
  private static final List<String> BANDS = List.of("01. 0 - 4", "02. 5 - 64", "03. 65 - 89", "04. 90+", "99. unknown");

  private static AreaPopulation england() {
    AreaPopulation people = new AreaPopulation();
    for (int age = 0; age < AreaPopulation.AGES; age++) {
      people.add("country", "E92000001", DAY, age, 1_000);
      people.add("stp_2016", "OLD", DAY, age, age >= 65 ? 100 : 50);
    }
    return people;
  }

  private static List<AgeProfile.Count> counts(int months) {
    List<AgeProfile.Count> counts = new ArrayList<>();
    for (int m = 0; m < months; m++) {
      LocalDate month = LocalDate.of(2018, 4, 1).plusMonths(m);
      BANDS.forEach(band -> counts.add(new AgeProfile.Count(band, month, band.startsWith("03") ? 250 : 50)));
    }
    return counts;
  }

  @Test
  void theAveragePersonCountsOnce() {
    AreaPopulation people = england();
    double[] weights = AgeProfile.of(counts(12), people).orElseThrow().weights();
    Period year = Period.financialYear(2018);
    assertThat(people.weighted(weights, people).near("country", "E92000001", year))
        .isCloseTo(people.near("country", "E92000001", year), within(1e-6));
    assertThat(people.weighted(weights, people).near("stp_2016", "OLD", year))
        .isGreaterThan(people.near("stp_2016", "OLD", year));
  }

  /** O over weighted people is O/E times the crude rate, E being the sum of national rates by people. */
  @Test
  void aRateOfWeightedPeopleIsIndirectlyStandardised() {
    AreaPopulation people = england();
    double[] weights = AgeProfile.of(counts(12), people).orElseThrow().weights();
    Period year = Period.financialYear(2018);
    double crude = 12 * (50 + 50 + 250 + 50) / 91_000.0;
    double expected = 0;
    for (int age = 0; age < AreaPopulation.AGES; age++) {
      double of = age < 5 ? 5 : age < 65 ? 60 : age < 90 ? 25 : 1;
      double events = age >= 65 && age < 90 ? 250 : 50;
      expected += 12 * events / (of * 1_000) * (age >= 65 ? 100 : 50);
    }
    double observed = 80;
    assertThat(observed / people.weighted(weights, people).near("stp_2016", "OLD", year))
        .isCloseTo(observed / expected * crude, within(1e-12));
  }

  @Test
  void aYearWithAMonthMissingIsNone() {
    assertThat(AgeProfile.of(counts(11), england())).isEmpty();
    assertThat(AgeProfile.of(counts(12), new AreaPopulation())).isEmpty();
  }
}
