package uk.footprints.report.headline;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of figures, as a row of {@code headlines.csv} writes it: terms with {@code +} or {@code -} between, and spaces
 * around the signs.
 *
 * @param terms in the order of the text; none for an empty text
 */
record FigureSum(List<FigureTerm> terms) {

  /**
   * Parses a sum.
   *
   * @throws IllegalArgumentException if a term has no known form; the message is its text
   */
  static FigureSum of(String text) {
    List<FigureTerm> terms = new ArrayList<>();
    int sign = 1;
    for (String word : text.strip().split("\\s+")) {
      if (word.equals("+") || word.equals("-")) {
        sign = word.equals("+") ? 1 : -1;
      } else if (!word.isEmpty()) {
        terms.add(FigureTerm.of(sign, word));
        sign = 1;
      }
    }
    return new FigureSum(List.copyOf(terms));
  }

  /** Returns whether there is no term. */
  boolean isEmpty() {
    return terms.isEmpty();
  }
}
