package uk.footprints.pipeline.build;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ResidentPopulation;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.dataset.Population;
import uk.footprints.dataset.SmallAreaPopulation;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.parquet.TableReader;
import uk.footprints.table.Field;

/**
 * The number of residents of a commissioning group, of one age or age band.
 *
 * @param geography the geography of the group
 * @param code the ONS code of the group
 * @param day the day to which the estimate refers
 * @param sex all, male or female
 * @param age the first age
 * @param ageTo the last age; null for an open band
 * @param persons the number of people
 */
record PopulationCount(String geography, String code, LocalDate day, String sex, long age, Long ageTo, double persons) {

  private static final TableReader PUBLISHED =
      new TableReader(
          Population.PUBLISHED, List.of("area_code", "period_start", "sex", "age", "persons"), Map.of());
  private static final List<String> BANDS =
      SmallAreaPopulation.TABLE.fields().stream().map(Field::name).filter(name -> name.startsWith("age_")).toList();
  private static final TableReader SMALL_AREAS =
      new TableReader(
          SmallAreaPopulation.TABLE,
          Stream.concat(Stream.of("area_code", "period_start", "sex"), BANDS.stream()).toList(),
          Map.of("sex", Set.of("all")));

  /** Returns groups of 2018 as published, and groups of 2021 from small areas for days without published groups. */
  static List<PopulationCount> people(ReleaseReader release, SmallAreaMemberships links) throws IOException {
    List<PopulationCount> people = new ArrayList<>();
    Set<LocalDate> days = new HashSet<>();
    for (Object[] row : release.rows(PUBLISHED)) {
      long age = (Long) row[3];
      days.add((LocalDate) row[1]);
      people.add(
          new PopulationCount(
              ResidentPopulation.GROUPS, (String) row[0], (LocalDate) row[1], (String) row[2], age,
              age < AreaPopulation.AGES - 1 ? age : null, (Double) row[4]));
    }
    sumByGroup(release.rows(SMALL_AREAS), links.shares(ResidentPopulation.BANDED))
        .forEach(
            (day, groups) -> {
              if (!days.contains(day)) {
                groups.forEach((group, bands) -> addBands(people, group, day, bands));
              }
            });
    return people;
  }

  private static void addBands(List<PopulationCount> people, String group, LocalDate day, double[] bands) {
    for (int band = 0; band < bands.length; band++) {
      long age = 5L * band;
      Long ageTo = band < bands.length - 1 ? age + 4 : null;
      people.add(new PopulationCount(ResidentPopulation.BANDED, group, day, "all", age, ageTo, bands[band]));
    }
  }

  /** Adds up small areas by day and group. Middle areas repeat the people of lower ones; no lookup contains them. */
  private static Map<LocalDate, Map<String, double[]>> sumByGroup(
      List<Object[]> rows, Map<String, Map<String, Double>> shares) {
    Map<LocalDate, Map<String, double[]>> sums = new TreeMap<>();
    for (Object[] row : rows) {
      shares
          .getOrDefault((String) row[0], Map.of())
          .forEach(
              (group, share) -> {
                double[] bands =
                    sums.computeIfAbsent((LocalDate) row[1], d -> new TreeMap<>())
                        .computeIfAbsent(group, g -> new double[BANDS.size()]);
                for (int band = 0; band < bands.length; band++) {
                  bands[band] += share * (Double) row[3 + band];
                }
              });
    }
    return sums;
  }
}
