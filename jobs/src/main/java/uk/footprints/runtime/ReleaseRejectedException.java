package uk.footprints.runtime;

/** Signals that a check refused the release: what was published before stays, and the run ends with 4. */
public final class ReleaseRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ReleaseRejectedException(String sentence) {
    super(sentence);
  }
}
