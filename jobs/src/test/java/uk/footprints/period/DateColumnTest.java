package uk.footprints.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks dates in many notations. */
class DateColumnTest {

  private static final LocalDate DAY = LocalDate.of(2021, 3, 4);

  @Test
  void oneDayInManyNotations() {
    List<String> cells =
        List.of(
            "04/03/2021", "4/3/21", "4.3.2021", "04-Mar-21", "04-Mar-2021 ", "4 March 2021", "2021-03-04", "20210304",
            "44259", "44259.5", "04MAR2021", "Mar 4, 2021", "04/03/2021 00:00", "04-Mar-21\n");
    DateColumn dates = DateColumn.of(cells);
    assertThat(dates.monthFirst()).isFalse();
    assertThat(cells).allSatisfy(cell -> assertThat(dates.find(cell)).as(cell).contains(DAY));
  }

  @Test
  void oneCellShowsThatTheMonthComesFirst() {
    DateColumn dates = DateColumn.of(List.of("3/4/2021", "", "3/31/2021"));
    assertThat(dates.monthFirst()).isTrue();
    assertThat(dates.find("3/4/2021")).contains(DAY);
    assertThat(dates.find("04-Mar-21")).contains(DAY);
  }

  @Test
  void textThatIsNoDateIsEmpty() {
    DateColumn dates = DateColumn.of(List.of());
    assertThat(List.of("", "Sum:", "31/02/2021", "2021", "8", "123456", "31/13/2021", "99999999"))
        .allSatisfy(cell -> assertThat(dates.find(cell)).as(cell).isEmpty());
  }
}
