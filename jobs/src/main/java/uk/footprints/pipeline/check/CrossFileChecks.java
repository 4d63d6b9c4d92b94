package uk.footprints.pipeline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.indicator.ImplausibleBeds;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.MissingReturnDetector;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.OrganisationContributions;
import uk.footprints.period.Period;
import uk.footprints.pipeline.read.FigureFingerprint;
import uk.footprints.pipeline.read.FileResult;

/** What is odd about files beside one another. */
public final class CrossFileChecks {

  /** Where so many of the organisations are the same, it is the sheet that is. */
  private static final double SAME_SHEET = 0.9;
  private static final int FEWEST = 3;
  private static final int SHORTEST_CODE = 3;

  private CrossFileChecks() {}

  /** Files that changed figures of earlier ones. */
  public static List<Finding> revised(List<FileResult> outcomes, Map<String, long[]> counts) {
    List<Finding> findings = new ArrayList<>();
    for (FileResult o : outcomes) {
      long n = counts.getOrDefault(o.sha256(), new long[3])[2];
      if (n > 0) {
        findings.add(
            Finding.of(
                Kind.REVISED, o.dataset(), Location.file(o.path()),
                "%,d figures differ from those of the vintage before; the table revisions has them", n));
      }
    }
    return findings;
  }

  private record Printed(FileResult file, FigureFingerprint print, Map<Long, Long> figures) {
    static Printed of(FileResult file, FigureFingerprint print) {
      Map<Long, Long> figures = new HashMap<>();
      for (int i = 0; i < print.codes().length; i++) {
        figures.put(print.codes()[i], print.figures()[i]);
      }
      return new Printed(file, print, figures);
    }
  }

  /** Months that hold the figures of the month before, or of the same month a year earlier. */
  public static List<Finding> samePeriods(List<FileResult> outcomes) {
    Map<String, Map<Period, List<Printed>>> sheets = new TreeMap<>();
    for (FileResult o : outcomes) {
      for (FigureFingerprint print : o.prints()) {
        sheets
            .computeIfAbsent(print.sheet(), s -> new TreeMap<>())
            .computeIfAbsent(print.period(), p -> new ArrayList<>())
            .add(Printed.of(o, print));
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Map<Period, List<Printed>> periods : sheets.values()) {
      periods.forEach(
          (period, printed) -> {
            for (Period earlier : List.of(before(period), period.yearBefore())) {
              for (Printed p : printed) {
                periods.getOrDefault(earlier, List.of()).stream()
                    .map(other -> same(p, other))
                    .filter(java.util.Objects::nonNull)
                    .limit(1)
                    .forEach(findings::add);
              }
            }
          });
    }
    return findings;
  }

  private static Period before(Period period) {
    java.time.LocalDate last = period.start().minusDays(1);
    return period.kind() == uk.footprints.period.PeriodKind.MONTH
        ? Period.month(last.getYear(), last.getMonthValue())
        : Period.quarterEnding(last.getYear(), last.getMonthValue());
  }

  private static Finding same(Printed p, Printed other) {
    TreeSet<String> same = new TreeSet<>();
    p.figures().forEach(
        (code, figures) -> {
          if (figures.equals(other.figures().get(code))) {
            same.add(FigureFingerprint.code(code, SHORTEST_CODE));
          }
        });
    if (same.isEmpty()) {
      return null;
    }
    boolean sheet = p.figures().size() >= FEWEST && same.size() >= SAME_SHEET * p.figures().size();
    String month = p.print().period().label();
    String earlier = other.print().period().label();
    Location place = Location.file(p.file().path());
    return sheet
        ? Finding.of(
            Kind.SAME_AS_OTHER_PERIOD, p.file().dataset(), place,
            "%d of %d organisations have the same figures in %s as in %s: one of the files is probably the other's",
            same.size(), p.figures().size(), month, earlier)
        : Finding.of(
                Kind.SAME_AS_OTHER_PERIOD, p.file().dataset(), place, "the same figures in %s as in %s: %s", month,
                earlier, String.join(" ", same))
            .as(Severity.NOTE, "Look at the organisation's figures: it may have sent an earlier return again.");
  }

  /** Organisations whose returns fall far below their share of the country: the measures by which gaps are weighed. */
  public static List<Finding> returns(ObservationSeries figures, List<Indicator> indicators) {
    List<Finding> findings = new ArrayList<>();
    TreeMap<String, Indicator> weights = new TreeMap<>();
    indicators.forEach(i -> weights.putIfAbsent(i.dataset() + " " + i.weight(), i));
    for (Indicator i : weights.values()) {
      MissingReturnDetector returns = OrganisationContributions.returns(i, figures);
      new TreeMap<>(returns.all()).forEach(
          (org, periods) -> {
            TreeSet<Period> when = new TreeSet<>(periods.keySet());
            double lost = periods.values().stream().mapToDouble(Double::doubleValue).sum();
            findings.add(
                Finding.of(
                    Kind.SUSPECTED_MISSING_RETURN, i.dataset(), Location.file("").column(i.weight()),
                    "%s reported far less than its share of England in %d periods between %s and %s; about %,.0f are"
                        + " missing (an estimate)",
                    org, when.size(), when.first().label(), when.last().label(), lost));
          });
      findings.addAll(implausible(i, figures));
    }
    return findings;
  }

  /** Numbers of beds that cannot be right beside the organisation's own past and its occupied beds. */
  private static List<Finding> implausible(Indicator i, ObservationSeries figures) {
    List<Finding> findings = new ArrayList<>();
    new TreeMap<>(ImplausibleBeds.find(i, figures).all()).forEach(
        (org, periods) -> new TreeMap<>(periods).forEach(
            (period, value) -> findings.add(
                Finding.of(
                    Kind.IMPLAUSIBLE_VALUE, i.dataset(), Location.file("").column(value.measure()),
                    "%s reported %,.2f in %s where about %,.1f is usual, and the share of its beds that was occupied is"
                        + " far from its own; the observation is unchanged, and indicators leave it out",
                    org, value.value(), period.label(), value.usualValue()))));
    return findings;
  }
}
