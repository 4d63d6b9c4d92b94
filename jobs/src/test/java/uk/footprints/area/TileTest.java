package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {

  @Test
  void every_footprint_has_a_square_of_its_own() {
    for (Geography geography : Geography.listBuiltIn()) {
      if (geography.family().equals(Geography.FOOTPRINT)) {
        List<Tile> tiles = Tile.list(geography.id());
        assertThat(tiles).extracting(Tile::areaCode).containsExactlyInAnyOrderElementsOf(
            ReferenceData.ofJar().areas().listAreas(geography.id()).stream().map(Area::code).toList());
        assertThat(tiles.stream().map(tile -> tile.column() + " " + tile.row()).distinct()).hasSize(tiles.size());
      }
    }
  }
}
