package uk.footprints.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;

/** What a text says about a financial year, and what it does not say. */
class PeriodSourceTest {

  private static final PeriodSource YEARS =
      new PeriodSource(
          PeriodKind.FINANCIAL_YEAR, List.of("columns"), Optional.empty(), "", Optional.empty(), Optional.empty());

  @Test
  void twoYearsAreAFinancialYear() {
    for (String text : List.of("2020/21", "2020-21", "20/21", "20-21", "2020-2021")) {
      assertThat(YEARS.parse(text)).as(text).contains(Period.financialYear(2020));
    }
    assertThat(YEARS.parse("1819")).contains(Period.financialYear(2018));
  }

  @Test
  void oneYearIsNoFinancialYear() {
    for (String text : List.of("2021", "2020", "1920", "2020/22")) {
      assertThat(YEARS.parse(text)).as(text).isEmpty();
    }
  }
}
