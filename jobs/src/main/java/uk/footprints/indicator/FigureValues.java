package uk.footprints.indicator;

import java.util.Arrays;

/**
 * A growing list of figures, of which one may be no number. A figure takes four bytes as long as all are whole numbers,
 * as counts are, and eight from the first on that is not: a release of a hundred million figures has most of them in
 * memory while its indicators are computed.
 */
final class FigureValues {

  private static final int FEWEST = 4;
  /** In place of what is no number. */
  private static final int NO_NUMBER = Integer.MIN_VALUE;

  private int[] whole;
  /** Null as long as all figures are whole numbers. */
  private double[] any;

  /** Creates an empty list with places for so many figures. */
  FigureValues(int expected) {
    this.whole = new int[expected];
  }

  /** Returns a figure; not a number where that was added. */
  double get(int place) {
    if (any != null) {
      return any[place];
    }
    return whole[place] == NO_NUMBER ? Double.NaN : whole[place];
  }

  /** Puts a figure in the place of another. */
  void set(int place, double value) {
    if (any == null && !isWhole(value)) {
      widen();
    }
    if (any != null) {
      any[place] = value;
    } else {
      whole[place] = Double.isNaN(value) ? NO_NUMBER : (int) value;
    }
  }

  /**
   * Puts a figure between others, and moves those after it.
   *
   * @param place its place
   * @param size how many figures there are
   */
  void insert(int place, int size, double value) {
    if (any == null && size == whole.length) {
      whole = Arrays.copyOf(whole, longer(size));
    } else if (any != null && size == any.length) {
      any = Arrays.copyOf(any, longer(size));
    }
    Object figures = any == null ? whole : any;
    System.arraycopy(figures, place, figures, place + 1, size - place);
    set(place, value);
  }

  /** Puts a figure at any place, and zeros in the places before it that have none. */
  void put(int place, double value) {
    if (any == null && place >= whole.length) {
      whole = Arrays.copyOf(whole, longer(place));
    } else if (any != null && place >= any.length) {
      any = Arrays.copyOf(any, longer(place));
    }
    set(place, value);
  }

  /** Returns how many figures have a place: zeros after the last that was put. */
  int length() {
    return any == null ? whole.length : any.length;
  }

  private void widen() {
    any = new double[whole.length];
    for (int i = 0; i < whole.length; i++) {
      any[i] = whole[i] == NO_NUMBER ? Double.NaN : whole[i];
    }
    whole = null;
  }

  private static boolean isWhole(double value) {
    return Double.isNaN(value) || value == (int) value && value != NO_NUMBER;
  }

  /** Returns the length of an array that has become too short. */
  static int longer(int length) {
    return Math.max(FEWEST, length + (length >> 1) + 1);
  }
}
