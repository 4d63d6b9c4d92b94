package uk.footprints.records.disclosure;

/** Two tables could not be protected together, so that publishing both could disclose a withheld figure. */
public final class DisclosureException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  DisclosureException(String message) {
    super(message);
  }
}
