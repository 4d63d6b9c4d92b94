package uk.footprints.pipeline.read;

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
public final class ClosedOrganisations {

  private static final Pattern TRUST = Pattern.compile("R[A-Z0-9]{2}");
  private static final Pattern GROUP = Pattern.compile("[0-9]{2}[A-Z]");
  private static final ClosedOrganisations REFERENCE = of(Areas.reference());

  private final Set<String> known = new HashSet<>();
  private final Map<String, LocalDate> closed = new HashMap<>();

  private ClosedOrganisations() {}

  /** That of the reference tables. */
  public static ClosedOrganisations reference() {
    return REFERENCE;
  }

  private static ClosedOrganisations of(Areas areas) {
    ClosedOrganisations register = new ClosedOrganisations();
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
  public Optional<LocalDate> closedOn(String role, String code) {
    return Optional.ofNullable(closed.get(kind(role) + code));
  }
}
