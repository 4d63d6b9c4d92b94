package uk.footprints.report;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.Regression;

/**
 * Counts of areas explained by what is known of them: quasi-Poisson with the people as offset. Each characteristic
 * counts in standard deviations between areas, density by its logarithm.
 *
 * @param any an answer of the year, for its labels
 * @param terms the characteristics
 * @param deviations one standard deviation of each, in its own unit
 * @param areas the areas fitted
 * @param fit the fit; null where there is none
 * @param reason why there is none
 */
record Model(
    Answer any, List<String> terms, double[] deviations, List<Answer> areas, Regression fit, String reason) {

  private static final int FEWEST_FOR_A_TERM = 5;

  /** A model for every indicator of events per person and every geography, of its latest whole year. */
  static List<Model> all(Evidence evidence) {
    List<Model> models = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      boolean events =
          indicator.denominator().isEmpty()
              && indicator.method() == Indicator.Method.RATE
              && !indicator.ageWeighted();
      for (String geography : events ? evidence.geographies(indicator.id()) : List.<String>of()) {
        Period year = Surveyed.latest(evidence, indicator.id(), geography);
        if (year != null && !geography.equals("country")) {
          models.add(of(evidence, evidence.byPeriod(indicator.id(), geography).get(year)));
        }
      }
    }
    return models;
  }

  /** A model of the areas that can be compared. */
  static Model of(Evidence evidence, List<Answer> answers) {
    Surveyed surveyed = Surveyed.of(evidence, answers.stream().filter(Answer::comparable).toList());
    List<Answer> areas = surveyed.areas();
    Answer any = answers.get(0);
    List<String> terms = surveyed.names().stream().filter(name -> !name.equals("people")).toList();
    double[] deviations = new double[terms.size()];
    if (areas.size() < FEWEST_FOR_A_TERM * (terms.size() + 1)) {
      String why = "%d areas are too few for %d terms".formatted(areas.size(), terms.size() + 1);
      return new Model(any, terms, deviations, areas, null, why);
    }
    double[][] design = design(surveyed, terms, deviations);
    try {
      Regression fit =
          Regression.fit(
              Regression.Family.QUASI_POISSON, design, areas.stream().mapToDouble(Answer::numerator).toArray(),
              areas.stream().mapToDouble(a -> Math.log(a.denominator())).toArray());
      return new Model(any, terms, deviations, areas, fit, "");
    } catch (IllegalArgumentException e) {
      return new Model(any, terms, deviations, areas, null, e.getMessage());
    }
  }

  private static double[][] design(Surveyed surveyed, List<String> terms, double[] deviations) {
    int n = surveyed.areas().size();
    double[][] design = new double[n][terms.size() + 1];
    for (int t = 0; t < terms.size(); t++) {
      int column = surveyed.names().indexOf(terms.get(t));
      boolean logged = terms.get(t).equals("density");
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        double value = surveyed.values()[i][column];
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
