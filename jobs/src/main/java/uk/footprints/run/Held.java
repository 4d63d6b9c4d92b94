package uk.footprints.run;

/** A check refused the release: what was published before stays, and the run ends with 4. */
public final class Held extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Held(String sentence) {
    super(sentence);
  }
}
