package uk.footprints.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.period.Period;

class FileNamePeriodsTest {

  @ParameterizedTest
  @CsvSource({
      "Virtual-Ward-Data-January-2026.xlsx, 2026-03, January 2026",
      "Virtual-Ward-Data-March-2026.xlsx, 2026-03, ''",
      "Virtual-Ward-Data-April-2026.xlsx, 2026-03, ''",
      "April-2016-revised-130521.csv, 2016-04, ''",
      "April-2016-revised-130521.csv, 2016-05, ''",
      "MAR_Comm-Web-file-June-17.xls, 2017-08, June 2017",
      "beds 2014-15 Q1.xlsx, 2016-04, 2014/15",
      "table_2.csv, 2016-04, ''",
      "marching-21.csv, 2022-04, ''",
  })
  void aMonthThatWasOverIsNotThatOfTheContent(String name, String month, String contradiction) {
    Period content = Period.month(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(5)));
    assertThat(FileNamePeriods.of("folder/2009-10/" + name).findContradiction(List.of(content)).map(Period::label))
        .isEqualTo(contradiction.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(contradiction));
  }

  @ParameterizedTest
  @CsvSource({
      "prov-2015-16-tab.xlsx, 2016, 2015/16",
      "prov-2016-17-tab.xlsx, 2015, 2016/17",
      "prov-2016-17-tab.xlsx, 2016, ''",
      "prov-2016-17-published-2018.xlsx, 2015, ''",
      "prov-2015-2016-tab.xlsx, 2016, 2015/16",
  })
  void oneFinancialYearIsThatOfTheContent(String name, int year, String contradiction) {
    assertThat(
            FileNamePeriods.of(name).findContradiction(List.of(Period.financialYear(year))).map(Period::label).orElse(""))
        .isEqualTo(contradiction);
  }

  @Test
  void severalYearsAreNotThoseOfOneName() {
    List<Period> years = List.of(Period.financialYear(2014), Period.financialYear(2015));
    assertThat(FileNamePeriods.of("series-2016-17.xlsx").findContradiction(years)).isEmpty();
  }
}
