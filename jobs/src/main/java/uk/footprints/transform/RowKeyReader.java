package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn.Role;

/** What the cells of a row say that are no figures: the organisation and the key. */
final class RowKeyReader {

  private static final int MOST_SHOWN = 20;

  private final int level;
  private final int code;
  private final int name;
  private final int parent;
  private final int parentName;
  private final int[] keys;
  private final String[] above;
  private final Set<String> tidied = new LinkedHashSet<>();
  private int tidiedRow;

  RowKeyReader(HeaderMatch proof) {
    this.level = place(proof, Role.LEVEL);
    this.code = place(proof, Role.ORG_CODE);
    this.name = place(proof, Role.ORG_NAME);
    this.parent = place(proof, Role.PARENT);
    this.parentName = place(proof, Role.PARENT_NAME);
    this.keys =
        IntStream.range(0, proof.columns().size())
            .filter(i -> proof.columns().get(i) != null && proof.columns().get(i).role() == Role.KEY)
            .boxed()
            // Of two key columns the layout tells which comes first, wherever they stand.
            .sorted(Comparator.comparingInt(i -> proof.layout().columns().indexOf(proof.columns().get(i))))
            .mapToInt(Integer::intValue)
            .toArray();
    this.above = new String[keys.length];
    java.util.Arrays.fill(above, "");
  }

  private static int place(HeaderMatch proof, Role role) {
    return proof.findColumn(role).orElse(-1);
  }

  private static String cell(Sheet.Row row, int column) {
    return column < 0 ? "" : row.cell(column).strip();
  }

  /** The word that tells what the organisation is. */
  String level(Sheet.Row row) {
    return cell(row, level);
  }

  /** The organisation's code. */
  String code(Sheet.Row row, RowSubject subject) {
    if (subject != null && subject.fixed()) {
      return subject.code();
    }
    String published = cell(row, subject != null && subject.above() ? parent : code);
    String tidy = TidyCode.of(published);
    if (!tidy.equals(published)) {
      tidiedRow = tidiedRow == 0 ? row.number() : tidiedRow;
      if (tidied.size() < MOST_SHOWN) {
        tidied.add("'" + published + "' as " + tidy);
      }
    }
    return tidy;
  }

  /** Codes that were read without the marks that they were published with, in words; the first few. */
  Set<String> tidied() {
    return tidied;
  }

  /** The row of the first of them, as a spreadsheet counts. */
  int tidiedRow() {
    return tidiedRow;
  }

  /** The organisation's name as published. */
  String name(Sheet.Row row, RowSubject subject) {
    if (subject != null && subject.fixed()) {
      return subject.name();
    }
    return cell(row, subject != null && subject.above() ? parentName : name);
  }

  /** The words of the key columns, parted by bars. Of several, an empty one but the last is that of the row above. */
  String key(Sheet.Row row) {
    if (keys.length == 0) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (int k = 0; k < keys.length; k++) {
      String own = cell(row, keys[k]);
      above[k] = own.isEmpty() && k < keys.length - 1 ? above[k] : own;
      words.add(above[k]);
    }
    return String.join("|", words);
  }
}
