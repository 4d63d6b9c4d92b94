package uk.footprints.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Months as the publications write them, and what a month did to the hospitals of the whole country. */
final class SampleMonths {

  /** Winter is a little fuller: April first. */
  private static final double[] SEASON = {.985, 1, .995, 1, .975, .985, 1.01, 1.015, 1.025, 1.015, .995, 1};

  /** March 2020 to March 2021, as a share of an ordinary month. */
  private static final double[] PANDEMIC = {.74, .50, .63, .71, .79, .84, .85, .80, .76, .75, .67, .69, .83};

  private static final YearMonth PANDEMIC_BEGAN = YearMonth.of(2020, 3);

  private SampleMonths() {}

  /** The months from the first to the last, both inclusive. */
  static List<YearMonth> between(String first, String last) {
    YearMonth end = YearMonth.parse(last);
    return Stream.iterate(YearMonth.parse(first), m -> !m.isAfter(end), m -> m.plusMonths(1)).toList();
  }

  /** Whether a month is between two others, both inclusive. */
  static boolean within(YearMonth month, String first, String last) {
    return !month.isBefore(YearMonth.parse(first)) && !month.isAfter(YearMonth.parse(last));
  }

  /** {@code 2016-17}. */
  static String financialYear(YearMonth month) {
    int start = month.minusMonths(3).getYear();
    return start + "-" + twoDigits(start + 1);
  }

  /** {@code 17}: in our digits, whatever the reader's own are. */
  static String twoDigits(int year) {
    return Integer.toString(100 + year % 100).substring(1);
  }

  /** 1 for April to June. */
  static int quarter(YearMonth month) {
    return (month.minusMonths(3).getMonthValue() - 1) / 3 + 1;
  }

  /** {@code April}. */
  static String name(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
  }

  /** {@code April 2016}. */
  static String title(YearMonth month) {
    return name(month) + " " + month.getYear();
  }

  /** The second Thursday of a month: the day on which most of these statistics come out. */
  static LocalDate secondThursday(YearMonth month) {
    return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
  }

  /** {@code 9th June 2016}. */
  static String longDate(LocalDate day) {
    int n = day.getDayOfMonth();
    String ending = n / 10 == 1 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    return n + ending + " " + title(YearMonth.from(day));
  }

  /** How busy a month was: 1 is an average month of 2016/17, and each year adds 2%. */
  static double busy(YearMonth month) {
    double years = (month.getYear() - 2016) + (month.getMonthValue() - 10) / 12.0;
    double days = month.lengthOfMonth() / (365 / 12.0);
    return days * (1 + .02 * years) * SEASON[month.minusMonths(3).getMonthValue() - 1] * pandemic(month);
  }

  /** The share of an ordinary month that the pandemic left. */
  static double pandemic(YearMonth month) {
    int since = (int) PANDEMIC_BEGAN.until(month, ChronoUnit.MONTHS);
    return since < 0 || since >= PANDEMIC.length ? 1 : PANDEMIC[since];
  }
}
