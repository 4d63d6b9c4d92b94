package uk.footprints.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers and texts for the data in a page: few bytes, no more digits than anybody reads. */
final class CompactJson {

  private static final MathContext DIGITS = new MathContext(7);
  private static final MathContext DRAWN_DIGITS = new MathContext(5);

  private CompactJson() {}

  /** A number of seven digits, a whole one exactly; null where there is none. */
  static Object number(double value) {
    return number(value, DIGITS);
  }

  /** A point of a drawn line: five digits, which is finer than a pixel. */
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
    return shortened(BigDecimal.valueOf(value).round(digits).doubleValue());
  }

  /** A number rounded to so many decimals; null where there is none. */
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

  /** Texts that recur, each kept once and named by its place. */
  static final class Texts {
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** Where the text is; null for an empty one. */
    Integer place(String text) {
      if (text.isEmpty()) {
        return null;
      }
      Integer place = places.putIfAbsent(text, places.size());
      return place == null ? (Integer) (places.size() - 1) : place;
    }

    /** All of them, in their places. */
    List<String> list() {
      return new ArrayList<>(places.keySet());
    }
  }
}
