package uk.footprints.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Puntal;
import uk.footprints.runtime.UserException;

/**
 * Custom areas, drawn as polygons. A commissioning group goes to them by the part of its extent that they cover
 * (weight basis {@code extent}, an estimate); a provider by the polygon that contains its site ({@code site}); one
 * without a site, because it has merged since, goes where its successors are ({@code succession}).
 */
final class PolygonAreas {

  /** Two polygons that share more than this part of the smaller one overlap; less is the width of a line. */
  private static final double OVERLAP = 0.001;

  private PolygonAreas() {}

  static OwnGeography of(String id, FeatureFile file, Areas known, OwnGeography.Ground ground) {
    Geography own = Geography.own(id, id.replace('_', ' '));
    Map<String, Geometry> shapes = new LinkedHashMap<>();
    List<Area> areas = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (file.features().isEmpty()) {
      throw UserException.data(file.name() + " has no features.", "draw an area as a polygon");
    }
    for (Feature feature : file.features()) {
      String name = name(feature);
      refuseShapeless(file.name(), feature, name);
      if (shapes.containsKey(name)) {
        throw UserException.data(
            "%s: feature %d has the name \"%s\" of an earlier feature.".formatted(file.name(), feature.number(), name),
            "give each area a name of its own, or one feature with several polygons");
      }
      if (!feature.geometry().isValid()) {
        String crossed = "%s: feature %d (%s) crossed itself and was repaired.";
        notes.add(crossed.formatted(file.name(), feature.number(), name));
      }
      shapes.put(name, Boundaries.repaired(file.grid().toDegrees(Boundaries.repaired(feature.geometry()))));
      areas.add(new Area(id, name, "", name, DateRange.ALWAYS, "", file.name()));
    }
    refuseOverlaps(file.name(), shapes);
    List<Membership> memberships = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (Boundaries edition : ground.groups()) {
      memberships.addAll(groups(id, file.name(), shapes, edition, known, placed));
    }
    List<Membership> providers = providers(id, file.name(), shapes, ground.sites(), known);
    memberships.addAll(providers);
    memberships.addAll(predecessors(id, file.name(), providers, ground.sites(), known));
    if (providers.isEmpty()) {
      notes.add(file.name() + ": no known site of a provider is in these areas.");
    }
    if (ground.groups().isEmpty() && memberships.isEmpty()) {
      throw UserException.data(
          file.name() + " contains polygons, and there is no map to compare them with.",
          "refresh with the boundaries of commissioning groups and the sites of trusts first");
    }
    Set<String> used = new HashSet<>();
    memberships.forEach(m -> used.add(m.areaCode()));
    for (String name : shapes.keySet()) {
      if (!used.contains(name)) {
        throw UserException.data(
            "%s: the area \"%s\" has no members: no commissioning group reaches into it, and no provider's site."
                .formatted(file.name(), name),
            "draw it larger, or leave it out");
      }
    }
    List<Boundary> list = new ArrayList<>();
    shapes.forEach((name, shape) -> list.add(Boundary.of(id, name, shape, file.name())));
    return new OwnGeography(
        own, List.copyOf(areas), List.copyOf(memberships), Optional.of(new Boundaries(own, list, notes)), notes);
  }

  private static String name(Feature feature) {
    for (String attribute : List.of("area", "area_code", "code", "id", "area_name", "name")) {
      if (!feature.text(attribute).isEmpty()) {
        return feature.text(attribute);
      }
    }
    return "area " + feature.number();
  }

  private static void refuseShapeless(String file, Feature feature, String name) {
    String what = "";
    if (name.equals(OwnGeography.RESERVED)) {
      what = "has a name that is reserved for members outside all areas";
    } else if (feature.geometry() instanceof Puntal) {
      what = "is a point; areas are polygons";
    } else if (Boundaries.repaired(feature.geometry()).getArea() <= 0) {
      what = "encloses nothing";
    }
    if (!what.isEmpty()) {
      throw UserException.data(
          "%s: feature %d (%s) %s.".formatted(file, feature.number(), name, what),
          "draw it as a polygon, or leave it out");
    }
  }

  private static void refuseOverlaps(String file, Map<String, Geometry> shapes) {
    List<Map.Entry<String, Geometry>> all = List.copyOf(shapes.entrySet());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Geometry a = all.get(i).getValue();
        Geometry b = all.get(j).getValue();
        double common = a.intersection(b).getArea();
        if (common > OVERLAP * Math.min(a.getArea(), b.getArea())) {
          throw UserException.data(
              "%s: \"%s\" and \"%s\" overlap, so that places would count twice."
                  .formatted(file, all.get(i).getKey(), all.get(j).getKey()),
              "draw them apart");
        }
      }
    }
  }

  private static List<Membership> groups(
      String id, String file, Map<String, Geometry> shapes, Boundaries groups, Areas known, Set<String> placed) {
    List<Membership> memberships = new ArrayList<>();
    for (Boundary group : groups.list()) {
      String code = known.getArea(groups.geography().id(), group.areaCode()).odsCode();
      if (!placed.add(code)) {
        continue;
      }
      double whole = group.geometry().getArea();
      shapes.forEach(
          (name, shape) -> {
            double part = shape.intersection(group.geometry()).getArea() / whole;
            double weight = part > 1 - OVERLAP ? 1 : part;
            if (weight > OVERLAP) {
              memberships.add(
                  new Membership(Membership.CCG, code, id, name, DateRange.ALWAYS, weight, "extent", file));
            }
          });
    }
    return memberships;
  }

  private static List<Membership> providers(
      String id, String file, Map<String, Geometry> shapes, List<Site> sites, Areas known) {
    List<Boundary> list = new ArrayList<>();
    shapes.forEach((name, shape) -> list.add(new Boundary(id, name, shape, 0, file)));
    PointInArea map = new PointInArea(new Boundaries(Geography.own(id, id), list, List.of()));
    List<Membership> memberships = new ArrayList<>();
    for (Site site : sites) {
      if (known.knows(Membership.PROVIDER, site.code())) {
        map.locate(site.longitude(), site.latitude())
            .ifPresent(
                name ->
                    memberships.add(
                        new Membership(Membership.PROVIDER, site.code(), id, name, DateRange.ALWAYS, 1, "site", file)));
      }
    }
    return memberships;
  }

  /** Providers of the past, by where those that they became have their sites. */
  private static List<Membership> predecessors(
      String id, String file, List<Membership> providers, List<Site> sites, Areas known) {
    Map<String, String> areas = new LinkedHashMap<>();
    providers.forEach(m -> areas.put(m.memberCode(), m.areaCode()));
    Set<String> sited = new HashSet<>();
    sites.forEach(site -> sited.add(site.code()));
    Set<String> gone = new LinkedHashSet<>();
    for (Succession event : known.successions().listAll()) {
      if (event.kind().equals(Membership.PROVIDER) && !sited.contains(event.oldCode())) {
        gone.add(event.oldCode());
      }
    }
    List<Membership> memberships = new ArrayList<>();
    for (String code : gone) {
      Map<String, Double> shares = new LinkedHashMap<>();
      for (Successions.Heir heir : known.successions().listHeirs(Membership.PROVIDER, code)) {
        if (areas.containsKey(heir.code())) {
          shares.merge(areas.get(heir.code()), heir.share(), Double::sum);
        }
      }
      shares.forEach(
          (area, share) ->
              memberships.add(
                  new Membership(
                      Membership.PROVIDER, code, id, area, DateRange.ALWAYS, Math.min(1, share), "succession", file)));
    }
    return memberships;
  }
}
