package uk.footprints.pipeline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.indicator.CaveatClaims;
import uk.footprints.indicator.ImplausibleBeds;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.MissingReturnDetector;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.pipeline.merge.WrittenRows;
import uk.footprints.pipeline.read.FigureFingerprint;
import uk.footprints.pipeline.read.FileResult;

/** Checks files against each other: revised figures, repeated periods, suspected missing returns. */
public final class CrossFileChecks {

  /** When at least this share of organisations repeats its figures, the whole sheet is a repeat. */
  private static final double SAME_SHEET = 0.9;
  private static final int FEWEST = 3;
  private static final int SHORTEST_CODE = 3;

  private CrossFileChecks() {}

  /** Returns findings for files whose figures a newer file revised. */
  public static List<Finding> revised(List<FileResult> outcomes, Map<String, WrittenRows> counts) {
    List<Finding> findings = new ArrayList<>();
    for (FileResult o : outcomes) {
      long n = counts.getOrDefault(o.sha256(), WrittenRows.NONE).revising();
      if (n > 0) {
        findings.add(
            Finding.of(
                Kind.REVISED, o.dataset(), Location.file(o.path()),
                "%,d figures differ from those of the previous vintage; see the table revisions", n));
      }
      long contradicting = counts.getOrDefault(o.sha256(), WrittenRows.NONE).contradicting();
      if (contradicting > 0) {
        findings.add(
            Finding.of(
                Kind.FILES_DISAGREE, o.dataset(), Location.file(o.path()),
                "%,d figures differ from those of another file that was published on the same day; these were taken",
                contradicting));
      }
    }
    return findings;
  }

  private record FileFigures(FileResult file, FigureFingerprint fingerprint, Map<Long, Long> figures) {
    static FileFigures of(FileResult file, FigureFingerprint fingerprint) {
      Map<Long, Long> figures = new HashMap<>();
      for (int i = 0; i < fingerprint.codes().length; i++) {
        figures.put(fingerprint.codes()[i], fingerprint.figures()[i]);
      }
      return new FileFigures(file, fingerprint, figures);
    }
  }

