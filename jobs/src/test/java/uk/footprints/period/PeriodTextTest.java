package uk.footprints.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          APRIL      | 4  | true
          april      | 4  | true
          Sept       | 9  | true
          Nov        | 11 | true
          'FEBRUARY ' | 2 | true
          Janaury    | 1  | false
          Febuary    | 2  | false
          Decmeber   | 12 | false
          Septmber   | 9  | false
          """)
  void monthsInAnySpelling(String word, int month, boolean exact) {
    assertThat(PeriodText.findMonth(word)).contains(new PeriodText.MonthName(month, exact));
  }

  @ParameterizedTest
  @CsvSource({"Total", "England", "Ju", "Ma", "13", "Quarter"})
  void noMonth(String word) {
    assertThat(PeriodText.findMonth(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2016-17 | January | 2017-01-01 | 2017-01-31
          ' 2017-18' | June | 2017-06-01 | 2017-06-30
          2019/20 | MARCH   | 2020-03-01 | 2020-03-31
          2015-2016 | Feb   | 2016-02-01 | 2016-02-29
          """)
  void monthsOfFinancialYears(String year, String month, LocalDate start, LocalDate end) {
    assertThat(PeriodText.findMonth(year, month)).contains(new Period(start, end, PeriodKind.MONTH));
  }

  @Test
  void aRangeOfYearsIsNoFinancialYear() {
    assertThat(PeriodText.findFinancialYear("2017-18")).hasValue(2017);
    assertThat(PeriodText.findFinancialYear("2017-19")).isEmpty();
    assertThat(PeriodText.findFinancialYear("2017-30")).isEmpty();
    assertThat(PeriodText.findFinancialYear("1999-00")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MSitAE-APRIL-2020                     | 2020-04-01 | 2020-04-30 | MONTH
          April 2012                            | 2012-04-01 | 2012-04-30 | MONTH
          April to June 2020                    | 2020-04-01 | 2020-06-30 | QUARTER
          January to March 2025                 | 2025-01-01 | 2025-03-31 | QUARTER
          April-2020-revised-260421-abc123.csv  | 2020-04-01 | 2020-04-30 | MONTH
          Monthly-AE-Nov-25-CSV-revised.csv     | 2025-11-01 | 2025-11-30 | MONTH
          """)
  void phrases(String text, LocalDate start, LocalDate end, PeriodKind kind) {
    assertThat(PeriodText.findPeriod(text)).contains(new Period(start, end, kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12th July 2013                    | 2013-07-12
          1th September 2012                | 2012-09-01
          15th June 2012                    | 2012-06-15
          Date published: 25 October 2019   | 2019-10-25
          13/06/2019                        | 2019-06-13
          2019-06-13                        | 2019-06-13
          """)
  void dates(String text, LocalDate day) {
    assertThat(PeriodText.findDate(text)).contains(day);
  }

  @Test
  void noDates() {
    assertThat(PeriodText.findDate("-")).isEmpty();
    assertThat(PeriodText.findDate("31st February 2019")).isEmpty();
    assertThat(PeriodText.findShortDate("260421")).contains(LocalDate.of(2021, 4, 26));
    assertThat(PeriodText.findShortDate("264221")).isEmpty();
  }

  @Test
  void theYearBeforeALeapDay() {
    assertThat(Period.month(2020, 2).yearBefore()).isEqualTo(Period.month(2019, 2));
    assertThat(Period.month(2021, 2).yearBefore()).isEqualTo(Period.month(2020, 2));
    assertThat(Period.financialYear(2016).yearBefore()).isEqualTo(Period.financialYear(2015));
    assertThat(Period.quarterEnding(2020, 6).yearBefore()).isEqualTo(Period.quarterEnding(2019, 6));
  }

  /** AmbSYS writes the year and the number of the month; a number beside a financial year says nothing. */
  @Test
  void monthsOfCalendarYearsMayBeNumbers() {
    assertThat(PeriodText.findMonth("2023", "4")).contains(Period.month(2023, 4));
    assertThat(PeriodText.findMonth(" 2023 ", "12")).contains(Period.month(2023, 12));
    assertThat(PeriodText.findMonth("2023", "13")).isEmpty();
    assertThat(PeriodText.findMonth("2023-24", "4")).isEmpty();
  }
}
