package uk.footprints.statistics;

import java.util.function.DoubleUnaryOperator;

/** Scale on which values are compared, fitted or simulated, and the way back from it. */
enum Transformation {
  /** Values as they are. */
  NONE(value -> value, y -> y),
  /** Natural logarithms. */
  LOGARITHM(Math::log, Math::exp),
  /** Logarithms of odds, of proportions. */
  LOGIT(value -> Math.log(value / (1 - value)), y -> 1 / (1 + Math.exp(-y))),
  /** Square roots; a root below 0 goes back to 0. */
  ROOT(Math::sqrt, y -> Math.max(0, y) * Math.max(0, y)),
  /** Arcsines of square roots, of proportions. */
  ARCSINE(value -> Math.asin(Math.sqrt(value)), Transformation::squaredSine);

  private final DoubleUnaryOperator forward;
  private final DoubleUnaryOperator back;

  Transformation(DoubleUnaryOperator forward, DoubleUnaryOperator back) {
    this.forward = forward;
    this.back = back;
  }

  private static double squaredSine(double y) {
    double sine = Math.sin(Math.min(Math.max(y, 0), Math.PI / 2));
    return sine * sine;
  }

  /** Returns a value on this scale. */
  double forward(double value) {
    return forward.applyAsDouble(value);
  }

  /** Returns the value that has this place on the scale. */
  double back(double y) {
    return back.applyAsDouble(y);
  }
}
