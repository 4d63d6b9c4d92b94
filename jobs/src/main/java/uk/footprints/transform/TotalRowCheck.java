package uk.footprints.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.FindingCollector;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;

/** Recognises rows that add up other rows, by their words or by their sums, and checks them. */
final class TotalRowCheck {

  /** Sums of decimals differ in their last digits; sums of counts do not. */
  private static final double TOLERANCE = 0.05;

  /** Fewer rows with a figure than this may add up by accident. */
  private static final int FEWEST_ADDENDS = 2;

  private static final String SET_ASIDE_ADVICE =
      "Compare with the publisher's page: more than a twentieth of the total is missing or counted twice.";

  private final RowRules rules;
  private final String[] headings;
  private final Location place;
  private final FindingCollector findings;

  /** Creates the check of one sheet; it adds to the findings. */
  TotalRowCheck(RowRules rules, String[] headings, Location place, FindingCollector findings) {
    this.rules = rules;
    this.headings = headings;
    this.place = place;
    this.findings = findings;
  }

  /** Returns how far a published sum may be from ours. */
  static double tolerance(RowRules rules, double sum, int addends) {
    return Math.max(Math.max(TOLERANCE, Math.abs(sum) * 1e-9), rules.rounding() * (addends + 1) / 2);
  }

  /**
   * Moves rows that equal the sum of all others of their group to the totals, though they are not labelled as totals.
   * Where a labelled total agrees with all rows of the group, no other row of it is a total.
   */
  void moveUnlabelledTotals(List<ObservationRow> lines, List<ObservationRow> totals) {
    Map<String, double[]> sums = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (ObservationRow line : lines) {
      double[] sum = sums.computeIfAbsent(line.group(), g -> new double[headings.length]);
      boolean any = false;
      for (int m = 0; m < headings.length; m++) {
        sum[m] += line.number(m);
        any |= line.number(m) != 0;
      }
      counts.merge(line.group(), any ? 1 : 0, Integer::sum);
    }
    Set<String> settled = new HashSet<>();
    for (ObservationRow total : totals) {
      double[] sum = sums.get(total.group());
      if (sum != null && agrees(total, sum, 1)) {
        settled.add(total.group());
      }
    }
    lines.removeIf(
        line -> {
          boolean addends = counts.get(line.group()) - 1 > FEWEST_ADDENDS && !settled.contains(line.group());
          if (!addends || !agrees(line, sums.get(line.group()), 2)) {
            return false;
          }
          totals.add(line);
          findings.add(
              Finding.of(
                  Kind.TOTAL_BY_SUM,
                  rules.dataset(),
                  place.row(line.row().number()),
                  "'%s' equals the sum of all other rows and was read as a total",
                  line.code()));
          return true;
        });
  }

  /** Returns whether a row times a factor equals the sums: a row that equals the sum of the others is half of all. */
  private boolean agrees(ObservationRow line, double[] sums, int times) {
    int agreeing = 0;
    for (int m = 0; m < sums.length; m++) {
      if (Math.abs(times * line.number(m) - sums[m]) > tolerance(rules, sums[m], 0)) {
        return false;
      }
      agreeing += line.number(m) > 0 ? 1 : 0;
    }
    return agreeing >= Math.min(2, sums.length);
  }

  /** Compares every total, and every row that is declared to add up others, with its parts. */
  void check(List<ObservationRow> totals, List<ObservationRow> lines) {
    if (rules.totalled() && totals.isEmpty() && !lines.isEmpty()) {
      findings.add(Finding.of(Kind.TOTAL_MISSING, rules.dataset(), place, "no row of the sheet adds up the others"));
    }
    totals.forEach(this::findRejected);
    Map<String, List<ObservationRow>> groups = lines.stream().collect(Collectors.groupingBy(ObservationRow::group));
    for (ObservationRow total : totals) {
      List<ObservationRow> parts = groups.getOrDefault(total.group(), List.of());
      check(total, parts.isEmpty() ? lines : parts);
    }
    for (ObservationRow line : lines) {
      if (!line.subject().parts().isEmpty()) {
        findRejected(line);
        check(line, groups.getOrDefault(line.groupOf(line.subject().parts()), List.of()));
      }
    }
  }

  /** Finds a total with cells that are no figures, or impossible ones: the organisations cannot be compared with it. */
  private void findRejected(ObservationRow total) {
    if (total.refused() > 0) {
      String columns =
          IntStream.range(0, headings.length).filter(total::isRefused).mapToObj(m -> "'" + headings[m] + "'")
              .collect(Collectors.joining(", "));
      findings.add(
          Finding.of(
              Kind.TOTAL_REJECTED, rules.dataset(), place.row(total.row().number()),
              "%d of %d figures of the file's own total could not be read, so that nothing was compared with them: %s",
              total.refused(), headings.length, columns));
    }
  }

  private void check(ObservationRow total, List<ObservationRow> parts) {
    for (int m = 0; m < headings.length && !parts.isEmpty(); m++) {
      int measure = m;
      if (!total.isReported(m) || !parts.stream().allMatch(part -> part.isComplete(measure))) {
        continue;
      }
      double sum = parts.stream().mapToDouble(part -> part.number(measure)).sum();
      double published = total.number(m);
      if (Math.abs(published - sum) > tolerance(rules, sum, parts.size())) {
        findings.add(disagrees(total, headings[m], sum, published));
      }
    }
  }

  /** Returns the finding; if the difference is a large share of the total, the file is set aside. */
  private Finding disagrees(ObservationRow total, String heading, double sum, double published) {
    Finding finding =
        Finding.of(
            Kind.TOTAL_DISAGREES,
            rules.dataset(),
            place.row(total.row().number()).column(heading),
            "the organisations add to %,.2f but the file's own total says %,.2f (difference %,.2f)",
            sum,
            published,
            published - sum);
    boolean setAside = Math.abs(published - sum) > RowRules.SET_ASIDE_BEYOND * Math.max(
        Math.abs(published), Math.abs(sum));
    return setAside ? finding.as(Severity.SET_ASIDE, SET_ASIDE_ADVICE) : finding;
  }
}
