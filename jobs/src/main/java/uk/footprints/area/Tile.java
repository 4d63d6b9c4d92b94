package uk.footprints.area;

import java.util.List;

/**
 * A square of the schematic map: every area the same size, neighbours near each other, an area in the same place in
 * every edition of the footprints. The map is our own; it is shown when there are no boundaries, and beside them.
 *
 * @param geography the geography's id
 * @param areaCode the area
 * @param column counted from 0 in the west
 * @param row counted from 0 in the north
 */
public record Tile(String geography, String areaCode, int column, int row) {

  private static final List<Tile> ALL =
      ReferenceTable.ofReference("tiles.csv", "geography", "area_code", "column", "row").rows().stream()
          .map(
              row ->
                  new Tile(
                      row.required("geography"),
                      row.required("area_code"),
                      Integer.parseInt(row.required("column")),
                      Integer.parseInt(row.required("row"))))
          .toList();

  /** The schematic map of a geography; empty when it has none. */
  public static List<Tile> list(String geography) {
    return ALL.stream().filter(tile -> tile.geography.equals(geography)).toList();
  }
}
