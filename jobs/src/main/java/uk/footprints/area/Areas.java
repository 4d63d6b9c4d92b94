package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/**
 * All areas, their members and the successors of organisations: an immutable index over the reference tables.
 *
 * <p>Every question about an organisation's area takes a {@link Basis}. An organisation that is in no area of a
 * geography (NHS England's own commissioning is in no footprint) has no shares there: the caller shows it as
 * unassigned.
 */
public final class Areas {

  private static final String SYSTEMS = "accountable_care_systems_2017.csv";

  private final List<Membership> memberships;
  private final Successions successions;
  private final Map<String, Map<String, Area>> areas;
  /** The areas that have a code of the register, by geography and that code. */
  private final Map<String, Map<String, List<Area>>> byOdsCode = new HashMap<>();
  private final Map<Key, List<Placement>> byMember;
  private final Map<String, Geography> own;
  private final Councils councils;
  private final CodeBreaks breaks;
  /** The days from which a membership, an area or an organisation is another, in order. */
  private final LocalDate[] changes;

  private record Key(String kind, String code, String geography) {}

  /**
   * The part of a member that is in an area.
   *
   * @param dates when it is
   * @param shares the part, alone in a list
   */
  private record Placement(DateRange dates, List<AreaShare> shares) {}

  Areas(
      Collection<Area> areas, List<Membership> memberships, Successions successions, List<Geography> own,
      Councils councils, CodeBreaks breaks) {
    this.councils = councils;
    this.breaks = breaks;
    this.memberships = List.copyOf(memberships);
    this.successions = successions;
    this.own = own.stream().collect(Collectors.toMap(Geography::id, g -> g, (a, b) -> b, LinkedHashMap::new));
    this.areas = new LinkedHashMap<>();
    for (Area area : areas) {
      this.areas.computeIfAbsent(area.geography(), id -> new LinkedHashMap<>()).put(area.code(), area);
    }
    this.areas.forEach((geography, of) -> byOdsCode.put(
        geography, of.values().stream().collect(Collectors.groupingBy(Area::odsCode))));
    this.byMember = new HashMap<>(memberships.size() * 2);
    for (Membership m : memberships) {
      byMember
          .computeIfAbsent(new Key(m.memberKind(), m.memberCode(), m.geography()), key -> new ArrayList<>(1))
          .add(new Placement(m.dates(), List.of(new AreaShare(m.areaCode(), m.weight(), m.weightBasis()))));
    }
    this.changes = changes(areas, memberships, successions);
  }

  private static LocalDate[] changes(
      Collection<Area> areas, List<Membership> memberships, Successions successions) {
    Set<LocalDate> days = new HashSet<>();
    Stream.concat(memberships.stream().map(Membership::dates), areas.stream().map(Area::dates)).forEach(dates -> {
      days.add(dates.from());
      if (!dates.to().equals(LocalDate.MAX)) {
        days.add(dates.to().plusDays(1));
      }
    });
    successions.listAll().forEach(event -> days.add(event.date()));
    return days.stream().sorted().toArray(LocalDate[]::new);
  }

  /** Returns these areas with an analyst's custom geography added. */
  public Areas with(OwnGeography mine) {
    List<Area> allAreas = new ArrayList<>(listAreas());
    allAreas.addAll(mine.areas());
    List<Geography> allOwn = new ArrayList<>(own.values());
    allOwn.add(mine.geography());
    Areas more = new Areas(allAreas, and(memberships, mine.memberships()), successions, allOwn, councils, breaks);
    List<Membership> ofCouncils = councils.memberships(more, mine.geography().id());
    return new Areas(allAreas, and(more.memberships, ofCouncils), successions, allOwn, councils, breaks);
  }

  /**
   * Adds the systems and councils, which are made of members of these areas, the councils' memberships in every area by
   * where their people live, and the geographies that are no edition of one year.
   */
  Areas completed() {
    List<Area> more = new ArrayList<>(listAreas());
    more.addAll(councils.areas(Geography.COUNCILS));
    List<Membership> placed = and(memberships, MemberAreas.ofReference(Geography.SYSTEMS, SYSTEMS, this));
    placed.addAll(councils.groupsIn(Geography.COUNCILS, this));
    Areas all = new Areas(more, placed, successions, List.of(), councils, breaks);
    List<Membership> ofCouncils = new ArrayList<>();
    for (Geography geography : all.listGeographies()) {
      if (!geography.family().equals("ccg")) {
        ofCouncils.addAll(councils.memberships(all, geography.id()));
      }
    }
    Areas editions = new Areas(more, and(all.memberships, ofCouncils), successions, List.of(), councils, breaks);
    LastingGeographies lasting = LastingGeographies.of(editions);
    more.addAll(lasting.areas());
    return new Areas(
        more, and(editions.memberships, lasting.memberships()), successions, List.of(), councils, breaks);
  }

