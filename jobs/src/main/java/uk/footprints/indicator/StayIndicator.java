package uk.footprints.indicator;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.area.Membership;
import uk.footprints.period.PeriodKind;
import uk.footprints.records.disclosure.StaySide;

/**
 * A share, rate or ratio of stays that were made of records of hospital episodes, on one side: by where people live or
 * by who treated them.
 *
 * @param name the id without its side
 * @param title for people, without its side
 * @param definition one sentence, without its side
 * @param unit of the value
 * @param side by whom stays are counted
 * @param counted the measure that is counted
 * @param of the measure that it is divided by; empty for the people who live there
 * @param weighing the measure that says how much an organisation weighs
 * @param multiplier of the value
 * @param method how limits are computed
 * @param period the shortest period
 * @param direction which way is better
 * @param caveat what to mind beside what holds for all of them
 */
public record StayIndicator(
    String name,
    String title,
    String definition,
    String unit,
    StaySide side,
    String counted,
    String of,
    String weighing,
    double multiplier,
    Method method,
    PeriodKind period,
    Direction direction,
    String caveat)
    implements Indicator {

  private static final String ACS =
      "Lists of such conditions do not give the same totals. Counted are spells and not episodes; day cases, regular "
          + "attenders, transfers (ADMISORC 51 to 53) and unknown sources (98, 99) are left out. Operations on the heart "
          + "are the whole of OPCS-4 chapter K.";

  /** Every one of them, on each side on which it means something. */
  public static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    all.add(rate("stay_emergency_per_1000", "Emergency admissions (spells) per 1,000 people", "emergency_admissions",
        1_000, "Spells that began as an emergency"));
    all.add(rate("stay_acs_nhsof_per_100000", "Avoidable emergency admissions (2.3.i) per 100,000 people",
        "acs_nhsof_2_3_i", 100_000,
        "Emergency spells for the chronic conditions of NHS Outcomes Framework 2.3.i, with its exclusions"));
    for (StaySide side : List.of(StaySide.RESIDENCE, StaySide.PROVIDER)) {
      all.add(share("stay_zero_day_share", "Emergency admissions without a night", side, "emergency_zero_day",
          "emergency_admissions", "Emergency spells that ended on the day on which they began, of all of them",
          "Same-day care that is recorded as an admission here and as an attendance there moves it."));
      all.add(new StayIndicator("stay_two_plus_share", "Emergency bed days in stays of two nights or more",
          "Nights of emergency spells of two nights or more, of all nights of emergency spells", "%", side,
          "emergency_bed_days_los_2_plus", "emergency_bed_days", "emergency_bed_days", 100, Method.RATIO,
          PeriodKind.MONTH, Direction.NEITHER, "Nights come in runs, so it has no limits by chance."));
      all.add(share("stay_readmission_crude", "Emergency readmissions within 30 days", side, "readmissions_30_days",
          "readmission_index",
          "Continuous spells followed by an emergency one within 30 days, of those that ended alive",
          "Left out as starts: deaths, cancer (ICD-10 C, D37 to D48, Z511) and obstetrics (O, specialties 501, 560). "
              + "The last month of an extract lacks readmissions of the month after."));
      all.add(new StayIndicator("stay_readmission_ratio", "Emergency readmissions within 30 days, standardised",
          "Readmissions within 30 days per 100 expected at the rates of all people of the same age band and sex", "",
          side, "readmissions_30_days", "readmissions_30_days_expected", "readmission_index", 100, Method.RATE,
          PeriodKind.FINANCIAL_YEAR, Direction.LOWER_IS_BETTER,
          "Indirectly standardised by age and sex only: not by diagnosis or procedure. The same exclusions as crude."));
      all.add(share("stay_acs_nhsof_share", "Avoidable emergency admissions (2.3.i)", side, "acs_nhsof_2_3_i",
          "emergency_admissions",
          "Emergency spells for the chronic conditions of NHS Outcomes Framework 2.3.i, of all emergency spells",
          ACS));
      all.add(share("stay_acs_acute_share", "Avoidable emergency admissions (3a)", side, "acs_nhsof_3a",
          "emergency_admissions",
          "Emergency spells for the acute conditions of NHS Outcomes Framework 3a, of all emergency spells", ACS));
      all.add(share("stay_acs_urgent_share", "Urgent care sensitive emergency admissions", side,
          "acs_urgent_care_sensitive", "emergency_admissions",
          "Emergency spells for the urgent care sensitive conditions of CCG framework 127b, of all emergency spells",
          ACS + " Falls are those of people of 75 or older with W00 to W19 among their secondary diagnoses."));
      all.add(share("stay_via_ae_share", "Emergency admissions through A&E", side, "emergency_via_ae",
          "emergency_admissions", "Emergency spells that came through A&E (ADMIMETH 21, 2A), of all of them",
          "Before 2013 code 28 held what 2A to 2D tell apart."));
      all.add(share("stay_frequent_share", "Emergency admissions of frequent attenders", side, "emergency_by_frequent",
          "emergency_admissions",
          "Emergency spells of people with three or more in the 365 days before, of all emergency spells",
          "The first year of an extract cannot look back a whole year, so its share is too low."));
      all.add(share("stay_child_zero_day_share", "Children's emergency admissions without a night", side,
          "emergency_zero_day_under_18", "emergency_admissions_under_18",
          "Emergency spells of people under 18 that ended on the day on which they began, of all of theirs",
          "Care of children, apart from that of adults."));
    }
    return List.copyOf(all);
  }

  private static Indicator rate(String name, String title, String counted, double multiplier, String what) {
    return new StayIndicator(name, title, what + ", per %,.0f residents in the period".formatted(multiplier),
        "per %,.0f people in the period".formatted(multiplier), StaySide.RESIDENCE, counted, "", counted, multiplier,
        Method.RATE, PeriodKind.MONTH, Direction.NEITHER,
        "Crude: an area with many old people has more. The population is that of the nearest year published.");
  }

  private static Indicator share(
      String name, String title, StaySide side, String counted, String of, String what, String caveat) {
    return new StayIndicator(name, title, what, "%", side, counted, of, of, 100, Method.PROPORTION, PeriodKind.MONTH,
        Direction.NEITHER, caveat);
  }

  @Override
  public String id() {
    return name + "_" + side.role();
  }

  @Override
  public String title() {
    return title + ", " + side.words();
  }

  @Override
  public String definition() {
    return definition + "; " + side.words() + ", by month of discharge.";
  }

  @Override
  public String dataset() {
    return "hes_apc";
  }

  @Override
  public boolean ofRecords() {
    return true;
  }

  @Override
  public String memberKind() {
    return side.equals(StaySide.PROVIDER) ? Membership.PROVIDER : Membership.CCG;
  }

  @Override
  public List<Term> numerator() {
    return List.of(new Term(side.measure(counted), 1));
  }

  @Override
  public List<Term> denominator() {
    return of.isEmpty() ? List.of() : List.of(new Term(side.measure(of), 1));
  }

  @Override
  public String weight() {
    return side.measure(weighing);
  }

  @Override
  public List<String> caveats() {
    return List.of(caveat,
        "Counts of 1 to 7 are withheld, and what would give them away; areas are made of what is shown, and one with "
            + "less than 98% of its stays is incomplete. The country is whole.",
        "Where the records are artificial, nothing can be concluded.");
  }

  @Override
  public String reviewed() {
    return "2026-11-22";
  }
}
