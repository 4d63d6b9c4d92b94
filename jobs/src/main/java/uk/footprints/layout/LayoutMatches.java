package uk.footprints.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Which layouts a book has: told from its sheets, never from its name.
 *
 * @param proofs a proof that holds for each sheet that fits the candidate
 * @param near finds the layout that comes nearest, where none holds
 */
public record LayoutMatches(List<HeaderMatch> proofs, Supplier<Optional<HeaderMatch>> near) {

  /** Below this share of known columns it is another publication, not a changed one. */
  private static final double RELATED = 0.5;

  /** Holds every sheet against every layout; the first layout that fits a sheet has it. */
  public static LayoutMatches of(List<HeaderRows> sheets, List<Layout> layouts) {
    List<HeaderMatch> holding = new ArrayList<>();
    for (HeaderRows sheet : sheets) {
      for (Layout layout : layouts) {
        Optional<HeaderMatch> proof = HeaderMatch.findWhole(layout, sheet);
        if (proof.isPresent() && proof.get().holds() && layout.sheet().test(sheet.sheet())) {
          holding.add(proof.get());
          break;
        }
      }
    }
    return new LayoutMatches(holding, holding.isEmpty() ? once(() -> nearest(sheets, layouts)) : Optional::empty);
  }

  /**
   * The layout that a sheet has but for headings with a slip or a few new columns beside them; empty where none comes so
   * near. Asked only of sheets that no layout fits exactly.
   */
  public static Optional<HeaderMatch> findChanged(HeaderRows sheet, List<Layout> layouts) {
    return layouts.stream()
        .filter(layout -> layout.header().form() != Layout.Form.NONE && layout.sheet().test(sheet.sheet()))
        .flatMap(layout -> HeaderMatch.find(layout, sheet).stream())
        .filter(HeaderMatch::holdsWithNew)
        .min(Comparator.comparingInt(LayoutMatches::changes));
  }

  /** How many headings differ from the layout. */
  public static int changes(HeaderMatch proof) {
    return proof.unknown().size() + proof.misspelt().size();
  }

  /** The same with one sheet more. */
  public LayoutMatches plus(HeaderMatch proof) {
    List<HeaderMatch> more = new ArrayList<>(proofs);
    more.add(proof);
    return new LayoutMatches(List.copyOf(more), Optional::empty);
  }

  private static Supplier<Optional<HeaderMatch>> once(Supplier<Optional<HeaderMatch>> search) {
    AtomicReference<Optional<HeaderMatch>> found = new AtomicReference<>();
    return () -> found.updateAndGet(before -> before == null ? search.get() : before);
  }

  private static Optional<HeaderMatch> nearest(List<HeaderRows> sheets, List<Layout> layouts) {
    Comparator<HeaderMatch> likest =
        Comparator.comparingDouble(HeaderMatch::likeness).thenComparing(p -> -p.unknown().size());
    return sheets.stream()
        .flatMap(sheet -> layouts.stream().flatMap(layout -> HeaderMatch.find(layout, sheet).stream()))
        .max(likest);
  }

  /** Where no proof holds, the layout that comes nearest: looked for when somebody asks. */
  public Optional<HeaderMatch> nearest() {
    return near.get();
  }

  /** Whether every sheet that fits was told. */
  public boolean found() {
    return !proofs.isEmpty();
  }

  /** How near it came, 0 to 1. */
  public double likeness() {
    return found() ? 1 : nearest().map(HeaderMatch::likeness).orElse(0.0);
  }

  /** Whether it is probably this publication with a changed header. */
  public boolean related() {
    return likeness() >= RELATED;
  }
}
