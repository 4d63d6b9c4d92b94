package uk.footprints.parse;

/** A file that is not what it should be: one sentence that says what was expected and what was found. */
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  public Unreadable(String sentence) {
    super(sentence);
  }

  public Unreadable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
