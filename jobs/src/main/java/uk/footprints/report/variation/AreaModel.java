package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaCharacteristics;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.Regression;

/**
 * A model of areas' counts by their characteristics: quasi-Poisson with the population as offset. Each characteristic
 * is in standard deviations between areas, density by its logarithm. Deprivation and beds are among them where they are known
 * for every area of the year.
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
  private static final String DEPRIVATION = "deprivation";
  private static final String BEDS = "beds_per_1000";
  private static final String BEDS_INDICATOR = "ga_beds_per_1000";

  /** Fits a model for every indicator of events per person, every geography and every year that most areas have. */
  static List<AreaModel> all(Evidence evidence) {
    AreaDeprivation deprivation = new AreaDeprivation(evidence);
    List<AreaModel> models = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      boolean events =
          indicator.denominator().isEmpty()
              && indicator.method() == Indicator.Method.RATE
              && !indicator.ageWeighted();
      for (String geography : events ? evidence.geographies(indicator.id()) : List.<String>of()) {
        if (!geography.equals("country")) {
          for (Period year : AreaCharacteristics.years(evidence, indicator.id(), geography)) {
            models.add(of(evidence, deprivation, evidence.byPeriod(indicator.id(), geography).get(year)));
          }
        }
      }
    }
    return models;
  }

  /** Returns the model of the latest year of each indicator and geography. */
  static List<AreaModel> latest(Evidence evidence) {
    Map<String, AreaModel> latest = new LinkedHashMap<>();
    all(evidence).forEach(model -> latest.put(model.any().indicator() + " " + model.any().geography(), model));
    return List.copyOf(latest.values());
  }

  /** Fits a model to the areas that are comparable. */
  static AreaModel of(Evidence evidence, AreaDeprivation deprivation, List<IndicatorValue> answers) {
    AreaCharacteristics characteristics =
        AreaCharacteristics.of(evidence, answers.stream().filter(IndicatorValue::comparable).toList())
            .with(DEPRIVATION, a -> place(deprivation, a))
            .with(BEDS, a -> beds(evidence, a));
    List<IndicatorValue> areas = characteristics.areas();
    IndicatorValue any = answers.get(0);
    List<String> terms =
        characteristics.names().stream()
            .filter(name -> !name.equals("people"))
            .filter(name -> !name.equals(BEDS) || !any.indicator().equals(BEDS_INDICATOR))
            .toList();
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

  private static double place(AreaDeprivation deprivation, IndicatorValue a) {
    return deprivation.find(a.geography(), a.areaCode(), a.period())
        .map(AreaDeprivation.Deprivation::place)
        .orElse(Double.NaN);
  }

  private static double beds(Evidence evidence, IndicatorValue a) {
    return evidence.find(BEDS_INDICATOR, a.geography(), a.areaCode(), a.period())
        .filter(IndicatorValue::comparable)
        .map(b -> b.estimate().value())
        .orElse(Double.NaN);
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
