package uk.footprints.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The layouts that the sheets of a workbook match. The name of the file is not used.
 *
 * @param matches a match for each sheet that matches a layout
 * @param near finds the nearest layout, when none matches
 */
public record LayoutMatches(List<HeaderMatch> matches, Supplier<Optional<HeaderMatch>> near) {

  /** With a smaller share of known columns it is another publication, not a changed one. */
  private static final double RELATED = 0.5;

  /** Compares every sheet with every layout; the first layout that matches a sheet is used. */
  public static LayoutMatches of(List<HeaderRows> sheets, List<Layout> layouts) {
    List<HeaderMatch> matching = new ArrayList<>();
    for (HeaderRows sheet : sheets) {
      for (Layout layout : layouts) {
        Optional<HeaderMatch> match = HeaderMatch.findComplete(layout, sheet);
        if (match.isPresent() && match.get().matches() && layout.sheet().test(sheet.sheet())) {
          matching.add(match.get());
          break;
        }
      }
    }
    return new LayoutMatches(matching, matching.isEmpty() ? once(() -> nearest(sheets, layouts)) : Optional::empty);
  }

  /**
   * Finds the layout that a sheet matches except for misspelt headings or a few new columns. Used only for sheets that
   * match no layout exactly.
   */
  public static Optional<HeaderMatch> findChanged(HeaderRows sheet, List<Layout> layouts) {
    return layouts.stream()
        .filter(layout -> layout.header().form() != Layout.Form.NONE && layout.sheet().test(sheet.sheet()))
        .flatMap(layout -> HeaderMatch.find(layout, sheet).stream())
        .filter(HeaderMatch::matchesWithNewColumns)
        .min(Comparator.comparingInt(LayoutMatches::changes));
  }

  /** Returns the number of headings that differ from the layout. */
  public static int changes(HeaderMatch match) {
    return match.unknown().size() + match.misspelt().size();
  }

  /** Returns these matches and one more. */
  public LayoutMatches plus(HeaderMatch match) {
    List<HeaderMatch> more = new ArrayList<>(matches);
    more.add(match);
    return new LayoutMatches(List.copyOf(more), Optional::empty);
  }

  private static Supplier<Optional<HeaderMatch>> once(Supplier<Optional<HeaderMatch>> search) {
    AtomicReference<Optional<HeaderMatch>> found = new AtomicReference<>();
    return () -> found.updateAndGet(before -> before == null ? search.get() : before);
  }

  private static Optional<HeaderMatch> nearest(List<HeaderRows> sheets, List<Layout> layouts) {
    Comparator<HeaderMatch> bySimilarity =
        Comparator.comparingDouble(HeaderMatch::similarity).thenComparing(p -> -p.unknown().size());
    return sheets.stream()
        .flatMap(sheet -> layouts.stream().flatMap(layout -> HeaderMatch.find(layout, sheet).stream()))
        .max(bySimilarity);
  }

  /** Returns the nearest layout when none matches; computed at the first call. */
  public Optional<HeaderMatch> nearest() {
    return near.get();
  }

  /** Returns whether any sheet matches a layout. */
  public boolean found() {
    return !matches.isEmpty();
  }

  /** Returns the similarity of the nearest layout, 0 to 1. */
  public double similarity() {
    return found() ? 1 : nearest().map(HeaderMatch::similarity).orElse(0.0);
  }

  /** Returns whether it is probably this publication with a changed header. */
  public boolean related() {
    return similarity() >= RELATED;
  }
}
