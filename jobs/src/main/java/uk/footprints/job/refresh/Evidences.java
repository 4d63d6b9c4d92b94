package uk.footprints.job.refresh;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.AgeProfile;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Answers;
import uk.footprints.indicator.Figures;
import uk.footprints.indicator.People;
import uk.footprints.indicator.Wanted;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.publish.Release;
import uk.footprints.publish.TableScan;
import uk.footprints.report.Evidence;
import uk.footprints.report.Evidence.Surroundings;
import uk.footprints.report.Excerpt;
import uk.footprints.report.Report;
import uk.footprints.table.Table;

/** Reduces once on Spark, then answers in plain Java. */
final class Evidences {

  private static final List<String> GEOGRAPHIES =
      List.of("stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026", "country");

  /** Emergency admissions of England by age, where the release has them. */
  private static final Excerpt BY_AGE =
      Excerpt.of("hes_groups", "breakdown", "measure", "group_code", "period_start", "value");

  private Evidences() {}

  /** The figures that indicators ask for, brought together in one job. */
  static Figures figures(JavaSparkContext context, Release release) throws IOException {
    Set<Wanted> wanted = new LinkedHashSet<>();
    Indicators.all().forEach(indicator -> wanted.addAll(Wanted.by(indicator)));
    Reports.all().forEach(report -> wanted.addAll(report.wants()));
    Set<String> datasets = wanted.stream().map(Wanted::dataset).collect(Collectors.toCollection(TreeSet::new));
    Set<String> measures = wanted.stream().map(Wanted::measure).collect(Collectors.toCollection(TreeSet::new));
    TableScan scan =
        new TableScan(
            Tables.OBSERVATIONS,
            List.of("dataset", "measure", "org_code", "period_start", "period_end", "period_kind", "value"),
            Map.of("dataset", datasets, "measure", measures));
    Figures figures = new Figures();
    Map<String, Period> periods = new HashMap<>();
    for (Object[] row : read(context, release, scan)) {
      if (wanted.contains(new Wanted((String) row[0], (String) row[1]))) {
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

  /** People by age, from rows of the table {@code population}. */
  static People people(List<Object[]> population) {
    Map<String, Boolean> both = new HashMap<>();
    population.forEach(r -> both.merge(r[0] + " " + r[1] + " " + r[3], r[5].equals("all"), Boolean::logicalOr));
    People people = new People();
    for (Object[] r : population) {
      boolean all = both.get(r[0] + " " + r[1] + " " + r[3]);
      if (r[5].equals("all") == all) {
        people.add((String) r[0], (String) r[1], (LocalDate) r[3], ((Long) r[6]).intValue(), (Double) r[7]);
      }
    }
    return people;
  }

  /** The rows of other tables that reports ask for; a table that the release does not have has none. */
  static Map<Excerpt, List<Object[]>> lines(JavaSparkContext context, Release release) throws IOException {
    Map<Excerpt, List<Object[]>> lines = new HashMap<>();
    Set<Excerpt> asked = new LinkedHashSet<>(List.of(BY_AGE));
    Reports.all().forEach(report -> asked.addAll(report.reads()));
    for (Excerpt excerpt : asked) {
      Optional<Table> table = Tables.find(excerpt.table());
      if (table.isPresent()) {
        lines.put(excerpt, read(context, release, new TableScan(table.get(), excerpt.columns(), Map.of())));
      }
    }
    return lines;
  }

  /** People, land and tables together, and the age profile that people and tables give. */
  static Surroundings around(People people, Map<String, Map<String, Double>> land, Map<Excerpt, List<Object[]>> lines) {
    List<AgeProfile.Count> counts =
        lines.getOrDefault(BY_AGE, List.of()).stream()
            .filter(row -> row[0].equals("age") && row[1].equals("hes.fae.emergency") && row[4] != null)
            .map(row -> new AgeProfile.Count((String) row[2], (LocalDate) row[3], (Double) row[4]))
            .toList();
    return new Surroundings(people, land, AgeProfile.of(counts, people), lines);
  }

  /** Every indicator for every geography. */
  static Evidence answer(Figures figures, Areas areas, Basis basis, Surroundings surroundings) {
    People people = surroundings.people();
    Optional<People> weighted = surroundings.profile().map(profile -> people.weighted(profile.rates()));
    List<Answer> answers =
        Indicators.all().parallelStream()
            .filter(i -> weighted.isPresent() || !i.ageWeighted())
            .map(i -> new Answers(i, figures, areas, i.ageWeighted() ? weighted.orElseThrow() : people, basis))
            .flatMap(of -> GEOGRAPHIES.stream().map(Geography::get).flatMap(g -> of.of(g).stream()))
            .toList();
    return new Evidence(answers, figures, Indicators.all(), surroundings);
  }
}
