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
  }

  private static AreaPopulation yearly() {
    AreaPopulation people = new AreaPopulation();
    for (int year = 2011; year <= 2024; year++) {
      people.add("stp_2016", "A", LocalDate.of(year, 6, 30), 40, year);
    }
    return people;
  }

  private static double near(Period period) {
    return yearly().near("stp_2016", "A", period);
  }

  private static String note(Period period) {
    return yearly().note("stp_2016", "A", period);
  }

  @Test
  void aFinancialYearAndAllItsMonthsTakeThePeopleOfItsJune() {
    assertThat(near(Period.financialYear(2012))).isEqualTo(2012);
    assertThat(near(Period.month(2012, 4))).isEqualTo(2012);
    assertThat(near(Period.month(2013, 3))).isEqualTo(2012);
    assertThat(near(Period.month(2013, 4))).isEqualTo(2013);
    assertThat(near(Period.quarterEnding(2013, 3))).isEqualTo(2012);
    assertThat(near(Period.day(LocalDate.of(2013, 3, 31)))).isEqualTo(2012);
    assertThat(note(Period.month(2013, 3))).isEmpty();
    assertThat(note(Period.financialYear(2024))).isEmpty();
  }

  @Test
  void theLastYearIsCarriedForwardByName() {
    assertThat(near(Period.financialYear(2025))).isEqualTo(2024);
    assertThat(note(Period.financialYear(2025))).isEqualTo("people of mid-2024, the last estimate, carried forward");
    assertThat(note(Period.month(2026, 5))).isEqualTo("people of mid-2024, the last estimate, carried forward");
    assertThat(near(Period.financialYear(2008))).isEqualTo(2011);
    assertThat(note(Period.financialYear(2008))).isEqualTo("people of mid-2011, the first estimate");
    AreaPopulation gaps = new AreaPopulation();
    gaps.add("stp_2016", "A", LocalDate.of(2015, 6, 30), 1, 1);
    gaps.add("stp_2016", "A", LocalDate.of(2020, 6, 30), 1, 1);
    assertThat(gaps.note("stp_2016", "A", Period.financialYear(2016)))
        .isEqualTo("people of mid-2015, the nearest estimate");
    assertThat(gaps.note("stp_2016", "B", Period.financialYear(2016))).isEmpty();
  }

  @Test
  void listsAreThoseOfTheMonthOrTheNearest() {
    AreaPopulation lists = new AreaPopulation();
    for (int month = 1; month <= 3; month++) {
      LocalDate day = LocalDate.of(2020, month, 1);
      double[] ages = new double[AreaPopulation.AGES];
      ages[0] = month;
      lists.add("stp_2016", "A", new PopulationSource(day, day, PopulationSource.LISTS, null, false), ages,
          PopulationDivision.MEMBERS);
    }
    Period february = Period.month(2020, 2);
    assertThat(lists.near("stp_2016", "A", february)).isEqualTo(2);
    assertThat(lists.note("stp_2016", "A", february)).isEqualTo("patients on GP lists of 2020-02-01");
    assertThat(lists.near("stp_2016", "A", Period.month(2021, 1))).isEqualTo(3);
    assertThat(lists.note("stp_2016", "A", Period.month(2021, 1)))
        .isEqualTo("patients on GP lists of 2020-03-01, the nearest list");
  }

  @Test
  void theLandOfAnEstimateIsThatOfItsBoundaries() {
    AreaPopulation people = new AreaPopulation();
    LocalDate day = LocalDate.of(2011, 6, 30);
    LocalDate published = LocalDate.of(2024, 11, 25);
    people.add(
        "stp_2016", "A", new PopulationSource(day, published, PopulationSource.REBASED, published, false),
        new double[AreaPopulation.AGES], PopulationDivision.MEMBERS);
    assertThat(people.land("stp_2016", "A", Period.financialYear(2011))).isEqualTo(published);
    assertThat(people.day("stp_2016", "A", Period.financialYear(2011))).isEqualTo(day);
  }
}
