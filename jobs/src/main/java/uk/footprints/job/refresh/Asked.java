package uk.footprints.job.refresh;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a refresh was asked for.
 *
 * @param only the datasets to read; empty for all
 * @param asOf leave out what was published after this day; null for all
 */
public record Asked(List<String> only, LocalDate asOf) implements Serializable {

  /** Whether a vintage of that day is wanted. */
  boolean wants(LocalDate publishedOn) {
    return asOf == null || !publishedOn.isAfter(asOf);
  }

  /** In words, for the record of the run. */
  String words() {
    return (only.isEmpty() ? "all" : "only " + String.join(" ", only)) + (asOf == null ? "" : " as of " + asOf);
  }
}
