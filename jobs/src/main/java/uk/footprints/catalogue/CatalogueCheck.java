package uk.footprints.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.area.Areas;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.NamedFigure;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Report;
import uk.footprints.table.Table;
import uk.footprints.report.trend.Target;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;
import uk.footprints.transform.Measure;

/**
 * Checks the declarations of indicators, reports and targets against one another before anything is read: every id that
 * one of them names exists. A misspelt id would otherwise give a table without rows, or a row without a value.
 */
public final class CatalogueCheck {

  private static final Set<String> MEMBER_KINDS =
      Set.of(Membership.CCG, Membership.PROVIDER, Membership.COUNCIL, Indicator.COUNTRY);
  private static final Set<PeriodKind> PERIODS =
      Set.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.FINANCIAL_YEAR);
  private static final String ANY = "*";

  private final List<Dataset> datasets;
  private final List<String> faults = new ArrayList<>();

  private CatalogueCheck(List<Dataset> datasets) {
    this.datasets = datasets;
  }

  /**
   * Refuses declarations that name something unknown.
   *
   * @param catalogue the indicators and targets, and the datasets that they may name
   * @param areas the areas that targets may name
   */
  public static void require(IndicatorCatalogue catalogue, Areas areas) {
    List<String> faults =
        listFaults(catalogue.indicators(), catalogue.data().datasets(), Reports.all(), catalogue.targets(), areas);
    if (!faults.isEmpty()) {
      throw UserException.data(
          "The declarations have %s:%n  %s".formatted(
              faults.size() == 1 ? "a fault" : faults.size() + " faults", String.join("\n  ", faults)),
          "correct the class or the row that the line names");
    }
  }

  /** Lists the faults, a sentence each; none where every id exists. */
  static List<String> listFaults(
      List<Indicator> indicators, List<Dataset> datasets, List<Report<?>> reports, List<Target> targets, Areas areas) {
    CatalogueCheck check = new CatalogueCheck(datasets);
    Set<String> ids = new HashSet<>();
    for (Indicator indicator : indicators) {
      if (!ids.add(indicator.id())) {
        check.faults.add("Two indicators have the id \"%s\".".formatted(indicator.id()));
      }
      check.indicator(indicator);
    }
    reports.forEach(check::report);
    targets.forEach(target -> check.target(target, ids, areas));
    return check.faults;
  }

  private Catalogue catalogue() {
    return new Catalogue(datasets);
  }

  private void indicator(Indicator indicator) {
    String who = "Indicator " + indicator.id();
    if (!MEMBER_KINDS.contains(indicator.memberKind())) {
      unknown(who, "kind of member", indicator.memberKind(), MEMBER_KINDS);
    }
    if (!PERIODS.contains(indicator.period())) {
      faults.add("%s has periods of a %s: use a month, a quarter or a financial year."
          .formatted(who, indicator.period().id()));
    }
    if (!isDate(indicator.reviewed())) {
      faults.add("%s was reviewed on \"%s\", which is not a date.".formatted(who, indicator.reviewed()));
    }
    Stream.concat(indicator.numerator().stream(), indicator.denominator().stream())
        .filter(term -> Math.abs(term.sign()) != 1)
        .forEach(term -> faults.add("%s counts %s %d times: use 1 or -1.".formatted(who, term.measure(), term.sign())));
    Set<String> named = indicator.figures().stream().map(NamedFigure::measure).collect(Collectors.toSet());
    indicator.figures().stream()
        .filter(figure -> !figure.dataset().isEmpty())
        .forEach(figure -> measures(who, figure.dataset(), Stream.of(figure.observed())));
    indicator.figures().stream()
        .filter(figure -> figure.isOfTable() && catalogue().findTable(figure.table()).isEmpty())
        .forEach(figure -> unknown(who, "table", figure.table(), catalogue().tables().stream().map(Table::name).toList()));
    Stream<String> observed = indicator.measures().stream().filter(m -> !named.contains(m));
    measures(who, indicator.dataset(), observed).forEach(measure -> {
      if (measure.rollUp() != indicator.rollUp()) {
        faults.add("%s makes years by %s, and its measure %s declares %s.".formatted(
            who, indicator.rollUp().id(), measure.id(), measure.rollUp().id()));
      }
    });
    if (!indicator.occupiedMeasure().isEmpty()) {
      measures(who, indicator.dataset(), Stream.of(indicator.occupiedMeasure()));
    }
    indicator.countrySeries().ifPresent(series -> measures(who, series.dataset(), series.measures()));
  }

  /** Returns the measures of these ids, and notes those that the dataset does not have. */
  private List<Measure> measures(String who, String id, Stream<String> measures) {
    Optional<Dataset> dataset = datasets.stream().filter(d -> d.id().equals(id)).findFirst();
    if (dataset.isEmpty()) {
      unknown(who, "dataset", id, datasets.stream().map(Dataset::id).toList());
      return List.of();
    }
    List<Measure> known = dataset.get().measures();
    List<Measure> found = new ArrayList<>();
    measures.forEach(measure -> {
      Optional<Measure> one = known.stream().filter(m -> m.id().equals(measure)).findFirst();
      if (one.isEmpty()) {
        unknown(who, "measure of " + id, measure, known.stream().map(Measure::id).toList());
      }
      one.ifPresent(found::add);
    });
    return found;
  }

  private void report(Report<?> report) {
    String who = "Report " + report.id();
    report.head().needs().forEach(need -> measures(who, need.dataset(), Stream.of(need.measure())));
    report.head().geographies().stream()
        .filter(id -> Geography.find(id).isEmpty())
        .forEach(id -> unknown(who, "geography", id, geographies()));
    report.head().reads().stream()
        .map(excerpt -> excerpt.table().name())
        .filter(name -> catalogue().findTable(name).isEmpty())
        .forEach(name -> unknown(who, "table", name, catalogue().tables().stream().map(Table::name).toList()));
  }

  private void target(Target target, Set<String> indicators, Areas areas) {
    String who = "targets.csv, target " + target.id();
    if (!indicators.contains(target.indicator())) {
      unknown(who, "indicator", target.indicator(), indicators);
    }
    if (target.geography().equals(ANY)) {
      if (!target.area().equals(ANY)) {
        faults.add("%s has area %s of every geography: name its geography.".formatted(who, target.area()));
      }
    } else if (Geography.find(target.geography()).isEmpty()) {
      unknown(who, "geography", target.geography(), geographies());
    } else if (!target.area().equals(ANY) && areas.findArea(target.geography(), target.area()).isEmpty()) {
      faults.add("%s: %s has no area %s.".formatted(who, target.geography(), target.area()));
    }
  }

  private static List<String> geographies() {
    return Geography.listBuiltIn().stream().map(Geography::id).collect(Collectors.toList());
  }

  private void unknown(String who, String what, String id, Collection<String> known) {
    String near = SpellingSuggester.to(id, known).map(k -> "; the nearest is \"" + k + "\"").orElse("");
    faults.add("%s names \"%s\", and there is no such %s%s.".formatted(who, id, what, near));
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
