package uk.footprints.report.variation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Succession;
import uk.footprints.dataset.Lookups;
import uk.footprints.declaration.DeclaredDatasets;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.table.TableExcerpt;

/**
 * How deprived areas are, by the English indices of deprivation: the mean place of an area's small areas in the order of
 * all small areas of England, in per cent; 100 is the most deprived. Places of several editions are on one scale, which
 * their scores are not. Small areas have about as many people each, so they count alike. Where an edition has no small
 * areas in a release, the summaries by commissioning group are used; an area that was made of several groups has the mean
 * of theirs, in which each group counts alike.
 */
final class AreaDeprivation {

  /** The excerpt of the indices by small area. */
  static final TableExcerpt<SmallAreaRank> SMALL_AREAS =
      TableExcerpt.of(DeclaredDatasets.table("deprivation", "deprivation"), SmallAreaRank.class);

  /** The excerpt of the summaries by commissioning group. */
  static final TableExcerpt<GroupSummary> GROUPS =
      TableExcerpt.of(DeclaredDatasets.table("deprivation", "deprivation_summaries"), GroupSummary.class);

  /** The excerpt of the lookups of small areas. */
  static final TableExcerpt<SmallAreaLookup> LOOKUPS = TableExcerpt.of(Lookups.TABLE, SmallAreaLookup.class);

  /** A small area in an edition; rank 1 is the most deprived. */
  record SmallAreaRank(String areaCode, String edition, Integer rank) {}

  /** A commissioning group in an edition; a larger average rank is more deprived. */
  record GroupSummary(String areaCode, String domain, String edition, double averageRank) {}

  /** A small area and an area that has it. */
  record SmallAreaLookup(String fromKind, String fromCode, String toKind, String toCode) {}

  /**
   * The deprivation of an area.
   *
   * @param place mean place of its small areas, in per cent; 100 is the most deprived
   * @param edition the year of the indices
   * @param method how it was found
   */
  record Deprivation(double place, int edition, String method) {}

  private static final String WHOLE_INDEX = "IMD";
  private static final int SMALL_AREAS_2011 = 32_844;
  private static final String LSOA = "lsoa_";
  private static final String GROUP = "ccg_2021";
  private static final LocalDate GROUP_DAY = LocalDate.of(2021, 6, 30);
  private static final LocalDate SUMMARY_DAY = LocalDate.of(2015, 6, 30);

  private final Areas areas;
  private final NavigableMap<Integer, Map<String, Double>> places = new TreeMap<>();
  private final NavigableMap<Integer, Map<String, Double>> summaries = new TreeMap<>();
  private final Map<String, Map<String, String>> lookups = new HashMap<>();
  private final Map<String, NavigableMap<Integer, Map<String, Deprivation>>> byGeography = new ConcurrentHashMap<>();

  /** Collects the indices of a release. */
  AreaDeprivation(Evidence evidence) {
    areas = evidence.context().areas();
    Map<Integer, Map<String, Integer>> ranks = new TreeMap<>();
    for (SmallAreaRank row : evidence.rows(SMALL_AREAS)) {
      if (row.rank() != null) {
        ranks.computeIfAbsent(Integer.valueOf(row.edition()), e -> new HashMap<>()).put(row.areaCode(), row.rank());
      }
    }
    ranks.forEach((edition, of) -> places.put(edition, places(of)));
    for (GroupSummary row : evidence.rows(GROUPS)) {
      if (row.domain().equals(WHOLE_INDEX) && !Double.isNaN(row.averageRank())) {
        summaries
            .computeIfAbsent(Integer.valueOf(row.edition()), e -> new HashMap<>())
            .put(row.areaCode(), 100 * row.averageRank() / SMALL_AREAS_2011);
      }
    }
    if (!places.isEmpty()) {
      for (SmallAreaLookup pair : evidence.rows(LOOKUPS)) {
        if (pair.fromKind().startsWith(LSOA)) {
          lookups.computeIfAbsent(pair.toKind(), k -> new HashMap<>()).put(pair.fromCode(), pair.toCode());
        }
      }
    }
  }

  private static Map<String, Double> places(Map<String, Integer> ranks) {
    int last = ranks.values().stream().mapToInt(r -> r).max().orElse(1);
    Map<String, Double> places = new HashMap<>();
    ranks.forEach((code, rank) -> places.put(code, 100 * (1 - (rank - 0.5) / last)));
    return places;
  }

  /** Finds the deprivation of an area in a period: by the latest edition that is not after it, else by the first. */
  Optional<Deprivation> find(String geography, String area, Period period) {
    NavigableMap<Integer, Map<String, Deprivation>> editions =
        byGeography.computeIfAbsent(geography, this::of);
    if (editions.isEmpty()) {
      return Optional.empty();
    }
    Integer edition = editions.floorKey(period.end().getYear());
    return Optional.ofNullable(editions.get(edition == null ? editions.firstKey() : edition).get(area));
  }

