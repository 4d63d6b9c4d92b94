package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static uk.footprints.area.Membership.CCG;
import static uk.footprints.area.Membership.PROVIDER;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.runtime.UserException;

/** The tables that ship with the program: how many areas there are, which member is where, and which area succeeded which. */
class AreasTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();

  @ParameterizedTest
  @CsvSource({
    "2016-06-30, stp_2016, 44",
    "2017-09-30, stp_2017, 44",
    "2018-09-30, stp_2018, 42",
    "2020-09-30, stp_2020, 42",
    "2021-09-30, stp_2021, 42",
    "2023-03-31, icb_2022, 42",
    "2026-04-01, icb_2026, 36"
  })
  void areas_by_date(LocalDate day, String geography, int areas) {
    assertThat(Geography.findFootprints(day)).map(Geography::id).contains(geography);
    assertThat(AREAS.listAreas(geography)).hasSize(areas);
    assertThat(AREAS.listAreas(geography, day)).hasSize(areas);
  }

  @ParameterizedTest
  @CsvSource({
    "ccg_2015, 209", "ccg_2017, 207", "ccg_2018, 195", "ccg_2019, 191", "ccg_2020, 135", "ccg_2021, 106",
    "nhs_region_2016, 4", "nhs_region_2020, 7", "country, 1"
  })
  void other_geographies(String geography, int areas) {
    assertThat(AREAS.listAreas(geography)).hasSize(areas);
  }

  @ParameterizedTest
  @CsvSource({
    "08G, stp_2016, 2016-04-01, E54000027", // Hillingdon
    "11M, stp_2016, 2016-04-01, E54000043", // Gloucestershire
    "00J, stp_2016, 2016-04-01, E54000001", // North Durham
    "00J, stp_2018, 2018-04-01, E54000049",
    "03E, stp_2018, 2018-04-01, E54000005", // Harrogate, before it moved
    "03E, stp_2021, 2018-04-01, E54000051", // and after
    "09L, icb_2026, 2019-04-01, E54000069", // East Surrey
    "W2U3Z, icb_2026, 2024-04-01, E54000071", // North West London's sub-board
    "00F, ccg_2015, 2013-04-01, E38000212" // Gateshead, part of 13T
  })
  void a_commissioning_group_of_any_vintage_finds_its_area(String code, String geography, LocalDate day, String area) {
    assertThat(AREAS.findArea(Basis.AS_WAS, CCG, code, geography, day)).map(Area::code).contains(area);
  }

  @Test
  void a_code_that_kept_its_letters_when_its_boundary_moved() {
    LocalDate before = LocalDate.of(2022, 6, 30);
    assertThat(AREAS.listShares(Basis.AS_WAS, CCG, "01Y", "icb_2022", before))
        .extracting(AreaShare::areaCode)
        .containsExactly("E54000057", "E54000058");
    assertThat(AREAS.listShares(Basis.AS_WAS, CCG, "01Y", "icb_2022", before.plusDays(1)))
        .containsExactly(new AreaShare("E54000057", 1, "whole"));
  }

  @Test
  void what_belongs_to_no_footprint_stays_unassigned() {
    LocalDate day = LocalDate.of(2016, 4, 1);
    for (String code : List.of("X24", "YDD82", "13Q")) {
      for (Basis basis : Basis.values()) {
        assertThat(AREAS.listShares(basis, CCG, code, "stp_2016", day)).isEmpty();
      }
    }
    assertThat(AREAS.findArea(Basis.AS_WAS, CCG, "X24", "country", day)).isPresent();
  }

  @Test
  void as_was_and_as_now_differ_by_the_successions() {
    LocalDate day = LocalDate.of(2017, 4, 1);
    // Burton (RJF, Staffordshire) merged into Derby (RTG) in 2018.
    assertThat(AREAS.findArea(Basis.AS_WAS, PROVIDER, "RJF", "stp_2016", day)).map(Area::name)
        .contains("Staffordshire and Stoke on Trent");
    assertThat(AREAS.findArea(Basis.AS_NOW, PROVIDER, "RJF", "stp_2016", day)).map(Area::name).contains("Derbyshire");
  }

  @Test
  void a_primary_care_trust_is_in_the_areas_of_the_groups_that_it_became() {
    LocalDate day = LocalDate.of(2009, 4, 1);
    assertThat(AREAS.listShares(Basis.AS_WAS, CCG, "5PE", "stp_2016", day)).as("there were no footprints").isEmpty();
    assertThat(AREAS.findArea(Basis.AS_NOW, CCG, "5PE", "stp_2016", day)).map(Area::name)
        .contains("The Black Country and West Birmingham");
    // Nottinghamshire's groups are in one footprint. Royston's patients are Cambridgeshire's, of which a part moved to
    // Northamptonshire in 2022.
    assertThat(AREAS.findArea(Basis.AS_NOW, CCG, "5N8", "stp_2016", day)).map(Area::name)
        .contains("Nottingham and Nottinghamshire Health and Care");
    for (String hertfordshire : List.of("5QV", "5P3", "5P4")) {
      assertThat(AREAS.listShares(Basis.AS_NOW, CCG, hertfordshire, "icb_2022", day))
          .extracting(share -> "%s %.4f".formatted(share.areaCode(), share.weight()))
          .containsExactlyInAnyOrder("E54000025 0.9816", "E54000056 0.0180", "E54000059 0.0004");
    }
  }

  @Test
  void every_primary_care_trust_has_all_its_shares() {
    List<String> trusts =
        ReferenceData.ofJar().register().listAll().stream()
            .filter(entry -> entry.type().equals("primary care trust"))
            .map(OrganisationRegister.Entry::code)
            .toList();
    assertThat(trusts).hasSize(155);
    for (String geography : List.of("stp_2016", "stp_2021", "icb_2022", "icb_2026", "nhs_region_2016", "country")) {
      for (String trust : trusts) {
        double sum =
            AREAS.listShares(Basis.AS_NOW, CCG, trust, geography, LocalDate.of(2008, 4, 1)).stream()
                .mapToDouble(AreaShare::weight)
                .sum();
        assertThat(sum).as("%s in %s", trust, geography).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void codes_are_found_in_any_case() {
    assertThat(AREAS.findArea(Basis.AS_WAS, PROVIDER, " ntv0b ", "icb_2022", LocalDate.of(2023, 4, 1))).isPresent();
  }

  @Test
  void every_member_of_every_geography_adds_to_one_on_both_bases() {
    for (Geography geography : AREAS.listGeographies()) {
      if (geography.family().equals("system")) {
        continue; // the ten systems do not cover England
      }
      for (Membership m : AREAS.listMemberships()) {
        if (m.geography().equals(geography.id())) {
          for (LocalDate day : List.of(LocalDate.of(2014, 1, 1), LocalDate.of(2022, 7, 1), LocalDate.of(2026, 4, 1))) {
            double sum =
                AREAS.listShares(Basis.AS_WAS, m.memberKind(), m.memberCode(), geography.id(), day).stream()
                    .mapToDouble(AreaShare::weight)
                    .sum();
            assertThat(sum).as("%s in %s on %s", m.memberCode(), geography.id(), day).isCloseTo(1, within(1e-5));
          }
        }
      }
    }
  }

  @Test
  void as_now_loses_nothing() {
    for (Geography geography : AREAS.listGeographies()) {
      if (List.of("ccg", "system").contains(geography.family())) {
        continue; // a later, wider group has no whole place among earlier ones, nor have all in ten systems
      }
      for (Membership m : AREAS.listMemberships()) {
        if (m.geography().equals(geography.id())) {
          double sum =
              AREAS.listShares(Basis.AS_NOW, m.memberKind(), m.memberCode(), geography.id(), LocalDate.of(2016, 4, 1))
                  .stream()
                  .mapToDouble(AreaShare::weight)
                  .sum();
          assertThat(sum).as("%s in %s", m.memberCode(), geography.id()).isCloseTo(1, within(1e-5));
        }
      }
    }
  }

  @Test
  void the_ten_systems_are_built_in() {
    LocalDate day = LocalDate.of(2017, 9, 30);
    assertThat(AREAS.listAreas("acs_2017", day)).hasSize(10);
    assertThat(AREAS.findArea(Basis.AS_WAS, CCG, "10N", "acs_2017", day)).map(Area::name).contains("West Berkshire");
    assertThat(AREAS.findArea(Basis.AS_WAS, CCG, "10Q", "acs_2017", day)).as("Oxfordshire is in none").isEmpty();
    assertThat(AREAS.listAreas("acs_2017", LocalDate.of(2017, 1, 1))).isEmpty();
  }

  @Test
  void councils_lie_in_areas_under_each_of_their_codes() {
    LocalDate day = LocalDate.of(2017, 9, 30);
    // Kent and Cumbria as the delayed transfers know them, Dorset's county as it was until 2019.
    assertThat(AREAS.findArea(Basis.AS_WAS, Membership.COUNCIL, "E10000016", "stp_2018", day)).map(Area::name)
        .contains("Kent and Medway");
    assertThat(AREAS.findArea(Basis.AS_WAS, Membership.COUNCIL, "820", "stp_2018", day)).map(Area::name)
        .contains("Kent and Medway");
    assertThat(AREAS.listShares(Basis.AS_WAS, Membership.COUNCIL, "102", "stp_2018", day))
        .as("Cumbria is cut").hasSize(2).allMatch(share -> share.weightBasis().equals("population"));
    assertThat(AREAS.findArea(Basis.AS_WAS, Membership.COUNCIL, "E10000009", "stp_2018", day)).map(Area::name)
        .contains("Dorset");
    assertThat(AREAS.findArea(Basis.AS_WAS, Membership.COUNCIL, "102", "council_2021", day)).map(Area::name)
        .contains("Cumbria");
    assertThat(AREAS.listAreas("council_2021")).hasSize(152);
    for (String district : new String[] {"E07000076", "E07000067"}) {
      assertThat(AREAS.findArea(Basis.AS_WAS, Membership.COUNCIL, district, "council_2021", day)).map(Area::name)
          .as("a district lies in its county").contains("Essex");
    }
    assertThat(AREAS.findArea(Basis.AS_WAS, Membership.COUNCIL, "E06000063", "council_2021", day)).map(Area::name)
        .as("Cumberland is a part of what Cumbria was").contains("Cumbria");
    assertThat(AREAS.findArea(Basis.AS_WAS, Membership.COUNCIL, "E07000154", "council_2021", day)).map(Area::name)
        .contains("West Northamptonshire");
  }

  @Test
  void an_unknown_geography_is_named() {
    assertThatThrownBy(() -> AREAS.listAreas("stp_2019"))
        .isInstanceOf(UserException.class)
        .hasMessage("There is no geography \"stp_2019\".");
  }

  @Test
  void shares_are_the_same_on_two_days_without_a_change_between_them() {
    List<Membership> members =
        AREAS.listMemberships().stream()
            .filter(m -> !m.memberKind().startsWith("lsoa"))
            .filter(m -> Math.floorMod(m.hashCode(), 40) == 0)
            .toList();
    assertThat(members).hasSizeGreaterThan(100);
    for (Membership member : members) {
      for (Basis basis : Basis.values()) {
        LocalDate before = LocalDate.of(2012, 12, 31);
        for (LocalDate day = before; day.getYear() < 2027; day = day.plusDays(11)) {
          if (AREAS.countChanges(day) == AREAS.countChanges(before)) {
            assertThat(AREAS.listShares(basis, member.memberKind(), member.memberCode(), member.geography(), day))
                .isEqualTo(
                    AREAS.listShares(basis, member.memberKind(), member.memberCode(), member.geography(), before));
          }
          before = day;
        }
      }
    }
  }

  @Test
  void changes_are_counted_from_the_day_on_which_they_begin() {
    int before = AREAS.countChanges(LocalDate.of(2022, 6, 30));
    assertThat(AREAS.countChanges(LocalDate.of(2022, 7, 1))).isEqualTo(before + 1);
    assertThat(AREAS.countChanges(LocalDate.of(1066, 10, 14))).isLessThan(before);
  }
}
