package uk.footprints.area;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The map: outlines of areas, and the places where care is given.
 *
 * @param boundaries by geography
 * @param sites of providers, and of hospitals whose provider is not told
 */
public record Atlas(Map<String, Boundaries> boundaries, List<Site> sites) {

  /** No map. */
  public static final Atlas NONE = new Atlas(Map.of(), List.of());

  /** The map that these outlines make. */
  public static Atlas of(Areas areas, List<Boundary> outlines, List<Site> sites) {
    Map<String, List<Boundary>> byGeography = new TreeMap<>();
    outlines.forEach(b -> byGeography.computeIfAbsent(b.geography(), g -> new java.util.ArrayList<>()).add(b));
    Map<String, Boundaries> boundaries = new TreeMap<>();
    byGeography.forEach((id, list) -> boundaries.put(id, new Boundaries(areas.getGeography(id), list, List.of())));
    return new Atlas(boundaries, sites);
  }

  /** The outlines of a geography. */
  public Optional<Boundaries> find(Geography geography) {
    return Optional.ofNullable(boundaries.get(geography.id()));
  }

  /** The map with an analyst's own drawing on it. */
  public Atlas with(OwnGeography mine) {
    Map<String, Boundaries> all = new TreeMap<>(boundaries);
    mine.boundaries().ifPresent(drawn -> all.put(mine.geography().id(), drawn));
    return new Atlas(all, sites);
  }

  /** What drawings are laid on: every edition of the commissioning groups, the latest first. */
  public OwnGeography.Ground ground() {
    List<Boundaries> groups =
        boundaries.values().stream()
            .filter(b -> b.geography().family().equals("ccg"))
            .sorted(Comparator.comparing((Boundaries b) -> b.geography().id()).reversed())
            .toList();
    return new OwnGeography.Ground(groups, sites);
  }
}
