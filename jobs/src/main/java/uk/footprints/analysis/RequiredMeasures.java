package uk.footprints.analysis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.parquet.TableReader;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Report;

/**
 * The measures that some indicators and reports need.
 *
 * @param measures each with its dataset
 */
public record RequiredMeasures(Set<Report.Need> measures) {

  /** Collects the measures that these indicators and reports need. */
  public static RequiredMeasures of(List<Indicator> indicators, List<Report> reports) {
    Set<Report.Need> all = new TreeSet<>();
    for (Indicator indicator : indicators) {
      indicator.measures().forEach(measure -> all.add(new Report.Need(indicator.dataset(), measure)));
      indicator.countrySeries().ifPresent(
          series -> series.measures().forEach(measure -> all.add(new Report.Need(series.dataset(), measure))));
    }
    reports.forEach(report -> all.addAll(report.needs()));
    return new RequiredMeasures(all);
  }

  /** Returns a reader of these measures only. */
  public TableReader scan() {
    return new TableReader(
        Tables.OBSERVATIONS,
        List.of(
        "dataset", "measure", "org_code", "period_start", "period_end", "period_kind", "value", "revision_status"),
        Map.of(
            "dataset", measures.stream().map(Report.Need::dataset).collect(Collectors.toSet()),
            "measure", measures.stream().map(Report.Need::measure).collect(Collectors.toSet())));
  }

  /** Collects the figures of rows of {@link #scan}. */
  public ObservationSeries figures(List<Object[]> rows) {
    ObservationSeries figures = new ObservationSeries();
    Datasets.all().forEach(
        dataset -> dataset.measures().forEach(m -> figures.declare(dataset.id(), m.id(), m.rollUp())));
    Map<String, Period> periods = new HashMap<>();
    for (Object[] row : rows) {
      String dataset = (String) row[0];
      String measure = (String) row[1];
      if (measures.contains(new Report.Need(dataset, measure))) {
        LocalDate start = (LocalDate) row[3];
        LocalDate end = (LocalDate) row[4];
        PeriodKind kind = PeriodKind.valueOf(((String) row[5]).toUpperCase(Locale.ROOT));
        Period period = periods.computeIfAbsent(start + " " + end, k -> new Period(start, end, kind));
        if ("artificial".equals(row[7])) {
          figures.markArtificial(dataset);
        }
        figures.add(dataset, measure, (String) row[2], period, row[6] == null ? Double.NaN : (Double) row[6]);
      }
    }
    return figures;
  }
}
