package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/**
 * Every area, who lies in it, and what became of whom: an immutable index over the reference tables.
 *
 * <p>Every question about an organisation's area takes a {@link Basis}. An organisation that lies in no area of a
 * geography (NHS England's own commissioning lies in no footprint) has no shares there: the caller shows it as
 * unassigned.
 */
public final class Areas {

  private static final String SYSTEMS = "accountable_care_systems_2017.csv";

  private static Areas reference;

  private final List<Membership> memberships;
  private final Successions successions;
  private final Map<String, Map<String, Area>> areas;
  private final Map<Key, List<Membership>> byMember;
  private final Map<String, Geography> own;

  private record Key(String kind, String code, String geography) {}

  Areas(Collection<Area> areas, List<Membership> memberships, Successions successions, List<Geography> own) {
    this.memberships = List.copyOf(memberships);
    this.successions = successions;
    this.own = own.stream().collect(Collectors.toMap(Geography::id, g -> g, (a, b) -> b, LinkedHashMap::new));
    this.areas = new LinkedHashMap<>();
    for (Area area : areas) {
      this.areas.computeIfAbsent(area.geography(), id -> new LinkedHashMap<>()).put(area.code(), area);
    }
    this.byMember = new HashMap<>(memberships.size() * 2);
    for (Membership m : memberships) {
      byMember
          .computeIfAbsent(new Key(m.memberKind(), m.memberCode(), m.geography()), key -> new ArrayList<>(1))
          .add(m);
    }
  }

  /** The tables that ship with the program, read once and checked; faults in them are named, whoever asks first. */
  public static synchronized Areas reference() {
    if (reference == null) {
      reference = ReferenceTables.ofJar().areas().completed();
    }
    return reference;
  }

  /** These areas and an analyst's own geography beside them. */
  public Areas with(OwnGeography mine) {
    List<Area> allAreas = new ArrayList<>(listAreas());
    allAreas.addAll(mine.areas());
    List<Geography> allOwn = new ArrayList<>(own.values());
    allOwn.add(mine.geography());
    Areas more = new Areas(allAreas, and(memberships, mine.memberships()), successions, allOwn);
    List<Membership> councils = Councils.reference().memberships(more, mine.geography().id());
    return new Areas(allAreas, and(more.memberships, councils), successions, allOwn);
  }

  /**
   * These areas, the systems and the councils that are made of their members, and the councils in every area by where
   * their people live.
   */
  private Areas completed() {
    List<Area> more = new ArrayList<>(listAreas());
    more.addAll(Councils.reference().areas(Geography.COUNCILS));
    List<Membership> placed = and(memberships, MemberAreas.ofReference(Geography.SYSTEMS, SYSTEMS, this));
    placed.addAll(Councils.reference().groupsIn(Geography.COUNCILS, this));
    Areas all = new Areas(more, placed, successions, List.of());
    List<Membership> councils = new ArrayList<>();
    for (Geography geography : all.listGeographies()) {
      if (!geography.family().equals("ccg")) {
        councils.addAll(Councils.reference().memberships(all, geography.id()));
      }
    }
    return new Areas(more, and(all.memberships, councils), successions, List.of());
  }

