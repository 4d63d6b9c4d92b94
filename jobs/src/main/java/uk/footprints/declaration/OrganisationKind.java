package uk.footprints.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.footprints.transform.RowSubject;

/**
 * What a row is about when its columns match patterns.
 *
 * @param when the patterns, by role or field of the column
 * @param subject the organisation; null for rows that are not read
 * @param leave why such rows are not read; empty for others
 * @param total whether such rows add up others and are not read
 * @param line of the declaration, for messages
 */
record OrganisationKind(Map<String, Pattern> when, RowSubject subject, String leave, boolean total, int line) {

  static OrganisationKind read(DeclarationNode node) {
    node.as(DeclarationObject.ORGANISATION);
    Map<String, Pattern> when = new LinkedHashMap<>();
    node.find("when").ifPresent(w -> w.values().forEach((role, pattern) -> when.put(role, pattern.pattern())));
    String leave = node.text("leave", "");
    boolean total = node.yes("total");
    List<String> roles = DeclarationObject.ORGANISATION.words("is");
    if (node.find("is").isEmpty()) {
      if (leave.isEmpty() && !total) {
        throw node.wrong("rows that match are neither read nor left", "add is: with a role, leave: or total: yes");
      }
      return new OrganisationKind(when, null, leave, total, node.line());
    }
    if (!leave.isEmpty() || total) {
      throw node.wrong("rows that match are both read and left", "keep is: or leave:");
    }
    String role = node.get("is").oneOf("role of an organisation", roles);
    RowSubject subject =
        role.equals("country") ? RowSubject.ENGLAND
            : node.yes("in_parent") ? RowSubject.parent(role) : RowSubject.of(role);
    if (node.find("adds_up").isPresent()) {
      subject = subject.adding(node.get("adds_up").oneOf("role of an organisation", roles));
    }
    return new OrganisationKind(when, subject, "", false, node.line());
  }

  /** Returns whether rows of this kind are read. */
  boolean read() {
    return subject != null;
  }
}
