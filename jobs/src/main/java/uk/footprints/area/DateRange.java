package uk.footprints.area;

import java.time.LocalDate;

/**
 * A span of days, both ends inclusive.
 *
 * @param from the first day; {@link LocalDate#MIN} when not known
 * @param to the last day; {@link LocalDate#MAX} when it has no end
 */
public record DateRange(LocalDate from, LocalDate to) {

  /** Every day. */
  public static final DateRange ALWAYS = new DateRange(LocalDate.MIN, LocalDate.MAX);

  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("%s is before %s".formatted(to, from));
    }
  }

  /** Returns whether the day is in the span. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether the spans share a day. */
  public boolean overlaps(DateRange other) {
    return !other.to.isBefore(from) && !other.from.isAfter(to);
  }

  /** For sentences: {@code from 2022-07-01}, {@code until 2022-06-30}, {@code always}. */
  @Override
  public String toString() {
    String start = from.equals(LocalDate.MIN) ? "" : "from " + from;
    String end = to.equals(LocalDate.MAX) ? "" : "until " + to;
    String both = (start + " " + end).strip();
    return both.isEmpty() ? "always" : both;
  }
}
