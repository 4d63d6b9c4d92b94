package uk.footprints.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationRegisterTest {

  private static final String HEADING = "org_code,org_name,org_type,type_basis,opened_on,closed_on,source\n";
  private static final LocalDate DAY = LocalDate.of(2018, 4, 1);

  @Test
  void what_organisations_are() {
    OrganisationRegister register = ReferenceData.ofJar().register();
    assertThat(register.find("R0A", DAY)).map(OrganisationRegister.Entry::type).contains("acute");
    assertThat(register.find("rp6", DAY)).map(OrganisationRegister.Entry::type).contains("specialist");
    assertThat(register.find("RV5", DAY)).map(OrganisationRegister.Entry::type).contains("mental health");
    assertThat(register.find("RYY", DAY)).map(OrganisationRegister.Entry::type).contains("community");
    assertThat(register.find("RRF", DAY)).map(OrganisationRegister.Entry::type).contains("acute");
    assertThat(register.find("08G", DAY)).map(OrganisationRegister.Entry::type).contains("commissioning group");
    assertThat(register.find("RR1", DAY)).map(e -> e.dates().to()).contains(LocalDate.of(2018, 3, 31));
    assertThat(register.find("none", DAY)).isEmpty();
  }

  @Test
  void a_code_given_out_again_has_an_entry_for_each_time() {
    OrganisationRegister register =
        register("RAA,First,acute,test,1990-01-01,2001-03-31,x\nRAA,Second,community,test,2010-04-01,,x\n");
    assertThat(register.list("RAA")).extracting(OrganisationRegister.Entry::name).containsExactly("First", "Second");
    assertThat(register.find("RAA", LocalDate.of(2000, 1, 1))).map(OrganisationRegister.Entry::name).contains("First");
    assertThat(register.find("RAA", LocalDate.of(2005, 1, 1))).map(OrganisationRegister.Entry::name).contains("First");
    assertThat(register.find("RAA", DAY)).map(OrganisationRegister.Entry::name).contains("Second");
  }

  @Test
  void faults_name_their_row() {
    assertThatThrownBy(() -> register("RAA,A,acute,test,1990-01-01,,x\nRAA,B,acute,test,2010-04-01,,x\n"))
        .hasMessage("organisations.csv, row 3: RAA is open already (from 1990-01-01).");
    assertThatThrownBy(() -> register("RAA,A,hospital,test,1990-01-01,,x\n"))
        .hasMessage("organisations.csv, row 2: there is no kind of organisation \"hospital\".");
    assertThatThrownBy(() -> register("RAA,A,acute,test,1990-01-01,1980-01-01,x\n"))
        .hasMessage("organisations.csv, row 2: closed_on 1980-01-01 is before opened_on 1990-01-01.");
  }

  @Test
  void every_closed_trust_has_one_last_day() {
    OrganisationRegister register = ReferenceData.ofJar().register();
    assertThat(register.lastDay("provider", "RR1")).contains(LocalDate.of(2018, 3, 31));
    assertThat(register.lastDay("provider", "R0A")).isEmpty();
    assertThat(register.lastDay("provider", "RQN")).as("closed, without a succession").isPresent();
    assertThat(register.lastDay("provider", "TAE")).as("not in the register").contains(LocalDate.of(2016, 12, 31));
    for (Succession s : ReferenceData.ofJar().areas().successions().listAll()) {
      boolean trust = s.kind().equals("provider") && !s.oldCode().equals(s.newCode());
      // The trust of Mid Staffordshire was dissolved three years after its hospitals had gone to others.
      if (trust && !s.oldCode().equals("RJD")) {
        assertThat(register.lastDay("provider", s.oldCode()))
            .as(s.oldCode())
            .isPresent()
            .hasValueSatisfying(day -> assertThat(day).isBetween(s.date().minusDays(1), LocalDate.MAX));
      }
    }
  }

  @Test
  void mergersAndChangesOfLandAreChangesOfAnOrganisation() {
    OrganisationRegister register = ReferenceData.ofJar().register();
    assertThat(register.changes("provider", "RRK")).contains(LocalDate.of(2018, 4, 1));
    assertThat(register.changes("provider", "RR1")).contains(LocalDate.of(2018, 4, 1));
    assertThat(register.changes("commissioner", "01K")).contains(LocalDate.of(2017, 4, 1));
    assertThat(register.changes("provider", "RGT")).isEmpty();
  }

  private static OrganisationRegister register(String rows) {
    return OrganisationRegister.of(
        ReferenceTable.read(
            "organisations.csv", new ByteArrayInputStream((HEADING + rows).getBytes(StandardCharsets.UTF_8))),
        List.of(), List.of(), List.of());
  }
}
