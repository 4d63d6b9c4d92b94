package uk.footprints.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;

/**
 * How a publication looked from some time on: the era. Declared beside its dataset, proved against a file before a row
 * is read.
 *
 * @param era a name for people: {@code from August 2020}
 * @param columns the columns, in any order
 * @param header how its header is read
 * @param sheet which sheets it may be
 * @param sheetWords the same, in words for a message
 * @param derived whether this is a table that somebody made from the publication, rather than the publication
 */
public record Layout(
    String era, List<LayoutColumn> columns, Header header, Predicate<Sheet> sheet, String sheetWords, boolean derived) {

  /**
   * How a header is read.
   *
   * @param groups rows of group headings above ({@code Available} over {@code Maternity}); the columns are then headed
   *     {@code Available | Maternity}
   * @param dated whether headings hold days, one column for each; they are then headed {@code <day>} in its place
   * @param form how strictly
   */
  public record Header(int groups, boolean dated, Form form) {}

  /** How the columns of a layout are told. */
  public enum Form {
    /** By a header in which every heading is known. */
    EXACT,
    /** By a header that many hands write: a letter may be wrong, and other columns may stand beside. */
    LOOSE,
    /** By their places: there is no header, and the sheet is known by its cells. */
    NONE
  }

  /** A layout on any sheet. */
  public static Layout of(String era, LayoutColumn... columns) {
    return new Layout(era, List.of(columns), new Header(0, false, Form.EXACT), s -> true, "any sheet", false);
  }

  /** A layout without a header: its columns by their places, on sheets whose cells look like it. */
  public static Layout unheaded(String era, String words, Predicate<Sheet> looks, LayoutColumn... columns) {
    return new Layout(era, List.of(columns), new Header(0, false, Form.NONE), looks, words, false);
  }

  /** Only on sheets of these names, whatever their case. */
  public Layout onSheet(String... names) {
    List<String> keys = Arrays.stream(names).map(TextDecoder::key).toList();
    return new Layout(
        era, columns, header, s -> keys.contains(TextDecoder.key(s.name())), "a sheet named " + names[0], derived);
  }

  /** Only on sheets of which something more is true. */
  public Layout where(String words, Predicate<Sheet> more) {
    return new Layout(era, columns, header, sheet.and(more), sheetWords + ", " + words, derived);
  }

  /** With group headings in the row above. */
  public Layout underGroups() {
    return underGroups(1);
  }

  /** With group headings in so many rows above. */
  public Layout underGroups(int rows) {
    return new Layout(era, columns, new Header(rows, header.dated(), header.form()), sheet, sheetWords, derived);
  }

  /** With a column for each day: {@code <day>} stands for it in the headings. */
  public Layout datesAcross() {
    return new Layout(era, columns, new Header(header.groups(), true, header.form()), sheet, sheetWords, derived);
  }

  /** Under headings that many hands write: a letter may be wrong, and other columns may stand beside. */
  public Layout loosely() {
    return new Layout(
        era, columns, new Header(header.groups(), header.dated(), Form.LOOSE), sheet, sheetWords, derived);
  }

  /** Somebody's table, not the publication: a publication of the same figures always wins. */
  public Layout asDerived() {
    return new Layout(era, columns, header, sheet, sheetWords, true);
  }

  /** A later era: the same columns and more; a column with a measure or role of before replaces it. */
  public Layout then(String laterEra, LayoutColumn... more) {
    List<LayoutColumn> all = new ArrayList<>(columns);
    for (LayoutColumn column : more) {
      all.removeIf(c -> c.role() == column.role() && c.name().equals(column.name()) && !c.name().isEmpty());
      all.add(column);
    }
    return new Layout(laterEra, List.copyOf(all), header, sheet, sheetWords, derived);
  }
}
