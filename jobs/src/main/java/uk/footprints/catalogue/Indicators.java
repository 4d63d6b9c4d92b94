package uk.footprints.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.footprints.indicator.AeConversionType1;
import uk.footprints.indicator.AeFourHourAllTypes;
import uk.footprints.indicator.AeFourHourType1;
import uk.footprints.indicator.AeTwelveHourWaits;
import uk.footprints.indicator.DelayedDaysPer1000;
import uk.footprints.indicator.EmergencyPer1000;
import uk.footprints.indicator.GaBedOccupancy;
import uk.footprints.indicator.GaBedsPer1000;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.NonElectiveAgeStandardised;
import uk.footprints.indicator.NonElectivePer1000;
import uk.footprints.indicator.StayIndicator;

/** Catalogue of all indicators that Footprints computes. */
public final class Indicators {

  private static final List<Indicator> ALL =
      Stream.concat(Stream.<Indicator>of(
          new NonElectivePer1000(),
          new NonElectiveAgeStandardised(),
          new EmergencyPer1000(),
          new AeConversionType1(),
          new AeFourHourType1(),
          new AeFourHourAllTypes(),
          new AeTwelveHourWaits(),
          new GaBedOccupancy(),
          new GaBedsPer1000(),
          new DelayedDaysPer1000()), StayIndicator.all().stream())
          .toList();

  private Indicators() {}

  /** Returns all indicators in the order of the documentation. */
  public static List<Indicator> all() {
    return ALL;
  }

  /** Returns the indicator of that id. */
  public static Optional<Indicator> find(String id) {
    return ALL.stream().filter(i -> i.id().equals(id)).findFirst();
  }
}
