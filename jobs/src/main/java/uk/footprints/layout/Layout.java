package uk.footprints.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;

/**
 * The design of a publication's files in one period: its columns and headings. It is declared in the class of its
 * dataset and compared with a file before any row is read.
 *
 * @param era the name of the design, such as {@code from August 2020}
 * @param columns the columns, in any order
 * @param header how its header is read
 * @param sheet accepts the sheets that may have this layout
 * @param sheetWords describes those sheets in a message
 * @param derived whether this is a table derived from the publication by somebody else
 * @param always whether every workbook of the publication has such a sheet
 */
public record Layout(
    String era, List<LayoutColumn> columns, Header header, Predicate<Sheet> sheet, String sheetWords, boolean derived,
    boolean always) {

  /**
   * How a header is read.
   *
   * @param groups rows of group headings above ({@code Available} over {@code Maternity}); the columns are then headed
   *     {@code Available | Maternity}
   * @param dated whether headings hold days, one column for each; they are then headed {@code <day>} in its place
   * @param form how strictly headings are compared
   */
  public record Header(int groups, boolean dated, Form form) {}

  /** How the columns of a layout are recognised. */
  public enum Form {
    /** By a header in which every heading is known. */
    EXACT,
    /** By a header typed by many people: a letter may be wrong, and there may be other columns. */
    LOOSE,
    /** By their places: there is no header, and the sheet is recognised by its cells. */
    NONE
  }

  /** Ends the words of a layout that asks for, or excludes, a text in the title of a sheet. */
  public static final String IN_TITLE = " in its title";
  private static final String ANY_SHEET = "any sheet";

  /** Returns a layout for any sheet. */
  public static Layout of(String era, LayoutColumn... columns) {
    return new Layout(era, List.of(columns), new Header(0, false, Form.EXACT), s -> true, ANY_SHEET, false, false);
  }

  /** Returns a layout without a header: columns by their places, on sheets that the predicate recognises. */
  public static Layout unheaded(String era, String words, Predicate<Sheet> looks, LayoutColumn... columns) {
    return new Layout(era, List.of(columns), new Header(0, false, Form.NONE), looks, words, false, false);
  }

  /** Returns whether only some sheets may have this layout, by their names or contents. */
  public boolean restricted() {
    return header.form() != Form.NONE && !sheetWords.equals(ANY_SHEET);
  }

  /** Returns whether the title of a sheet is one that the layout allows, whatever the name of the sheet. */
  public boolean allowsTitle(Sheet of) {
    return !sheetWords.contains(IN_TITLE) || sheet.test(new Sheet("", of.rows(), of.hidden()));
  }

  /** Restricts the layout to sheets of these names, in any case. */
  public Layout onSheet(String... names) {
    List<String> keys = Arrays.stream(names).map(TextDecoder::key).toList();
    return new Layout(
        era, columns, header, s -> keys.contains(TextDecoder.key(s.name())), "a sheet named " + names[0], derived,
        always);
  }

  /** Restricts the layout to sheets that fulfil a condition. */
  public Layout where(String words, Predicate<Sheet> more) {
    return new Layout(era, columns, header, sheet.and(more), sheetWords + ", " + words, derived, always);
  }

  /** Reads group headings from the row above the header. */
  public Layout underGroups() {
    return underGroups(1);
  }

  /** Reads group headings from that many rows above the header. */
  public Layout underGroups(int rows) {
    return headedBy(new Header(rows, header.dated(), header.form()));
  }

  /** Reads a column for each day; the headings contain {@code <day>} in its place. */
  public Layout datesAcross() {
    return headedBy(new Header(header.groups(), true, header.form()));
  }

  private Layout headedBy(Header other) {
    return new Layout(era, columns, other, sheet, sheetWords, derived, always);
  }

  /** Compares headings loosely: a letter may be wrong, and there may be other columns. */
  public Layout loosely() {
    return headedBy(new Header(header.groups(), header.dated(), Form.LOOSE));
  }

  /** Marks the layout as a derived table; a publication of the same figures takes precedence. */
  public Layout asDerived() {
    return new Layout(era, columns, header, sheet, sheetWords, true, always);
  }

  /** Declares that every workbook of the publication has a sheet of this layout. */
  public Layout inEveryWorkbook() {
    return new Layout(era, columns, header, sheet, sheetWords, derived, true);
  }

  /** Returns a later layout with more columns; a column of the same role and name replaces the earlier one. */
  public Layout then(String laterEra, LayoutColumn... more) {
    List<LayoutColumn> all = new ArrayList<>(columns);
    for (LayoutColumn column : more) {
      all.removeIf(c -> c.role() == column.role() && c.name().equals(column.name()) && !c.name().isEmpty());
      all.add(column);
    }
    return new Layout(laterEra, List.copyOf(all), header, sheet, sheetWords, derived, always);
  }
}
