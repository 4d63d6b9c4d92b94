package uk.footprints.stat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Positions of values at regular steps with gaps: every date or number has a slot, and an empty slot is a gap.
 *
 * @param slots the slot of each value, increasing from 0
 * @param unit number of steps of 1 between two slots of whole numbers; else 1
 * @param days number of days between two slots of dates that are not months; else 0
 * @param isSteady whether most values are one step apart; otherwise gaps cannot be recognised
 */
record SeriesSteps(long[] slots, long unit, long days, boolean isSteady) {

  private static final int LEAST_DAYS_OF_MONTHS = 21;
  private static final int WEEK = 7;
  private static final int FOUR_WEEKS = 28;
  private static final int LEAST_WORKING_DAYS = 6;
  private static final double CLOSE = 0.01;

  /** How many slots there are, gaps included. */
  long length() {
    return slots.length == 0 ? 0 : slots[slots.length - 1] + 1;
  }

  /**
   * Computes the spacing of distinct dates: by months where each is in a month of its own (on one day of the month, at
   * its end, or three weeks or more after the one before), else by days, weeks, or working days.
   *
   * @param dates in order
   */
  static SeriesSteps ofDates(List<LocalDate> dates) {
    long[] days = dates.stream().mapToLong(LocalDate::toEpochDay).toArray();
    long step = greatest(days);
    if (isMonthly(dates, days, step)) {
      long[] months = dates.stream().mapToLong(d -> 12L * d.getYear() + d.getMonthValue() - 1).toArray();
      return new SeriesSteps(slots(months, greatest(months)), 1, 0, true);
    }
    boolean working = step == 1 && dates.size() >= LEAST_WORKING_DAYS
        && dates.stream().allMatch(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
    long[] slots = working ? slots(dates.stream().mapToLong(SeriesSteps::workingDay).toArray(), 1) : slots(days, step);
    return new SeriesSteps(slots, 1, working ? 1 : step, isSteady(slots));
  }

  private static boolean isMonthly(List<LocalDate> dates, long[] days, long step) {
    LocalDate first = dates.get(0);
    boolean own = IntStream.range(1, days.length).allMatch(i -> !sameMonth(dates.get(i), dates.get(i - 1)));
    if (!own) {
      return false;
    }
    boolean oneDay = dates.stream().allMatch(d -> d.getDayOfMonth() == first.getDayOfMonth());
    boolean ends = dates.stream().allMatch(d -> d.getDayOfMonth() == d.lengthOfMonth());
    boolean apart = IntStream.range(1, days.length).allMatch(i -> days[i] - days[i - 1] >= LEAST_DAYS_OF_MONTHS);
    boolean weekly = step % WEEK == 0 && step >= FOUR_WEEKS;
    return oneDay || ends || apart && !weekly;
  }

  private static boolean sameMonth(LocalDate a, LocalDate b) {
    return a.getYear() == b.getYear() && a.getMonthValue() == b.getMonthValue();
  }

  private static long workingDay(LocalDate date) {
    LocalDate monday = date.with(DayOfWeek.MONDAY);
    return 5 * (monday.toEpochDay() / WEEK) + ChronoUnit.DAYS.between(monday, date);
  }

  /**
   * Computes the spacing of distinct numbers: whole steps of their smallest difference where there is such a step, else
   * their order alone.
   *
   * @param numbers in order
   */
  static SeriesSteps ofNumbers(double[] numbers) {
    double[] from = Arrays.stream(numbers).map(t -> t - numbers[0]).toArray();
    if (Arrays.stream(from).allMatch(t -> t == Math.rint(t) && t < Long.MAX_VALUE / 2)) {
      long[] whole = Arrays.stream(from).mapToLong(t -> (long) t).toArray();
      long step = greatest(whole);
      long[] slots = slots(whole, step);
      return new SeriesSteps(slots, step, 0, isSteady(slots));
    }
    double least =
        IntStream.range(1, from.length).mapToDouble(i -> from[i] - from[i - 1]).min().orElse(1);
    double[] steps = Arrays.stream(from).map(t -> t / least).toArray();
    boolean even = Arrays.stream(steps).allMatch(s -> Math.abs(s - Math.rint(s)) <= CLOSE && s < Long.MAX_VALUE / 2);
    return even
        ? new SeriesSteps(Arrays.stream(steps).mapToLong(Math::round).toArray(), 1, 0, true)
        : new SeriesSteps(LongStream.range(0, from.length).toArray(), 1, 0, false);
  }

  private static boolean isSteady(long[] slots) {
    long single = IntStream.range(1, slots.length).filter(i -> slots[i] - slots[i - 1] == 1).count();
    return 2 * single >= slots.length - 1;
  }

  /** The greatest step of which all differences are multiples; 1 where there are none. */
  private static long greatest(long[] times) {
    long step = 0;
    for (int i = 1; i < times.length; i++) {
      long rest = times[i] - times[i - 1];
      while (rest != 0) {
        long next = step % rest;
        step = rest;
        rest = next;
      }
    }
    return Math.max(1, step);
  }

  private static long[] slots(long[] times, long step) {
    return Arrays.stream(times).map(t -> (t - times[0]) / step).toArray();
  }
}
