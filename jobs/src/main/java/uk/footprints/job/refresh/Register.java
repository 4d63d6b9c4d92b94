package uk.footprints.job.refresh;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.footprints.area.Areas;
import uk.footprints.area.Membership;
import uk.footprints.area.Succession;

/**
 * Which organisations there are, and when those that are no more closed: the reference tables. Only codes of trusts and
 * commissioning groups can be unknown, as no register here lists all independent providers and practices.
 */
final class Register {

  private static final Pattern TRUST = Pattern.compile("R[A-Z0-9]{2}");
  private static final Pattern GROUP = Pattern.compile("[0-9]{2}[A-Z]");
  private static final Register REFERENCE = of(Areas.reference());

  private final Set<String> known = new HashSet<>();
  private final Map<String, LocalDate> closed = new HashMap<>();

  private Register() {}

  /** That of the reference tables. */
  static Register reference() {
    return REFERENCE;
  }

  private static Register of(Areas areas) {
    Register register = new Register();
    for (Membership m : areas.listMemberships()) {
      register.known.add(kind(m.memberKind()) + m.memberCode());
    }
    for (Succession s : areas.successions().listAll()) {
      register.known.add(kind(s.kind()) + s.oldCode());
      register.known.add(kind(s.kind()) + s.newCode());
      if (!s.oldCode().equals(s.newCode())) {
        register.closed.merge(kind(s.kind()) + s.oldCode(), s.date(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return register;
  }

  private static String kind(String role) {
    return (role.equals("commissioner") ? Membership.CCG : role) + " ";
  }

  /** Whether a code looks like one that the register would have, and is not in it. */
  boolean unknown(String role, String code) {
    boolean listed =
        role.equals("provider") ? TRUST.matcher(code).matches()
            : role.equals("commissioner") && GROUP.matcher(code).matches();
    return listed && !known.contains(kind(role) + code);
  }

  /** The first day on which an organisation was another; empty while it lasts. */
  Optional<LocalDate> closedOn(String role, String code) {
    return Optional.ofNullable(closed.get(kind(role) + code));
  }
}
