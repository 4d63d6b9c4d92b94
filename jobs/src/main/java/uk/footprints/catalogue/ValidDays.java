package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.area.DateRange;

/** Writes an open end of a range of days as absent. */
final class ValidDays {

  private ValidDays() {}

  static LocalDate first(DateRange dates) {
    return dates.from().equals(LocalDate.MIN) ? null : dates.from();
  }

  static LocalDate last(DateRange dates) {
    return dates.to().equals(LocalDate.MAX) ? null : dates.to();
  }
}
