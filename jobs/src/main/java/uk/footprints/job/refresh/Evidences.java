package uk.footprints.job.refresh;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Answers;
import uk.footprints.indicator.Figures;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.People;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.publish.Release;
import uk.footprints.publish.TableScan;
import uk.footprints.report.Evidence;

/** Reduces once on Spark, then answers in plain Java. */
final class Evidences {

  private static final List<String> GEOGRAPHIES =
      List.of("stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026", "country");

  private Evidences() {}

  /** The figures that indicators ask for, brought together in one job. */
  static Figures figures(JavaSparkContext context, Release release) throws IOException {
    Set<String> wanted = new TreeSet<>();
    Set<String> datasets = new TreeSet<>();
    Set<String> measures = new TreeSet<>();
    for (Indicator indicator : Indicators.all()) {
      Set<String> own = new TreeSet<>(List.of(indicator.weight()));
      indicator.numerator().forEach(t -> own.add(t.measure()));
      indicator.denominator().forEach(t -> own.add(t.measure()));
      own.forEach(m -> wanted.add(indicator.dataset() + " " + m));
      measures.addAll(own);
      datasets.add(indicator.dataset());
    }
    TableScan scan =
        new TableScan(
            Tables.OBSERVATIONS,
            List.of("dataset", "measure", "org_code", "period_start", "period_end", "period_kind", "value"),
            Map.of("dataset", datasets, "measure", measures));
    Figures figures = new Figures();
    Map<String, Period> periods = new HashMap<>();
    for (Object[] row : read(context, release, scan)) {
      if (wanted.contains(row[0] + " " + row[1])) {
        LocalDate start = (LocalDate) row[3];
        LocalDate end = (LocalDate) row[4];
        PeriodKind kind = PeriodKind.valueOf(((String) row[5]).toUpperCase(Locale.ROOT));
        Period period = periods.computeIfAbsent(start + " " + end, k -> new Period(start, end, kind));
        double value = row[6] == null ? Double.NaN : (Double) row[6];
        figures.add((String) row[0], (String) row[1], (String) row[2], period, value);
      }
    }
    return figures;
  }

  /** Some rows of a table of the release; empty when the release does not have the table. */
  static List<Object[]> read(JavaSparkContext context, Release release, TableScan scan) throws IOException {
    List<String> files =
        release.files(scan.table()).stream().map(Path::toString).filter(f -> f.endsWith(".parquet")).toList();
    return files.isEmpty()
        ? List.of()
        : context
            .parallelize(files, files.size())
            .flatMap(file -> scan.rows(new Path(file)).iterator())
            .collect();
  }

  /** People of all ages, from rows of the table {@code population}. */
  static People people(List<Object[]> population) {
    Map<String, Boolean> both = new HashMap<>();
    population.forEach(r -> both.merge(r[0] + " " + r[1] + " " + r[3], r[5].equals("all"), Boolean::logicalOr));
    People people = new People();
    for (Object[] r : population) {
      boolean all = both.get(r[0] + " " + r[1] + " " + r[3]);
      if (r[5].equals("all") == all) {
        people.add((String) r[0], (String) r[1], (java.time.LocalDate) r[3], (Double) r[7]);
      }
    }
    return people;
  }

  /** Every indicator for every geography. */
  static Evidence answer(Figures figures, People people, Areas areas, Basis basis) {
    List<Answer> answers =
        Indicators.all().parallelStream()
            .map(indicator -> new Answers(indicator, figures, areas, people, basis))
            .flatMap(of -> GEOGRAPHIES.stream().map(Geography::get).flatMap(g -> of.of(g).stream()))
            .toList();
    return new Evidence(answers, figures, Indicators.all());
  }
}
