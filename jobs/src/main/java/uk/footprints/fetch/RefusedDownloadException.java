package uk.footprints.fetch;

import java.io.IOException;

/** What asking again would not mend: too large, elsewhere, no workbook. Its message is a part of a sentence. */
final class RefusedDownloadException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedDownloadException(String why) {
    this(why, 0);
  }

  /** With the status that the server answered. */
  RefusedDownloadException(String why, int status) {
    super(why);
    this.status = status;
  }

  /** Whether the server may give it to a browser. */
  boolean refusesPrograms() {
    return status == 401 || status == 403 || status == 406 || status == 451;
  }
}
