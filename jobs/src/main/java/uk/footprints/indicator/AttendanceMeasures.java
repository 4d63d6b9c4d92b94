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

  static final String CAVEAT = "From August 2020 with attendances by appointment, as in the publisher's performance.";

  /** The dataset of England's own series, in which attendances by appointment are among the others. */
  static final String COUNTRY = "ae_timeseries";

  private static final LocalDate BOOKED = LocalDate.of(2020, 8, 1);

  private AttendanceMeasures() {}

  /** Returns the terms of all attendances at departments of these types. */
  public static List<Term> attendances(String... types) {
    return Stream.of(types).flatMap(type -> both("ae.attendances", type, 1)).toList();
  }

  /** Returns the terms of attendances of four hours or less. */
  static List<Term> withinFourHours(String... types) {
    return Stream.concat(
            attendances(types).stream(), Stream.of(types).flatMap(type -> both("ae.over_4h", type, -1)))
        .toList();
  }

  /** Returns England's own attendances of four hours or less, of those whose time is known, as its publisher has them. */
  static Indicator.CountrySeries countryWithinFourHours(String... types) {
    List<Term> within = Stream.of(types).map(type -> new Term("ae.within_4h." + type, 1)).toList();
    List<Term> over = Stream.of(types).map(type -> new Term("ae.over_4h." + type, 1)).toList();
    return new Indicator.CountrySeries(COUNTRY, within, Stream.concat(within.stream(), over.stream()).toList());
  }

  /** Returns the terms of attendances of more than four hours. */
  public static List<Term> overFourHours(String type) {
    return both("ae.over_4h", type, 1).toList();
  }

  private static Stream<Term> both(String measure, String type, int sign) {
    return Stream.of(
        new Term(measure + "." + type, sign), new Term(measure + "_booked." + type, sign, BOOKED));
  }
}
