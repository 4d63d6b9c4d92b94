package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.area.BoundarySimplifier;
import uk.footprints.area.Tile;

/** Writes the maps of a geography as data for the page: outlines where there are some, and a square for each area. */
final class MapData {

  private MapData() {}

  /** Returns outlines as paths in the order of the areas, with the width and height that they fill. */
  static Map<String, Object> outlines(BoundarySimplifier simplified, List<String> codes) {
    int[] box = simplified.box();
    Map<String, String> paths = new HashMap<>();
    for (BoundarySimplifier.Shape shape : simplified.shapes()) {
      paths.put(shape.areaCode(), shape.path(box[3]));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("view", List.of(box[0], 0, box[2] - box[0], box[3] - box[1]));
    map.put("paths", codes.stream().map(paths::get).toList());
    return map;
  }

  /** Returns column and row of each area; areas without a given position follow below in their order. */
  static List<int[]> tiles(String geography, List<String> codes) {
    Map<String, int[]> places = new HashMap<>();
    Tile.list(geography).forEach(tile -> places.put(tile.areaCode(), new int[] {tile.column(), tile.row()}));
    int below = codes.stream().filter(places::containsKey).mapToInt(code -> places.get(code)[1] + 1).max().orElse(0);
    int width = Math.max(8, (int) Math.ceil(Math.sqrt(codes.size())));
    List<int[]> tiles = new ArrayList<>();
    int unplaced = 0;
    for (String code : codes) {
      int[] place = places.get(code);
      if (place == null) {
        place = new int[] {unplaced % width, below + unplaced / width};
        unplaced++;
      }
      tiles.add(place);
    }
    return tiles;
  }
}