  /** Returns findings for months or quarters that repeat the figures of the one before, or of a year earlier. */
  public static List<Finding> samePeriods(List<FileResult> outcomes) {
    Map<String, Map<Period, List<FileFigures>>> sheets = new TreeMap<>();
    for (FileResult o : outcomes) {
      for (FigureFingerprint fingerprint : o.fingerprints()) {
        sheets
            .computeIfAbsent(fingerprint.sheet(), s -> new TreeMap<>())
            .computeIfAbsent(fingerprint.period(), p -> new ArrayList<>())
            .add(FileFigures.of(o, fingerprint));
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Map<Period, List<FileFigures>> periods : sheets.values()) {
      periods.forEach(
          (period, ofPeriod) -> {
            for (Period earlier : List.of(before(period), period.yearBefore())) {
              for (FileFigures p : ofPeriod) {
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

  /**
   * Returns findings for organisations that an older file has and a newer one of the same figures and period lacks. Their
   * figures stay current, and are added to those of the others: right where a revision has some organisations only, wrong
   * where one was taken into another.
   */
  public static List<Finding> dropped(List<FileResult> outcomes) {
    Map<String, List<FileFigures>> vintages = new TreeMap<>();
    for (FileResult o : outcomes) {
      if (o.publication() == null || o.publication().publishedOn() == null) {
        continue;
      }
      for (FigureFingerprint fingerprint : o.fingerprints()) {
        vintages
            .computeIfAbsent(fingerprint.sheet() + " " + fingerprint.period().start(), k -> new ArrayList<>())
            .add(FileFigures.of(o, fingerprint));
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (List<FileFigures> ofPeriod : vintages.values()) {
      ofPeriod.sort(Comparator.comparing((FileFigures f) -> f.file().publication().publishedOn()));
      for (int i = 1; i < ofPeriod.size(); i++) {
        dropped(ofPeriod.get(i - 1), ofPeriod.get(i)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> dropped(FileFigures older, FileFigures newer) {
    Set<Long> now = newer.fingerprint().all();
    List<String> lacking =
        older.figures().keySet().stream()
            .filter(code -> !now.contains(code))
            .map(code -> FigureFingerprint.code(code, SHORTEST_CODE))
            .sorted()
            .toList();
    // A file with few of the organisations revises those only.
    boolean whole = 2 * (older.figures().size() - lacking.size()) >= older.figures().size();
    boolean later = newer.file().publication().publishedOn().isAfter(older.file().publication().publishedOn());
    return lacking.isEmpty() || !whole || !later
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Kind.ORGANISATION_DROPPED, newer.file().dataset(), Location.file(newer.file().path()),
                "no figures in %s of %d organisations that %s has: %s", newer.fingerprint().period().label(),
                lacking.size(), older.file().path(), String.join(" ", lacking)));
  }

  private static Period before(Period period) {
    java.time.LocalDate last = period.start().minusDays(1);
    return period.kind() == uk.footprints.period.PeriodKind.MONTH
        ? Period.month(last.getYear(), last.getMonthValue())
        : Period.quarterEnding(last.getYear(), last.getMonthValue());
  }

  private static Finding same(FileFigures p, FileFigures other) {
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
    String month = p.fingerprint().period().label();
    String earlier = other.fingerprint().period().label();
    Location place = Location.file(p.file().path());
    return sheet
        ? Finding.of(
            Kind.SAME_AS_OTHER_PERIOD, p.file().dataset(), place,
            "%d of %d organisations have the same figures in %s as in %s: one of the files probably repeats the other",
            same.size(), p.figures().size(), month, earlier)
        : Finding.of(
                Kind.SAME_AS_OTHER_PERIOD, p.file().dataset(), place, "the same figures in %s as in %s: %s", month,
                earlier, String.join(" ", same))
            .as(Severity.NOTE, "Look at the organisation's figures: it may have sent an earlier return again.");
  }

  /**
   * Returns findings for organisations whose returns are far below their share of England.
   *
   * @param detectors gives the missing returns of an indicator
   */
  public static List<Finding> returns(
      ObservationSeries figures, List<Indicator> indicators, Function<Indicator, MissingReturnDetector> detectors) {
    List<Finding> findings = new ArrayList<>();
    TreeMap<String, Indicator> weights = new TreeMap<>();
    indicators.forEach(i -> weights.putIfAbsent(i.dataset() + " " + i.weight(), i));
    for (Indicator i : weights.values()) {
      MissingReturnDetector returns = detectors.apply(i);
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

  /** Returns findings for caveats that deny values which are there. */
  public static List<Finding> caveats(List<Indicator> indicators, List<IndicatorValue> values) {
    List<Finding> findings = new ArrayList<>();
    for (Indicator i : indicators) {
      CaveatClaims.listContradicted(i, values)
          .forEach(claim -> findings.add(
              Finding.of(Kind.CAVEAT_CONTRADICTED, i.dataset(), Location.file(""), claim)));
    }
    return findings;
  }

  /** Returns findings for numbers of beds that contradict the organisation's past and its occupied beds. */
  private static List<Finding> implausible(Indicator i, ObservationSeries figures) {
    List<Finding> findings = new ArrayList<>();
    new TreeMap<>(ImplausibleBeds.find(i, figures).all()).forEach(
        (org, periods) -> new TreeMap<>(periods).forEach(
            (period, value) -> findings.add(
                Finding.of(
                    Kind.IMPLAUSIBLE_VALUE, i.dataset(), Location.file("").column(value.measure()),
                    "%s reported %,.2f in %s where about %,.1f is usual, and its bed occupancy is far from its usual"
                        + " level; the observation is unchanged, and indicators exclude it",
                    org, value.value(), period.label(), value.usualValue()))));
    return findings;
  }
}
