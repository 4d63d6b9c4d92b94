package uk.footprints.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One name for one supplier. */
class NameNormaliserTest {

  @Test
  void oneSupplierTypedInManyWays() {
    assertThat(List.of("Eta  Projects Ltd", "ETA PROJECTS LIMITED", "Eta Projects Ltd.", "The ETA Projects\nLtd"))
        .allSatisfy(name -> assertThat(NameNormaliser.supplier(name)).isEqualTo("ETA PROJECTS LTD"));
    assertThat(List.of("Guy'S & St. Thomas' Nhs Ft", "GUYS&ST THOMAS NHS FOUNDATION TRUST"))
        .allSatisfy(name -> assertThat(NameNormaliser.supplier(name))
            .isEqualTo("GUYS AND ST THOMAS NHS FOUNDATION TRUST"));
    assertThat(NameNormaliser.supplier("CHILDRENS TRUST (THE)")).isEqualTo("CHILDRENS TRUST");
    assertThat(NameNormaliser.supplier("STARCROSS TRADING LIMITED T/A BEARS")).isEqualTo("STARCROSS TRADING LTD");
    assertThat(NameNormaliser.supplier("SERCO PUBLIC LIMITED COMPANY")).isEqualTo("SERCO PLC");
  }

  @Test
  void plainTextHasNoMarks() {
    assertThat(NameNormaliser.plain("C&M-GMS Global Sum ")).isEqualTo("C AND M GMS GLOBAL SUM");
    assertThat(NameNormaliser.plain("--")).isEmpty();
  }
}
