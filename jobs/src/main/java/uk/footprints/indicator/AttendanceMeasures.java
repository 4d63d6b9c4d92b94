package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator.Term;

/**
 * Lists the measures of A&amp;E attendances as NHS England's performance figures count them: with booked attendances,
 * which the files by provider have in separate columns from August 2020.
 */
public final class AttendanceMeasures {

  private static final LocalDate BOOKED = LocalDate.of(2020, 8, 1);

  private AttendanceMeasures() {}

  /** Returns the terms of all attendances at departments of these types. */
  public static List<Term> attendances(String... types) {
    return Stream.of(types).flatMap(type -> both("ae.attendances", type)).toList();
  }

  /** Returns the terms of attendances of more than four hours. */
  public static List<Term> overFourHours(String type) {
    return both("ae.over_4h", type).toList();
  }

  private static Stream<Term> both(String measure, String type) {
    return Stream.of(new Term(measure + "." + type, 1), new Term(measure + "_booked." + type, 1, BOOKED));
  }
}
