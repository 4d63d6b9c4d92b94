package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static uk.footprints.area.Membership.CCG;
import static uk.footprints.area.Membership.PROVIDER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.runtime.UserException;

class OwnGeographyTest {

  private static final Areas KNOWN = ReferenceData.ofJar().areas();
  private static final LocalDate DAY = LocalDate.of(2016, 9, 30);
  private static final String HEADING = "area,area_name,member_kind,member_code,exclude\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "accountable_care_systems_2017.csv, 10",
    "dalton_groups.csv, 5",
    "childrens_hospitals_north_staffordshire.csv, 2",
    "essex.yaml, 2"
  })
  void the_examples_work(String file, int areas) {
    OwnGeography own = read(Path.of("data/reference/examples", file));
    Areas all = KNOWN.with(own);
    assertThat(all.listAreas(own.geography().id())).hasSize(areas);
    assertThat(all.listGeographies()).contains(own.geography());
  }

  @Test
  void areas_of_ones_own_answer_like_built_in_ones() {
    Areas all = KNOWN.with(read(Path.of("data/reference/examples/accountable_care_systems_2017.csv")));
    String ten = "accountable_care_systems_2017";
    assertThat(all.findArea(Basis.AS_WAS, CCG, "02Q", ten, DAY)).map(Area::name)
        .contains("South Yorkshire and Bassetlaw");
    assertThat(all.findArea(Basis.AS_WAS, PROVIDER, "RXL", ten, DAY)).map(Area::name)
        .contains("Blackpool and Fylde Coast");
    assertThat(all.findArea(Basis.AS_WAS, CCG, "11M", ten, DAY)).isEmpty();
    // Aylesbury Vale and Chiltern became one group in 2018, which is Buckinghamshire still.
    assertThat(all.findArea(Basis.AS_WAS, CCG, "14Y", ten, DAY)).map(Area::code).contains("buckinghamshire");
    // The built-in geographies are as they were.
    assertThat(all.findArea(Basis.AS_WAS, CCG, "11M", "stp_2016", DAY)).isPresent();
  }

  @Test
  void a_divided_trust_is_in_the_area_that_has_all_its_groups() throws IOException {
    Path file = folder.resolve("leeds.csv");
    Files.writeString(
        file,
        HEADING + "west,West,ccg,03C,\nrest,Rest,ccg,03G,\nrest,Rest,ccg,02V,\n"
            + "kirklees,Kirklees,ccg,03A,\nkirklees,Kirklees,ccg,03J,\n");
    Areas all = KNOWN.with(read(file));
    LocalDate day = LocalDate.of(2012, 9, 30);
    assertThat(all.listShares(Basis.AS_WAS, CCG, "5N1", "leeds", day)).as("Leeds, in two areas").isEmpty();
    assertThat(all.findArea(Basis.AS_WAS, CCG, "5N2", "leeds", day)).map(Area::code).contains("kirklees");
  }

  @Test
  void excluded_parts_are_left_out() {
    Areas all = KNOWN.with(read(Path.of("data/reference/examples/essex.yaml")));
    assertThat(all.findArea(Basis.AS_WAS, CCG, "07H", "essex", DAY)).map(Area::code).contains("essex");
    assertThat(all.findArea(Basis.AS_WAS, CCG, "06K", "essex", DAY)).map(Area::code).contains("hertfordshire");
    assertThat(all.findArea(Basis.AS_WAS, PROVIDER, "RWG", "essex", DAY)).map(Area::code).contains("hertfordshire");
  }

  @Test
  void a_group_that_merged_with_others_outside_is_noted() throws IOException {
    OwnGeography own = read(file("mine.csv", HEADING + "east,East,ccg,10H,\n"));
    assertThat(own.notes())
        .containsExactly("mine.csv: from 2018-04-01 10H is a part of 14Y, which is in none of the areas.");
  }

  @Test
  void somebody_counted_twice() throws IOException {
    String rows = "east,East,provider,RHW,\nwest,West,provider,RXQ,\nwest,West,provider,rhw,\n";
    Path twice = file("mine.csv", HEADING + rows);
    assertThatThrownBy(() -> read(twice))
        .isInstanceOf(UserException.class)
        .hasMessage("mine.csv, row 4: provider RHW is counted twice: it is in \"east\" already (mine.csv, row 2).");
  }

  @Test
  void somebody_counted_twice_through_an_area() throws IOException {
    Path twice = file("mine.csv", HEADING + "north,North,stp_2016,E54000027,\nsouth,South,ccg,08G,\n");
    assertThatThrownBy(() -> read(twice))
        .hasMessage("mine.csv, row 3: ccg 08G is counted twice: it is in \"north\" already (mine.csv, row 2).");
  }

  @Test
  void unknown_codes() throws IOException {
    Path nobody = file("mine.csv", HEADING + "east,East,provider,RZZ,\n");
    assertThatThrownBy(() -> read(nobody)).hasMessage("mine.csv, row 2: there is no provider with the code RZZ.");
    Path kind = file("mine.csv", HEADING + "east,East,hospital,RHW,\n");
    assertThatThrownBy(() -> read(kind))
        .hasMessage("mine.csv, row 2: member_kind \"hospital\" is neither ccg, provider nor a geography.");
    Path area = file("mine.csv", HEADING + "east,East,stp_2016,E54000099,\n");
    assertThatThrownBy(() -> read(area)).hasMessage("mine.csv, row 2: stp_2016 has no area E54000099.");
  }

  @Test
  void leaving_out_what_is_not_in() throws IOException {
    Path wrong = file("mine.csv", HEADING + "east,East,provider,RHW,\neast,East,provider,RXQ,yes\n");
    assertThatThrownBy(() -> read(wrong))
        .hasMessage("mine.csv, row 3: provider RXQ is left out of \"east\", but it is not in it.");
  }

  @Test
  void an_area_without_members() throws IOException {
    Path empty = file("mine.csv", HEADING + "east,East,provider,RHW,\neast,East,provider,RHW,yes\n");
    assertThatThrownBy(() -> read(empty)).hasMessage("mine.csv: the area \"east\" has no members.");
  }

  @Test
  void broken_files() throws IOException {
    Path columns = file("mine.csv", "area,member_code\neast,RHW\n");
    assertThatThrownBy(() -> read(columns)).hasMessageStartingWith("mine.csv has no column \"member_kind\"");
    Path yaml = file("mine.yaml", "areas:\n  - area: east\n    members: RHW\n");
    assertThatThrownBy(() -> read(yaml)).hasMessage("mine.yaml, row 3 should be names with values.");
    Path name = file("stp_2016.csv", HEADING + "east,East,provider,RHW,\n");
    assertThatThrownBy(() -> read(name)).hasMessage("stp_2016.csv has the name of the built-in geography stp_2016.");
    assertThatThrownBy(() -> read(folder.resolve("none.csv"))).hasMessageStartingWith("Cannot read the geography");
  }

  @Test
  void a_drawing_takes_groups_by_extent_and_providers_by_site() throws IOException {
    Boundaries squares =
        Boundaries.of(KNOWN, BoundariesTest.fourSquares("code", BoundariesTest.CODES, -2, 52, 1));
    // The western half of the block, drawn over regions used as groups.
    OwnGeography.Ground ground =
        new OwnGeography.Ground(
            List.of(squares), List.of(new Site("RHW", "In", -1.5, 52.5), new Site("RXQ", "Out", 0.5, 52.5)));
    Path drawing =
        file("mine.geojson", polygon("west", "[[-2,52],[-1,52],[-1,54],[-2,54],[-2,52]]")
            + polygon(", ", "slice", "[[-1,52],[-0.75,52],[-0.75,53],[-1,53],[-1,52]]") + "]}");
    OwnGeography own = OwnGeography.read(drawing, KNOWN, ground);
    Areas all = KNOWN.with(own);
    assertThat(all.findArea(Basis.AS_WAS, PROVIDER, "RHW", "mine", DAY)).map(Area::code).contains("west");
    assertThat(all.listShares(Basis.AS_WAS, PROVIDER, "RXQ", "mine", DAY)).isEmpty();
    assertThat(all.listShares(Basis.AS_WAS, CCG, "Y54", "mine", DAY))
        .containsExactly(new AreaShare("west", 1, "extent"));
    assertThat(all.listShares(Basis.AS_WAS, CCG, "Y55", "mine", DAY))
        .singleElement()
        .satisfies(share -> assertThat(share.weight()).isCloseTo(0.25, within(1e-9)));
    assertThat(own.boundaries()).isPresent();
  }

  @Test
  void drawings_that_overlap_are_refused() throws IOException {
    Path drawing =
        file("mine.geojson", polygon("west", "[[-2,52],[-1,52],[-1,54],[-2,54],[-2,52]]")
            + polygon(", ", "east", "[[-1.5,52],[0,52],[0,54],[-1.5,54],[-1.5,52]]") + "]}");
    assertThatThrownBy(() -> OwnGeography.read(drawing, KNOWN, OwnGeography.Ground.NONE))
        .hasMessage("mine.geojson: \"west\" and \"east\" overlap, so that places would count twice.");
  }

  private static OwnGeography read(Path path) {
    return OwnGeography.read(path, KNOWN, OwnGeography.Ground.NONE);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String polygon(String name, String ring) {
    return polygon("{\"type\":\"FeatureCollection\",\"features\":[", name, ring);
  }

  private static String polygon(String before, String name, String ring) {
    return before
        + "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}";
  }
}
