package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionsTest {

  private static final Successions CHAIN_AND_FORK =
      new Successions(
          List.of(
              became("A", "B", "2015-04-01", 1),
              became("B", "C", "2018-04-01", 0.25),
              became("B", "D", "2018-04-01", 0.75),
              became("C", "E", "2020-04-01", 1),
              became("D", "E", "2021-04-01", 1)));

  @Test
  void chains_are_walked_and_forks_shared_out() {
    assertThat(CHAIN_AND_FORK.listHeirs("provider", "A", LocalDate.of(2017, 1, 1)))
        .extracting(Successions.Heir::code)
        .containsExactly("B");
    assertThat(CHAIN_AND_FORK.listHeirs("provider", "A", LocalDate.of(2019, 1, 1)))
        .extracting(Successions.Heir::code, Successions.Heir::share)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("C", 0.25), org.assertj.core.api.Assertions.tuple("D", 0.75));
  }

  @Test
  void two_ways_to_one_heir_are_one_heir() {
    assertThat(CHAIN_AND_FORK.listHeirs("provider", "A"))
        .containsExactly(new Successions.Heir("E", 1, LocalDate.of(2021, 4, 1)));
  }

  /** R became S; years later T took the code R. */
  @Test
  void a_code_given_out_again_is_another_organisation() {
    Successions again =
        new Successions(List.of(became("R", "S", "2012-04-01", 1), became("T", "R", "2016-04-01", 1)));
    assertThat(again.listHeirsOf("provider", "R", LocalDate.of(2011, 1, 1)))
        .extracting(Successions.Heir::code).containsExactly("S");
    assertThat(again.listHeirsOf("provider", "R", LocalDate.of(2014, 1, 1)))
        .as("figures that still come under a closed code").extracting(Successions.Heir::code).containsExactly("S");
    assertThat(again.listHeirsOf("provider", "R", LocalDate.of(2017, 1, 1)))
        .extracting(Successions.Heir::code).containsExactly("R");
    assertThat(again.listHeirsOf("provider", "T", LocalDate.of(2014, 1, 1)))
        .extracting(Successions.Heir::code).containsExactly("R");
  }

  @Test
  void a_code_that_goes_on_is_its_own_heir() {
    assertThat(CHAIN_AND_FORK.listHeirs("provider", "Z")).extracting(Successions.Heir::code).containsExactly("Z");
    assertThat(CHAIN_AND_FORK.listHeirs("ccg", "A")).extracting(Successions.Heir::code).containsExactly("A");
  }

  @Test
  void a_cycle_is_found() {
    Successions circle =
        new Successions(
            List.of(
                became("X", "A", "2014-04-01", 1),
                became("A", "B", "2015-04-01", 1),
                became("B", "A", "2018-04-01", 1)));
    assertThat(circle.findCycle()).containsExactly("A", "B", "A");
    assertThat(CHAIN_AND_FORK.findCycle()).isEmpty();
  }

  private static Succession became(String oldCode, String newCode, String date, double share) {
    return new Succession("provider", oldCode, newCode, LocalDate.parse(date), share, "test", "", "");
  }
}
