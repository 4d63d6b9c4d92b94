package uk.footprints.fetch;

import java.io.IOException;

/**
 * Thrown when repeating a request would not help: the file is too large, on another host or not a table. Its message is
 * a part of a sentence.
 */
final class RefusedDownloadException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedDownloadException(String why) {
    this(why, 0);
  }

  /** Creates an exception with the status of the response. */
  RefusedDownloadException(String why, int status) {
    super(why);
    this.status = status;
  }

  /** Whether the server may give the page to a browser. */
  boolean refusesPrograms() {
    return status == 401 || status == 403 || status == 406 || status == 451;
  }
}
