package uk.footprints.report.headline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.headline.NumberSearch.FoundNumber;
import uk.footprints.report.records.StaysReport;

/**
 * The answer to a question: our number for the window of the quoted one, or the nearest, and the latest.
 *
 * @param number the question, and the way in which it is answered
 * @param ours not a number where there is none
 * @param oursPeriod the window of ours; empty where there is none
 * @param sameWindow our number for the window of the quoted one; not a number where there is none
 * @param latest our latest number; not a number where there is none
 * @param latestPeriod its window; empty where there is none
 * @param definition what ours is; empty where there is none
 * @param difference why ours and the quoted number differ, or why there is none
 * @param status answered, bounded or no_data
 * @param latestReason what a reader must know about the latest, such as changes of recording within its window
 */
public record HeadlineAnswer(
    QuotedNumber number,
    double ours,
    String oursPeriod,
    double sameWindow,
    double latest,
    String latestPeriod,
    String definition,
    String difference,
    String status,
    String latestReason) {

  private static final String ARTIFICIAL_SOURCE = "hes_apc";

  /** Answers all questions. */
  public static List<HeadlineAnswer> list(Evidence evidence, Map<String, List<QuotedNumber>> questions) {
    NumberSearch search = new NumberSearch(new NumberCalculator(new CountryFigures(evidence)));
    return questions.values().stream().map(rows -> answer(evidence, search, rows)).toList();
  }

  /** What one way to answer gives. */
  private record Way(QuotedNumber row, FoundNumber same, Optional<FoundNumber> near) {

    boolean exact() {
      return same.number().present() && !row.bound() && !same.number().bound();
    }

    boolean any() {
      return same.number().present() || near.isPresent();
    }
  }

  /**
   * Chooses among the ways: the first that has the quoted window, then the first bound for it, then the first that has a
   * window nearby. Artificial records come last.
   */
  private static HeadlineAnswer answer(Evidence evidence, NumberSearch search, List<QuotedNumber> rows) {
    boolean artificial = evidence.figures().isArtificial(ARTIFICIAL_SOURCE);
    List<Way> ways = new ArrayList<>();
    for (QuotedNumber row : rows) {
      FoundNumber same = search.same(row);
      ways.add(new Way(row, same, same.number().present() ? Optional.empty() : search.nearest(row)));
    }
    List<Way> real = ways.stream().filter(way -> !artificial || !way.row().records()).toList();
    Way best =
        first(real, Way::exact)
            .or(() -> first(real, way -> way.same().number().present()))
            .or(() -> first(real, Way::any))
            .or(() -> first(ways, Way::any))
            .orElse(ways.get(0));
    Period base = best.near().map(found -> found.window().from()).orElse(best.row().from());
    return of(evidence, best, best.row().records() ? Optional.empty() : search.latest(best.row(), base));
  }

  private static Optional<Way> first(List<Way> ways, Predicate<Way> test) {
    return ways.stream().filter(test).findFirst();
  }

  private static HeadlineAnswer of(Evidence evidence, Way way, Optional<FoundNumber> latest) {
    QuotedNumber row = way.row();
    FoundNumber same = way.same();
    Optional<FoundNumber> ours = same.number().present() ? Optional.of(same) : way.near();
    String breaks = ours.map(found -> breaks(evidence, row, found.window())).orElse("");
    String window =
        same.number().present() || ours.isEmpty()
            ? ""
            : "Ours is of %s: %s.".formatted(ours.get().window().label(), same.number().missing());
    String difference =
        ours.isEmpty()
            ? withoutNumber(row, same.number().missing())
            : sentences(row.difference(), window, ours.get().number().note(), breaks);
    String definition = row.records() ? StaysReport.definition(evidence) : row.definition();
    return new HeadlineAnswer(
        row,
        ours.map(found -> found.number().value()).orElse(Double.NaN),
        ours.map(found -> found.window().label()).orElse(""),
        same.number().present() ? same.number().value() : Double.NaN,
        latest.map(found -> found.number().value()).orElse(Double.NaN),
        latest.map(found -> found.window().label()).orElse(""),
        ours.isPresent() || latest.isPresent() ? definition : "",
        row.records() && ours.isPresent() ? StaysReport.WHY : difference,
        ours.isEmpty() ? "no_data" : row.bound() || ours.get().number().bound() ? "bounded" : "answered",
        latest.map(found -> sentences(found.number().note(), breaks(evidence, row, found.window()))).orElse(""));
  }

  /** Explains why there is no number: what the row says, and what was looked for. */
  private static String withoutNumber(QuotedNumber row, String missing) {
    boolean same = row.missing().isEmpty() || row.missing().equals(missing);
    return same ? missing : "%s (%s)".formatted(row.missing(), missing);
  }

  /** Returns the changes of recording that a comparison of two windows crosses; empty for one window. */
  private static String breaks(Evidence evidence, QuotedNumber row, Window window) {
    if (window.from() == null) {
      return "";
    }
    TreeSet<String> all = new TreeSet<>();
    for (FigureTerm term : row.terms().toList()) {
      if (term.source() == FigureTerm.Source.INDICATOR) {
        all.add(evidence.recordingBreaks(term.name(), row.geography(), window.from(), window.to()));
      }
      for (String dataset : term.datasets()) {
        all.add(evidence.recordingBreaks(dataset, term.name(), row.geography(), window.from(), window.to()));
      }
    }
    all.remove("");
    return all.isEmpty() ? "" : "It %s.".formatted(String.join("; ", all));
  }

  private static String sentences(String... all) {
    return Stream.of(all).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
  }
}
