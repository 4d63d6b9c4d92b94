package uk.footprints.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which layouts a book has: told from its sheets, never from its name.
 *
 * @param proofs a proof that holds for each sheet that fits the candidate
 * @param nearest where none holds, the layout that comes nearest
 */
public record Recognition(List<Proof> proofs, Optional<Proof> nearest) {

  /** Below this share of known columns it is another publication, not a changed one. */
  private static final double RELATED = 0.5;

  /** Holds every sheet against every layout; the first layout that fits a sheet has it. */
  public static Recognition of(List<Headings> sheets, List<Layout> layouts) {
    List<Proof> holding = new ArrayList<>();
    List<Proof> others = new ArrayList<>();
    for (Headings sheet : sheets) {
      Optional<Proof> found = Optional.empty();
      for (Layout layout : layouts) {
        Optional<Proof> proof = Proof.find(layout, sheet);
        if (proof.isPresent() && proof.get().holds() && layout.sheet().test(sheet.sheet())) {
          found = proof;
          break;
        }
        proof.ifPresent(others::add);
      }
      found.ifPresent(holding::add);
    }
    Comparator<Proof> likest =
        Comparator.comparingDouble(Proof::likeness).thenComparing(p -> -p.unknown().size());
    return new Recognition(holding, others.stream().max(likest));
  }

  /** Whether every sheet that fits was told. */
  public boolean found() {
    return !proofs.isEmpty();
  }

  /** How near it came, 0 to 1. */
  public double likeness() {
    return found() ? 1 : nearest.map(Proof::likeness).orElse(0.0);
  }

  /** Whether it is probably this publication with a changed header. */
  public boolean related() {
    return likeness() >= RELATED;
  }
}
