package uk.footprints.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.catalogue.Indicators;
import uk.footprints.period.Period;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.ResultStatus;

/** A caveat that denies a value which is there is a fault. */
class CaveatClaimsTest {

  private static IndicatorValue value(String indicator, String geography, Period period, Estimate estimate) {
    return new IndicatorValue(
        indicator, geography, "A", "Area A", period, "as_was", 5, 1_000, 1_000, estimate, 0, 0, 1, true,
        IndicatorValue.REPORTED, "");
  }

  private static Indicator saying(String caveat) {
    return new Indicator() {
      @Override
      public String id() {
        return "i";
      }

      @Override
      public String title() {
        return "I";
      }

      @Override
      public String definition() {
        return "I.";
      }

      @Override
      public String unit() {
        return "";
      }

      @Override
      public String dataset() {
        return "d";
      }

      @Override
      public List<Term> numerator() {
        return List.of(new Term("m", 1));
      }

      @Override
      public List<String> caveats() {
        return List.of(caveat);
      }

      @Override
      public String reviewed() {
        return "2026-11-30";
      }
    };
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Councils are not mapped to footprints, so there is a value for England only.|true",
    "Published from April 2018 in these files.|true",
    "Published from April 2012.|false",
    "Published from May 2016.|true",
    "The collection ended in February 2016.|true",
    "The collection ended in February 2020; figures by council may end earlier.|false",
    "From August 2020 with attendances by appointment, as in the publisher's performance.|false",
    "Trusts that tested other standards (May 2019 to May 2023) gave no figure; their areas are incomplete.|false",
  })
  void aCaveatIsComparedWithAValueOfAFootprintInApril2016(String caveat, boolean contradicted) {
    List<IndicatorValue> values =
        List.of(value("i", "stp_2016", Period.month(2016, 4), Rates.crude(5, 1_000, 1_000)));
    assertThat(CaveatClaims.listContradicted(saying(caveat), values)).hasSize(contradicted ? 1 : 0);
  }

  @Test
  void aRowWithoutAValueContradictsNothing() {
    Estimate none = Estimate.none(ResultStatus.MISSING, "no figure");
    List<IndicatorValue> values = List.of(
        value("i", "stp_2016", Period.month(2016, 4), none),
        value("other", "stp_2016", Period.month(2016, 4), Rates.crude(5, 1_000, 1_000)));
    assertThat(CaveatClaims.listContradicted(saying("For England only."), values)).isEmpty();
  }

  /** Delayed days by footprint exist (F19). */
  @Test
  void delayedDaysOfFootprintsAreNotDenied() {
    for (Indicator indicator : Indicators.all()) {
      List<IndicatorValue> values =
          List.of(value(indicator.id(), "stp_2016", Period.month(2019, 12), Rates.crude(5, 1_000, 1_000)));
      assertThat(CaveatClaims.listContradicted(indicator, values)).isEmpty();
    }
  }
}
