package uk.footprints.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Indicators;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.period.RollUp;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Proportions;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.ResultStatus;
import uk.footprints.table.ExcerptRows;
import uk.footprints.table.RowCells;
import uk.footprints.table.TableData;
import uk.footprints.table.TableExcerpt;

/** Evidence in a few lines: indicator values are added one by one. */
public final class EvidenceBuilder {

  private static final Areas AREAS = ReferenceData.ofJar().areas();

  private final List<IndicatorValue> answers = new ArrayList<>();
  private final AreaPopulation people = new AreaPopulation();
  private ExcerptRows excerpts = ExcerptRows.NONE;
  private final ObservationSeries figures = new ObservationSeries();
  private List<Geography> geographies = List.of();

  /** An answer that can be compared. */
  public EvidenceBuilder answer(
      String indicator, String geography, String area, Period period, double numerator, double denominator) {
    answers.add(answer(indicator, geography, area, period, numerator, denominator, IndicatorValue.REPORTED, ""));
    return this;
  }

  /** An answer with something missing. */
  public EvidenceBuilder incomplete(
      String indicator, String geography, String area, Period period, double numerator, double of) {
    answers.add(
        answer(indicator, geography, area, period, numerator, of, IndicatorValue.INCOMPLETE, "a return is missing"));
    return this;
  }

  /** An answer of which no figure was published: as indicators have it, or as an older release has it. */
  public EvidenceBuilder nothing(String indicator, String geography, String area, Period period, boolean zero) {
    IndicatorValue a =
        answer(indicator, geography, area, period, zero ? 0 : Double.NaN, 1_000, IndicatorValue.INCOMPLETE,
            "not published");
    answers.add(
        new IndicatorValue(
            a.indicator(), a.geography(), a.areaCode(), a.areaName(), a.period(), a.basis(), a.numerator(),
            a.denominator(), a.multiplier(), a.estimate(), 0, 0, 0, true,
            zero ? IndicatorValue.INCOMPLETE : IndicatorValue.NO_VALUE, a.reason()));
    return this;
  }

  /** What belongs to no area. */
  public EvidenceBuilder unassigned(
      String indicator, String geography, Period period, double numerator, double denominator) {
    answers.add(
        answer(
            indicator, geography, IndicatorValue.UNASSIGNED, period, numerator, denominator, IndicatorValue.UNASSIGNED,
            "no area"));
    return this;
  }

  /** A row of another table. */
  public <R extends Record> EvidenceBuilder line(TableExcerpt<R> excerpt, R row) {
    excerpts = excerpts.with(excerpt, List.of(row));
    return this;
  }

  /** People of an age in an area, on a day. */
  public EvidenceBuilder people(String geography, String area, LocalDate day, int age, double persons) {
    people.add(geography, area, day, age, persons);
    return this;
  }

  private static IndicatorValue answer(
      String id, String geography, String area, Period period, double numerator, double denominator, String status,
      String reason) {
    Indicator indicator = Indicators.find(id).orElseThrow();
    double times = indicator.multiplier();
    Estimate estimate =
        switch (indicator.method()) {
          case RATE -> Rates.crude(numerator, denominator, times);
          case PROPORTION -> Proportions.wilson(numerator, denominator, times);
          case RATIO -> new Estimate(
              numerator / denominator * times, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "none", ResultStatus.OK,
              "");
        };
    return new IndicatorValue(
        id, geography, area, area, period, "as_was", numerator, denominator, times, estimate, 0, 0, 1, true, status,
        reason);
  }

  /** An organisation's figure of a measure. */
  public EvidenceBuilder figure(String dataset, String measure, String org, Period period, double value) {
    figures.declare(dataset, measure, RollUp.SUM);
    figures.add(dataset, measure, org, period, value);
    return this;
  }

  /** A figure of an organisation in a role. */
  public EvidenceBuilder figure(
      String dataset, String measure, String role, String org, Period period, double value) {
    figures.declare(dataset, measure, RollUp.SUM);
    figures.add(dataset, measure, role, org, period, value);
    return this;
  }

  /** The day of publication of England's figure of a measure. */
  public EvidenceBuilder edition(String dataset, String measure, Period period, LocalDate publishedOn) {
    figures.addEdition(dataset, measure, period, publishedOn);
    return this;
  }

  /** The geographies that a report covers. */
  public EvidenceBuilder geographies(String... ids) {
    geographies = Stream.of(ids).map(Geography::get).toList();
    return this;
  }

  /** All of it. */
  public Evidence evidence() {
    AreaContext land = new AreaContext(
        AREAS, Basis.AS_WAS, geographies, people, Atlas.NONE, List.of());
    return new Evidence(
        answers, figures, Indicators.all(), land, Optional.empty(),
        new Evidence.OtherTables(Optional.empty(), excerpts));
  }

  /** A report's rows on it, by name of column. */
  public List<Map<String, Object>> rows(Report<?> report) {
    TableData filled = report.data(evidence());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (RowCells row : filled.rows()) {
      Map<String, Object> cells = new java.util.LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(filled.table().fields().get(i).name(), row.value(i));
      }
      rows.add(cells);
    }
    return rows;
  }
}
