package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.footprints.runtime.UserException;

/** Broken tables: each fault is a sentence that names file and row. */
class ReferenceTablesTest {

  private static final String AREAS =
      """
      geography,area_code,ods_code,area_name,valid_from,valid_to,parent_code,source
      stp_2016,E1,,East,,,,test
      stp_2016,E2,,West,,,,test
      """;
  private static final String MEMBERSHIPS =
      """
      member_kind,member_code,geography,area_code,valid_from,valid_to,weight,weight_basis,source
      ccg,01A,stp_2016,E1,,,1,whole,test
      ccg,01B,stp_2016,E2,,,1,whole,test
      """;
  private static final String SUCCESSIONS =
      """
      kind,old_code,new_code,date,share,source
      provider,RAA,RAB,2017-04-01,1,test
      """;

  @Test
  void sound_tables_have_no_faults() {
    assertThat(tables(AREAS, MEMBERSHIPS, SUCCESSIONS).listFaults()).isEmpty();
    assertThat(ReferenceTables.ofJar().listFaults()).isEmpty();
  }

  @Test
  void overlapping_memberships() {
    assertFault(
        AREAS,
        MEMBERSHIPS + "ccg,01A,stp_2016,E2,2018-04-01,,1,whole,test\n",
        SUCCESSIONS,
        "memberships.csv, row 4: ccg 01A is in E2 of stp_2016 (from 2018-04-01), "
            + "and memberships.csv, row 2 puts it in E1 as well (always): the memberships overlap.");
  }

  @Test
  void weights_that_do_not_add_to_one() {
    assertFault(
        AREAS,
        MEMBERSHIPS + "ccg,01C,stp_2016,E1,,,0.6,population,test\nccg,01C,stp_2016,E2,,,0.3,population,test\n",
        SUCCESSIONS,
        "memberships.csv, row 4 and memberships.csv, row 5: "
            + "the weights of ccg 01C in stp_2016 add to 0.900000, not to one.");
  }

  @Test
  void an_area_without_members() {
    assertFault(
        AREAS + "stp_2016,E3,,North,,,,test\n",
        MEMBERSHIPS,
        SUCCESSIONS,
        "areas.csv, row 4: area E3 of stp_2016 has no members.");
  }

  @Test
  void an_unknown_code() {
    assertFault(
        AREAS,
        MEMBERSHIPS + "ccg,01C,stp_2016,E9,,,1,whole,test\n",
        SUCCESSIONS,
        "memberships.csv, row 4: stp_2016 has no area E9.");
  }

  @Test
  void a_cycle_of_successions() {
    assertFault(
        AREAS,
        MEMBERSHIPS,
        SUCCESSIONS + "provider,RAB,RAA,2019-04-01,1,test\n",
        "successions.csv, row 2, successions.csv, row 3: the successions go in a circle: RAA became RAB became RAA.");
  }

  @Test
  void a_successor_that_nobody_knows() {
    assertFault(
        AREAS,
        MEMBERSHIPS,
        SUCCESSIONS + "ccg,01A,01Z,2018-04-01,1,test\n",
        "successions.csv, row 3: ccg 01A is in areas, but its successor 01Z is in none: an unknown code.");
  }

  @Test
  void shares_of_a_fork_that_do_not_add_to_one() {
    assertFault(
        AREAS,
        MEMBERSHIPS,
        SUCCESSIONS + "provider,RAA,RAC,2017-04-01,0.5,test\n",
        "successions.csv, row 2 and successions.csv, row 3: the shares of provider RAA add to 1.500000, not to one.");
  }

  @Test
  void an_area_twice_and_a_parent_unknown() {
    assertFault(
        AREAS + "stp_2016,E2,,West again,,,E40,test\n",
        MEMBERSHIPS,
        SUCCESSIONS,
        "areas.csv, row 4: stp_2016 has area E2 already in areas.csv, row 3.",
        "areas.csv, row 4: parent_code E40 is no area.");
  }

  @Test
  void all_faults_are_reported_at_once() {
    String more = "ccg,01C,stp_2016,E9,,,1,whole,test\nccg,01D,stp_2016,E1,,,0.5,site,test\n";
    ReferenceTables broken = tables(AREAS, MEMBERSHIPS + more, SUCCESSIONS);
    assertThatThrownBy(broken::areas)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("2 faults")
        .hasMessageContaining("row 4")
        .hasMessageContaining("row 5");
  }

  @Test
  void bad_cells_name_their_row() {
    assertThatThrownBy(() -> tables(AREAS, MEMBERSHIPS.replace("E2,,,1,", "E2,,,1.2,"), SUCCESSIONS))
        .hasMessage("memberships.csv, row 3: weight 1.2 is not above 0 and at most 1.");
    assertThatThrownBy(() -> tables(AREAS, MEMBERSHIPS, SUCCESSIONS.replace("2017-04-01", "April 2017")))
        .hasMessage("successions.csv, row 2: date \"April 2017\" is not a date.");
    assertThatThrownBy(() -> tables(AREAS.replace("area_name", "name"), MEMBERSHIPS, SUCCESSIONS))
        .hasMessageStartingWith("areas.csv has no column \"area_name\"");
  }

  private static void assertFault(String areas, String memberships, String successions, String... faults) {
    assertThat(tables(areas, memberships, successions).listFaults()).containsExactly(faults);
  }

  private static ReferenceTables tables(String areas, String memberships, String successions) {
    return ReferenceTables.read(bytes(areas), bytes(memberships), bytes(successions));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
