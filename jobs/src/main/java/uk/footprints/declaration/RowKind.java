package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;

/** Finds what a row of a sheet is about, and counts the rows that are left out by a sentence of the declaration. */
final class RowKind {

  private final List<OrganisationKind> kinds;
  private final List<Map<Integer, Pattern>> conditions = new ArrayList<>();
  private final Map<String, Integer> left = new LinkedHashMap<>();
  private final Map<String, Integer> firstLeft = new LinkedHashMap<>();

  RowKind(List<OrganisationKind> kinds, HeaderMatch match) {
    this.kinds = kinds;
    for (OrganisationKind kind : kinds) {
      Map<Integer, Pattern> when = new LinkedHashMap<>();
      int absent = -1;
      for (Map.Entry<String, Pattern> each : kind.when().entrySet()) {
        int at = LayoutDeclaration.place(match, each.getKey());
        when.put(at >= 0 ? at : absent--, each.getValue());
      }
      conditions.add(when);
    }
  }

  /** Finds the first kind whose patterns the row matches. */
  Optional<Integer> find(Sheet.Row row) {
    for (int k = 0; k < kinds.size(); k++) {
      if (matches(conditions.get(k), row)) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }

  private static boolean matches(Map<Integer, Pattern> when, Sheet.Row row) {
    for (Map.Entry<Integer, Pattern> each : when.entrySet()) {
      String text = each.getKey() < 0 ? "" : plain(row.cell(each.getKey()));
      if (!each.getValue().matcher(text).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Returns a cell without white space at its ends, and with single spaces. */
  static String plain(String cell) {
    String text = cell.indexOf('\u00a0') < 0 ? cell.strip() : cell.replace('\u00a0', ' ').strip();
    return text.indexOf('\n') < 0 && !text.contains("  ") ? text : text.replaceAll("\\s+", " ");
  }

  OrganisationKind kind(int index) {
    return kinds.get(index);
  }

  /** Counts a row that is left out. */
  void leave(String sentence, Sheet.Row row) {
    left.merge(sentence, 1, Integer::sum);
    firstLeft.putIfAbsent(sentence, row.number());
  }

  /** Returns the number of rows that were left out. */
  long countLeft() {
    return left.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns a finding for each reason. */
  List<Finding> findings(String dataset, Location sheet) {
    List<Finding> findings = new ArrayList<>();
    left.forEach(
        (sentence, rows) ->
            findings.add(
                Finding.of(
                        Kind.SHEET_NOT_READ, dataset, sheet.row(firstLeft.get(sentence)),
                        "%d rows were left out, of which this is the first: %s", rows, sentence)
                    .as(Severity.NOTE, "No action needed: the dataset's declaration says why.")));
    return findings;
  }
}
