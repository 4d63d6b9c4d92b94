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
 * @param sheet the sheets that may have this layout
 * @param derived whether this is a table derived from the publication by somebody else
 * @param always whether every workbook of the publication has such a sheet
 */
public record Layout(
    String era, List<LayoutColumn> columns, Header header, SheetCondition sheet, boolean derived, boolean always) {

  /**
   * How a header is read.
   *
   * @param groups rows of group headings above ({@code Available} over {@code Maternity}); the columns are then headed
   *     {@code Available | Maternity}
   * @param dated whether headings hold days, one column for each; they are then headed {@code <day>} in its place
   * @param form how strictly headings are compared
   */
  public record Header(int groups, boolean dated, Form form) {}

  /**
   * Which sheets may have a layout.
   *
   * @param named accepts a sheet by its name
   * @param titled accepts a sheet by its first rows or cells, whatever its name
   * @param words describes those sheets in a message
   */
  public record SheetCondition(Predicate<Sheet> named, Predicate<Sheet> titled, String words) {
    private static final SheetCondition ANY = new SheetCondition(s -> true, s -> true, "any sheet");

    /** Returns whether the sheet may have the layout. */
    public boolean test(Sheet sheet) {
      return named.test(sheet) && titled.test(sheet);
    }
  }

  /** How the columns of a layout are recognised. */
  public enum Form {
    /** By a header in which every heading is known. */
    EXACT,
    /** By a header typed by many people: a letter may be wrong, and there may be other columns. */
    LOOSE,
    /** By their places: there is no header, and the sheet is recognised by its cells. */
    NONE
  }

  /** Returns a layout for any sheet. */
  public static Layout of(String era, LayoutColumn... columns) {
    return new Layout(era, List.of(columns), new Header(0, false, Form.EXACT), SheetCondition.ANY, false, false);
  }

  /** Returns a layout without a header: columns by their places, on sheets that the predicate recognises. */
  public static Layout unheaded(String era, String words, Predicate<Sheet> looks, LayoutColumn... columns) {
    return new Layout(era, List.of(columns), new Header(0, false, Form.NONE),
        new SheetCondition(s -> true, looks, words), false, false);
  }

  /** Returns whether only some sheets may have this layout, by their names or contents. */
  public boolean restricted() {
    return header.form() != Form.NONE && !sheet.words().equals(SheetCondition.ANY.words());
  }

  /** Restricts the layout to sheets of these names, in any case. */
  public Layout onSheet(String... names) {
    List<String> keys = Arrays.stream(names).map(TextDecoder::key).toList();
    return new Layout(
        era, columns, header,
        new SheetCondition(s -> keys.contains(TextDecoder.key(s.name())), s -> true, "a sheet named " + names[0]),
        derived, always);
  }

  /** Restricts the layout to sheets whose names fulfil a condition. */
  public Layout whereName(String words, Predicate<Sheet> more) {
    return new Layout(
        era, columns, header,
        new SheetCondition(sheet.named().and(more), sheet.titled(), sheet.words() + ", " + words), derived, always);
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
    return new Layout(era, columns, other, sheet, derived, always);
  }

  /** Compares headings loosely: a letter may be wrong, and there may be other columns. */
  public Layout loosely() {
    return headedBy(new Header(header.groups(), header.dated(), Form.LOOSE));
  }

  /** Marks the layout as a derived table; a publication of the same figures takes precedence. */
  public Layout asDerived() {
    return new Layout(era, columns, header, sheet, true, always);
  }

  /** Declares that every workbook of the publication has a sheet of this layout. */
  public Layout inEveryWorkbook() {
    return new Layout(era, columns, header, sheet, derived, true);
  }

  /** Returns a later layout with more columns; a column of the same role and name replaces the earlier one. */
  public Layout then(String laterEra, LayoutColumn... more) {
    List<LayoutColumn> all = new ArrayList<>(columns);
    for (LayoutColumn column : more) {
      all.removeIf(c -> c.role() == column.role() && c.name().equals(column.name()) && !c.name().isEmpty());
      all.add(column);
    }
    return new Layout(laterEra, List.copyOf(all), header, sheet, derived, always);
  }
}
