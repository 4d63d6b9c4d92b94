package uk.footprints.report;

import java.time.LocalDate;
import uk.footprints.period.Period;

/** Time cut where March 2020 cut it: nothing is fitted across, and growth before, across and after is told apart. */
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

  /** As tables have it. */
  public String id() {
    return id;
  }

  /** For people. */
  String label() {
    return label;
  }

  /** A period is before only if it ends before March 2020, and after only if it starts in April 2021 or later. */
  public static Era of(Period period) {
    if (period.end().isBefore(PANDEMIC)) {
      return BEFORE;
    }
    return period.start().isBefore(AFTERWARDS) ? ACROSS : AFTER;
  }
}
