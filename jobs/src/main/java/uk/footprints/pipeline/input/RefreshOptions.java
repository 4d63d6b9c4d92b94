package uk.footprints.pipeline.input;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a refresh was asked for.
 *
 * @param only the datasets to read; empty for all
 * @param asOf leave out what was published after this day; null for all
 * @param today the day of the run: what is of a later period is no publication
 * @param hold whether a person looks at the release before readers see it
 * @param records how records of patients are taken in and protected
 */
public record RefreshOptions(List<String> only, LocalDate asOf, LocalDate today, boolean hold, Records records)
    implements Serializable {

  /**
   * How records of patients are taken in and protected.
   *
   * @param mostRejects the share of a file's rows that may be set aside before the release is held
   * @param threshold counts from 1 to below it are withheld
   * @param published whether episodes and spells become part of the release
   */
  public record Records(double mostRejects, int threshold, boolean published) implements Serializable {

    /** A fifth; below eight; no. */
    public static final Records USUAL = new Records(0.2, 8, false);

    private String words() {
      return equals(USUAL) ? "" : " records %s %s %s".formatted(mostRejects, threshold, published);
    }
  }

  /** Published as soon as it is made, with records as usual. */
  public RefreshOptions(List<String> only, LocalDate asOf, LocalDate today) {
    this(only, asOf, today, false, Records.USUAL);
  }

  /** On a day that is after all others: nothing is still to come. */
  public RefreshOptions(List<String> only, LocalDate asOf) {
    this(only, asOf, LocalDate.MAX);
  }

  /** Whether a vintage of that day is wanted. */
  public boolean wants(LocalDate publishedOn) {
    return asOf == null || !publishedOn.isAfter(asOf);
  }

  /** In words but for the day up to which: releases of different days are compared. */
  public String kind() {
    return only.isEmpty() ? "all" : "only " + String.join(" ", only);
  }

  /** In words, for the record of the run. */
  public String words() {
    return (only.isEmpty() ? "all" : "only " + String.join(" ", only)) + (asOf == null ? "" : " as of " + asOf)
        + records.words();
  }
}
