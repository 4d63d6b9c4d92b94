package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn.Role;

/** Reads the cells of a row that are not figures: the organisation and the key. */
final class RowKeyReader {

  private final int level;
  private final int code;
  private final int name;
  private final int parent;
  private final int parentName;
  private final int[] keys;
  private final String[] above;
  private final HeaderMatch match;
  private final Location place;
  private final CodeColumn codes = new CodeColumn();

  RowKeyReader(HeaderMatch match, Location place) {
    this.match = match;
    this.place = place;
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

  /** Returns the text of the column of codes. */
  String publishedCode(Sheet.Row row) {
    return cell(row, code);
  }

  /** Returns the organisation's code; rows about no parent have it where the dataset says. */
  String code(Sheet.Row row, RowSubject subject, Function<Sheet.Row, String> published) {
    if (subject != null && subject.fixed()) {
      return subject.code();
    }
    boolean ofParent = subject != null && subject.isParent();
    int column = ofParent ? parent : code;
    String heading = column < 0 ? "" : match.headings().get(column).strip();
    String text = ofParent ? cell(row, parent) : published.apply(row);
    return codes.read(text, place.row(row.number()).column(heading));
  }

  /** Returns the note about codes that were read without their published marks, if there were any. */
  List<Finding> findings(String dataset) {
    return codes.findings(dataset);
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
