package uk.footprints.job.refresh;

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
 */
public record Asked(List<String> only, LocalDate asOf, LocalDate today, boolean hold) implements Serializable {

  /** Published as soon as it is made. */
  public Asked(List<String> only, LocalDate asOf, LocalDate today) {
    this(only, asOf, today, false);
  }

  /** On a day that is after all others: nothing is still to come. */
  public Asked(List<String> only, LocalDate asOf) {
    this(only, asOf, LocalDate.MAX);
  }

  /** Whether a vintage of that day is wanted. */
  boolean wants(LocalDate publishedOn) {
    return asOf == null || !publishedOn.isAfter(asOf);
  }

  /** In words but for the day up to which: releases of different days are compared. */
  String kind() {
    return only.isEmpty() ? "all" : "only " + String.join(" ", only);
  }

  /** In words, for the record of the run. */
  String words() {
    return (only.isEmpty() ? "all" : "only " + String.join(" ", only)) + (asOf == null ? "" : " as of " + asOf);
  }
}
