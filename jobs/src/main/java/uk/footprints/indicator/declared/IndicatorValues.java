package uk.footprints.indicator.declared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import uk.footprints.declaration.DeclarationNode;

/** Days and numbers of a declaration. */
final class IndicatorValues {

  private IndicatorValues() {}

  /** Returns a day. */
  static LocalDate day(DeclarationNode node) {
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeParseException e) {
      throw node.wrong("\"%s\" is no day".formatted(node.text()), "write it as 2026-11-30");
    }
  }

  /** Returns a number. */
  static double number(DeclarationNode node) {
    try {
      double value = Double.parseDouble(node.text().replace("_", ""));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The message below says what is expected.
    }
    throw node.wrong("\"%s\" is no number".formatted(node.text()), "write a number such as 1000 or 0.98");
  }
}
