package uk.footprints.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.Reports;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.Indicator;
import uk.footprints.report.Report;
import uk.footprints.site.PageImprint;
import uk.footprints.site.SourcePublication;
import uk.footprints.table.TableData;
import uk.footprints.workbook.WorkbookContent;

/**
 * Assembles the content of a report's workbook: the question, the table, the definitions and the publications.
 *
 * @param catalogue the indicators and datasets of the release
 */
public record WorkbookAssembler(IndicatorCatalogue catalogue) {

  /** The most rows of a workbook; a table with more rows is reduced to its financial years. */
  private static final int LONGEST = 25_000;

  private static final String FINANCIAL_YEAR = "financial_year";

  /** Assembles the workbook of a table; returns none where even its financial years have too many rows. */
  public Optional<WorkbookContent> assemble(TableData filled, PageImprint imprint) {
    TableData shown = filled.size() > LONGEST ? years(filled) : filled;
    if (shown.size() > LONGEST || shown.size() == 0 && filled.size() > 0) {
      return Optional.empty();
    }
    String note =
        shown == filled
            ? ""
            : ("This workbook has the financial years only: %,d of %,d rows. "
                + "Months and quarters are in the CSV and Parquet.")
            .formatted(shown.size(), filled.size());
    Optional<Report<?>> report =
        Reports.all().stream().filter(r -> r.table().name().equals(filled.table().name())).findFirst();
    String question = report.map(Report::question).orElse("what is the value in each area and period?");
    List<Indicator> indicators = indicators(shown);
    List<SourcePublication> sources = sources(shown, indicators, report);
    return Optional.of(new WorkbookContent(question, shown, note, indicators, sources, imprint));
  }

  /** Returns the rows of financial years; not all of them where they are too many for a workbook. */
  private static TableData years(TableData filled) {
    if (!filled.table().has("period_kind")) {
      return filled;
    }
    return filled.where(row -> row.text("period_kind").equals(FINANCIAL_YEAR), LONGEST + 1);
  }

  private List<Indicator> indicators(TableData filled) {
    Set<String> ids = distinct(filled, "indicator");
    return catalogue.indicators().stream().filter(i -> ids.contains(i.id())).toList();
  }

  private List<SourcePublication> sources(
      TableData filled, List<Indicator> indicators, Optional<Report<?>> report) {
    Set<String> ids = distinct(filled, "dataset");
    indicators.forEach(i -> ids.add(i.dataset()));
    report.ifPresent(r -> r.head().needs().forEach(need -> ids.add(need.dataset())));
    report.ifPresent(r -> r.head().reads().forEach(excerpt -> ids.addAll(datasetsOf(excerpt.table().name()))));
    if (ids.isEmpty()) {
      catalogue.indicators().forEach(i -> ids.add(i.dataset()));
    }
    if (indicators.stream().anyMatch(i -> i.denominator().isEmpty())) {
      ids.add("population");
    }
    return catalogue.data().datasets().stream()
        .filter(d -> ids.contains(d.id()))
        .map(d -> new SourcePublication(d.id(), d.title(), d.publisher(), d.licence()))
        .toList();
  }

  private List<String> datasetsOf(String table) {
    List<String> ids = new ArrayList<>();
    for (Dataset dataset : catalogue.data().datasets()) {
      if (dataset.tables().stream().anyMatch(t -> t.name().equals(table))) {
        ids.add(dataset.id());
      }
    }
    return ids;
  }

  private static Set<String> distinct(TableData filled, String column) {
    Set<String> values = new HashSet<>();
    if (filled.table().has(column)) {
      filled.stream().forEach(row -> values.add(row.text(column)));
    }
    return values;
  }
}
