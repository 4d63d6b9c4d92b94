package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/**
 * What is expected of organisations in financial years: the sums over their spells. Sums are of whole units, so that
 * they do not depend on the order of the spells.
 *
 * @param sums by place and year
 */
public record ExpectedCounts(Map<PlaceYear, long[]> sums) {

  private static final double UNITS = 1L << 30;
  private static final int WIDTH = 6;

  /** How the expected count is found. */
  public enum Method {
    /** By a regression on all covariates. */
    MODEL,
    /** By the rates of cells: indirect standardisation, as the official indicator has it. */
    CELLS
  }

  /**
   * An organisation in a financial year.
   *
   * @param role {@code provider} or {@code residence}
   * @param code its code; empty where records do not say
   * @param year the first calendar year
   */
  public record PlaceYear(String role, String code, int year) implements Serializable {}

  /**
   * Sums over the spells of a place.
   *
   * @param spells how many
   * @param observed how often it happened
   * @param expected how often it was expected
   * @param variance of the observed number
   */
  public record Sum(double spells, double observed, double expected, double variance) {

    Sum plus(Sum other) {
      return new Sum(spells + other.spells, observed + other.observed, expected + other.expected,
          variance + other.variance);
    }
  }

  /** Adds up over spells, each a row of place and pattern. */
  static ExpectedCounts of(JavaRDD<Row> spells, Map<CaseMixOutcome, CaseMixFit> fits, CellRates cells) {
    Map<CaseMixOutcome, CaseMixFit> copy = new HashMap<>(fits);
    Map<PlaceYear, long[]> sums = new HashMap<>();
    spells.mapPartitions(rows -> add(rows, copy, cells)).collect()
        .forEach(part -> part.forEach((place, values) -> sums.merge(place, values, ExpectedCounts::plus)));
    return new ExpectedCounts(sums);
  }

  private static Iterator<Map<PlaceYear, long[]>> add(
      Iterator<Row> rows, Map<CaseMixOutcome, CaseMixFit> fits, CellRates cells) {
    Map<PlaceYear, long[]> sums = new HashMap<>();
    int[] work = new int[64];
    long[] one = new long[WIDTH * CaseMixOutcome.count()];
    while (rows.hasNext()) {
      Row row = rows.next();
      long pattern = row.getLong(3);
      PatternCounts spell = PatternCounts.ofSpell(row.getInt(0), pattern, row.getInt(4), row.getInt(5));
      spell(spell, fits, cells, one, work);
      int year = CaseMixPattern.financialYear(pattern);
      add(sums, new PlaceYear("provider", row.isNullAt(1) ? "" : row.getString(1), year), one);
      add(sums, new PlaceYear("residence", row.isNullAt(2) ? "" : row.getString(2), year), one);
    }
    List<Map<PlaceYear, long[]>> result = new ArrayList<>();
    result.add(sums);
    return result.iterator();
  }

  private static void spell(PatternCounts spell, Map<CaseMixOutcome, CaseMixFit> fits, CellRates cells, long[] one,
      int[] work) {
    java.util.Arrays.fill(one, 0);
    for (int o = 0; o < CaseMixOutcome.count(); o++) {
      CaseMixOutcome outcome = CaseMixOutcome.at(o);
      if (outcome.trials(spell) == 0) {
        continue;
      }
      int at = WIDTH * o;
      one[at] = 1;
      one[at + 1] = outcome.events(spell);
      CaseMixFit fit = fits.get(outcome);
      if (fit != null) {
        double expected = fit.expected(fit.predictor(spell.pattern(), work));
        one[at + 2] = Math.round(expected * UNITS);
        one[at + 3] = Math.round(fit.variance(expected) * UNITS);
      }
      double expected = cells.expected(outcome, spell.pattern());
      one[at + 4] = Math.round(expected * UNITS);
      one[at + 5] = Math.round(cells.variance(outcome, expected) * UNITS);
    }
  }

  private static void add(Map<PlaceYear, long[]> sums, PlaceYear place, long[] one) {
    long[] sum = sums.computeIfAbsent(place, p -> new long[one.length]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += one[i];
    }
  }

  private static long[] plus(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  /** Finds the sums of a place in a year. */
  public Optional<Sum> find(PlaceYear place, CaseMixOutcome outcome, Method method) {
    long[] sum = sums.get(place);
    if (sum == null) {
      return Optional.empty();
    }
    int at = WIDTH * outcome.ordinal();
    int from = at + (method == Method.MODEL ? 2 : 4);
    return Optional.of(new Sum(sum[at], sum[at + 1], sum[from] / UNITS, sum[from + 1] / UNITS));
  }

  /** Returns the observed number of a role, over all places and years: a check of the whole. */
  public Map<String, Double> observed(CaseMixOutcome outcome) {
    Map<String, Double> observed = new TreeMap<>();
    int at = WIDTH * outcome.ordinal() + 1;
    sums.forEach((place, sum) -> observed.merge(place.role(), (double) sum[at], Double::sum));
    return observed;
  }
}
