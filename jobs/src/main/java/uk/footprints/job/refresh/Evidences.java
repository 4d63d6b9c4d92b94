package uk.footprints.job.refresh;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.catalogue.Indicators;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Answers;
import uk.footprints.indicator.Figures;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.People;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;

/** Reduces once on Spark, then answers in plain Java. */
final class Evidences {

  private static final List<String> GEOGRAPHIES =
      List.of("stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026", "country");

  private Evidences() {}

  /** The figures that indicators ask for, brought together in one job. */
  static Figures figures(Dataset<Row> observations) {
    Column wanted = null;
    for (Indicator indicator : Indicators.all()) {
      TreeSet<String> measures = new TreeSet<>(List.of(indicator.weight()));
      indicator.numerator().forEach(t -> measures.add(t.measure()));
      indicator.denominator().forEach(t -> measures.add(t.measure()));
      Column here = col("dataset").equalTo(indicator.dataset()).and(col("measure").isin(measures.toArray()));
      wanted = wanted == null ? here : wanted.or(here);
    }
    Figures figures = new Figures();
    Map<String, Period> periods = new HashMap<>();
    List<Row> rows =
        observations
            .filter(wanted)
            .select("dataset", "measure", "org_code", "period_start", "period_end", "period_kind", "value")
            .collectAsList();
    for (Row row : rows) {
      Date start = row.getDate(3);
      Date end = row.getDate(4);
      String kind = row.getString(5);
      Period period =
          periods.computeIfAbsent(
              start + " " + end,
              k -> new Period(start.toLocalDate(), end.toLocalDate(), PeriodKind.valueOf(kind.toUpperCase(
                  java.util.Locale.ROOT))));
      figures.add(
          row.getString(0), row.getString(1), row.getString(2), period, row.isNullAt(6) ? Double.NaN : row.getDouble(6));
    }
    return figures;
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
    List<Answer> answers = new ArrayList<>();
    for (Indicator indicator : Indicators.all()) {
      Answers of = new Answers(indicator, figures, areas, people, basis);
      for (String geography : GEOGRAPHIES) {
        answers.addAll(of.of(Geography.get(geography)));
      }
    }
    return new Evidence(answers, figures, Indicators.all());
  }
}
