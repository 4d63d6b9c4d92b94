package uk.footprints.fetch;

import java.io.IOException;

/** What asking again would not mend: too large, elsewhere, no workbook. Its message is a part of a sentence. */
final class RefusedDownloadException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedDownloadException(String why) {
    super(why);
  }
}
