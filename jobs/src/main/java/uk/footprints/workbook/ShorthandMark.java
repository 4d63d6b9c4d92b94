package uk.footprints.workbook;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.table.Field;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/**
 * The shorthand of official statistics: marks where a figure is absent, and marks for a row. A
 * mark that goes with a figure is in a column of its own, so that the figure stays a number.
 */
enum ShorthandMark {
  C("[c]", "Confidential: the figure was suppressed, by its publisher or here."),
  X("[x]", "Not available: no figure was published, or none can be worked out from what was. Where the table has a"
      + " column called Reason, it gives the reason."),
  Z("[z]", "Not applicable: the column does not apply to this row."),
  E("[e]", "Estimated: a part of it was estimated, as the method describes."),
  U("[u]", "Low reliability: less was reported than was to be expected, so the area is not ranked."),
  B("[b]", "Break in the series: the area changed while its code stayed, so periods cannot be compared."),
  P("[p]", "Provisional: the publisher will revise it."),
  R("[r]", "Revised: the publisher has revised it.");

  /** The heading of the column of marks. */
  static final String HEADING = "Marks";
  /** The text in the column of marks for a row without marks. */
  static final String NONE = "none";

  private static final double COMPLETE = 0.98;

  private final String sign;
  private final String meaning;

  ShorthandMark(String sign, String meaning) {
    this.sign = sign;
    this.meaning = meaning;
  }

  String sign() {
    return sign;
  }

  String meaning() {
    return meaning;
  }

  /** Returns the mark in place of an absent value. */
  static ShorthandMark absent(Field field, String status) {
    return switch (status) {
      case "suppressed" -> C;
      case "not_applicable" -> Z;
      default -> field.type() == Field.Type.TEXT || field.type() == Field.Type.DATE ? Z : X;
    };
  }

  /** Whether rows of a table can have marks. */
  static boolean has(TableData filled) {
    return filled.table().has("completeness") || filled.table().has("revision_status") || filled.table().has("status");
  }

  /** Returns the marks of a row, with a space between. */
  static String of(TableRow row) {
    List<String> signs = new ArrayList<>();
    String status = row.text("status");
    if (status.equals("estimated") || row.text("method").startsWith("Estimate")) {
      signs.add(E.sign);
    }
    if (status.equals("incomplete")
        || row.number("completeness") < COMPLETE) {
      signs.add(U.sign);
    }
    if (status.equals("not_comparable")) {
      signs.add(B.sign);
    }
    String revisionStatus = row.text("revision_status");
    if (revisionStatus.equals("provisional")) {
      signs.add(P.sign);
    } else if (revisionStatus.equals("revised")) {
      signs.add(R.sign);
    }
    return signs.isEmpty() ? NONE : String.join(" ", signs);
  }
}