  private static List<Membership> and(List<Membership> some, List<Membership> more) {
    List<Membership> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Lists the geographies that have areas here: built-in ones first, then custom ones. */
  public List<Geography> listGeographies() {
    return Stream.concat(
            Geography.listBuiltIn().stream().filter(g -> areas.containsKey(g.id())), own.values().stream())
        .toList();
  }

  /** Returns the geography of that id, built in or custom. */
  public Geography getGeography(String id) {
    return own.containsKey(id) ? own.get(id) : Geography.get(id);
  }

  /** Lists every area of every geography. */
  public List<Area> listAreas() {
    return areas.values().stream().flatMap(of -> of.values().stream()).toList();
  }

  /** Lists the areas of a geography, in the order of their codes. */
  public List<Area> listAreas(String geography) {
    return List.copyOf(areas.getOrDefault(getGeography(geography).id(), Map.of()).values());
  }

  /** Lists the areas of a geography that existed on a day. */
  public List<Area> listAreas(String geography, LocalDate day) {
    return listAreas(geography).stream().filter(area -> area.dates().contains(day)).toList();
  }

  /** Finds an area by its code. */
  public Optional<Area> findArea(String geography, String areaCode) {
    return Optional.ofNullable(areas.getOrDefault(geography, Map.of()).get(areaCode));
  }

  /** Returns an area by its code; fails when there is none. */
  public Area getArea(String geography, String areaCode) {
    return findArea(geography, areaCode)
        .orElseThrow(() -> UserException.data("%s has no area %s."
            .formatted(geography, areaCode), "see the table areas"));
  }

  /**
   * Finds the area that contains a whole organisation: none for an organisation in no area or in several
   * (see {@link #listShares}).
   *
   * @param basis as it was, or as it is now
   * @param memberKind {@link Membership#CCG} or {@link Membership#PROVIDER}
   * @param memberCode the ODS code, in any case
   * @param geography the geography's id
   * @param day a day of the period that the figure describes
   */
  public Optional<Area> findArea(Basis basis, String memberKind, String memberCode, String geography, LocalDate day) {
    List<AreaShare> shares = listShares(basis, memberKind, memberCode, geography, day);
    return shares.size() == 1 ? findArea(geography, shares.get(0).areaCode()) : Optional.empty();
  }

  /**
   * Returns the parts of an organisation's figure that belong to each area: none when it is in no area, otherwise
   * weights that add to one. As was: by the memberships of that day. As now: successions are followed to the present
   * organisations, and each share goes to their areas; the membership used is the one on that day or, if later, on the
   * day of the succession.
   *
   * <p>If some successors of a divided organisation are in no area, the weights add to less than one and the rest is
   * unassigned.
   */
  public List<AreaShare> listShares(Basis basis, String memberKind, String memberCode, String geography,
      LocalDate day) {
    String code = normal(memberCode);
    if (basis == Basis.AS_WAS) {
      return sharesOn(memberKind, code, geography, day);
    }
    List<Successions.Heir> heirs = successions.listHeirsOf(memberKind, code, day);
    if (heirs.size() == 1 && heirs.get(0).code().equals(code)) {
      return sharesOn(memberKind, code, geography, day);
    }
    Map<String, AreaShare> byArea = new LinkedHashMap<>();
    for (Successions.Heir heir : heirs) {
      LocalDate membershipDay = heir.since().isAfter(day) ? heir.since() : day;
      for (AreaShare share : sharesOn(memberKind, heir.code(), geography, membershipDay)) {
        byArea.merge(share.areaCode(), times(share, heir.share()), Areas::plus);
      }
    }
    return byArea.values().stream().map(Areas::tidy).toList();
  }

  /**
   * Returns how many days until this one changed any membership, area or organisation. Between two days with the same
   * number, {@link #listShares} gives the same.
   */
  public int countChanges(LocalDate day) {
    int at = Arrays.binarySearch(changes, day);
    return at < 0 ? -at - 1 : at + 1;
  }

  /** Lists the memberships of an area, in the table's order. */
  public List<Membership> listMembers(String geography, String areaCode) {
    return memberships.stream().filter(m -> m.geography().equals(geography) && m.areaCode().equals(areaCode)).toList();
  }

  /** Lists every membership, in the table's order. */
  public List<Membership> listMemberships() {
    return memberships;
  }

  /** Returns whether that organisation has any membership. */
  public boolean knows(String memberKind, String memberCode) {
    String code = normal(memberCode);
    return areas.keySet().stream().anyMatch(geography -> byMember.containsKey(new Key(memberKind, code, geography)));
  }

  /** Returns the successions of organisations. */
  public Successions successions() {
    return successions;
  }

  /** Returns the councils that run social care, and the people whom they share with commissioning groups. */
  public Councils councils() {
    return councils;
  }

  /** Lists the codes whose land changed. */
  List<CodeBreaks.Break> listCodeBreaks() {
    return breaks.listAll();
  }

  /**
   * Finds why figures of an area of two days are of different places: a member's code stayed while its land changed
   * between them, and the area's land with it.
   *
   * @param basis the basis on which the figures are assigned to areas
   * @param memberKind the kind of the members whose figures they are
   * @param geography the area's geography
   * @param area the area's code
   * @param one a day
   * @param other another day, before or after
   * @return the reasons, a sentence each; none where both days are of the same land
   */
  public List<String> listBreaks(
      Basis basis, String memberKind, String geography, String area, LocalDate one, LocalDate other) {
    Optional<Geography> known = Optional.ofNullable(own.get(geography)).or(() -> Geography.find(geography));
    List<CodeBreaks.Break> between =
        known.isEmpty() ? List.of() : breaks.list(memberKind, known.get(), one, other);
    if (between.isEmpty()) {
      return List.of();
    }
    return between.stream()
        .filter(b -> Stream.of(b.date().minusDays(1), b.date())
            .flatMap(day -> listShares(basis, memberKind, b.code(), geography, day).stream())
            .anyMatch(share -> share.areaCode().equals(area)))
        .map(CodeBreaks.Break::reason)
        .distinct()
        .toList();
  }

  /** Returns an ODS code as the tables write it: published files differ in case and padding. */
  public static String normal(String code) {
    return code.strip().toUpperCase(java.util.Locale.ROOT);
  }

  private List<AreaShare> sharesOn(String kind, String code, String geography, LocalDate day) {
    List<Placement> all = byMember.get(new Key(kind, code, geography));
    if (all == null) {
      return kind.equals(Membership.CCG) ? boardOn(code, geography, day) : List.of();
    }
    List<AreaShare> shares = List.of();
    for (Placement one : all) {
      if (one.dates().contains(day)) {
        shares = shares.isEmpty() ? one.shares() : Stream.of(shares, one.shares()).flatMap(List::stream).toList();
      }
    }
    return shares;
  }

  /** Returns the area whose own code in the register a commissioner has: boards publish figures under it. */
  private List<AreaShare> boardOn(String code, String geography, LocalDate day) {
    return byOdsCode.getOrDefault(geography, Map.of()).getOrDefault(code, List.of()).stream()
        .filter(area -> area.dates().contains(day))
        .limit(1)
        .map(area -> new AreaShare(area.code(), 1, "whole"))
        .toList();
  }

  private static AreaShare times(AreaShare share, double part) {
    return new AreaShare(share.areaCode(), share.weight() * part, share.weightBasis());
  }

  private static AreaShare plus(AreaShare a, AreaShare b) {
    String basis = a.weightBasis().equals(b.weightBasis()) ? a.weightBasis() : a.weightBasis() + "+" + b.weightBasis();
    return new AreaShare(a.areaCode(), a.weight() + b.weight(), basis);
  }

  /** Rounds weights: thirds that add to 0.9999999999999999 are one. */
  private static AreaShare tidy(AreaShare share) {
    return new AreaShare(share.areaCode(),
        Math.abs(share.weight() - 1) < 1e-9 ? 1 : share.weight(), share.weightBasis());
  }
}
