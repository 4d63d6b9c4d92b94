package uk.footprints.records.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the published measures of stays mean: one for each count and side. */
public final class PublishableMeasures {

  /** Readmissions that there would be at the rates of all people of the same age and sex. */
  public static final String EXPECTED = "readmissions_30_days_expected";

  private static final String WITHHELD =
      "Counts of 1 to 7 are withheld, with as many others as keep them from being worked out; the sum of what is "
          + "withheld is shown as an organisation of its own.";

  private PublishableMeasures() {}

  /** All of them. */
  public static List<uk.footprints.transform.Measure> all() {
    List<uk.footprints.transform.Measure> all = new ArrayList<>();
    for (StaySide side : List.of(StaySide.RESIDENCE, StaySide.PROVIDER)) {
      for (uk.footprints.records.measure.StayMeasure measure : uk.footprints.records.measure.StayMeasure.values()) {
        String label = measure.label();
        all.add(new uk.footprints.transform.Measure(
            side.measure(label), words(label), label.contains("bed_days") ? "nights" : unit(label), "made of records",
            measure.definition() + " " + sentence(side), WITHHELD));
      }
      all.add(new uk.footprints.transform.Measure(
          side.measure(EXPECTED), "expected emergency readmissions", "readmissions", "made of records",
          "Readmissions within 30 days if every age band and sex had the rate of all organisations and years together; "
              + "financial years only. " + sentence(side),
          "An estimate, rounded to a tenth so that counts of small groups cannot be worked out from it."));
    }
    return all;
  }

  private static String sentence(StaySide side) {
    return "Counted " + side.words() + ", in the month of discharge.";
  }

  private static String words(String label) {
    return label.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static String unit(String label) {
    return label.startsWith("readmission") || label.equals("continuous_spells") || label.equals("deaths") ? "continuous spells" : "spells";
  }
}
