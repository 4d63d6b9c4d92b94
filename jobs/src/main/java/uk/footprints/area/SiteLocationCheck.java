package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the register says of where providers lie, against where their sites are on the map.
 *
 * @param geography the geography's id
 * @param agreed how many sites lie in the area that the register names
 * @param disagreements those that lie elsewhere, or in no area at all
 * @param unregistered sites whose organisation has no membership
 */
public record SiteLocationCheck(
    String geography, int agreed, List<Disagreement> disagreements, List<Site> unregistered) {

  /**
   * A site that is not where the register has it.
   *
   * @param site the site
   * @param register the area that the register names
   * @param map the area on the map; empty when the site is in none
   */
  public record Disagreement(Site site, Area register, Optional<Area> map) {

    /** One sentence. */
    public String message() {
      return "%s (%s): the register has it in %s, the map in %s."
          .formatted(site.name(), site.code(), register.name(), map.map(Area::name).orElse("no area"));
    }
  }

  /**
   * Locates every site on the map and looks up its area in the register.
   *
   * @param areas the register
   * @param map the boundaries
   * @param sites with codes of providers
   * @param day of the memberships, on the basis as was
   */
  public static SiteLocationCheck of(Areas areas, PointInArea map, List<Site> sites, LocalDate day) {
    int agreed = 0;
    List<Disagreement> disagreements = new ArrayList<>();
    List<Site> unregistered = new ArrayList<>();
    for (Site site : sites) {
      Optional<Area> register =
          areas.findArea(Basis.AS_WAS, Membership.PROVIDER, site.code(), map.geography(), day);
      Optional<Area> found =
          map.locate(site.longitude(), site.latitude()).flatMap(code -> areas.findArea(map.geography(), code));
      if (register.isEmpty()) {
        unregistered.add(site);
      } else if (register.equals(found)) {
        agreed++;
      } else {
        disagreements.add(new Disagreement(site, register.get(), found));
      }
    }
    return new SiteLocationCheck(map.geography(), agreed, List.copyOf(disagreements), List.copyOf(unregistered));
  }
}
