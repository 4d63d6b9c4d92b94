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
  void wordsOfADateThatSayNothingMoreAreLeftOut() {
    DateColumn dates = DateColumn.in(DateOrder.DAY_FIRST);
    assertThat(List.of("4th March 2021", "Thu 4 Mar 2021", "Thursday, 4th of March 2021", "March 4th, 2021", "04 Mar 21"))
        .allSatisfy(cell -> assertThat(dates.find(cell)).as(cell).contains(DAY));
  }

  @Test
  void aDateInTheOnlyPossibleOrderIsReadInThat() {
    assertThat(DateColumn.in(DateOrder.DAY_FIRST).find("11/30/2016")).contains(LocalDate.of(2016, 11, 30));
    assertThat(DateColumn.in(DateOrder.MONTH_FIRST).find("30.11.16")).contains(LocalDate.of(2016, 11, 30));
    assertThat(DateColumn.in(DateOrder.MONTH_FIRST).find("2021-03-04")).contains(DAY);
  }

  @Test
  void whereBothOrdersAreFrequentADateThatMayBeTwoIsNone() {
    DateColumn dates = DateColumn.in(DateOrder.MIXED);
    assertThat(dates.find("3/4/2021")).isEmpty();
    assertThat(dates.find("4/4/2021")).contains(LocalDate.of(2021, 4, 4));
    assertThat(dates.find("31/3/2021")).contains(LocalDate.of(2021, 3, 31));
    assertThat(dates.find("3/31/2021")).contains(LocalDate.of(2021, 3, 31));
    assertThat(dates.find("4 March 2021")).contains(DAY);
  }

  @Test
  void aRareOrderIsATypingError() {
    assertThat(DateOrder.of(0, 0)).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(DateOrder.of(0, 1)).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(DateOrder.of(40, 2)).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(DateOrder.of(1, 20)).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(DateOrder.of(2, 1)).isEqualTo(DateOrder.MIXED);
    assertThat(DateOrder.provedBy("20.5.2021")).contains(DateOrder.DAY_FIRST);
    assertThat(DateOrder.provedBy("2021-05-20")).isEmpty();
    assertThat(DateOrder.provedBy("5/6/2021")).isEmpty();
    assertThat(DateOrder.provedBy("25 May 2021")).isEmpty();
  }

  @Test
  void textThatIsNoDateIsEmpty() {
    DateColumn dates = DateColumn.of(List.of());
    assertThat(List.of("", "Sum:", "31/02/2021", "2021", "8", "123456", "31/13/2021", "99999999"))
        .allSatisfy(cell -> assertThat(dates.find(cell)).as(cell).isEmpty());
  }
}
