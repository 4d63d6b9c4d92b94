package uk.footprints.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;

/**
 * The definition of a lookup: a table that assigns codes of one kind to codes of another.
 *
 * @param id its name in {@code lookups_published}
 * @param asOf the date of validity, where its rows give none
 * @param dateHeading heading of the column with the date of validity; empty for none
 * @param links pairs of columns
 * @param ignored known headings that are not read
 */
record LookupDefinition(String id, LocalDate asOf, String dateHeading, List<Link> links, List<String> ignored) {

  /**
   * Columns of codes of one kind.
   *
   * @param kind of the codes
   * @param code the heading over the code
   * @param name the heading over the name; empty for none
   */
  record End(String kind, String code, String name) {

    /** {@code kind=code/name}; a heading may hold a slash with spaces around it. */
    static End of(String text) {
      String headings = text.substring(text.indexOf('=') + 1);
      String[] parts = headings.split("(?<! )/(?! )", 2);
      return new End(text.substring(0, text.indexOf('=')), parts[0], parts.length > 1 ? parts[1] : "");
    }
  }

  /**
   * A pair of columns: codes and the codes to which they belong.
   *
   * @param from the codes
   * @param to the codes to which they belong
   * @param weight the heading over the share; empty for none
   */
  record Link(End from, End to, String weight) {}

  static LookupDefinition of(String id, String asOf, String... ignored) {
    return new LookupDefinition(id, LocalDate.parse(asOf), "", List.of(), List.of(ignored));
  }

  /** Returns a copy with a column of dates. */
  LookupDefinition dated(String heading) {
    return new LookupDefinition(id, asOf, heading, links, ignored);
  }

  /** Returns a copy with another pair: {@code kind=code/name}, the second with {@code *weight} where it has one. */
  LookupDefinition link(String from, String to) {
    int star = to.indexOf('*');
    List<Link> more = new ArrayList<>(links);
    String weight = star < 0 ? "" : to.substring(star + 1);
    more.add(new Link(End.of(from), End.of(star < 0 ? to : to.substring(0, star)), weight));
    return new LookupDefinition(id, asOf, dateHeading, List.copyOf(more), ignored);
  }

  /** Returns a copy with more numbered pairs: {@code #} is replaced by 1 to the last. */
  LookupDefinition links(int last, String from, String to) {
    LookupDefinition all = this;
    for (int i = 1; i <= last; i++) {
      all = all.link(from.replace("#", "" + i), to.replace("#", "" + i));
    }
    return all;
  }

  /** Returns the layout: every heading once, with columns named by their headings. */
  Layout layout() {
    Stream<String> headings =
        links.stream()
            .flatMap(l -> Stream.of(l.from().code(), l.from().name(), l.to().code(), l.to().name(), l.weight()));
    List<LayoutColumn> columns = new ArrayList<>();
    headings
        .filter(heading -> !heading.isEmpty())
        .distinct()
        .forEach(heading -> columns.add(LayoutColumn.field(heading, heading)));
    if (!dateHeading.isEmpty()) {
      columns.add(LayoutColumn.dateField(dateHeading, dateHeading));
    }
    ignored.forEach(heading -> columns.add(LayoutColumn.ignored(heading)));
    return Layout.of(id, columns.toArray(LayoutColumn[]::new));
  }
}
