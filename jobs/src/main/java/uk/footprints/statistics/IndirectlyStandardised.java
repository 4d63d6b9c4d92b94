package uk.footprints.statistics;

import java.util.List;

/**
 * Indirectly standardised ratios and rates: events seen against those expected if each age had the reference's rate.
 * Suitable for comparing one area with one standard; not for ranking areas with different ages (use {@link
 * DirectlyStandardised}).
 */
public final class IndirectlyStandardised {

  private IndirectlyStandardised() {}

  /**
   * One age band of one area with its reference.
   *
   * @param events how many; NaN counts as 0
   * @param population people of that age; 0 and NaN count as none
   * @param referenceEvents events of that age in the reference; NaN counts as 0
   * @param referencePopulation people of that age in the reference, above 0
   */
  public record Band(double events, double population, double referenceEvents, double referencePopulation) {}

  /**
   * A ratio or rate and what it was made of.
   *
   * @param observed events seen
   * @param expected events expected
   * @param estimate the ratio or rate
   */
  public record Result(double observed, double expected, Estimate estimate) {}

  /**
   * Observed over expected. Limits are those of the observed count, exact below ten and Byar's from ten, over the
   * expected, which is taken as known. Breslow and Day 1987, pages 69-72. Not suppressed below ten events.
   *
   * @param bands the area's age bands
   * @param multiplier 1 or 100
   */
  public static Result ratio(List<Band> bands, double multiplier) {
    return result(observed(bands), bands, multiplier);
  }

  /**
   * The ratio times the reference's crude rate.
   *
   * @param bands the area's age bands
   * @param multiplier per how many
   */
  public static Result rate(List<Band> bands, double multiplier) {
    return result(observed(bands), bands, referenceRate(bands) * multiplier);
  }

  /** Computes a ratio from events that are known in total and not by age. */
  public static Result ratio(double observed, List<Band> bands, double multiplier) {
    return result(observed, bands, multiplier);
  }

  /** Computes a rate from events that are known in total and not by age. */
  public static Result rate(double observed, List<Band> bands, double multiplier) {
    return result(observed, bands, referenceRate(bands) * multiplier);
  }

  /** Observed over an expected count that was made elsewhere, for instance by a model of case mix. */
  public static Estimate ratio(double observed, double expected, double multiplier) {
    if (Double.isNaN(observed) || Double.isNaN(expected)) {
      return Estimate.none(ResultStatus.MISSING, "observed or expected is missing");
    }
    if (observed < 0) {
      return Estimate.none(ResultStatus.NOT_APPLICABLE, "observed is negative");
    }
    if (!(expected > 0)) {
      return Estimate.none(ResultStatus.NOT_APPLICABLE, "expected is not above 0");
    }
    return CountLimits.EXACT_BELOW_TEN.over(observed, expected, multiplier);
  }

  /** The reference's crude rate, per person. */
  public static double referenceRate(List<Band> bands) {
    double events = 0;
    double population = 0;
    for (Band band : bands) {
      events += orZero(band.referenceEvents());
      population += band.referencePopulation();
    }
    return events / population;
  }

  private static Result result(double observed, List<Band> bands, double factor) {
    double expected = 0;
    for (Band band : bands) {
      if (!(band.referencePopulation() > 0)) {
        return new Result(
            observed,
            Double.NaN,
            Estimate.none(ResultStatus.NOT_APPLICABLE, "an age band has no reference population"));
      }
      expected += orZero(band.population()) * orZero(band.referenceEvents()) / band.referencePopulation();
    }
    return new Result(observed, expected, ratio(observed, expected, factor));
  }

  private static double observed(List<Band> bands) {
    return bands.stream().mapToDouble(band -> orZero(band.events())).sum();
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
