package uk.footprints.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;

/**
 * A table that says which code belongs to which.
 *
 * @param id its name in {@code lookups_published}
 * @param asOf when it was so, where its rows do not say
 * @param dateHeading the column that says when; empty for none
 * @param links pairs of columns
 * @param ignored headings that are known and left alone
 */
record LookupDefinition(String id, LocalDate asOf, String dateHeading, List<Link> links, List<String> ignored) {

  /**
   * Columns of codes of one kind.
   *
   * @param kind what they are
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
   * A pair.
   *
   * @param from whose codes belong
   * @param to to which they belong
   * @param weight the heading over the share; empty for none
   */
  record Link(End from, End to, String weight) {}

  static LookupDefinition of(String id, String asOf, String... ignored) {
    return new LookupDefinition(id, LocalDate.parse(asOf), "", List.of(), List.of(ignored));
  }

  /** With a column of dates. */
  LookupDefinition dated(String heading) {
    return new LookupDefinition(id, asOf, heading, links, ignored);
  }

  /** With a pair more: {@code kind=code/name}, the second with {@code *weight} where it has one. */
  LookupDefinition link(String from, String to) {
    int star = to.indexOf('*');
    List<Link> more = new ArrayList<>(links);
    String weight = star < 0 ? "" : to.substring(star + 1);
    more.add(new Link(End.of(from), End.of(star < 0 ? to : to.substring(0, star)), weight));
    return new LookupDefinition(id, asOf, dateHeading, List.copyOf(more), ignored);
  }

  /** With numbered pairs more: {@code #} stands for 1 to the last. */
  LookupDefinition links(int last, String from, String to) {
    LookupDefinition all = this;
    for (int i = 1; i <= last; i++) {
      all = all.link(from.replace("#", "" + i), to.replace("#", "" + i));
    }
    return all;
  }

  /** Every heading once; columns are named by their headings. */
  Layout layout() {
    Stream<String> headings =
        links.stream()
            .flatMap(l -> Stream.of(l.from().code(), l.from().name(), l.to().code(), l.to().name(), l.weight()));
    List<LayoutColumn> columns = new ArrayList<>();
    Stream.concat(headings, Stream.of(dateHeading))
        .filter(heading -> !heading.isEmpty())
        .distinct()
        .forEach(heading -> columns.add(LayoutColumn.field(heading, heading)));
    ignored.forEach(heading -> columns.add(LayoutColumn.ignored(heading)));
    return Layout.of(id, columns.toArray(LayoutColumn[]::new));
  }
}
