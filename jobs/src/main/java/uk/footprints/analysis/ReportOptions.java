package uk.footprints.analysis;

import java.util.List;
import java.util.Optional;
import uk.footprints.area.Basis;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;
import uk.footprints.report.Report;
import uk.footprints.runtime.UserException;

/**
 * What somebody wants to know; every word is checked before anything is read.
 *
 * @param reports which; {@code indicators} for the answers themselves
 * @param indicators about what
 * @param geography an id or a file; the geographies of every release when empty
 * @param basis on which organisations are joined to areas
 * @param period the only period wanted, if one is
 */
public record ReportOptions(
    List<Report> reports, List<Indicator> indicators, Optional<String> geography, Basis basis, Optional<Period> period) {

  /** From the words of a command line. */
  public static ReportOptions of(
      List<String> reports, List<String> indicators, Optional<String> geography, String basis, String period) {
    return new ReportOptions(
        reports.stream().map(ReportOptions::report).toList(),
        indicators.isEmpty() ? Indicators.all() : indicators.stream().map(ReportOptions::indicator).toList(),
        geography,
        Basis.of(basis),
        period.isEmpty() ? Optional.empty() : Optional.of(period(period)));
  }

  private static Report report(String id) {
    if (id.equals(IndicatorTable.ID)) {
      return new IndicatorTable();
    }
    return Reports.find(id)
        .orElseThrow(
            () ->
                UserException.command(
                    "There is no report \"" + id + "\".",
                    "one of " + IndicatorTable.ID + ", " + ids(Reports.all().stream().map(Report::id).toList())));
  }

  private static Indicator indicator(String id) {
    return Indicators.find(id)
        .orElseThrow(
            () ->
                UserException.command(
                    "There is no indicator \"" + id + "\".",
                    "one of " + ids(Indicators.all().stream().map(Indicator::id).toList())));
  }

  private static Period period(String text) {
    return PeriodText.parseOption(text)
        .orElseThrow(
            () ->
                UserException.command(
                    "\"" + text + "\" is no period.", "a financial year 2016/17, a month 2016-12 or a quarter 2016-Q4"));
  }

  private static String ids(List<String> ids) {
    return String.join(", ", ids);
  }
}
