package uk.footprints.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** Minimises a function of a few numbers. Nelder and Mead, Computer Journal 1965; 7: 308-313. */
final class NelderMead {

  private static final int STEPS = 2000;
  private static final double CLOSE = 1e-13;

  private NelderMead() {}

  /** Where the function is smallest, starting from {@code start} with steps of {@code step}. */
  static double[] minimise(ToDoubleFunction<double[]> function, double[] start, double step) {
    double[] found = once(function, start, step);
    // A new simplex around the result escapes a corner in which the first one may have collapsed.
    return once(function, found, step / 3);
  }

  private record Corner(double[] at, double value) {}

  private static double[] once(ToDoubleFunction<double[]> function, double[] start, double step) {
    int n = start.length;
    Corner[] corners = new Corner[n + 1];
    for (int i = 0; i <= n; i++) {
      double[] at = start.clone();
      if (i > 0) {
        at[i - 1] += step;
      }
      corners[i] = new Corner(at, function.applyAsDouble(at));
    }
    for (int count = 0; count < STEPS; count++) {
      Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
      if (corners[n].value - corners[0].value <= CLOSE * Math.abs(corners[0].value)) {
        break;
      }
      improve(function, corners);
    }
    return corners[0].at;
  }

  private static void improve(ToDoubleFunction<double[]> function, Corner[] corners) {
    int worst = corners.length - 1;
    double[] centre = centre(corners);
    Corner reflected = towards(function, centre, corners[worst].at, -1);
    if (reflected.value < corners[0].value) {
      Corner expanded = towards(function, centre, corners[worst].at, -2);
      corners[worst] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < corners[worst - 1].value) {
      corners[worst] = reflected;
    } else {
      boolean outside = reflected.value < corners[worst].value;
      Corner contracted = towards(function, centre, corners[worst].at, outside ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, corners[worst].value)) {
        corners[worst] = contracted;
      } else {
        for (int i = 1; i < corners.length; i++) {
          corners[i] = towards(function, corners[0].at, corners[i].at, 0.5);
        }
      }
    }
  }

  private static double[] centre(Corner[] corners) {
    double[] centre = new double[corners.length - 1];
    for (int i = 0; i < corners.length - 1; i++) {
      for (int j = 0; j < centre.length; j++) {
        centre[j] += corners[i].at[j] / centre.length;
      }
    }
    return centre;
  }

  private static Corner towards(
      ToDoubleFunction<double[]> function, double[] from, double[] to, double share) {
    double[] at = new double[from.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = from[i] + share * (to[i] - from[i]);
    }
    return new Corner(at, function.applyAsDouble(at));
  }
}
