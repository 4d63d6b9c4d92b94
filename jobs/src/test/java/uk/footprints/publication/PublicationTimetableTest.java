package uk.footprints.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.period.Period;

/** Days on which publications are due by rule. */
class PublicationTimetableTest {

  private static final PublicationTimetable YEARLY =
      new PublicationTimetable("autumn after the year", 7, List.of(12), "page");

  @Test
  void the_first_release_is_on_the_second_thursday_of_its_month() {
    assertThat(YEARLY.firstRelease(Period.financialYear(2018))).isEqualTo(LocalDate.of(2019, 10, 10));
  }

  @Test
  void a_month_that_begins_on_a_thursday_has_its_second_on_the_eighth() {
    PublicationTimetable soon = new PublicationTimetable("the month after", 1, List.of(12), "page");
    assertThat(soon.firstRelease(Period.financialYear(2020))).isEqualTo(LocalDate.of(2021, 4, 8));
  }

  @Test
  void the_first_revision_is_in_a_later_month_of_revisions() {
    assertThat(YEARLY.firstRevision(Period.financialYear(2018))).isEqualTo(LocalDate.of(2019, 12, 12));
    PublicationTimetable same = new PublicationTimetable("autumn", 7, List.of(10), "page");
    assertThat(same.firstRevision(Period.financialYear(2018))).isEqualTo(LocalDate.of(2020, 10, 8));
  }

  @Test
  void a_publication_without_months_of_revisions_is_revised_in_the_next_month() {
    PublicationTimetable any = new PublicationTimetable("monthly", 2, List.of(), "page");
    assertThat(any.firstRevision(Period.month(2020, 1))).isEqualTo(LocalDate.of(2020, 4, 9));
  }
}
