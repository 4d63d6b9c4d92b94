package uk.footprints.format;

/** A file that is not what it should be: one sentence that says what was expected and what was found. */
public final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadableFileException(String sentence) {
    super(sentence);
  }

  public UnreadableFileException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
