package uk.footprints.declaration;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.CellValue;

/**
 * When zeros of a row mean that the organisation sent no figure.
 *
 * @param measures the ids of the measures whose zeros are missing
 * @param allZero the ids of the measures that are all zero in such a row
 * @param noneAbove the ids of the measures of which none is above zero in such a row; empty for none
 * @param where the id of a measure that is large in such a row; empty for none
 * @param atLeast its least value
 * @param because the reason, for the finding
 */
record ZeroDeclaration(
    Pattern measures, Pattern allZero, Optional<Pattern> noneAbove, String where, double atLeast, String because) {

  static ZeroDeclaration read(DeclarationNode node) {
    node.as(DeclarationObject.ZEROS);
    if (node.find("where").isPresent() != node.find("at_least").isPresent()) {
      throw node.wrong("where and at_least belong together", "give both, or none of them");
    }
    return new ZeroDeclaration(
        node.get("measures").pattern(), node.get("all_zero").pattern(),
        node.find("none_above_zero").map(DeclarationNode::pattern), node.text("where", ""),
        node.number("at_least", 0), node.get("because").text());
  }

  /** Makes zeros missing where the row is one without a return, and then returns the reason. */
  Optional<String> apply(String[] ids, CellValue[] values) {
    boolean any = false;
    for (int m = 0; m < ids.length; m++) {
      boolean zero = number(values[m]).orElse(Double.NaN) == 0;
      if (allZero.matcher(ids[m]).matches()) {
        if (!zero) {
          return Optional.empty();
        }
        any = true;
      }
      boolean above = number(values[m]).orElse(0) != 0;
      if (above && noneAbove.isPresent() && noneAbove.get().matcher(ids[m]).matches()) {
        return Optional.empty();
      }
    }
    if (!any || !where.isEmpty() && !isLarge(ids, values)) {
      return Optional.empty();
    }
    for (int m = 0; m < ids.length; m++) {
      boolean zero = number(values[m]).orElse(Double.NaN) == 0;
      if (zero && measures.matcher(ids[m]).matches()) {
        values[m] = CellValue.missing();
      }
    }
    return Optional.of(because);
  }

  private boolean isLarge(String[] ids, CellValue[] values) {
    for (int m = 0; m < ids.length; m++) {
      if (ids[m].equals(where)) {
        return number(values[m]).orElse(Double.NaN) >= atLeast;
      }
    }
    return false;
  }

  private static OptionalDouble number(CellValue value) {
    return value != null && value.status() == CellStatus.REPORTED ? OptionalDouble.of(value.number())
        : OptionalDouble.empty();
  }
}
