package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Report;
import uk.footprints.table.TableExcerpt;

/**
 * The measures that some indicators and reports need.
 *
 * @param measures each with its dataset
 * @param indicators those that take figures from elsewhere as well
 */
public record RequiredMeasures(Set<Report.Need> measures, List<Indicator> indicators) {

  private record Figure(
      String dataset, String measure, String orgCode, String orgRole, LocalDate periodStart, LocalDate periodEnd,
      PeriodKind periodKind, double value, LocalDate publishedOn, String revisionStatus) {}

  private static final TableExcerpt<Figure> OBSERVATIONS = TableExcerpt.of(Tables.OBSERVATIONS, Figure.class);

  private record Days(LocalDate first, LocalDate last) {}

  /** Collects the measures that these indicators and reports need. */
  public static RequiredMeasures of(List<Indicator> indicators, List<Report<?>> reports) {
    Set<Report.Need> all = new HashSet<>();
    for (Indicator indicator : indicators) {
      indicator.measures().forEach(measure -> all.add(new Report.Need(indicator.dataset(), measure)));
      indicator.figures().stream()
          .filter(figure -> !figure.dataset().isEmpty())
          .forEach(figure -> all.add(new Report.Need(figure.dataset(), figure.observed())));
      indicator.countrySeries().ifPresent(
          series -> series.measures().forEach(measure -> all.add(new Report.Need(series.dataset(), measure))));
    }
    reports.forEach(report -> all.addAll(report.head().needs()));
    return new RequiredMeasures(
        Set.copyOf(all), indicators.stream().filter(indicator -> !indicator.figures().isEmpty()).toList());
  }

  /**
   * Reads the figures of these measures of a release.
   *
   * @param catalogue the datasets and tables of the release
   */
  public ObservationSeries read(ReleaseReader published, Catalogue catalogue) throws IOException {
    Map<String, Set<String>> among =
        Map.of(
            "dataset", measures.stream().map(Report.Need::dataset).collect(Collectors.toSet()),
            "measure", measures.stream().map(Report.Need::measure).collect(Collectors.toSet()));
    ObservationSeries figures = new ObservationSeries();
    catalogue.datasets().forEach(
        dataset -> dataset.measures().forEach(m -> figures.declare(dataset.id(), m.id(), m.rollUp())));
    Map<Days, Period> periods = new HashMap<>();
    published.forEachPart(OBSERVATIONS, among, rows -> add(rows, periods, figures));
    NamedFigures named = new NamedFigures(figures, catalogue, published::data);
    for (Indicator indicator : indicators) {
      named.add(indicator);
    }
    return figures;
  }

  private void add(List<Figure> rows, Map<Days, Period> periods, ObservationSeries figures) {
    for (Figure row : rows) {
      if (measures.contains(new Report.Need(row.dataset(), row.measure()))) {
        Period period =
            periods.computeIfAbsent(
                new Days(row.periodStart(), row.periodEnd()),
                days -> new Period(days.first(), days.last(), row.periodKind()));
        if (row.revisionStatus().equals("artificial")) {
          figures.markArtificial(row.dataset());
        }
        figures.add(row.dataset(), row.measure(), row.orgRole(), row.orgCode(), period, row.value());
        if (row.orgCode().equals(ObservationSeries.ENGLAND) && row.publishedOn() != null) {
          figures.addEdition(row.dataset(), row.measure(), period, row.publishedOn());
        }
      }
    }
  }
}
