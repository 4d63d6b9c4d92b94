package uk.footprints.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The map: outlines of areas, and the places where care is given.
 *
 * @param boundaries by geography
 * @param sites of providers, and of hospitals whose provider is unknown
 */
public record Atlas(Map<String, Boundaries> boundaries, List<Site> sites) {

  /** No map. */
  public static final Atlas NONE = new Atlas(Map.of(), List.of());

  /** Creates the map of these outlines. */
  public static Atlas of(Areas areas, List<Boundary> outlines, List<Site> sites) {
    Map<String, List<Boundary>> byGeography = new TreeMap<>();
    outlines.forEach(b -> byGeography.computeIfAbsent(b.geography(), g -> new ArrayList<>()).add(b));
    Map<String, Boundaries> boundaries = new TreeMap<>();
    byGeography.forEach((id, list) -> boundaries.put(id, new Boundaries(areas.getGeography(id), list, List.of())));
    return new Atlas(boundaries, sites);
  }

  /** The outlines of a geography. */
  public Optional<Boundaries> find(Geography geography) {
    return Optional.ofNullable(boundaries.get(geography.id()));
  }

  /**
   * Adds an analyst's custom areas to the map: as drawn, or joined from the commissioning groups that they list, of the
   * edition that shows most of them.
   *
   * @param areas the register with the analyst's areas
   * @param mine the analyst's areas
   */
  public Atlas with(Areas areas, OwnGeography mine) {
    Map<String, Boundaries> all = new TreeMap<>(boundaries);
    String id = mine.geography().id();
    mine.boundaries()
        .or(
            () ->
                editions()
                    .map(edition -> edition.joined(areas, id))
                    .reduce((a, b) -> b.list().size() > a.list().size() ? b : a)
                    .filter(joined -> !joined.list().isEmpty()))
        .ifPresent(drawn -> all.put(id, drawn));
    return new Atlas(all, sites);
  }

  /** Returns what polygons are compared with: every edition of the commissioning groups, the latest first. */
  public OwnGeography.Ground ground() {
    return new OwnGeography.Ground(editions().toList(), sites);
  }

  private Stream<Boundaries> editions() {
    return boundaries.values().stream()
        .filter(b -> b.geography().family().equals("ccg"))
        .sorted(Comparator.comparing((Boundaries b) -> b.geography().id()).reversed());
  }
}
