package uk.footprints.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a publication looked from some time on: the era. Declared beside its dataset, proved against a file before a row
 * is read.
 *
 * @param era a name for people: {@code from August 2020}
 * @param columns the columns, in any order
 * @param grouped whether a row of group headings stands above ({@code Available} over {@code Maternity}); the columns
 *     are then headed {@code Available | Maternity}
 * @param sheet which sheets it may be
 * @param sheetWords the same, in words for a message
 * @param derived whether this is a table that somebody made from the publication, rather than the publication
 * @param headed how its columns are told
 */
public record Layout(
    String era,
    List<Column> columns,
    boolean grouped,
    Predicate<Sheet> sheet,
    String sheetWords,
    boolean derived,
    Headed headed) {

  /** How the columns of a layout are told. */
  public enum Headed {
    /** By a header in which every heading is known. */
    EXACTLY,
    /** By a header that many hands write: a letter may be wrong, and other columns may stand beside. */
    LOOSELY,
    /** By their places: there is no header, and the sheet is known by its cells. */
    NOT
  }

  /** A layout on any sheet. */
  public static Layout of(String era, Column... columns) {
    return new Layout(era, List.of(columns), false, s -> true, "any sheet", false, Headed.EXACTLY);
  }

  /** A layout without a header: its columns by their places, on sheets whose cells look like it. */
  public static Layout unheaded(String era, String words, Predicate<Sheet> looks, Column... columns) {
    return new Layout(era, List.of(columns), false, looks, words, false, Headed.NOT);
  }

  /** Only on sheets of these names, whatever their case. */
  public Layout onSheet(String... names) {
    List<String> keys = Arrays.stream(names).map(Texts::key).toList();
    return new Layout(
        era, columns, grouped, s -> keys.contains(Texts.key(s.name())), "a sheet named " + names[0], derived, headed);
  }

  /** Only on sheets of which something more is true. */
  public Layout where(String words, Predicate<Sheet> more) {
    return new Layout(era, columns, grouped, sheet.and(more), sheetWords + ", " + words, derived, headed);
  }

  /** With group headings in the row above. */
  public Layout underGroups() {
    return new Layout(era, columns, true, sheet, sheetWords, derived, headed);
  }

  /** Somebody's table, not the publication: a publication of the same figures always wins. */
  public Layout asDerived() {
    return new Layout(era, columns, grouped, sheet, sheetWords, true, headed);
  }

  /** Under headings that many hands write: a letter may be wrong, and other columns may stand beside. */
  public Layout loosely() {
    return new Layout(era, columns, grouped, sheet, sheetWords, derived, Headed.LOOSELY);
  }

  /** A later era: the same columns and more; a column with a measure or role of before replaces it. */
  public Layout then(String laterEra, Column... more) {
    List<Column> all = new ArrayList<>(columns);
    for (Column column : more) {
      all.removeIf(c -> c.role() == column.role() && c.name().equals(column.name()) && !c.name().isEmpty());
      all.add(column);
    }
    return new Layout(laterEra, List.copyOf(all), grouped, sheet, sheetWords, derived, headed);
  }
}
