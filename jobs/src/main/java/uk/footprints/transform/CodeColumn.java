package uk.footprints.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;

/** Reads the codes of a sheet as registers write them, and notes those that were published otherwise. */
final class CodeColumn {

  private static final int MOST_SHOWN = 20;

  private final Set<String> tidied = new LinkedHashSet<>();
  private Location first;

  /** Returns a code in capitals without marks; unchanged text where it is no code. */
  String read(String published, Location place) {
    String tidy = TidyCode.of(published);
    if (!tidy.equals(published)) {
      first = first == null ? place : first;
      if (tidied.size() < MOST_SHOWN) {
        tidied.add("'" + published + "' as " + tidy);
      }
    }
    return tidy;
  }

  /** Returns the note about codes that were read without their published marks, if there were any. */
  List<Finding> findings(String dataset) {
    return tidied.isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                Kind.CODE_TIDIED, dataset, first, "expected codes in capitals without marks, read %s",
                String.join(", ", tidied)));
  }
}
