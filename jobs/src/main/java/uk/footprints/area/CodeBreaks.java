package uk.footprints.area;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.runtime.UserException;

/**
 * Codes that stayed while their land changed. Figures of one code from before and after the change are of different
 * places, and figures from before cannot be divided by people counted after it, or the other way round.
 *
 * <p>Each change names the levels that it concerns. The rows of {@code memberships.csv} can follow a change, so that the
 * land of an area stays the same although a code of it has changed; such a level is not named.
 */
public final class CodeBreaks {

  private static final String FILE = "breaks.csv";
  private static final String[] COLUMNS = {"kind", "code", "date", "geography", "reason", "source"};

  /**
   * A change of the land of a code.
   *
   * @param kind the kind of member, as in memberships
   * @param code its code
   * @param date the first day of the new land
   * @param levels geographies, or families of geographies, whose areas have other land since then
   * @param reason one sentence
   */
  public record Break(String kind, String code, LocalDate date, Set<String> levels, String reason) {

    /** Returns whether areas of this geography have other land since then. */
    boolean concerns(Geography geography) {
      return levels.contains(geography.id()) || levels.contains(geography.family());
    }

    /** Returns whether the change lies between two days, in either order: one is before it and the other is not. */
    boolean isBetween(LocalDate one, LocalDate other) {
      return one.isBefore(date) != other.isBefore(date);
    }
  }

  private final List<Break> breaks;

  private CodeBreaks(List<Break> breaks) {
    this.breaks = List.copyOf(breaks);
  }

  /** Returns the table in the jar. */
  static CodeBreaks ofJar() {
    return of(ReferenceTable.ofReference(FILE, COLUMNS));
  }

  /** Reads the table from CSV text; the stream is closed. */
  static CodeBreaks read(InputStream csv) {
    return of(ReferenceTable.read(FILE, csv, COLUMNS));
  }

  private static CodeBreaks of(ReferenceTable table) {
    return new CodeBreaks(table.rows().stream().map(CodeBreaks::parse).toList());
  }

  private static Break parse(ReferenceTable.Row row) {
    row.required("date");
    return new Break(
        row.oneOf("kind", Set.of(Membership.CCG, Membership.PROVIDER, Membership.COUNCIL)),
        Areas.normal(row.required("code")), row.date("date").orElseThrow(), levels(row), row.required("reason"));
  }

  private static Set<String> levels(ReferenceTable.Row row) {
    Set<String> known =
        Stream.concat(
                Geography.listBuiltIn().stream().flatMap(g -> Stream.of(g.id(), g.family())), Stream.of(Geography.OWN))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> levels = new TreeSet<>(Arrays.asList(row.required("geography").split("\\s+")));
    for (String level : levels) {
      if (!known.contains(level)) {
        throw UserException.data(
            "%s: geography \"%s\" is neither a geography nor a family of geographies."
                .formatted(row.place(), level),
            "use some of " + String.join(", ", known));
      }
    }
    return levels;
  }

  /** Lists all changes. */
  List<Break> listAll() {
    return breaks;
  }

  /** Lists the changes of members of a kind that concern a geography and lie between two days, in either order. */
  List<Break> list(String kind, Geography geography, LocalDate one, LocalDate other) {
    List<Break> found = List.of();
    for (Break b : breaks) {
      if (b.isBetween(one, other) && b.kind().equals(kind) && b.concerns(geography)) {
        found = new ArrayList<>(found);
        found.add(b);
      }
    }
    return found;
  }
}
