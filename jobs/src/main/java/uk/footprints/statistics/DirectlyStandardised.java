package uk.footprints.statistics;

import java.util.List;
import java.util.Map;

/**
 * Directly standardised rates: what the rate would be if the area had the ages of a standard population. Fit for
 * ranking areas against one another.
 */
public final class DirectlyStandardised {

  /** Below this many events a directly standardised rate is not shown. */
  public static final double FEWEST_EVENTS = 10;

  private static final String TOO_FEW = "dsr NA for total count < 10";

  private DirectlyStandardised() {}

  /**
   * One age band of one area.
   *
   * @param events how many; NaN counts as 0
   * @param population people of that age, above 0
   * @param standard people of that age in the standard population
   */
  public record Band(double events, double population, double standard) {}

  /**
   * A standardised rate and what it was made of.
   *
   * @param events all events of the area
   * @param population all people of the area
   * @param rate the rate
   */
  public record Result(double events, double population, Estimate rate) {}

  /**
   * The rate with Dobson's limits around Byar's. Dobson, Kuulasmaa, Eberle and Scherer, Confidence intervals for
   * weighted sums of Poisson parameters, Statistics in Medicine 1991; 10: 457-462.
   *
   * <p>Every age band must be given, empty ones too: the weights are summed over the bands given. Below ten events
   * there is no value. A band without people gives no value for this area and a reason.
   *
   * @param bands the area's age bands
   * @param multiplier per how many
   */
  public static Result rate(List<Band> bands, double multiplier) {
    Sums sums = new Sums();
    bands.forEach(sums::add);
    return sums.rate(multiplier);
  }

  /**
   * The rate when one person can have several events, so that events are not independent: persons are counted by how
   * many events they had, and the variance of those with f events counts f squared times. Department of Health,
   * compendium of clinical and health indicators, annex on confidence intervals; Dobson 1991.
   *
   * @param byFrequency for each number of events a person had, every age band with the persons who had that many, empty
   *     bands too
   * @param multiplier per how many
   */
  public static Result rateOfRepeatedEvents(Map<Integer, List<Band>> byFrequency, double multiplier) {
    double events = 0;
    double weighted = 0;
    double variance = 0;
    Sums last = new Sums();
    for (var frequency : byFrequency.entrySet()) {
      Sums persons = new Sums();
      frequency.getValue().forEach(persons::add);
      if (persons.faulty()) {
        return persons.rate(multiplier);
      }
      int f = frequency.getKey();
      events += f * persons.events;
      weighted += f * persons.weighted / persons.weights;
      variance += (double) f * f * persons.variance();
      last = persons;
    }
    return new Result(events, last.population, estimate(events, weighted, variance, multiplier));
  }

  private static Estimate estimate(double events, double rate, double variance, double multiplier) {
    if (events < FEWEST_EVENTS) {
      return Estimate.none(ResultStatus.SUPPRESSED, TOO_FEW);
    }
    double spread = Math.sqrt(variance / events);
    return Estimate.of(
        rate * multiplier,
        around(events, rate, spread, multiplier, Confidence.P95),
        around(events, rate, spread, multiplier, Confidence.P998),
        "Dobson");
  }

  private static Interval around(
      double events, double rate, double spread, double multiplier, Confidence confidence) {
    Interval count = CountLimits.BYAR.of(events, confidence);
    return new Interval(
        multiplier * (rate + spread * (count.lower() - events)),
        multiplier * (rate + spread * (count.upper() - events)));
  }

  /** The sums over an area's age bands, band by band: an area need not be held whole to be standardised. */
  public static final class Sums {

    private double events;
    private double population;
    private double weights;
    private double weighted;
    private double squares;
    private String fault = "";

    /** Adds one age band. */
    public void add(Band band) {
      add(band.events(), band.population(), band.standard());
    }

    /** Adds one age band: its events (NaN counts as 0), people and standard people. */
    public void add(double bandEvents, double bandPopulation, double standard) {
      if (!(bandPopulation > 0)) {
        fault = "an age band has no population";
      } else if (!(standard >= 0)) {
        fault = "an age band has no standard population";
      } else if (bandEvents < 0) {
        fault = "an age band has a negative count";
      }
      double x = Double.isNaN(bandEvents) ? 0 : bandEvents;
      double weight = standard / bandPopulation;
      events += x;
      population += bandPopulation;
      weights += standard;
      weighted += weight * x;
      squares += weight * weight * x;
    }

    /** The standardised rate of what was added. */
    public Result rate(double multiplier) {
      if (faulty()) {
        String reason = fault.isEmpty() ? "the standard population is 0" : fault;
        return new Result(events, population, Estimate.none(ResultStatus.NOT_APPLICABLE, reason));
      }
      return new Result(events, population, estimate(events, weighted / weights, variance(), multiplier));
    }

    private boolean faulty() {
      return !fault.isEmpty() || !(weights > 0);
    }

    private double variance() {
      return squares / (weights * weights);
    }
  }
}
