package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.runtime.UserException;

/** Own areas in files that people spoil: each is refused with one sentence that says where and why. */
class BadAreasTest {

  private static final String HEADING = "area,area_name,member_kind,member_code,exclude\n";
  private static final String YAML = "areas:\n  - area: a\n    members: {provider: [RHW]}\n";
  private static final String GOOD = "[[-2,52],[-1,52],[-1,53],[-2,53],[-2,52]]";

  @TempDir private Path folder;

  private record Bad(String file, byte[] content, String sentence) {}

  private static Bad bad(String file, String text, String sentence) {
    return new Bad(file, text.getBytes(StandardCharsets.UTF_8), sentence);
  }

  private static List<Bad> tables() {
    return List.of(
        bad("empty.csv", "", "empty.csv is empty."),
        bad("blank.csv", "\n \n", "blank.csv is empty."),
        bad("headings.csv", HEADING, "headings.csv has no areas."),
        bad("others.csv", "region,type,code\na,provider,RHW\n", "others.csv has no column \"area\"; its columns are"),
        bad(
            "bom.csv", "\uFEFF" + HEADING + "a,A,provider,RZZ,\n",
            "bom.csv, row 2: there is no provider with the code RZZ."),
        bad("semicolons.csv", HEADING.replace(',', ';'), "row 1: its columns are separated by semicolons."),
        bad("tabs.tsv", HEADING.replace(',', '\t'), "row 1: its columns are separated by tabs."),
        bad("short.csv", HEADING + "a,A,provider\n", "short.csv, row 2: has no member_code."),
        bad(
            "names.csv", HEADING + "a,A,provider,RHW,\na,B,ccg,10M,\n",
            "row 3: the area \"a\" has the name \"B\" here and"),
        bad(
            "reserved.csv", HEADING + "unassigned,U,provider,RHW,\n",
            "row 2: \"unassigned\" is reserved for members outside all areas."),
        bad("weight.csv", "area,member_kind,member_code,weight\na,ccg,10M,1.5\n", "row 2: weight 1.5 is not above 0"),
        bad(
            "weights.csv", "area,member_kind,member_code,weight\na,ccg,10M,0.6\nb,ccg,10M,0.6\n",
            "row 3: ccg 10M is counted twice: it is in \"a\" already"),
        new Bad("zero.csv", new byte[] {'P', 'K', 3, 4, 0, 0}, "zero.csv is not text."),
        new Bad("wide.csv", HEADING.getBytes(StandardCharsets.UTF_16), "wide.csv is not text."));
  }

