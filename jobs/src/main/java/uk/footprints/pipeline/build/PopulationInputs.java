package uk.footprints.pipeline.build;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.footprints.analysis.GroupEstimate;
import uk.footprints.analysis.PopulationShares;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ResidentPopulation;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Geography;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.PopulationShare;
import uk.footprints.dataset.Population;
import uk.footprints.dataset.SmallAreaPopulation;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.PopulationSource;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.table.TableExcerpt;
import uk.footprints.table.TableRow;

/**
 * The estimates of people that a release has: the series of the sub-locations of boards, where there is one, or else
 * those of commissioning groups as first published, and sums of small areas for years without them.
 *
 * @param bySex the current estimates by sex: all, female and male; those of one sex only where they were published
 * @param first the estimates of both sexes as first published, where the current ones are of a later series
 * @param shares the parts of groups that were other groups
 */
record PopulationInputs(
    Map<String, List<GroupEstimate>> bySex, List<GroupEstimate> first, List<PopulationShare> shares) {

  /** Both sexes. */
  static final String ALL = "all";

  /** The groups for which small areas are added up. */
  static final String SUMMED = "ccg_2021";

  private static final String DATASET = "population_sub_icb";
  private static final List<String> EACH = List.of("female", "male");
  private static final List<String> SMALL_AREA = List.of("sex", "area_code", "period_start", "published_on");
  private static final List<String> BANDS =
      SmallAreaPopulation.TABLE.fields().stream().map(Field::name).filter(name -> name.startsWith("age_")).toList();
  private static final int BAND = 5;

  /** People of a sub-location. */
  private record SubLocation(
      String areaCode, String nhsCode, LocalDate periodStart, String sex, Long age, Double persons,
      LocalDate publishedOn) {}

  /** People of a commissioning group, as first published. */
  private record PublishedGroup(
      String areaCode, LocalDate periodStart, String sex, Long age, Double persons, LocalDate publishedOn) {}

  /** People of a small area by bands of five years. */
  record SmallArea(String code, LocalDate day, LocalDate publishedOn, double[] bands) {}

  /** Reads the estimates of a release. */
  static PopulationInputs read(ReleaseReader release, SmallAreaMemberships links, Areas areas) throws IOException {
    Map<String, List<GroupEstimate>> published = published(release.rows(excerpt()), areas);
    List<SmallArea> small = smallAreas(release);
    List<SubLocation> rows = release.rows(TableExcerpt.of(subLocations(), SubLocation.class));
    if (rows.isEmpty()) {
      Map<String, List<GroupEstimate>> bySex = new TreeMap<>(published);
      List<GroupEstimate> all = new ArrayList<>(published.getOrDefault(ALL, List.of()));
      summed(small, links, areas).stream()
          .filter(e -> all.stream().noneMatch(p -> p.source().day().equals(e.source().day())))
          .toList()
          .forEach(all::add);
      bySex.put(ALL, all);
      return new PopulationInputs(whole(bySex, areas), List.of(), List.of());
    }
    Map<String, String> codes = new HashMap<>();
    areas.listAreas(SUMMED).forEach(area -> codes.put(area.code(), area.odsCode()));
    rows.forEach(row -> codes.put(row.areaCode(), row.nhsCode()));
    Map<String, List<GroupEstimate>> rebased = rebased(rows);
    List<PopulationShare> shares =
        GroupParts.of(rebased.get(ALL), published.getOrDefault(ALL, List.of()), small, links, codes, areas);
    List<GroupEstimate> first = whole(published, areas).getOrDefault(ALL, List.of());
    return new PopulationInputs(whole(rebased, areas), first, shares);
  }

  /**
   * Leaves out estimates that lack a group of their edition, where there are others: a part of the country would pass for
   * all of it. Where all are partial, they are kept.
   */
  static Map<String, List<GroupEstimate>> whole(Map<String, List<GroupEstimate>> bySex, Areas areas) {
    Map<String, List<GroupEstimate>> whole = new TreeMap<>();
    bySex.forEach(
        (sex, estimates) -> {
          List<GroupEstimate> complete =
              estimates.stream()
                  .filter(e -> e.people().size() >= areas.listAreas(e.geography()).size())
                  .sorted(Comparator.comparing(e -> e.source().day()))
                  .toList();
          whole.put(sex, complete.isEmpty() ? List.copyOf(estimates) : complete);
        });
    return whole;
  }

  /** Returns the people of both sexes. */
  ResidentPopulation residents() {
    return new ResidentPopulation(bySex.getOrDefault(ALL, List.of()), parts());
  }

  /** Returns the shares, by which groups are divided. */
  PopulationShares parts() {
    return new PopulationShares(shares);
  }

  private static Table subLocations() {
    return Datasets.find(DATASET).orElseThrow().tables().get(0);
  }

  private static TableExcerpt<PublishedGroup> excerpt() {
    return TableExcerpt.of(Population.PUBLISHED, PublishedGroup.class);
  }

  /** Returns the series of all years; of a code in several editions the latest, also where its ONS code has changed. */
  private static Map<String, List<GroupEstimate>> rebased(List<SubLocation> rows) {
    Map<LocalDate, Map<String, LocalDate>> latest = new HashMap<>();
    rows.stream()
        .filter(PopulationInputs::isComplete)
        .forEach(
            row ->
                latest
                    .computeIfAbsent(row.periodStart(), d -> new HashMap<>())
                    .merge(row.nhsCode(), row.publishedOn(), (a, b) -> a.isAfter(b) ? a : b));
    Map<String, Map<LocalDate, GroupEstimate>> bySex = new TreeMap<>();
    for (SubLocation row : rows) {
      if (isComplete(row) && latest.get(row.periodStart()).get(row.nhsCode()).equals(row.publishedOn())) {
        PopulationSource source =
            new PopulationSource(
                row.periodStart(), row.publishedOn(), PopulationSource.REBASED, row.publishedOn(), false);
        for (String sex : List.of(row.sex(), ALL)) {
          add(bySex, sex, Geography.SUB_LOCATIONS, source, row.nhsCode(), row.age(), row.persons());
        }
      }
    }
    return listed(bySex);
  }

  private static boolean isComplete(SubLocation row) {
    return row.nhsCode() != null && row.persons() != null && row.age() != null && row.publishedOn() != null;
  }

  /** Returns estimates of commissioning groups, each in the geography whose codes it has. */
  private static Map<String, List<GroupEstimate>> published(List<PublishedGroup> rows, Areas areas) {
    Map<LocalDate, List<PublishedGroup>> byDay = new TreeMap<>();
    rows.forEach(row -> byDay.computeIfAbsent(row.periodStart(), d -> new ArrayList<>()).add(row));
    Map<String, Map<LocalDate, GroupEstimate>> bySex = new TreeMap<>();
    byDay.forEach(
        (day, groups) -> {
          List<String> codes = groups.stream().map(PublishedGroup::areaCode).distinct().toList();
          Optional<Geography> edition = GroupParts.edition(codes, day, areas);
          boolean together = groups.stream().anyMatch(row -> row.sex().equals(ALL));
          for (PublishedGroup row : groups) {
            Optional<Area> area = edition.flatMap(e -> areas.findArea(e.id(), row.areaCode()));
            if (area.isPresent() && row.persons() != null && row.age() != null) {
              PopulationSource source =
                  new PopulationSource(day, day, PopulationSource.FIRST, row.publishedOn(), false);
              for (String sex : together ? List.of(row.sex()) : List.of(row.sex(), ALL)) {
                add(bySex, sex, edition.get().id(), source, area.get().odsCode(), row.age(), row.persons());
              }
            }
          }
        });
    return listed(bySex);
  }

  private static void add(
      Map<String, Map<LocalDate, GroupEstimate>> bySex, String sex, String geography, PopulationSource source,
      String code, long age, double persons) {
    bySex
        .computeIfAbsent(sex, s -> new TreeMap<>())
        .computeIfAbsent(source.day(), d -> new GroupEstimate(geography, source, new TreeMap<>()))
        .people()
        .computeIfAbsent(code, c -> new double[AreaPopulation.AGES])[
            Math.toIntExact(Math.min(age, AreaPopulation.AGES - 1))] += persons;
  }

  private static Map<String, List<GroupEstimate>> listed(Map<String, Map<LocalDate, GroupEstimate>> bySex) {
    Map<String, List<GroupEstimate>> listed = new TreeMap<>();
    bySex.forEach(
        (sex, byDay) -> {
          if (sex.equals(ALL) || EACH.contains(sex)) {
            listed.put(sex, List.copyOf(byDay.values()));
          }
        });
    return listed;
  }

  private static List<SmallArea> smallAreas(ReleaseReader release) throws IOException {
    List<String> columns = Stream.concat(SMALL_AREA.stream(), BANDS.stream()).toList();
    return release.data(SmallAreaPopulation.TABLE, columns, Map.of("sex", Set.of(ALL))).stream()
        .map(PopulationInputs::smallArea)
        .toList();
  }

  private static SmallArea smallArea(TableRow row) {
    double[] bands = new double[BANDS.size()];
    for (int band = 0; band < bands.length; band++) {
      bands[band] = row.value(SMALL_AREA.size() + band) instanceof Number people ? people.doubleValue() : 0;
    }
    return new SmallArea(row.text("area_code"), row.day("period_start"), row.day("published_on"), bands);
  }

  /**
   * Adds up small areas by day and commissioning group of 2021. Middle areas repeat the people of lower ones; no lookup
   * contains them.
   */
  private static List<GroupEstimate> summed(List<SmallArea> small, SmallAreaMemberships links, Areas areas) {
    Map<String, Map<String, Double>> shares = links.shares(SUMMED);
    Map<String, String> codes = new HashMap<>();
    areas.listAreas(SUMMED).forEach(area -> codes.put(area.code(), area.odsCode()));
    Map<LocalDate, GroupEstimate> byDay = new TreeMap<>();
    for (SmallArea area : small) {
      shares
          .getOrDefault(area.code(), Map.of())
          .forEach(
              (group, share) -> {
                double[] ages =
                    byDay
                        .computeIfAbsent(
                            area.day(),
                            d ->
                                new GroupEstimate(
                                    SUMMED,
                                    new PopulationSource(d, d, PopulationSource.FIRST, area.publishedOn(), true),
                                    new TreeMap<>()))
                        .people()
                        .computeIfAbsent(codes.getOrDefault(group, ""), g -> new double[AreaPopulation.AGES]);
                for (int band = 0; band < area.bands().length; band++) {
                  ages[BAND * band] += share * area.bands()[band];
                }
              });
    }
    return List.copyOf(byDay.values());
  }
}
