package uk.footprints.transform;

/**
 * Whose figures a row holds.
 *
 * @param role what the organisation is: {@code provider}, {@code commissioner}, {@code council}, {@code country}
 * @param code its code where every row is about the same; empty where rows say
 * @param name its name, likewise
 * @param above whether it is what organisations belong to, whose code stands in the column of the parent
 * @param parts the role of the organisations that it adds up; empty where none
 */
public record RowSubject(String role, String code, String name, boolean above, String parts) {

  /** England, by its ONS code. */
  public static final RowSubject ENGLAND = new RowSubject("country", "E92000001", "England", false, "");

  /** Organisations that each row names. */
  public static RowSubject of(String role) {
    return new RowSubject(role, "", "", false, "");
  }

  /** What organisations belong to: regions. */
  public static RowSubject above(String role) {
    return new RowSubject(role, "", "", true, "");
  }

  /** The same, adding up the organisations of a role in the same sheet; checked. */
  public RowSubject adding(String role) {
    return new RowSubject(this.role, code, name, above, role);
  }

  /** Whether every row is about the same one. */
  public boolean fixed() {
    return !code.isEmpty();
  }
}