  private NavigableMap<Integer, Map<String, Deprivation>> of(String geography) {
    NavigableMap<Integer, Map<String, Deprivation>> editions = new TreeMap<>();
    summaries.forEach(
        (edition, groups) -> {
          Map<String, Deprivation> means = bySummaries(geography, edition, groups);
          if (!means.isEmpty()) {
            editions.put(edition, means);
          }
        });
    places.forEach(
        (edition, small) -> {
          Map<String, Deprivation> means = bySmallAreas(geography, edition, small);
          if (!means.isEmpty()) {
            editions.put(edition, means);
          }
        });
    return editions;
  }

  private Map<String, Deprivation> bySmallAreas(String geography, int edition, Map<String, Double> small) {
    Map<String, String> direct = lookups.getOrDefault(geography, Map.of());
    Map<String, String> groups = lookups.getOrDefault(GROUP, Map.of());
    Map<String, List<AreaShare>> shares = new HashMap<>();
    Map<String, String> codes = odsCodes(GROUP);
    WeightedMeans means = new WeightedMeans();
    small.forEach(
        (code, place) -> {
          if (direct.containsKey(code)) {
            means.add(direct.get(code), place, 1);
          } else if (direct.isEmpty() && groups.containsKey(code)) {
            shares
                .computeIfAbsent(
                    groups.get(code), group -> shares(codes.getOrDefault(group, ""), geography, GROUP_DAY))
                .forEach(share -> means.add(share.areaCode(), place, share.weight()));
          }
        });
    return means.result(edition, "mean place of small areas, indices of " + edition);
  }

  private Map<String, Deprivation> bySummaries(String geography, int edition, Map<String, Double> groups) {
    Map<String, String> codes = new HashMap<>();
    areas.listGeographies().stream()
        .filter(g -> g.family().equals(Geography.GROUPS))
        .forEach(g -> codes.putAll(odsCodes(g.id())));
    Map<String, String> own = odsCodes(geography);
    WeightedMeans same = new WeightedMeans();
    WeightedMeans merged = new WeightedMeans();
    Set<String> old = new HashSet<>(groups.keySet());
    groups.keySet().forEach(code -> old.add(codes.getOrDefault(code, "")));
    groups.forEach(
        (code, place) -> {
          String ods = codes.getOrDefault(code, "");
          if (own.containsKey(code)) {
            same.add(code, place, 1);
            return;
          }
          if (own.containsKey(ods)) {
            same.add(ods, place, 1);
          }
          members(ods, geography, own)
              .filter(share -> !old.contains(share.areaCode()))
              .forEach(share -> merged.add(share.areaCode(), place, share.weight()));
        });
    Map<String, Deprivation> means =
        merged.result(edition, "mean place of commissioning groups, each counted alike, indices of " + edition);
    means.putAll(same.result(edition, "place of the group, indices of " + edition));
    return means;
  }

  /** Returns the areas of a geography that a group became a part of; of commissioning groups, its successors. */
  private Stream<AreaShare> members(String ods, String geography, Map<String, String> own) {
    boolean successors =
        !geography.equals(Geography.SUB_LOCATIONS)
            && areas.listGeographies().stream()
                .anyMatch(g -> g.id().equals(geography) && g.family().equals(Geography.GROUPS));
    if (!successors) {
      return shares(ods, geography, SUMMARY_DAY).stream();
    }
    Map<String, Double> parts = new HashMap<>();
    addSuccessors(ods, 1, parts);
    return own.entrySet().stream()
        .filter(area -> parts.containsKey(area.getValue()))
        .map(area -> new AreaShare(area.getKey(), parts.get(area.getValue()), "succession"));
  }

  /** Adds the groups that a group became, one after the other, with the part of it that went there. */
  private void addSuccessors(String ods, double part, Map<String, Double> parts) {
    for (Succession event : areas.successions().listSuccessors(Membership.CCG, ods)) {
      if (!event.newCode().equals(ods) && !parts.containsKey(event.newCode())) {
        parts.put(event.newCode(), part * event.share());
        addSuccessors(event.newCode(), part * event.share(), parts);
      }
    }
  }

  private List<AreaShare> shares(String ods, String geography, LocalDate day) {
    boolean known = areas.listGeographies().stream().map(Geography::id).anyMatch(geography::equals);
    return ods.isEmpty() || !known
        ? List.of()
        : Stream.of(day, areas.getGeography(geography).inForce().from())
            .map(on -> areas.listShares(Basis.AS_WAS, Membership.CCG, ods, geography, on))
            .filter(list -> !list.isEmpty())
            .findFirst()
            .orElse(new ArrayList<>());
  }

  private Map<String, String> odsCodes(String geography) {
    Map<String, String> codes = new HashMap<>();
    for (Area area : areas.listAreas(geography)) {
      codes.put(area.code(), area.odsCode());
    }
    return codes;
  }

  /** Means of places by area. */
  private static final class WeightedMeans {

    private final Map<String, double[]> sums = new HashMap<>();

    void add(String area, double place, double weight) {
      double[] sum = sums.computeIfAbsent(area, a -> new double[2]);
      sum[0] += place * weight;
      sum[1] += weight;
    }

    Map<String, Deprivation> result(int edition, String method) {
      Map<String, Deprivation> means = new HashMap<>();
      sums.forEach((area, sum) -> means.put(area, new Deprivation(sum[0] / sum[1], edition, method)));
      return means;
    }
  }
}
