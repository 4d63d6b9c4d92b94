package uk.footprints.job.refresh;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;
import uk.footprints.conform.Block;

/** Organisations as the publications name them: the name of the latest period, and when each was seen. */
final class Organisations {

  private Organisations() {}

  private record Seen(String name, LocalDate named, LocalDate first, LocalDate last) implements Serializable {

    Seen with(Seen other) {
      boolean later =
          other.named.isAfter(named) || other.named.equals(named) && other.name.compareTo(name) > 0;
      return new Seen(
          later ? other.name : name,
          later ? other.named : named,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** Rows of {@code organisations}. */
  static List<Object[]> rows(JavaRDD<Outcome> outcomes) {
    List<Tuple2<Tuple2<String, String>, Seen>> seen =
        outcomes
            .flatMap(o -> o.conformed().blocks().iterator())
            .flatMapToPair(b -> named(b).iterator())
            .reduceByKey(Seen::with)
            .collect();
    List<Object[]> rows = new ArrayList<>();
    for (Tuple2<Tuple2<String, String>, Seen> s : seen) {
      String name = s._2().name();
      rows.add(
          new Object[] {s._1()._1(), s._1()._2(), name.isEmpty() ? null : name, s._2().first(), s._2().last()});
    }
    rows.sort(Comparator.comparing(r -> r[0] + " " + r[1]));
    return rows;
  }

  private static List<Tuple2<Tuple2<String, String>, Seen>> named(Block b) {
    List<Tuple2<Tuple2<String, String>, Seen>> all = new ArrayList<>();
    for (int i = 0; i < b.orgCodes().length; i++) {
      all.add(
          new Tuple2<>(
              new Tuple2<>(b.orgCodes()[i], b.orgRole()),
              new Seen(b.orgNames()[i], b.period().end(), b.period().start(), b.period().end())));
    }
    return all;
  }
}
