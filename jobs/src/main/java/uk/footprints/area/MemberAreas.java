package uk.footprints.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.runtime.UserException;

/**
 * Custom areas, made of organisations and of other areas.
 *
 * <p>Commissioning groups are land: what a listed group was before, and what it became together with other listed
 * groups, is in the area as well. Providers are taken as listed; the basis as-now carries their predecessors over.
 */
final class MemberAreas {

  private static final double ROUNDING = 1e-6;
  private static final String LISTED = "listed";

  private final String id;
  private final String file;
  private final Areas known;
  private final Map<String, Area> areas = new LinkedHashMap<>();
  private final Map<Member, List<Entry>> members = new LinkedHashMap<>();
  private final Set<Member> leftOut = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  private record Member(String kind, String code) {}

  /** A member's part in one of the areas, and the row that says so. */
  private record Entry(String place, String area, DateRange dates, double weight, String basis) {}

  private MemberAreas(String id, String file, Areas known) {
    this.id = id;
    this.file = file;
    this.known = known;
  }

  /** The geography that these lines describe; refused when a line names nobody or somebody is counted twice. */
  static OwnGeography of(String id, String file, List<AreaStatement> lines, Areas known) {
    MemberAreas listed = new MemberAreas(id, file, known);
    lines.stream().filter(line -> !line.exclude()).forEach(listed::include);
    lines.stream().filter(AreaStatement::exclude).forEach(listed::exclude);
    listed.members.forEach(MemberAreas::refuseTwice);
    listed.carry();
    return listed.finished();
  }

  /** The members of a geography whose areas are built in, as a table among the examples lists them. */
  static List<Membership> ofReference(String id, String file, Areas known) {
    return of(id, file, AreaStatement.ofCsv(file, ReferenceTable.textOfReference("examples/" + file)),
        known).memberships();
  }

  private void include(AreaStatement line) {
    if (line.area().equals(OwnGeography.RESERVED)) {
      throw UserException.data(
          "%s: \"%s\" is reserved for members outside all areas."
              .formatted(line.place(), line.area()), "give the area another name");
    }
    Area area =
        areas.computeIfAbsent(
            line.area(), code -> new Area(id, code, "", line.areaName(), DateRange.ALWAYS, "", file));
    if (!line.areaName().equals(area.name()) && !line.areaName().equals(line.area())) {
      throw UserException.data(
          "%s: the area \"%s\" has the name \"%s\" here and \"%s\" before."
              .formatted(line.place(), line.area(), line.areaName(), area.name()),
          "give it one name");
    }
    for (Map.Entry<Member, Entry> entry : expanded(line)) {
      members.computeIfAbsent(entry.getKey(), member -> new ArrayList<>()).add(entry.getValue());
    }
  }

  /** Who a line speaks of: an organisation, or everybody in an area of another geography. */
  private List<Map.Entry<Member, Entry>> expanded(AreaStatement line) {
    if (isOrganisation(line)) {
      if (!known.knows(line.memberKind(), line.memberCode())) {
        throw unknown(line, "there is no %s with the code %s".formatted(line.memberKind(), line.memberCode()));
      }
      Entry entry = new Entry(line.place(), line.area(), DateRange.ALWAYS, line.weight(), LISTED);
      return List.of(Map.entry(new Member(line.memberKind(), line.memberCode()), entry));
    }
    if (Geography.find(line.memberKind()).isEmpty()) {
      throw unknown(line, "member_kind \"%s\" is neither ccg, provider nor a geography".formatted(line.memberKind()));
    }
    if (known.findArea(line.memberKind(), line.memberCode()).isEmpty()) {
      throw unknown(line, "%s has no area %s".formatted(line.memberKind(), line.memberCode()));
    }
    List<Map.Entry<Member, Entry>> all = new ArrayList<>();
    for (Membership m : known.listMembers(line.memberKind(), line.memberCode())) {
      if (m.memberKind().equals(Membership.COUNCIL)) {
        // Councils follow from the groups, once the areas are known.
        continue;
      }
      double weight = m.weight() * line.weight();
      String basis = line.weight() < 1 ? LISTED : m.weightBasis();
      Entry entry = new Entry(line.place(), line.area(), m.dates(), weight, basis);
      all.add(Map.entry(new Member(m.memberKind(), m.memberCode()), entry));
    }
    return all;
  }

  private static boolean isOrganisation(AreaStatement line) {
    return line.memberKind().equals(Membership.CCG) || line.memberKind().equals(Membership.PROVIDER);
  }

