package uk.footprints.source.live;

import java.io.IOException;

/** What asking again would not mend: too large, elsewhere, no workbook. Its message is a part of a sentence. */
final class Refused extends IOException {

  private static final long serialVersionUID = 1L;

  Refused(String why) {
    super(why);
  }
}
