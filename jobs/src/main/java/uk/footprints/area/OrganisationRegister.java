package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.footprints.runtime.UserException;

/**
 * The register of organisations: what they are, when they opened and closed. A code that was given out again has an
 * entry for each time.
 */
public final class OrganisationRegister {

  /** The kinds of organisation. */
  static final Set<String> TYPES =
      Set.of(
          "acute", "specialist", "mental health", "community", "ambulance", "other", "commissioning group",
          "primary care trust", "strategic health authority");

  /**
   * An organisation.
   *
   * @param code ODS code
   * @param name as in the register
   * @param type acute, specialist, community, mental health, ambulance, other, commissioning group, primary care trust or
   *     strategic health authority
   * @param typeBasis what the type is based on
   * @param dates from its opening to its closing
   * @param source where we have it from
   */
  public record Entry(String code, String name, String type, String typeBasis, DateRange dates, String source) {}

  private static final String FILE = "organisations.csv";

  /** Codes of trusts and commissioning groups: the register lists no independent providers and practices. */
  private static final Pattern TRUST = Pattern.compile("R[A-Z0-9]{2}");
  private static final Pattern GROUP = Pattern.compile("[0-9]{2}[A-Z]");

  private final Map<String, List<Entry>> entries;
  private final Set<String> known = new HashSet<>();
  /** The last day before the latest succession of an organisation, by kind and code. */
  private final Map<String, LocalDate> replaced = new HashMap<>();
  /** The days on which an organisation became larger or smaller, by kind and code. */
  private final Map<String, NavigableSet<LocalDate>> changes = new HashMap<>();

  private OrganisationRegister(Map<String, List<Entry>> entries, List<Membership> memberships,
      List<Succession> successions, List<CodeBreaks.Break> breaks) {
    this.entries = entries;
    memberships.forEach(m -> known.add(key(m.memberKind(), m.memberCode())));
    for (Succession s : successions) {
      known.add(key(s.kind(), s.oldCode()));
      known.add(key(s.kind(), s.newCode()));
      if (!s.oldCode().equals(s.newCode())) {
        replaced.merge(key(s.kind(), s.oldCode()), s.date().minusDays(1), (a, b) -> a.isAfter(b) ? a : b);
        addChange(s.kind(), s.oldCode(), s.date());
        addChange(s.kind(), s.newCode(), s.date());
      }
    }
    breaks.forEach(b -> addChange(b.kind(), b.code(), b.date()));
  }

  private void addChange(String kind, String code, LocalDate day) {
    changes.computeIfAbsent(key(kind, code), k -> new TreeSet<>()).add(day);
  }

  private static String key(String role, String code) {
    return (role.equals("commissioner") ? Membership.CCG : role) + " " + code;
  }

  /** Reads the register in the jar. */
  static OrganisationRegister ofJar(Areas areas) {
    return of(
        ReferenceTable.ofReference(
            FILE, "org_code", "org_name", "org_type", "type_basis", "opened_on", "closed_on", "source"),
        areas.listMemberships(),
        areas.successions().listAll(),
        areas.listCodeBreaks());
  }

  /** A register, when nothing is wrong with its rows. */
  static OrganisationRegister of(
      ReferenceTable table, List<Membership> memberships, List<Succession> successions,
      List<CodeBreaks.Break> breaks) {
    Map<String, List<Entry>> placed = new HashMap<>();
    for (ReferenceTable.Row row : table.rows()) {
      Entry entry = entry(row);
      List<Entry> before = placed.computeIfAbsent(entry.code(), code -> new ArrayList<>(1));
      for (Entry other : before) {
        if (other.dates().overlaps(entry.dates())) {
          throw wrong(row, "%s is open already (%s)".formatted(entry.code(), other.dates()));
        }
      }
      before.add(entry);
    }
    return new OrganisationRegister(placed, memberships, successions, breaks);
  }

  private static Entry entry(ReferenceTable.Row row) {
    String type = row.required("org_type");
    if (!TYPES.contains(type)) {
      throw wrong(row, "there is no kind of organisation \"%s\"".formatted(type));
    }
    LocalDate opened = row.date("opened_on").orElse(LocalDate.MIN);
    LocalDate closed = row.date("closed_on").orElse(LocalDate.MAX);
    if (closed.isBefore(opened)) {
      throw wrong(row, "closed_on %s is before opened_on %s".formatted(closed, opened));
    }
    return new Entry(
        Areas.normal(row.required("org_code")), row.required("org_name"), type, row.required("type_basis"),
        new DateRange(opened, closed), row.text("source"));
  }

  private static UserException wrong(ReferenceTable.Row row, String what) {
    return UserException.data("%s: %s.".formatted(row.place(), what), "correct the row");
  }

  /** Lists every organisation of the register. */
  public List<Entry> listAll() {
    return entries.values().stream().flatMap(List::stream).toList();
  }

  /** Lists all organisations that have had a code, the earliest first. */
  public List<Entry> list(String code) {
    return entries.getOrDefault(Areas.normal(code), List.of()).stream()
        .sorted(Comparator.comparing((Entry e) -> e.dates().from()))
        .toList();
  }

  /**
   * The last day of an organisation; empty while it is open. Where a code has no entry, the day before another
   * organisation took its place.
   *
   * @param role provider, commissioner or council
   */
  public Optional<LocalDate> lastDay(String role, String code) {
    List<Entry> all = list(code);
    LocalDate day =
        all.isEmpty() ? replaced.getOrDefault(key(role, code), LocalDate.MAX) : all.get(all.size() - 1).dates().to();
    return Optional.of(day).filter(d -> d.isBefore(LocalDate.MAX));
  }

  /**
   * The days on which an organisation became larger or smaller under its own code: it took over another, gave a part
   * away, or its land changed. Its figures from before and after such a day are of different organisations.
   *
   * @param role provider, commissioner or council
   */
  public NavigableSet<LocalDate> changes(String role, String code) {
    return Collections.unmodifiableNavigableSet(changes.getOrDefault(key(role, code), Collections.emptyNavigableSet()));
  }

  /** Whether a code has the form of a trust's or a commissioning group's, and no reference table has it. */
  public boolean isUnknown(String role, String code) {
    boolean listed =
        role.equals("provider") ? TRUST.matcher(code).matches()
            : role.equals("commissioner") && GROUP.matcher(code).matches();
    return listed && !known.contains(key(role, code));
  }

  /** Finds the organisation with a code on a day; before it opened or after it closed, the nearest in time. */
  public Optional<Entry> find(String code, LocalDate day) {
    List<Entry> all = list(code);
    return all.stream()
        .filter(e -> !e.dates().from().isAfter(day))
        .reduce((a, b) -> b)
        .or(() -> all.stream().findFirst());
  }
}
