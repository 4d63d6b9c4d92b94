package uk.footprints.records.casemix;

import uk.footprints.records.measure.StayMeasure;

/** What may come of a spell, and is compared between organisations after allowing for who their patients are. */
public enum CaseMixOutcome {
  /** Continuous spells that a readmission can follow, by their last provider. */
  READMISSION(StayMeasure.READMISSION_INDEX, StayMeasure.READMISSIONS_30_DAYS, "readmissions within 30 days", false),
  /** Continuous spells, by their last provider. */
  DEATH(StayMeasure.CONTINUOUS_SPELLS, StayMeasure.DEATHS, "deaths in hospital", false),
  /** Emergency spells. */
  ZERO_DAY(StayMeasure.EMERGENCY_ADMISSIONS, StayMeasure.EMERGENCY_ZERO_DAY, "emergency stays without a night", false),
  /** Nights of emergency spells: a count and no proportion. */
  BED_DAYS(StayMeasure.EMERGENCY_ADMISSIONS, StayMeasure.EMERGENCY_BED_DAYS, "nights of emergency stays", true);

  /** All of them, in one array that nobody changes. */
  private static final CaseMixOutcome[] ALL = values();

  private final StayMeasure trials;
  private final StayMeasure events;
  private final String words;
  private final boolean count;

  CaseMixOutcome(StayMeasure trials, StayMeasure events, String words, boolean count) {
    this.trials = trials;
    this.events = events;
    this.words = words;
    this.count = count;
  }

  /** Returns how many there are. */
  static int count() {
    return ALL.length;
  }

  /** Returns one by its position. */
  static CaseMixOutcome at(int position) {
    return ALL[position];
  }

  /** Returns the measure of the spells that it may happen to. */
  public StayMeasure trials() {
    return trials;
  }

  /** Returns the measure of what happened. */
  public StayMeasure events() {
    return events;
  }

  /** Returns its name in sentences. */
  public String words() {
    return words;
  }

  /** Returns whether a spell may have more than one, so that a model of counts is fitted and no logistic one. */
  boolean isCount() {
    return count;
  }

  /** Returns how many spells of a pattern it may happen to. */
  long trials(PatternCounts counts) {
    return switch (this) {
      case READMISSION -> counts.index();
      case DEATH -> counts.emergency() ? 0 : counts.spells();
      case ZERO_DAY, BED_DAYS -> counts.emergency() ? counts.spells() : 0;
    };
  }

  /** Returns how often it happened. */
  long events(PatternCounts counts) {
    return switch (this) {
      case READMISSION -> counts.readmitted();
      case DEATH -> counts.died();
      case ZERO_DAY -> counts.zeroDay();
      case BED_DAYS -> counts.nights();
    };
  }

  /** Returns the sum of squares of what each spell had. */
  long squares(PatternCounts counts) {
    return this == BED_DAYS ? counts.squaredNights() : events(counts);
  }
}
