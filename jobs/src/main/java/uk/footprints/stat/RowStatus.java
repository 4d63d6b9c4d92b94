package uk.footprints.stat;

import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.ResultStatus;

/**
 * Status of a result and its reason.
 *
 * @param status whether every number of the row exists
 * @param reason why not, or a caveat; empty where there is neither
 */
record RowStatus(ResultStatus status, String reason) {

  /** A result whose numbers all exist. */
  static final RowStatus OK = ok("");

  /** Returns the status of a result with a caveat. */
  static RowStatus ok(String caveat) {
    return new RowStatus(ResultStatus.OK, caveat);
  }

  /** Returns the status of rows that the method has no answer for. */
  static RowStatus notApplicable(String reason) {
    return new RowStatus(ResultStatus.NOT_APPLICABLE, reason);
  }

  /** Returns the status of an estimate. */
  static RowStatus of(Estimate estimate) {
    return new RowStatus(estimate.status(), estimate.reason());
  }

  /** Returns the status that remains where numbers of these columns do not exist: ok promises all of them. */
  RowStatus lacking(String columns) {
    if (status != ResultStatus.OK || columns.isEmpty()) {
      return this;
    }
    return notApplicable(reason.isEmpty() ? "these numbers give no finite " + columns : reason);
  }
}
