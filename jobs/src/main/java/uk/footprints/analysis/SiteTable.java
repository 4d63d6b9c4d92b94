package uk.footprints.analysis;

import java.util.List;
import java.util.Map;
import uk.footprints.area.Site;
import uk.footprints.catalogue.Tables;
import uk.footprints.parquet.TableReader;

/** Converts rows of the table {@code sites}. */
public final class SiteTable {

  static final TableReader SCAN =
      new TableReader(Tables.SITES, List.of("org_code", "site_name", "longitude", "latitude"), Map.of());

  private SiteTable() {}

  static Site of(Object[] row) {
    return new Site(row[0] == null ? "" : (String) row[0], (String) row[1], (Double) row[2], (Double) row[3]);
  }

  /** Returns the row of a site. */
  public static Object[] row(Site site) {
    return new Object[] {site.code().isEmpty() ? null : site.code(), site.name(), site.longitude(), site.latitude()};
  }
}
