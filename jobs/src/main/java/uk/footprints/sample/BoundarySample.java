package uk.footprints.sample;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.area.Geography;
import uk.footprints.area.Tile;
import uk.footprints.format.ArtificialMarker;

/**
 * Schematic boundaries of a geography as GeoJSON, in the layout of the Office for National Statistics: a hexagon for
 * each tile of {@link Tile}, so that neighbours touch and no true outline is shown.
 *
 * @param geography the geography's id
 */
record BoundarySample(String geography) implements PublicationSample {

  /** Longitude of the first column, latitude of the first row, and the distances between columns and rows, in degrees. */
  private static final double WEST = -5.5;
  private static final double NORTH = 54.9;
  private static final double COLUMN = 0.75;
  private static final double ROW = 0.5;

  /** The corners of a hexagon around its centre, in halves of a column and sixths of a row, from the top clockwise. */
  private static final int[][] CORNERS = {{0, 4}, {1, 2}, {1, -2}, {0, -4}, {-1, -2}, {-1, 2}};

  /** Returns the boundaries of the footprints of 2016 and of the boards of 2022 and of 2026. */
  static List<PublicationSample> all() {
    return Stream.of("stp_2016", "icb_2022", "icb_2026").map(BoundarySample::new).collect(Collectors.toList());
  }

  @Override
  public String dataset() {
    return "boundaries";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of(since());
  }

  @Override
  public List<SampleEra> eras() {
    return List.of();
  }

  @Override
  public boolean covers(YearMonth month) {
    return month.equals(since());
  }

  @Override
  public boolean marked() {
    return true;
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    List<String> features = new ArrayList<>();
    String attribute = geography.replaceAll("_20", "").toUpperCase(Locale.ROOT) + "CD";
    for (Tile tile : Tile.list(geography)) {
      features.add(
          "{\"type\":\"Feature\",\"properties\":{\"%s\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
              .formatted(attribute, tile.areaCode(), hexagon(tile)));
    }
    String text =
        "{\"type\":\"FeatureCollection\",\"name\":\"%s\",\"features\":[\n%s\n]}\n"
            .formatted(ArtificialMarker.HEADING, String.join(",\n", features));
    return SampleFile.text(geography + "-schematic-sample.geojson", text, StandardCharsets.UTF_8);
  }

  /** Returns the closed ring of a tile; every second row is half a column further east. */
  private static String hexagon(Tile tile) {
    int half = 2 * tile.column() + tile.row() % 2;
    return IntStream.of(0, 5, 4, 3, 2, 1, 0)
        .mapToObj(
            corner ->
                String.format(
                    Locale.ROOT, "[%.4f,%.4f]", WEST + (half + CORNERS[corner][0]) * COLUMN / 2,
                    NORTH - tile.row() * ROW + CORNERS[corner][1] * ROW / 6))
        .collect(Collectors.joining(","));
  }

  private YearMonth since() {
    return Geography.find(geography).map(found -> YearMonth.from(found.inForce().from())).orElseThrow();
  }
}
