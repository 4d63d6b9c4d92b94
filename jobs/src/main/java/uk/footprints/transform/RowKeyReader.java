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

/** Reads the cells of a row that are not figures: the organisation and the key. */
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

  RowKeyReader(HeaderMatch match) {
    this.level = place(match, Role.LEVEL);
    this.code = place(match, Role.ORG_CODE);
    this.name = place(match, Role.ORG_NAME);
    this.parent = place(match, Role.PARENT);
    this.parentName = place(match, Role.PARENT_NAME);
    this.keys =
        IntStream.range(0, match.columns().size())
            .filter(i -> match.columns().get(i) != null && match.columns().get(i).role() == Role.KEY)
            .boxed()
            // The layout decides the order of several key columns, wherever they are in the sheet.
            .sorted(Comparator.comparingInt(i -> match.layout().columns().indexOf(match.columns().get(i))))
            .mapToInt(Integer::intValue)
            .toArray();
    this.above = new String[keys.length];
    java.util.Arrays.fill(above, "");
  }

  private static int place(HeaderMatch match, Role role) {
    return match.findColumn(role).orElse(-1);
  }

  private static String cell(Sheet.Row row, int column) {
    return column < 0 ? "" : row.cell(column).strip();
  }

  /** Returns the word that gives the role of the organisation. */
  String level(Sheet.Row row) {
    return cell(row, level);
  }

  /** Returns the organisation's code. */
  String code(Sheet.Row row, RowSubject subject) {
    if (subject != null && subject.fixed()) {
      return subject.code();
    }
    String published = cell(row, subject != null && subject.isParent() ? parent : code);
    String tidy = TidyCode.of(published);
    if (!tidy.equals(published) && TidyCode.isCode(tidy)) {
      tidiedRow = tidiedRow == 0 ? row.number() : tidiedRow;
      if (tidied.size() < MOST_SHOWN) {
        tidied.add("'" + published + "' as " + tidy);
      }
    }
    return tidy;
  }

  /** Returns the first few codes that were read without their published marks, as texts for a message. */
  Set<String> tidied() {
    return tidied;
  }

  /** Returns the row number of the first of them, as a spreadsheet counts. */
  int tidiedRow() {
    return tidiedRow;
  }

  /** Returns the organisation's name as published. */
  String name(Sheet.Row row, RowSubject subject) {
    if (subject != null && subject.fixed()) {
      return subject.name();
    }
    return cell(row, subject != null && subject.isParent() ? parentName : name);
  }

  /** Returns the texts of the key columns, separated by bars; an empty text repeats the row above, except the last. */
  String key(Sheet.Row row) {
    if (keys.length == 0) {
      return "";
    }
    List<String> texts = new ArrayList<>();
    for (int k = 0; k < keys.length; k++) {
      String own = cell(row, keys[k]);
      above[k] = own.isEmpty() && k < keys.length - 1 ? above[k] : own;
      texts.add(above[k]);
    }
    return String.join("|", texts);
  }
}