  private static List<Membership> and(List<Membership> some, List<Membership> more) {
    List<Membership> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** The geographies that have areas here: built-in ones first, then one's own. */
  public List<Geography> listGeographies() {
    return Stream.concat(
            Geography.listBuiltIn().stream().filter(g -> areas.containsKey(g.id())), own.values().stream())
        .toList();
  }

  /** The geography of that id, built in or one's own. */
  public Geography getGeography(String id) {
    return own.containsKey(id) ? own.get(id) : Geography.get(id);
  }

  /** Every area of every geography. */
  public List<Area> listAreas() {
    return areas.values().stream().flatMap(of -> of.values().stream()).toList();
  }

  /** The areas of a geography, in the order of their codes. */
  public List<Area> listAreas(String geography) {
    return List.copyOf(areas.getOrDefault(getGeography(geography).id(), Map.of()).values());
  }

  /** The areas of a geography that existed on a day. */
  public List<Area> listAreas(String geography, LocalDate day) {
    return listAreas(geography).stream().filter(area -> area.dates().contains(day)).toList();
  }

  /** An area by its code. */
  public Optional<Area> findArea(String geography, String areaCode) {
    return Optional.ofNullable(areas.getOrDefault(geography, Map.of()).get(areaCode));
  }

  /** An area by its code, which must be there. */
  public Area getArea(String geography, String areaCode) {
    return findArea(geography, areaCode)
        .orElseThrow(() -> UserException.data("%s has no area %s.".formatted(geography, areaCode), "see the table areas"));
  }

  /**
   * The area that holds an organisation whole, if there is one: none for what lies in no area, and none for what lies
   * in several ({@link #listShares} tells which).
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
   * The parts of an organisation's figure that belong to each area: none when it lies in no area, otherwise weights
   * that add to one. As it was: by the memberships of that day. As it is now: successions are walked to the present
   * organisations, each share going to their areas; the membership asked is the one on that day or, if later, on the
   * day of the succession.
   *
   * <p>If some heirs of a forked organisation lie in no area, the weights add to less than one and the rest is
   * unassigned.
   */
  public List<AreaShare> listShares(Basis basis, String memberKind, String memberCode, String geography, LocalDate day) {
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
      LocalDate asked = heir.since().isAfter(day) ? heir.since() : day;
      for (AreaShare share : sharesOn(memberKind, heir.code(), geography, asked)) {
        byArea.merge(share.areaCode(), times(share, heir.share()), Areas::plus);
      }
    }
    return byArea.values().stream().map(Areas::tidy).toList();
  }

  /** The memberships of an area, in the table's order. */
  public List<Membership> listMembers(String geography, String areaCode) {
    return memberships.stream().filter(m -> m.geography().equals(geography) && m.areaCode().equals(areaCode)).toList();
  }

  /** Every membership, in the table's order. */
  public List<Membership> listMemberships() {
    return memberships;
  }

  /** Whether anything is known of where that organisation lies. */
  public boolean knows(String memberKind, String memberCode) {
    String code = normal(memberCode);
    return areas.keySet().stream().anyMatch(geography -> byMember.containsKey(new Key(memberKind, code, geography)));
  }

  /** Who became whom. */
  public Successions successions() {
    return successions;
  }

  /** An ODS code as the tables write it: published files differ in case and padding. */
  public static String normal(String code) {
    return code.strip().toUpperCase(java.util.Locale.ROOT);
  }

  private List<AreaShare> sharesOn(String kind, String code, String geography, LocalDate day) {
    List<Membership> all = byMember.get(new Key(kind, code, geography));
    if (all == null) {
      return List.of();
    }
    List<AreaShare> shares = new ArrayList<>(all.size());
    for (Membership m : all) {
      if (m.dates().contains(day)) {
        shares.add(new AreaShare(m.areaCode(), m.weight(), m.weightBasis()));
      }
    }
    return shares;
  }

  private static AreaShare times(AreaShare share, double part) {
    return new AreaShare(share.areaCode(), share.weight() * part, share.weightBasis());
  }

  private static AreaShare plus(AreaShare a, AreaShare b) {
    String basis = a.weightBasis().equals(b.weightBasis()) ? a.weightBasis() : a.weightBasis() + "+" + b.weightBasis();
    return new AreaShare(a.areaCode(), a.weight() + b.weight(), basis);
  }

  /** Thirds that add to 0.9999999999999999 are one. */
  private static AreaShare tidy(AreaShare share) {
    return new AreaShare(share.areaCode(), Math.abs(share.weight() - 1) < 1e-9 ? 1 : share.weight(), share.weightBasis());
  }
}