  private static List<Bad> yaml() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'm'; c++) {
      String nine = String.join(",", java.util.Collections.nCopies(9, "*" + (char) (c - 1)));
      bomb.append("%1$s: &%1$s [%2$s]%n".formatted(c, nine));
    }
    return List.of(
        bad("bomb.yaml", bomb + "areas: *l\n", "bomb.yaml is no YAML that describes areas: Number of aliases"),
        bad("deep.yaml", "[".repeat(5000), "deep.yaml is no YAML that describes areas: Nesting Depth"),
        bad("tag.yaml", "areas: !!java.net.URL [x]\n", "tag.yaml, row 1 is neither a table nor YAML: Global tag"),
        bad("itself.yaml", "areas: &a\n  - *a\n", "itself.yaml, row 1 should be names with values."),
        bad("word.yaml", "hello\n", "word.yaml, row 1 should be names with values."),
        bad("tab.yaml", "areas:\n\t- area: a\n", "tab.yaml, row 2 is neither a table nor YAML"),
        bad(
            "typo.yaml", YAML + "    exlude: {provider: [RXQ]}\n",
            "typo.yaml, row 4 has the unknown key \"exlude\"; known keys are"),
        bad(
            "twice.yaml", YAML + "  - area: a\n    members: {provider: [RHW]}\n",
            "row 5: provider RHW is counted twice"),
        bad("none.yaml", "areas: []\n", "none.yaml has no areas."),
        bad("part.yaml", "areas:\n  - area: a\n    members: {ccg: {10M: 2}}\n", "row 3 should be a number above 0"));
  }

  private static List<Bad> drawings() {
    return List.of(
        bad("empty.geojson", "", "empty.geojson is empty."),
        bad("cut.geojson", drawn(polygon(GOOD)).substring(0, 90), "cut.geojson is not JSON, or is cut off."),
        bad("more.geojson", drawn(polygon(GOOD)) + "x", "more.geojson is not JSON"),
        bad("list.geojson", "[1]", "list.geojson is neither GeoJSON features nor TopoJSON."),
        bad("none.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", "none.geojson has no features."),
        bad("null.geojson", drawn("null"), "null.geojson: feature 1 (a) encloses nothing."),
        bad(
            "multi.geojson", drawn("{\"type\":\"MultiPolygon\",\"coordinates\":[]}"),
            "feature 1 (a) encloses nothing."),
        bad(
            "line.geojson", drawn("{\"type\":\"LineString\",\"coordinates\":[[-1,52],[-2,52]]}"),
            "feature 1 is a LineString"),
        bad("point.geojson", drawn("{\"type\":\"Point\",\"coordinates\":[-1,52]}"), "feature 1 (a) is a point"),
        bad("flat.geojson", drawn(polygon("[[-2,52],[-1,52],[-2,52],[-2,52]]")), "feature 1 (a) encloses nothing."),
        bad(
            "turned.geojson", drawn(polygon("[[52,-2],[52,-1],[53,-1],[52,-2]]")),
            "feature 1 has latitude and longitude exchanged"),
        bad("metres.geojson", drawn(polygon("[[400000,300000],[500000,300000],[500000,400000],[400000,300000]]")),
            "feature 1 is in metres but the file says degrees"),
        bad(
            "pacific.geojson", drawn(polygon("[[170,52],[190,52],[190,53],[170,52]]")),
            "feature 1 is outside Britain"),
        bad(
            "huge.geojson", drawn(polygon("[[1e300,0],[2e300,0],[2e300,2e300],[1e300,0]]")),
            "is outside Britain (1.0e+300"),
        bad(
            "words.geojson", drawn(polygon("[[\"-2\",\"52\"],[-1,52],[-1,53],[-2,52]]")),
            "a position that is no pair of numbers"),
        bad(
            "nothing.geojson", drawn(polygon("[[null,null],[-1,52],[-1,53],[-2,52]]")),
            "a position that is no pair of numbers"),
        bad(
            "crs.geojson", drawn(polygon(GOOD)).replaceFirst("\\{", "{\"crs\":\"EPSG:3857\","),
            "in coordinates that Footprints does not know"),
        bad(
            "arcs.geojson",
            "{\"type\":\"Topology\",\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[7]]}},\"arcs\":[]}",
            "a shape uses arc 7 of 0"),
        bad("sea.geojson", drawn(polygon("[[2,50],[2.2,50],[2.2,50.2],[2,50]]")), "the area \"a\" has no members"));
  }

  @TestFactory
  Stream<DynamicTest> each_is_refused_with_a_sentence() {
    return Stream.of(tables(), yaml(), drawings())
        .flatMap(List::stream)
        .map(bad -> DynamicTest.dynamicTest(bad.file(), () -> refused(bad)));
  }

  private void refused(Bad bad) throws IOException {
    Path path = Files.write(folder.resolve(bad.file()), bad.content());
    UserException fixable = catchThrowableOfType(UserException.class, () -> read(path));
    assertThat(fixable).as("%s is refused", bad.file()).isNotNull();
    assertThat(fixable.getMessage()).contains(bad.sentence()).doesNotContain("\n");
    assertThat(fixable.exit()).isEqualTo(2);
  }

  @TestFactory
  Stream<DynamicTest> shapes_that_are_sound_are_taken() {
    String hole = ",[[-1.8,52.2],[-1.6,52.2],[-1.6,52.4],[-1.8,52.2]]";
    String feature = "{\"type\":\"Feature\",\"properties\":null,\"geometry\":" + polygon(GOOD) + "}";
    String crossed = "[[-2,52],[-1,53],[-1,52],[-2,53],[-2,52]]";
    return Stream.of(
            bad("hole.geojson", drawn(polygon(GOOD + hole)), ""),
            bad("multi.geojson", drawn("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + GOOD + "]]}"), ""),
            bad("height.geojson", drawn(polygon("[[-2,52,9],[-1,52,9],[-1,53,9],[-2,52,9]]")), ""),
            bad("feature.geojson", feature, ""),
            bad("alone.geojson", polygon(GOOD), ""),
            bad("open.geojson", drawn(polygon("[[-2,52],[-1,52],[-1,53],[-2,53]]")), ""),
            bad("crossed.geojson", drawn(polygon(crossed)), "feature 1 (a) crossed itself and was repaired."))
        .map(
            good ->
                DynamicTest.dynamicTest(
                    good.file(),
                    () -> {
                      OwnGeography own = read(Files.write(folder.resolve(good.file()), good.content()));
                      assertThat(own.areas()).hasSize(1);
                      assertThat(own.memberships()).isNotEmpty();
                      assertThat(String.join(" ", own.notes())).contains(good.sentence());
                    }));
  }

  /** Laid on four squares of a degree each, regions used as commissioning groups. */
  private static OwnGeography read(Path path) {
    Areas known = ReferenceData.ofJar().areas();
    Boundaries squares = Boundaries.of(known, BoundariesTest.fourSquares("code", BoundariesTest.CODES, -2, 52, 1));
    return OwnGeography.read(path, known, new OwnGeography.Ground(List.of(squares), List.of()));
  }

  private static String polygon(String rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
  }

  private static String drawn(String geometry) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},"
        + "\"geometry\":" + geometry + "}]}";
  }
}
