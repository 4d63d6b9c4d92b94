package uk.footprints.job.refresh;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Share;
import uk.footprints.catalogue.Tables;
import uk.footprints.publish.Schemas;
import uk.footprints.table.Table;

/** People: what was published for commissioning groups, and what that adds up to for areas. */
final class Population {

  private Population() {}

  /** Rows of a table of its own, the current vintage of each key. */
  static Dataset<Row> published(SparkSession spark, JavaRDD<Outcome> outcomes, Table table) {
    String name = table.name();
    JavaRDD<Row> rows =
        outcomes.flatMap(
            outcome ->
                outcome.conformed().tables().stream()
                    .filter(t -> t.table().equals(name))
                    .flatMap(t -> t.rows().stream())
                    .map(Population::row)
                    .iterator());
    org.apache.spark.sql.Column[] key =
        table.key().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new);
    return spark
        .createDataFrame(rows, Schemas.spark(table))
        .withColumn(
            "place",
            functions
                .row_number()
                .over(
                    Window.partitionBy(key)
                        .orderBy(
                            functions.col("maturity").equalTo("derived"),
                            functions.col("published_on").desc(),
                            functions.col("source_sha256"))))
        .filter(functions.col("place").equalTo(1))
        .drop("place");
  }

  private static Row row(Object[] values) {
    Object[] sql = values.clone();
    for (int i = 0; i < sql.length; i++) {
      if (sql[i] instanceof LocalDate day) {
        sql[i] = Date.valueOf(day);
      }
    }
    return RowFactory.create(sql);
  }

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

  /** Rows of {@link Tables#POPULATION}: the groups as published, then every footprint as the sum of its groups. */
  static List<Object[]> areas(List<Row> published, Areas areas) {
    Map<String, String> odsCodes = odsCodes(areas);
    List<Geography> footprints =
        areas.listGeographies().stream()
            .filter(g -> g.family().equals(Geography.FOOTPRINT) || g.id().equals("country"))
            .toList();
    Map<Key, Double> people = new TreeMap<>();
    Map<String, List<Share>> shares = new HashMap<>();
    for (Row row : published) {
      String ons = row.getAs("area_code");
      String ods = odsCodes.getOrDefault(ons, "");
      LocalDate day = row.<Date>getAs("period_start").toLocalDate();
      String sex = row.getAs("sex");
      long age = row.<Long>getAs("age");
      double persons = row.<Double>getAs("persons");
      people.merge(new Key("ccg_2018", ons, ods, day, sex, age), persons, Double::sum);
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
                  k.geography().equals("ccg_2018") ? "published" : "members"
                }));
    return rows;
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
