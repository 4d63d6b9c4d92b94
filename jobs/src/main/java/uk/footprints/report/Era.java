package uk.footprints.report;

import java.time.LocalDate;
import uk.footprints.period.Period;

/** The eras before, during and after the pandemic: no model spans two of them, and growth is reported for each. */
public enum Era {
  BEFORE("before", "to February 2020"),
  ACROSS("across", "March 2020 to March 2021"),
  AFTER("after", "from April 2021");

  public static final LocalDate PANDEMIC = LocalDate.of(2020, 3, 1);
  public static final LocalDate AFTERWARDS = LocalDate.of(2021, 4, 1);

  private final String id;
  private final String label;

  Era(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** Returns the id, as it is in tables. */
  public String id() {
    return id;
  }

  /** Returns the label that reports show. */
  String label() {
    return label;
  }

  /** Returns the era of a period: before if it ends before March 2020, after if it starts in April 2021 or later. */
  public static Era of(Period period) {
    if (period.end().isBefore(PANDEMIC)) {
      return BEFORE;
    }
    return period.start().isBefore(AFTERWARDS) ? ACROSS : AFTER;
  }
}
