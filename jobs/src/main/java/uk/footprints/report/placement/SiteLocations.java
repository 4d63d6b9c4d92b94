package uk.footprints.report.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Boundaries;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.PointInArea;
import uk.footprints.area.Site;
import uk.footprints.report.AreaContext;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Compares the area of every site on the map with the area of its provider in the register. */
public final class SiteLocations implements Report<SiteLocations.Row> {

  /** A row: geography x site: its area on the map, and the area of its provider in the register. */
  public record Row(
      @Column(value = "As in areas; those of which the release has boundaries.", required = true) String geography,
      @Column("ODS code of the provider; absent where the file has names only.") String orgCode,
      @Column("Name as published.") String siteName,
      @Column("Its area on the map; absent at sea and abroad.") String mapAreaCode,
      @Column("Its name.") String mapAreaName,
      @Column("The area of the provider in the register.") String registerAreaCode,
      @Column("Its name.") String registerAreaName,
      @Column(value = "agreed, elsewhere (map and register differ), nowhere (the map has it in no area), "
              + "straddling (the register has the provider in several areas), or not_registered (no code, or one without an area).", required = true)
      String status,
      @Column(value = "as_was or as_now: the basis of the area in the register.", required = true) String basis,
      @Column(value = "East positive.", unit = "degrees") double longitude,
      @Column(value = "North positive.", unit = "degrees") double latitude) {}

  /** The table {@code sites_placed}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "sites_placed", "geography x site: its area on the map, and the area of its provider in the register",
          Row.class);

  @Override
  public String question() {
    return "Do the register and the map have hospital sites in the same area?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public boolean mapped() {
    return true;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    AreaContext context = evidence.context();
    List<Row> rows = new ArrayList<>();
    for (Geography geography : context.geographies()) {
      Optional<Boundaries> map = context.atlas().find(geography);
      if (map.isPresent() && !context.atlas().sites().isEmpty()) {
        PointInArea locator = new PointInArea(map.get());
        for (Site site : context.atlas().sites()) {
          rows.add(row(context, geography, locator, site));
        }
      }
    }
    return rows;
  }

  private static Row row(AreaContext context, Geography geography, PointInArea locator, Site site) {
    Areas areas = context.areas();
    Basis basis = context.basis();
    Optional<Area> found =
        locator.locate(site.longitude(), site.latitude()).flatMap(code -> areas.findArea(geography.id(), code));
    LocalDate from = geography.inForce().from();
    // The published sites are those of 2022: earlier maps are checked against today's providers.
    LocalDate day = from.isBefore(SITES) ? SITES : from;
    List<AreaShare> shares =
        site.code().isEmpty()
            ? List.of()
            : areas.listShares(basis, Membership.PROVIDER, site.code(), geography.id(), day);
    Optional<Area> register =
        shares.size() == 1 ? areas.findArea(geography.id(), shares.get(0).areaCode()) : Optional.empty();
    return new Row(
        geography.id(), site.code(), site.name(), found.map(Area::code).orElse(""), found.map(Area::name).orElse(""),
        register.map(Area::code).orElse(""), register.map(Area::name).orElse(""), status(shares, register, found),
        basis.id(), site.longitude(), site.latitude());
  }

  private static final LocalDate SITES = LocalDate.of(2022, 7, 1);

  private static String status(List<AreaShare> shares, Optional<Area> register, Optional<Area> found) {
    if (shares.isEmpty()) {
      return "not_registered";
    }
    if (register.isEmpty()) {
      return "straddling";
    }
    return found.isEmpty() ? "nowhere" : register.equals(found) ? "agreed" : "elsewhere";
  }
}
