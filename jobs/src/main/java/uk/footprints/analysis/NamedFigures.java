package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.NamedFigure;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.PeriodSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/**
 * Adds to the observations what indicators take from tables, from other datasets and from products of two figures,
 * under names of their own.
 */
final class NamedFigures {

  private static final String START = "period_start";
  private static final String END = "period_end";

  private final ObservationSeries figures;
  private final Catalogue catalogue;
  private final ReportInputs.Reading tables;

  /** One figure of an organisation. */
  private record Place(String org, Period period) {}

  NamedFigures(ObservationSeries figures, Catalogue catalogue, ReportInputs.Reading tables) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.tables = tables;
  }

  /** Adds the figures of an indicator. */
  void add(Indicator indicator) throws IOException {
    for (NamedFigure figure : indicator.figures()) {
      figures.declare(indicator.dataset(), figure.measure(), figure.rollUp());
      if (figure.isOfTable()) {
        Optional<Table> table = catalogue.findTable(figure.table());
        if (table.isPresent()) {
          put(indicator, figure, ofTable(figure, read(figure, table.get())));
        }
      } else if (!figure.dataset().isEmpty()) {
        put(indicator, figure, ofObservations(indicator, figure));
      } else {
        put(indicator, figure, product(indicator, figure));
      }
    }
  }

  private TableData read(NamedFigure figure, Table table) throws IOException {
    List<String> columns = new ArrayList<>(List.of(START, END, figure.value()));
    columns.addAll(figure.when().keySet());
    if (!figure.organisation().isEmpty()) {
      columns.add(figure.organisation());
    }
    return tables.data(table, columns.stream().distinct().toList());
  }

  private static Map<Place, Double> ofTable(NamedFigure figure, TableData data) {
    Map<Place, Double> sums = new HashMap<>();
    data.stream().filter(row -> isMatch(figure, row)).forEach(row -> {
      String org = figure.organisation().isEmpty() ? ObservationSeries.ENGLAND : row.text(figure.organisation());
      LocalDate start = row.day(START);
      if (start != null && !org.isEmpty()) {
        // A figure that is not known makes the sum unknown.
        sums.merge(new Place(org, period(start, row.day(END))), row.number(figure.value()), Double::sum);
      }
    });
    return sums;
  }

  private static boolean isMatch(NamedFigure figure, TableRow row) {
    return figure.when().entrySet().stream()
        .allMatch(column -> column.getValue().matcher(row.text(column.getKey())).matches());
  }

  /** Returns the period of two days: a day, a month, a quarter or a year. */
  private static Period period(LocalDate start, LocalDate end) {
    LocalDate last = end == null ? start : end;
    for (Period usual :
        List.of(
            Period.month(last.getYear(), last.getMonthValue()),
            Period.quarterEnding(last.getYear(), last.getMonthValue()),
            Period.financialYear(start.getYear()))) {
      if (usual.start().equals(start) && usual.end().equals(last)) {
        return usual;
      }
    }
    return new Period(start, last, start.equals(last) ? PeriodKind.DAY : PeriodKind.YEAR);
  }

  private Map<Place, Double> ofObservations(Indicator indicator, NamedFigure figure) {
    Map<Place, Double> copies = new HashMap<>();
    figures.of(figure.dataset(), figure.observed(), indicator.role()).forEach(
        (org, series) -> series.forEach((period, value) -> copies.put(new Place(org, period), value)));
    return copies;
  }

  private Map<Place, Double> product(Indicator indicator, NamedFigure figure) {
    Map<Place, Double> products = new HashMap<>();
    Map<String, PeriodSeries> other = figures.of(indicator.dataset(), figure.factors().get(1));
    figures.of(indicator.dataset(), figure.factors().get(0)).forEach(
        (org, series) ->
            series.forEach((period, value) -> {
              PeriodSeries factors = other.getOrDefault(org, PeriodSeries.NONE);
              if (factors.has(period)) {
                products.put(new Place(org, period), value * factors.value(period));
              }
            }));
    return products;
  }

  private void put(Indicator indicator, NamedFigure figure, Map<Place, Double> values) {
    values.forEach(
        (place, value) ->
            figures.add(
                indicator.dataset(), figure.measure(), indicator.role(), place.org(), place.period(), value));
  }
}
