package uk.footprints.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Proportions;
import uk.footprints.statistics.Rates;

/** The worked examples of the page of methods are what the methods give. */
class MethodsPageTest {

  @Test
  void the_limits_of_fifty_events_are_those_of_the_page() {
    Estimate rate = Rates.crude(50, 1_000, 1_000);
    assertThat(NumberStyle.ONE.shown(rate.lower95())).isEqualTo("37.1");
    assertThat(NumberStyle.ONE.shown(rate.upper95())).isEqualTo("65.9");
  }

  @Test
  void a_number_that_is_rounded_to_nought_has_no_sign() {
    assertThat(NumberStyle.TWO.shown(-0.001)).isEqualTo("0.00");
    assertThat(NumberStyle.SIGNED.shown(0.04)).isEqualTo("0.0");
    assertThat(NumberStyle.SIGNED_PERCENT.shown(-2.25)).isEqualTo("−2.3%");
    assertThat(NumberStyle.MILLIONS.shown(-1_000_000)).isEqualTo("−£1.0m");
  }

  @Test
  void the_limits_of_a_proportion_are_those_of_the_page() {
    Estimate share = Proportions.wilson(850, 1_000, 100);
    assertThat(NumberStyle.PERCENT.shown(share.lower95())).isEqualTo("82.7%");
    assertThat(NumberStyle.PERCENT.shown(share.upper95())).isEqualTo("87.1%");
  }
}
