package uk.footprints.indicator;

import java.time.LocalDate;

/**
 * An estimate of people: the day to which it refers, and what it is of.
 *
 * @param day the day to which the estimate refers, mostly 30 June; of a list, the day of the extract
 * @param land the day of the boundaries by which people were counted: an estimate of 2011 may be of areas of 2024
 * @param edition {@link #REBASED}, {@link #FIRST} or {@link #LISTS}
 * @param publishedOn the day of publication; null where it is not known
 * @param banded whether only bands of five years were published, so that single years within a band are an estimate
 */
public record PopulationSource(LocalDate day, LocalDate land, String edition, LocalDate publishedOn, boolean banded) {

  /** Estimates of all years as counted again after a census. */
  public static final String REBASED = "rebased";

  /** Estimates as they were first published, rolled on from the census before. */
  public static final String FIRST = "first";

  /** Patients on the lists of general practices. */
  public static final String LISTS = "lists";

  /** Returns an estimate of single years of age, by the boundaries of its day. */
  public static PopulationSource on(LocalDate day) {
    return new PopulationSource(day, day, FIRST, null, false);
  }

  /** Returns whether these are patients on lists. */
  boolean isList() {
    return edition.equals(LISTS);
  }
}
