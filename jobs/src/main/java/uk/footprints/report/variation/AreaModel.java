package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaCharacteristics;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.Regression;

/**
 * A model of areas' counts by their characteristics: quasi-Poisson with the population as offset. Each characteristic
 * is in standard deviations between areas, density by its logarithm.
 *
 * @param any a value of the year, for its labels
 * @param terms the characteristics
 * @param deviations one standard deviation of each, in its own unit
 * @param areas the areas fitted
 * @param fit the fit; null where there is none
 * @param reason why there is none
 */
record AreaModel(
    IndicatorValue any, List<String> terms, double[] deviations, List<IndicatorValue> areas, Regression fit,
    String reason) {

  private static final int FEWEST_FOR_A_TERM = 5;

  /** Fits a model for every indicator of events per person and every geography, for its latest complete year. */
  static List<AreaModel> all(Evidence evidence) {
    List<AreaModel> models = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      boolean events =
          indicator.denominator().isEmpty()
              && indicator.method() == Indicator.Method.RATE
              && !indicator.ageWeighted();
      for (String geography : events ? evidence.geographies(indicator.id()) : List.<String>of()) {
        Period year = AreaCharacteristics.latest(evidence, indicator.id(), geography);
        if (year != null && !geography.equals("country")) {
          models.add(of(evidence, evidence.byPeriod(indicator.id(), geography).get(year)));
        }
      }
    }
    return models;
  }

  /** Fits a model to the areas that are comparable. */
  static AreaModel of(Evidence evidence, List<IndicatorValue> answers) {
    AreaCharacteristics characteristics =
    AreaCharacteristics.of(evidence, answers.stream().filter(IndicatorValue::comparable).toList());
    List<IndicatorValue> areas = characteristics.areas();
    IndicatorValue any = answers.get(0);
    List<String> terms = characteristics.names().stream().filter(name -> !name.equals("people")).toList();
    double[] deviations = new double[terms.size()];
    if (areas.size() < FEWEST_FOR_A_TERM * (terms.size() + 1)) {
      String why = "%d areas are too few for %d terms".formatted(areas.size(), terms.size() + 1);
      return new AreaModel(any, terms, deviations, areas, null, why);
    }
    double[][] design = design(characteristics, terms, deviations);
    try {
      Regression fit =
          Regression.fit(
              Regression.Family.QUASI_POISSON, design, areas.stream().mapToDouble(IndicatorValue::numerator).toArray(),
              areas.stream().mapToDouble(a -> Math.log(a.denominator())).toArray());
      return new AreaModel(any, terms, deviations, areas, fit, "");
    } catch (IllegalArgumentException e) {
      return new AreaModel(any, terms, deviations, areas, null, e.getMessage());
    }
  }

  private static double[][] design(AreaCharacteristics characteristics, List<String> terms, double[] deviations) {
    int n = characteristics.areas().size();
    double[][] design = new double[n][terms.size() + 1];
    for (int t = 0; t < terms.size(); t++) {
      int column = characteristics.names().indexOf(terms.get(t));
      boolean logged = terms.get(t).equals("density");
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        double value = characteristics.values()[i][column];
        x[i] = logged ? Math.log(value) : value;
      }
      double mean = Means.mean(x);
      deviations[t] = Means.standardDeviation(x);
      for (int i = 0; i < n; i++) {
        design[i][0] = 1;
        design[i][t + 1] = (x[i] - mean) / deviations[t];
      }
    }
    return design;
  }
}
