package uk.footprints.job.refresh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Share;
import uk.footprints.catalogue.Tables;
import uk.footprints.job.report.Residents;
import uk.footprints.publish.TableScan;

/** People: what was published for commissioning groups, and what that adds up to for areas. */
final class Population {

  private Population() {}

  private record Key(String geography, String area, String ods, LocalDate day, String sex, long age)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key o) {
      return java.util.Comparator.comparing(Key::geography)
          .thenComparing(Key::area)
          .thenComparing(Key::day)
          .thenComparing(Key::sex)
          .thenComparingLong(Key::age)
          .compare(this, o);
    }
  }

  /** What is read of the people published. */
  static final TableScan PUBLISHED =
      new TableScan(
          uk.footprints.dataset.Population.PUBLISHED, List.of("area_code", "period_start", "sex", "age", "persons"), Map.of());

  /** Rows of {@link Tables#POPULATION}: the groups as published, then every footprint as the sum of its groups. */
  static List<Object[]> areas(List<Object[]> published, Areas areas) {
    Map<String, String> odsCodes = odsCodes(areas);
    List<Geography> footprints =
        areas.listGeographies().stream()
            .filter(g -> g.family().equals(Geography.FOOTPRINT) || g.id().equals("country"))
            .toList();
    Map<Key, Double> people = new TreeMap<>();
    Map<String, List<Share>> shares = new HashMap<>();
    for (Object[] row : published) {
      String ons = (String) row[0];
      String ods = odsCodes.getOrDefault(ons, "");
      LocalDate day = (LocalDate) row[1];
      String sex = (String) row[2];
      long age = (Long) row[3];
      double persons = (Double) row[4];
      people.merge(new Key(Residents.GROUPS, ons, ods, day, sex, age), persons, Double::sum);
      for (Geography geography : footprints) {
        List<Share> in =
            shares.computeIfAbsent(
                ods + " " + geography.id() + " " + day,
                k ->
                    ods.isEmpty()
                        ? List.of()
                        : areas.listShares(Basis.AS_WAS, Membership.CCG, ods, geography.id(), day));
        for (Share share : in) {
          Key key = new Key(geography.id(), share.areaCode(), "", day, sex, age);
          people.merge(key, persons * share.weight(), Double::sum);
        }
      }
    }
    List<Object[]> rows = new ArrayList<>(people.size());
    people.forEach(
        (k, persons) ->
            rows.add(
                new Object[] {
                  k.geography(),
                  k.area(),
                  ods(areas, k),
                  k.day(),
                  k.day(),
                  k.sex(),
                  k.age(),
                  persons,
                  k.geography().equals(Residents.GROUPS) ? "published" : "members"
                }));
    return rows;
  }

  /** Of these rows, the commissioning groups as published, as {@link Residents} reads them. */
  static List<Object[]> groups(List<Object[]> population) {
    return population.stream()
        .filter(row -> row[0].equals(Residents.GROUPS))
        .map(row -> new Object[] {row[0], row[2], row[3], row[5], row[7], row[6]})
        .toList();
  }

  /** NHS codes of commissioning groups by their ONS code, of any year. */
  private static Map<String, String> odsCodes(Areas areas) {
    Map<String, String> codes = new HashMap<>();
    areas.listAreas().stream()
        .filter(a -> a.geography().startsWith("ccg_"))
        .forEach(a -> codes.putIfAbsent(a.code(), a.odsCode()));
    return codes;
  }

  private static String ods(Areas areas, Key key) {
    String code =
        key.ods().isEmpty()
            ? areas.findArea(key.geography(), key.area()).map(a -> a.odsCode()).orElse("")
            : key.ods();
    return code.isEmpty() ? null : code;
  }
}