  private static void refuseTwice(Member member, List<Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      double sum = entry.weight();
      for (Entry other : entries.subList(0, i)) {
        sum += other.dates().overlaps(entry.dates()) ? other.weight() : 0;
        if (sum > 1 + ROUNDING) {
          throw UserException.data(
              "%s: %s %s is counted twice: it is in \"%s\" already (%s)."
                  .formatted(entry.place(), member.kind(), member.code(), other.area(), other.place()),
              "delete one of the rows");
        }
      }
    }
  }

  private void exclude(AreaStatement line) {
    for (Map.Entry<Member, Entry> entry : expanded(line)) {
      List<Entry> entries = members.getOrDefault(entry.getKey(), new ArrayList<>());
      boolean removed = entries.removeIf(e -> e.area().equals(line.area()));
      if (isOrganisation(line) && !removed) {
        throw UserException.data(
            "%s: %s %s is left out of \"%s\", but it is not in it."
                .formatted(line.place(), line.memberKind(), line.memberCode(), line.area()),
            "delete the row, or include the area that contains it");
      }
      leftOut.add(entry.getKey());
    }
    members.values().removeIf(List::isEmpty);
  }

  /** Follows commissioning groups back to what they were and on to what they became. */
  private void carry() {
    List<Succession> events =
        known.successions().listAll().stream().filter(event -> event.kind().equals(Membership.CCG)).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (Succession event : events) {
        Member old = new Member(Membership.CCG, event.oldCode());
        Member heir = new Member(Membership.CCG, event.newCode());
        more |= areaOfHeirs(old).map(area -> carried(old, area)).orElse(false);
        List<Member> all =
            events.stream()
                .filter(e -> e.newCode().equals(event.newCode()))
                .map(e -> new Member(Membership.CCG, e.oldCode()))
                .toList();
        Optional<String> area = wholeArea(all.get(0));
        if (area.isPresent() && all.stream().allMatch(member -> wholeArea(member).equals(area))) {
          more |= carried(heir, area.get());
        }
      }
    }
    for (Succession event : events) {
      if (members.containsKey(new Member(Membership.CCG, event.oldCode()))
          && !members.containsKey(new Member(Membership.CCG, event.newCode()))) {
        notes.add(
            "%s: from %s %s is a part of %s, which is in none of the areas."
                .formatted(file, event.date(), event.oldCode(), event.newCode()));
      }
    }
  }

  /** The one area that holds whole everything that a group became: a divided one may belong to several. */
  private Optional<String> areaOfHeirs(Member old) {
    List<Optional<String>> areas =
        known.successions().listSuccessors(old.kind(), old.code()).stream()
            .map(event -> wholeArea(new Member(old.kind(), event.newCode())))
            .distinct()
            .toList();
    return areas.size() == 1 ? areas.get(0) : Optional.empty();
  }

  private boolean carried(Member member, String area) {
    if (members.containsKey(member) || leftOut.contains(member)) {
      return false;
    }
    members.put(member, new ArrayList<>(List.of(new Entry(file, area, DateRange.ALWAYS, 1, "succession"))));
    return true;
  }

  /** The one area that holds a member whole at all times. */
  private Optional<String> wholeArea(Member member) {
    List<Entry> entries = members.getOrDefault(member, List.of());
    return entries.size() == 1 && entries.get(0).weight() == 1 && entries.get(0).dates().equals(DateRange.ALWAYS)
        ? Optional.of(entries.get(0).area())
        : Optional.empty();
  }

  private OwnGeography finished() {
    List<Membership> memberships = new ArrayList<>();
    Set<String> used = new HashSet<>();
    members.forEach(
        (member, entries) -> {
          for (Entry e : entries) {
            used.add(e.area());
            memberships.add(
                new Membership(
                    member.kind(), member.code(), id, e.area(), e.dates(), e.weight(), e.basis(), e.place()));
          }
        });
    for (Area area : areas.values()) {
      if (!used.contains(area.code())) {
        throw UserException.data("%s: the area \"%s\" has no members.".formatted(file, area.code()), "add a member");
      }
    }
    if (areas.isEmpty()) {
      throw UserException.data(file + " has no areas.", "give it a row for every member of every area");
    }
    Geography own = Geography.own(id, id.replace('_', ' '));
    return new OwnGeography(
        own, List.copyOf(areas.values()), List.copyOf(memberships), Optional.empty(), List.copyOf(notes));
  }

  private static UserException unknown(AreaStatement line, String what) {
    return UserException.data("%s: %s."
        .formatted(line.place(), what), "see the tables organisations and areas for codes");
  }
}
