package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator.Term;

/**
 * Attendances as NHS England's performance counts them: with those by appointment, which the files by provider give in
 * columns of their own from August 2020.
 */
public final class AttendanceMeasures {

  static final String CAVEAT = "From August 2020 with attendances by appointment, as in the publisher's performance.";

  private static final LocalDate BOOKED = LocalDate.of(2020, 8, 1);

  private AttendanceMeasures() {}

  /** All attendances at departments of these types. */
  public static List<Term> attendances(String... types) {
    return Stream.of(types).flatMap(type -> both("ae.attendances", type, 1)).toList();
  }

  /** Those of four hours or less. */
  static List<Term> withinFourHours(String... types) {
    return Stream.concat(
            attendances(types).stream(), Stream.of(types).flatMap(type -> both("ae.over_4h", type, -1)))
        .toList();
  }

  /** Those of more. */
  public static List<Term> overFourHours(String type) {
    return both("ae.over_4h", type, 1).toList();
  }

  private static Stream<Term> both(String measure, String type, int sign) {
    return Stream.of(
        new Term(measure + "." + type, sign), new Term(measure + "_booked." + type, sign, BOOKED));
  }
}
