package uk.footprints.site;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.text.DecimalDigits;

/** Writes numbers and texts for the data of a page in few bytes, with no more digits than anybody reads. */
final class CompactJson {

  private static final MathContext DIGITS = new MathContext(7);
  private static final MathContext DRAWN_DIGITS = new MathContext(5);

  private CompactJson() {}

  /** Returns a number with seven digits, a whole number exactly, or null for NaN. */
  static Object number(double value) {
    return number(value, DIGITS);
  }

  /** Returns a point of a drawn line with five digits, which is finer than a pixel. */
  static Object drawn(double value) {
    return number(value, DRAWN_DIGITS);
  }

  private static Object number(double value, MathContext digits) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return null;
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return (long) value;
    }
    return shortened(DecimalDigits.significant(value, digits));
  }

  /** Returns a number rounded to so many decimals, or null for NaN. */
  static Object rounded(double value, int decimals) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return null;
    }
    double scale = Math.pow(10, decimals);
    return shortened(Math.rint(value * scale) / scale);
  }

  private static Object shortened(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }

  /** Texts that recur, each stored once and referred to by its index. */
  static final class Texts {
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** Returns the index of the text, or null for an empty text. */
    Integer place(String text) {
      if (text.isEmpty()) {
        return null;
      }
      Integer place = places.putIfAbsent(text, places.size());
      return place == null ? (Integer) (places.size() - 1) : place;
    }

    /** Returns all texts in the order of their indexes. */
    List<String> list() {
      return new ArrayList<>(places.keySet());
    }
  }
}
