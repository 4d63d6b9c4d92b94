package uk.footprints.records.episode;

import java.util.Locale;

/** Whether records are of people or made up; figures of artificial records describe nobody. */
public enum RecordOrigin {
  ARTIFICIAL,
  REAL,
  /** The records were stored by a version that did not note it. */
  NOT_KNOWN;

  /** Returns it as tables show it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static RecordOrigin of(boolean artificial) {
    return artificial ? ARTIFICIAL : REAL;
  }

  /** Reads the note of a file; a file without one does not say. */
  static RecordOrigin ofNote(String note) {
    return note == null ? NOT_KNOWN : valueOf(note);
  }

  /** Returns that of both together: artificial if some are, and real only if all are. */
  RecordOrigin with(RecordOrigin other) {
    if (this == ARTIFICIAL || other == ARTIFICIAL) {
      return ARTIFICIAL;
    }
    return this == REAL && other == REAL ? REAL : NOT_KNOWN;
  }
}
