package uk.footprints.format;

/** A file cannot be read. The message is one sentence: what was expected and what was found. */
public final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadableFileException(String sentence) {
    super(sentence);
  }

  public UnreadableFileException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
