package uk.footprints.transform;

/**
 * The organisation, or kind of organisation, that the figures of a row are about.
 *
 * @param role of the organisation: {@code provider}, {@code commissioner}, {@code council}, {@code country}
 * @param code its code where every row is about the same; empty where rows say
 * @param name its name; empty where rows say
 * @param isParent whether it is the parent of organisations, with its code in the parent column
 * @param parts role of the organisations that it adds up; empty for none
 */
public record RowSubject(String role, String code, String name, boolean isParent, String parts) {

  /** England, by its ONS code. */
  public static final RowSubject ENGLAND = new RowSubject("country", "E92000001", "England", false, "");

  /** Returns the subject of rows that each name an organisation. */
  public static RowSubject of(String role) {
    return new RowSubject(role, "", "", false, "");
  }

  /** Returns the subject of rows about parents of organisations, such as regions. */
  public static RowSubject parent(String role) {
    return new RowSubject(role, "", "", true, "");
  }

  /** Returns a subject that adds up the organisations of a role in the same sheet, which is checked. */
  public RowSubject adding(String role) {
    return new RowSubject(this.role, code, name, isParent, role);
  }

  /** Returns whether every row is about one organisation. */
  public boolean fixed() {
    return !code.isEmpty();
  }
}
