package uk.footprints.analysis;

import java.util.List;
import java.util.Optional;
import uk.footprints.area.Basis;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;
import uk.footprints.report.Report;
import uk.footprints.runtime.UserException;

/**
 * The options of a report; every option is checked before any table is read.
 *
 * @param reports the reports to make; {@code indicators} for the indicator values
 * @param indicators the indicators to report
 * @param geography an id or a file; the geographies of every release when empty
 * @param basis the basis on which organisations are assigned to areas
 * @param period the only period to report; empty for all
 * @param people whom rates are over
 */
public record ReportOptions(
    List<Report<?>> reports,
    List<Indicator> indicators,
    Optional<String> geography,
    Basis basis,
    Optional<Period> period,
    RatePeople people) {

  /**
   * Parses the options of a command line.
   *
   * @param catalogue the indicators that they may name
   */
  public static ReportOptions of(
      List<String> reports, List<String> indicators, Optional<String> geography, String basis, String period,
      RatePeople people, IndicatorCatalogue catalogue) {
    return new ReportOptions(
        reports.stream().map(ReportOptions::report).toList(),
        indicators.isEmpty()
            ? catalogue.indicators()
            : indicators.stream().map(id -> indicator(id, catalogue)).toList(),
        geography,
        Basis.of(basis),
        period.isEmpty() ? Optional.empty() : Optional.of(period(period)),
        people);
  }

  private static Report<?> report(String id) {
    if (id.equals(Tables.INDICATORS.name())) {
      return new IndicatorTable();
    }
    return Reports.find(id)
        .orElseThrow(
            () ->
                UserException.command(
                    "There is no report \"" + id + "\".",
                    "choose one of " + Tables.INDICATORS.name() + ", "
                    + ids(Reports.all().stream().map(Report::id).toList())));
  }

  private static Indicator indicator(String id, IndicatorCatalogue catalogue) {
    return catalogue.findIndicator(id)
        .orElseThrow(
            () ->
                UserException.command(
                    "There is no indicator \"" + id + "\".",
                    "choose one of " + ids(catalogue.indicators().stream().map(Indicator::id).toList())));
  }

  private static Period period(String text) {
    return PeriodText.parseOption(text)
        .orElseThrow(
            () ->
                UserException.command(
                    "\"" + text + "\" is not a period.",
                    "write a financial year 2016/17, a month 2016-12 or a quarter 2016-Q4"));
  }

  private static String ids(List<String> ids) {
    return String.join(", ", ids);
  }
}
